// The version of the tool. From source it is read from the package; the build puts it into the bundle in place of this file.
import { readFileSync } from "node:fs";

/** The version, e.g. `1.2.3`. */
export function version(): string {
  return (JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, "utf8")) as { version: string }).version;
}
