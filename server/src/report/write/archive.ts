// The zip archive of an office document: the same parts give the same bytes, whatever the clock says.
import { strToU8, zipSync } from "fflate";

/** Zip has no date before this; office programs write it themselves. */
const beginning = new Date(1980, 0, 1);

/** Packs parts by their paths. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
  );
  return zipSync(files, { mtime: beginning, level: 6 });
}
