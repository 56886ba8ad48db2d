// Writes results to files, and says in a sentence why that did not work.
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./command.ts";

/** Writes pieces to a file; `shown` is how the person at the keyboard named it. Its folder must be there, or is made. */
export function writeOutput(
  file: string,
  shown: string,
  pieces: Iterable<string | Uint8Array>,
  { makeFolder = false }: { readonly makeFolder?: boolean } = {},
): void {
  try {
    if (makeFolder) mkdirSync(path.dirname(file), { recursive: true });
    const descriptor = openSync(file, "w");
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "its folder does not exist",
      EISDIR: "it is a folder",
      ENOTDIR: "a file stands where its folder should be",
      EEXIST: "a file stands where its folder should be",
      EACCES: "permission denied",
      EROFS: "the disk takes no writing",
      ENOSPC: "the disk is full",
    };
    throw new Failure(`cannot write \`${shown}\`: ${reasons[code ?? ""] ?? message}`);
  }
}
