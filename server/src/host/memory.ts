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
        .filter(({ path }) => path.slice(0, path.lastIndexOf("/")) === folder)
        .map(({ path, end }) => path.slice(path.lastIndexOf("/") + 1) + end);
      return [...new Set([...own, ...(below?.list(folder) ?? [])])].sort();
    },
    real: (path) => (files[path] !== undefined || below === undefined ? path : below.real(path)),
  };
}
