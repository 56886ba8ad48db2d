// Reads a file that a model names, such as a logo: it comes with the model and is trusted no more than it.
import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** A file inside a folder, links followed, as bytes and in Base64; or why it is not read. */
export function readInside(
  root: string,
  path: string,
  largest: number,
): { readonly bytes: Uint8Array; readonly base64: string } | { readonly problem: "outside" | "no-file" | "unreadable" } {
  try {
    const file = realpathSync(resolve(root, path));
    const way = relative(realpathSync(root), file);
    if (/^\.\.(?:[\\/]|$)/.test(way) || isAbsolute(way)) return { problem: "outside" };
    const found = statSync(file);
    if (!found.isFile() || found.size > largest) return { problem: "no-file" };
    const bytes = readFileSync(file);
    return { bytes, base64: bytes.toString("base64") };
  } catch {
    return { problem: "unreadable" };
  }
}
