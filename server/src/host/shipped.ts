// The catalogue files that ship with the tool. From source they are read from their folder; the build puts them into the
// bundle in place of this file.
import { readdirSync, readFileSync } from "node:fs";

/** A shipped file: `core/kinds.ward` and its text. */
export interface ShippedFile {
  readonly path: string;
  readonly text: string;
  /** Its syntax tree without the text, where the build has parsed it already: reading that back takes a tenth of the time. */
  readonly tree?: unknown;
}

/** Every shipped catalogue file, sorted by path. */
export function shippedFiles(): readonly ShippedFile[] {
  const folder = `${import.meta.dirname}/../../catalogue`;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ward"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, "utf8") }));
}
