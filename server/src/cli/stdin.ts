// Standard input as a file: `-` among PATH arguments.
import { readSync } from "node:fs";
import { decode } from "../host/decode.ts";
import { nodeFiles } from "../host/node.ts";
import { type FileSystem, type FileText, largestFile } from "../host/types.ts";
import { folderOf } from "../workspace/paths.ts";
import { Failure } from "./command.ts";

/** How standard input is named to people. */
export const stdinName = "<stdin>";

/** The machine's files with standard input laid over them at a path. */
export function withStandardInput(path: string): FileSystem {
  const content = readStandardInput();
  return {
    ...nodeFiles,
    kind: (file) => (file === path ? "file" : nodeFiles.kind(file)),
    read: (file) => (file === path ? content : nodeFiles.read(file)),
    real: (file) => (file === path ? `${nodeFiles.real(folderOf(file))}/${stdinName}` : nodeFiles.real(file)),
  };
}

// What is too large is still read to its end, so that its writer is not cut off; what never ends is not.
const mostRead = 16 * largestFile;

/** All of standard input as text. */
export function readStandardInput(): FileText {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(65_536);
  let size = 0;
  for (let read = readChunk(buffer); read > 0 && size < mostRead; read = readChunk(buffer)) {
    size += read;
    if (size <= largestFile) chunks.push(Buffer.from(buffer.subarray(0, read)));
  }
  return size > largestFile ? { problem: `it is larger than ${largestFile / 1024 / 1024} MB` } : decode(Buffer.concat(chunks));
}

function readChunk(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new Failure(`standard input cannot be read: ${message}`);
      // Nothing there yet, and the pipe does not wait: wait a little instead of spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
