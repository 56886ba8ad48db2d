// Turns a drawn picture into a PNG, without a browser. Engine and fonts are handed in by whoever may read files.
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** What drawing pixels needs. */
export interface Drawing {
  /** The rasteriser's program. */
  readonly engine: Uint8Array;
  /** Fonts, those of the picture first; further ones for letters that these lack. */
  readonly fonts: readonly Uint8Array[];
}

/** The most pixels that a picture may have. */
export const mostPixels = 120_000_000;

let ready: Promise<void> | undefined;

/** The PNG of an SVG, so many times as large. */
export async function png(picture: string, scale: number, { engine, fonts }: Drawing): Promise<Uint8Array> {
  ready ??= initWasm(engine.slice().buffer);
  await ready;
  const drawn = new Resvg(picture, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: "Arimo", sansSerifFamily: "Arimo" },
  });
  try {
    const image = drawn.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawn.free();
  }
}
