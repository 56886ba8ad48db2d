// The catalogues that ship with the tool. From source they are read from their folders; the build puts a module in place of
// this one that has them parsed already.
import { readdirSync, readFileSync } from "node:fs";

/** A shipped file: `core/kinds.ward` and its text. */
export interface ShippedFile {
  readonly path: string;
  readonly text: string;
  /** Its syntax tree without the text, where the build has parsed it already: reading that back takes a tenth of the time. */
  readonly tree?: unknown;
}

const folder = (): string => `${import.meta.dirname}/../../catalogue`;

/** The names of the shipped catalogues (`core`, `medical`), sorted. */
export function shippedNames(): readonly string[] {
  return readdirSync(folder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The files of one of them, sorted by path. */
export function shippedFiles(name: string): readonly ShippedFile[] {
  return readdirSync(`${folder()}/${name}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${name}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ward"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${folder()}/${path}`, "utf8") }));
}
