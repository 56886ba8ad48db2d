// Bytes to text: UTF-8 only, and a clear word about anything else.
import type { FileText } from "./types.ts";

/** Decodes the bytes of a file. */
export function decode(bytes: Uint8Array): FileText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: "it is UTF-16; save it as UTF-8" };
  if (bytes.subarray(0, 4096).includes(0)) return { problem: "it is a binary file, not text" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: "it is not UTF-8; save it as UTF-8" };
  }
}
