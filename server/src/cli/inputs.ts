// PATH arguments to files, each with the workspace that it belongs to.
import path from "node:path";
import { nodeFiles } from "../host/node.ts";
import type { FileSystem } from "../host/types.ts";
import { walkFolder } from "../workspace/discover.ts";
import { folderOf, isWithin, relative } from "../workspace/paths.ts";
import { findRoot, readSettings, type Settings } from "../workspace/settings.ts";
import { Failure } from "./command.ts";
import { stdinName, withStandardInput } from "./stdin.ts";

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
  /** What is wrong with `ward.json`, and folders without models, as sentences. */
  readonly problems: readonly string[];
  /** Folders that were walked, for watching. */
  readonly folders: readonly string[];
  readonly fileSystem: FileSystem;
}

/** Folders without any model in them. */
export class NothingThere extends Failure {
  /** Where a first file may still appear. */
  readonly folders: readonly string[];

  constructor(message: string, folders: readonly string[]) {
    super(message, "`ward init` starts one");
    this.folders = folders;
  }
}

/** Finds the files of PATH arguments; none means the working folder. Throws `NothingThere` when there is no file at all. */
export function findInputs(operands: readonly string[], cwd: string): Inputs {
  const standard = below(cwd, stdinName);
  const fileSystem = operands.includes("-") ? withStandardInput(standard) : nodeFiles;
  const workspaces = new Map<string, { root: string; settings: Settings; files: Set<string> }>();
  const problems: string[] = [];
  const folders = new Set<string>();
  const workspaceOf = (folder: string, place: string): { root: string; settings: Settings; files: Set<string> } => {
    const root = findRoot(fileSystem, folder) ?? (isWithin(cwd, place) ? cwd : folder);
    const known = workspaces.get(root);
    if (known) return known;
    const { settings, problems: own } = readSettings(fileSystem, root);
    for (const problem of own) problems.push(problem.replace("ward.json", relative(cwd, below(root, "ward.json"))));
    const made = { root, settings, files: new Set<string>() };
    workspaces.set(root, made);
    return made;
  };
  let found = 0;
  for (const operand of operands.length === 0 ? ["."] : operands) {
    const place = operand === "-" ? standard : slashes(path.resolve(cwd, operand));
    if (fileSystem.kind(place) !== "folder") {
      workspaceOf(folderOf(place), place).files.add(place);
      found++;
      continue;
    }
    const workspace = workspaceOf(place, place);
    const walk = walkFolder(fileSystem, place, workspace.root, workspace.settings.exclude);
    for (const file of walk.files) workspace.files.add(file);
    for (const folder of walk.folders) folders.add(folder);
    found += walk.files.length;
    const but = walk.skipped > 0 ? ` but ${walk.skipped} that .gitignore or ward.json exclude` : "";
    if (walk.files.length === 0) problems.push(`there is no .ward file in \`${relative(cwd, place)}\`${but}`);
  }
  if (found === 0) throw new NothingThere(problems.join("; "), [...folders]);
  const sorted = [...workspaces.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  return { workspaces: sorted.map((one) => ({ ...one, files: [...one.files].sort() })), problems, folders: [...folders], fileSystem };
}

function below(folder: string, name: string): string {
  return `${folder === "/" ? "" : folder}/${name}`;
}

function slashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
