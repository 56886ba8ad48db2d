// Reads files and follows their imports. What cannot be read or followed becomes a problem of the import or the file;
// nothing outside the workspace's root is ever read.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import type { FileSystem } from "../host/types.ts";
import type { ImportProblem, ResolvedImport, SourceFile } from "../source/types.ts";
import { folderOf, isWithin, join, relative } from "./paths.ts";
import { catalogueNames, shippedCatalogue } from "./shipped.ts";

/** A file that could not be read as text. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** Files that were read, by absolute path, in the order in which they were asked for. */
export interface Loaded {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly unreadable: readonly UnreadableFile[];
}

/** How to load. */
export interface LoadOptions {
  readonly fileSystem: FileSystem;
  /** Absolute paths below this folder may be imported, no others. */
  readonly root: string;
  /** File names are shown relative to this folder. */
  readonly shownFrom: string;
  /** Parses a text; a caller that keeps trees between runs gives its own. */
  readonly parse?: (path: string, text: string) => SyntaxTree;
}

/** Loads files by absolute path, and everything that they import. */
export function load(paths: readonly string[], options: LoadOptions): Loaded {
  const { fileSystem, root, shownFrom } = options;
  const files = new Map<string, SourceFile>();
  const unreadable: UnreadableFile[] = [];
  const failed = new Map<string, string>();
  const queue: { path: string; imports: ResolvedImport[]; file: SourceFile }[] = [];

  const open = (path: string): SourceFile | undefined => {
    const known = files.get(path);
    if (known || failed.has(path)) return known;
    const content = fileSystem.read(path);
    if ("problem" in content) {
      failed.set(path, content.problem);
      return undefined;
    }
    const imports: ResolvedImport[] = [];
    const tree = options.parse ? options.parse(path, content.text) : parse(content.text);
    const file: SourceFile = { path: relative(shownFrom, path), origin: "user", tree, imports };
    files.set(path, file);
    queue.push({ path, imports, file });
    return file;
  };

  const follow = (from: string, target: string): { files: readonly SourceFile[]; problem?: ImportProblem } => {
    if (target.startsWith("ward:")) return followShipped(target.slice("ward:".length));
    if (target === "") return { files: [], problem: { reason: "missing", detail: "the path is empty" } };
    const path = join(folderOf(from), target.replaceAll("\\", "/"));
    // A missing file has no real path of its own, so a root that is a link would seem to lie elsewhere.
    const leaves = (): boolean => fileSystem.kind(path) !== undefined && !isWithin(fileSystem.real(root), fileSystem.real(path));
    if (!isWithin(root, path) || leaves()) {
      return { files: [], problem: { reason: "outside", detail: `it lies outside the workspace (${relative(shownFrom, root)})` } };
    }
    const file = open(path);
    if (file) return { files: [file] };
    const detail = failed.get(path) ?? "there is no such file";
    return { files: [], problem: { reason: fileSystem.kind(path) === undefined ? "missing" : "unreadable", detail } };
  };

  for (const path of paths) {
    open(path);
    const reason = failed.get(path);
    if (reason !== undefined) unreadable.push({ path: relative(shownFrom, path), reason });
  }
  for (const { path, imports, file } of queue) {
    for (const item of file.tree.items) {
      if (item.type !== "import") continue;
      if (item.target === undefined) imports.push({ node: item, files: [], problem: { reason: "unnamed", detail: "" } });
      else imports.push({ node: item, ...follow(path, item.target.value) });
    }
  }
  return { files, unreadable };
}

function followShipped(name: string): { files: readonly SourceFile[]; problem?: ImportProblem } {
  const files = shippedCatalogue(name);
  if (files) return { files };
  const known = catalogueNames().map((one) => `ward:${one}`);
  return { files: [], problem: { reason: "unknown-catalogue", detail: "no catalogue of this name ships with the tool", known } };
}
