// PATH arguments to files: folders walked for `.ward` files, each path with the workspace that it belongs to.
import { readSync } from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { decode } from "../host/decode.ts";
import { nodeFiles } from "../host/node.ts";
import { type FileSystem, type FileText, largestFile } from "../host/types.ts";
import { folderOf, isWithin, relative } from "../workspace/paths.ts";
import { findRoot, readSettings, type Settings } from "../workspace/settings.ts";
import { Failure } from "./command.ts";

/** The files that belong to one workspace. */
export interface Workspace {
  readonly root: string;
  readonly settings: Settings;
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
}

/** What the PATH arguments stand for. */
export interface Inputs {
  readonly workspaces: readonly Workspace[];
  /** What is wrong with `ward.json`, as sentences. */
  readonly problems: readonly string[];
  /** Folders that were walked, for watching. */
  readonly folders: readonly string[];
  readonly fileSystem: FileSystem;
}

/** How standard input is named to people. */
export const stdinName = "<stdin>";

/** Finds the files of PATH arguments; none means the working folder. Folders that hold no `.ward` file are failures. */
export function findInputs(operands: readonly string[], cwd: string): Inputs {
  const here = slashes(cwd);
  const standard = `${here === "/" ? "" : here}/${stdinName}`;
  const fileSystem = operands.includes("-") ? withStandardInput(standard) : nodeFiles;
  const found = new Map<string, { settings: Settings; files: Set<string> }>();
  const problems: string[] = [];
  const folders = new Set<string>();
  const empty: string[] = [];
  let files = 0;
  for (const operand of operands.length === 0 ? ["."] : operands) {
    const place = operand === "-" ? standard : slashes(path.resolve(cwd, operand));
    const isFolder = fileSystem.kind(place) === "folder";
    const folder = isFolder ? place : folderOf(place);
    const root = findRoot(fileSystem, folder) ?? (isWithin(here, place) ? here : folder);
    let workspace = found.get(root);
    if (workspace === undefined) {
      const read = readSettings(fileSystem, root);
      for (const problem of read.problems) problems.push(problem.replace("ward.json", relative(here, `${root === "/" ? "" : root}/ward.json`)));
      workspace = { settings: read.settings, files: new Set() };
      found.set(root, workspace);
    }
    if (!isFolder) {
      workspace.files.add(place);
      files++;
      continue;
    }
    const walk = walkFolder(fileSystem, place, root, workspace.settings.exclude);
    for (const file of walk.files) workspace.files.add(file);
    for (const one of walk.folders) folders.add(one);
    files += walk.files.length;
    if (walk.files.length === 0) empty.push(`there is no .ward file in \`${relative(here, place)}\`${walk.skipped > 0 ? ` but ${walk.skipped} that .gitignore or ward.json exclude` : ""}`);
  }
  // In watch mode the first file may still come; `empty` is then told by the caller.
  if (empty.length > 0) throw new NothingThere(empty.join("; "), files, [...folders]);
  const workspaces = [...found].map(([root, { settings, files: own }]) => ({ root, settings, files: [...own].sort() }));
  return { workspaces: workspaces.sort((a, b) => (a.root < b.root ? -1 : 1)), problems, folders: [...folders], fileSystem };
}

/** A folder without any model in it. */
export class NothingThere extends Failure {
  /** Where a first file may still appear. */
  readonly folders: readonly string[];

  constructor(message: string, others: number, folders: readonly string[]) {
    super(message, others === 0 ? "`ward init` starts one" : undefined);
    this.folders = folders;
  }
}

function slashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}

interface Walk {
  readonly files: string[];
  readonly folders: string[];
  /** How many `.ward` files were left out by patterns. */
  skipped: number;
}

/** Patterns and the folder they count from. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

function walkFolder(fileSystem: FileSystem, start: string, root: string, exclude: readonly string[]): Walk {
  const walk: Walk = { files: [], folders: [], skipped: 0 };
  const above: Patterns[] = exclude.length > 0 ? [{ folder: root, matcher: ignore().add([...exclude]) }] : [];
  const outer: string[] = [];
  for (let at = start; at !== root && isWithin(root, at); at = folderOf(at)) outer.unshift(folderOf(at));
  for (const folder of outer) above.push(...patternsOf(fileSystem, folder));
  // Whoever names an ignored folder means it; only the patterns inside it count then.
  const counting = isIgnored(above, start, true) ? [] : above;
  const queue: { folder: string; patterns: readonly Patterns[] }[] = [{ folder: start, patterns: counting }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const { folder } = step;
    walk.folders.push(folder);
    const patterns = [...step.patterns, ...patternsOf(fileSystem, folder)];
    for (const name of fileSystem.list(folder)) {
      const isFolder = name.endsWith("/");
      if (name.startsWith(".") || name === "node_modules/" || (!isFolder && !name.endsWith(".ward"))) continue;
      const place = `${folder === "/" ? "" : folder}/${isFolder ? name.slice(0, -1) : name}`;
      if (isIgnored(patterns, place, isFolder)) walk.skipped += isFolder ? 0 : 1;
      else if (isFolder) queue.push({ folder: place, patterns });
      else walk.files.push(place);
    }
  }
  walk.files.sort();
  return walk;
}

function patternsOf(fileSystem: FileSystem, folder: string): Patterns[] {
  const content = fileSystem.kind(`${folder}/.gitignore`) === "file" ? fileSystem.read(`${folder}/.gitignore`) : undefined;
  return content !== undefined && "text" in content ? [{ folder, matcher: ignore().add(content.text) }] : [];
}

// The innermost file of patterns that says anything decides, as in git.
function isIgnored(patterns: readonly Patterns[], place: string, isFolder: boolean): boolean {
  for (const { folder, matcher } of patterns.toReversed()) {
    if (place === folder) continue;
    const { ignored, unignored } = matcher.test(relative(folder, place) + (isFolder ? "/" : ""));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function withStandardInput(standard: string): FileSystem {
  const content = readStandardInput();
  return {
    ...nodeFiles,
    kind: (file) => (file === standard ? "file" : nodeFiles.kind(file)),
    read: (file) => (file === standard ? content : nodeFiles.read(file)),
    real: (file) => (file === standard ? `${nodeFiles.real(folderOf(file))}/${stdinName}` : nodeFiles.real(file)),
  };
}

/** All of standard input as text. */
export function readStandardInput(): FileText {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(65_536);
  let size = 0;
  for (;;) {
    const read = readChunk(buffer);
    if (read === 0) break;
    size += read;
    if (size > largestFile) return { problem: `it is larger than ${largestFile / 1024 / 1024} MB` };
    chunks.push(Buffer.from(buffer.subarray(0, read)));
  }
  return decode(Buffer.concat(chunks));
}

function readChunk(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new Failure(`standard input cannot be read: ${(error as Error).message}`);
      // Nothing typed yet on a terminal that does not block: wait a little instead of spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
