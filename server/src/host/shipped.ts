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

const folder = `${import.meta.dirname}/../../catalogue`;

/** The names of the shipped catalogues, sorted. */
export function shippedNames(): readonly string[] {
  return readdirSync(folder).sort();
}

/** Every file of a shipped catalogue, sorted by path. */
export function shippedFiles(catalogue: string): readonly ShippedFile[] {
  return readdirSync(`${folder}/${catalogue}`)
    .filter((name) => name.endsWith(".ward"))
    .sort()
    .map((name) => ({ path: `${catalogue}/${name}`, text: readFileSync(`${folder}/${catalogue}/${name}`, "utf8") }));
}
