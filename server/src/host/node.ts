// The file system of the machine, by Node.
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { decode } from "./decode.ts";
import { type FileSystem, type FileText, largestFile } from "./types.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? message;
}

/** The file system of the machine. */
export const nodeFiles: FileSystem = {
  kind(path) {
    try {
      const stat = statSync(path);
      return stat.isDirectory() ? "folder" : "file";
    } catch {
      return undefined;
    }
  },
  read(path): FileText {
    try {
      const stat = statSync(path);
      if (!stat.isFile()) return { problem: stat.isDirectory() ? "it is a folder" : "it is no regular file" };
      if (stat.size > largestFile) return { problem: `it is larger than ${largestFile / 1024 / 1024} MB` };
      return decode(readFileSync(path));
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  },
  list(folder) {
    try {
      const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        if (entry.isDirectory()) return [`${entry.name}/`];
        if (entry.isFile()) return [entry.name];
        return entry.isSymbolicLink() && nodeFiles.kind(`${folder}/${entry.name}`) === "file" ? [entry.name] : [];
      });
      return names.sort();
    } catch {
      return [];
    }
  },
  real(path) {
    try {
      return realpathSync(path);
    } catch {
      return path;
    }
  },
};
