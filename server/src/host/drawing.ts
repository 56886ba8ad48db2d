// What pictures of pixels are drawn with: the rasteriser, the fonts that ship with the tool, and fonts of this computer for other scripts.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { brotliDecompressSync } from "node:zlib";

/** The rasteriser's program and the shipped fonts. In the build they stand beside the program. */
export function drawingFiles(): { readonly engine: Uint8Array; readonly fonts: readonly Uint8Array[] } {
  const here = import.meta.dirname;
  const fonts = ["arimo-regular.ttf", "arimo-bold.ttf"];
  if (import.meta.filename.endsWith(".ts")) {
    const engine = createRequire(import.meta.filename).resolve("@resvg/resvg-wasm/index_bg.wasm");
    return { engine: readFileSync(engine), fonts: fonts.map((name) => readFileSync(`${here}/../../fonts/${name}`)) };
  }
  const unpacked = (name: string): Uint8Array => brotliDecompressSync(readFileSync(`${here}/${name}.br`));
  return { engine: unpacked("resvg.wasm"), fonts: fonts.map(unpacked) };
}

/** Fonts with many scripts, as the usual systems name them, in the order of preference. */
const wanted = [
  /^(NotoSansCJK|SourceHanSans).*(Regular|VF).*\.(ttc|otf)$/i,
  /^(msyh|YuGothR|meiryo|malgun|msgothic|simsun)\.tt[cf]$/i,
  /^(PingFang|Hiragino Sans GB|AppleSDGothicNeo|ヒラギノ角ゴシック W3)\.ttc$/i,
  /^(wqy-zenhei|wqy-microhei|DroidSansFallback.*)\.tt[cf]$/i,
  /^(Arial Unicode|ARIALUNI)\.ttf$/i,
  /^(NotoSans|NotoSansArabic|NotoSansHebrew|NotoSansThai|NotoSansDevanagari)-Regular\.ttf$/i,
  /^(arial|segoeui|tahoma|Nirmala|leelawui)\.ttf$/i,
  /^(GeezaPro|SFArabic)\.tt[cf]$/i,
  /^DejaVuSans\.ttf$/i,
  /^FreeSans\.(ttf|otf)$/i,
];

const folders = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  `${homedir()}/.local/share/fonts`,
  `${homedir()}/.fonts`,
  "/System/Library/Fonts",
  "/Library/Fonts",
  `${homedir()}/Library/Fonts`,
  "C:/Windows/Fonts",
];

/** Fonts of this computer for letters that the shipped ones lack; none where there are none. */
export function furtherFonts(): Uint8Array[] {
  const files = folders.flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
    } catch {
      return [];
    }
  });
  return wanted.flatMap((pattern) => {
    const found = files.filter((file) => pattern.test(file.slice(file.lastIndexOf("/") + 1))).sort()[0];
    try {
      return found === undefined ? [] : [readFileSync(found)];
    } catch {
      return [];
    }
  });
}

/** What makes pixels of a picture: functions of the diagram engine. */
interface Rasteriser {
  readonly png: (picture: string, scale: number, files: ReturnType<typeof drawingFiles>) => Promise<Uint8Array>;
  readonly lettersWithout: (picture: string) => boolean;
}

/** A picture in pixels, with fonts of this computer only for letters that the shipped ones lack. */
export async function pixelsOf({ png, lettersWithout }: Rasteriser, picture: string, scale: number): Promise<Uint8Array> {
  const { engine, fonts } = drawingFiles();
  return await png(picture, scale, { engine, fonts: [...fonts, ...(lettersWithout(picture) ? furtherFonts() : [])] });
}
