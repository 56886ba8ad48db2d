// Writes results to files, and says in a sentence why that did not work.
import { closeSync, openSync, writeFileSync } from "node:fs";
import { Failure } from "./command.ts";

/** Writes pieces to a file; `shown` is how the person at the keyboard named it. */
export function writeOutput(file: string, shown: string, pieces: Iterable<string | Uint8Array>): void {
  try {
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
      EACCES: "permission denied",
      EROFS: "the disk takes no writing",
      ENOSPC: "the disk is full",
    };
    throw new Failure(`cannot write \`${shown}\`: ${reasons[code ?? ""] ?? message}`);
  }
}
