// What the workspace asks of the machine: files and folders. Implemented for Node, and in memory for tests and browsers.

/** A file's text, or why there is none, in words that can follow "this file cannot be read:". */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Reads files and folders. Paths are absolute, with `/`. */
export interface FileSystem {
  /** What stands at a path, links followed; undefined when nothing does. */
  kind(path: string): "file" | "folder" | undefined;
  read(path: string): FileText;
  /** Names in a folder, sorted; folders end with `/`. Links to folders are not listed, so that a loop cannot trap a walk. */
  list(folder: string): readonly string[];
  /** The path with all links resolved; the path itself when that fails. */
  real(path: string): string;
}

/** Larger files than this are no models written by people, and are not read. */
export const largestFile = 16 * 1024 * 1024;
