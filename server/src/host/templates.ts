// The starting models that ship with the tool. From source they are read from their folder; the build puts them into the
// bundle in place of this file.
import { readdirSync, readFileSync } from "node:fs";

/** A starting model: `pump` and its text. */
export interface Template {
  readonly name: string;
  readonly text: string;
}

/** Every template, sorted by name. */
export function templates(): readonly Template[] {
  const folder = `${import.meta.dirname}/../../templates`;
  return readdirSync(folder, { encoding: "utf8" })
    .filter((name) => name.endsWith(".ward"))
    .sort()
    .map((name) => ({ name: name.slice(0, -".ward".length), text: readFileSync(`${folder}/${name}`, "utf8") }));
}
