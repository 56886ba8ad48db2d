// A file system in memory, for tests, standard input laid over the machine's files, and browsers.
import type { FileSystem } from "./types.ts";

/** Files by absolute path, over another file system where one is given. */
export function memoryFiles(files: Readonly<Record<string, string>>, below?: FileSystem): FileSystem {
  const folders = new Set<string>();
  for (const path of Object.keys(files)) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) folders.add(path.slice(0, at));
  }
  return {
    kind: (path) => (files[path] !== undefined ? "file" : folders.has(path) ? "folder" : below?.kind(path)),
    read: (path) => {
      const text = files[path];
      return text !== undefined
        ? { text }
        : (below?.read(path) ?? { problem: folders.has(path) ? "it is a folder" : "there is no such file" });
    },
    list: (folder) => {
      const own = [...Object.keys(files).map((path) => ({ path, end: "" })), ...[...folders].map((path) => ({ path, end: "/" }))]
        .filter(({ path }) => (path.slice(0, path.lastIndexOf("/")) || "/") === folder)
        .map(({ path, end }) => path.slice(path.lastIndexOf("/") + 1) + end);
      return [...new Set([...own, ...(below?.list(folder) ?? [])])].sort();
    },
    real: (path) => (files[path] !== undefined || below === undefined ? path : below.real(path)),
  };
}

/** Files that come and go while the server runs, over another file system where one is given. */
export function livingFiles(below?: FileSystem): { fileSystem: FileSystem; receive: (path: string, text: string | undefined) => void } {
  const files: Record<string, string> = {};
  let now = memoryFiles(files, below);
  return {
    fileSystem: {
      kind: (path) => now.kind(path),
      read: (path) => now.read(path),
      list: (folder) => now.list(folder),
      real: (path) => now.real(path),
    },
    receive: (path, text) => {
      if (text !== undefined) files[path] = text;
      // What is gone may be a folder.
      else for (const one of Object.keys(files)) if (one === path || one.startsWith(`${path}/`)) delete files[one];
      // The folders follow from the files, so they are made anew after each change.
      now = memoryFiles(files, below);
    },
  };
}
