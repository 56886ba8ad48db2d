// One run of the checker over what the PATH arguments stand for: every workspace by itself, the results joined.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { SourceFile } from "../source/types.ts";
import { type Checked, type CheckedModel, check } from "../workspace/check.ts";
import { type Loaded, load } from "../workspace/load.ts";
import { folderOf } from "../workspace/paths.ts";
import type { Settings } from "../workspace/settings.ts";
import { coreCatalogue } from "../workspace/shipped.ts";
import { Failure } from "./command.ts";
import { expect, settleMemory } from "./engine.ts";
import { findInputs } from "./inputs.ts";

/** Everything that outputs are made of. */
export interface Result {
  readonly models: readonly CheckedModel[];
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What kept the command from its work apart from the models: a broken `ward.json`. */
  readonly problems: readonly string[];
  /** A file could not be read, an import could not be followed, or the configuration is broken. */
  readonly incomplete: boolean;
  /** Folders in which a change can change the result. */
  readonly folders: readonly string[];
}

/** Trees kept between runs, by path. */
export type Trees = Map<string, SyntaxTree>;

/** A workspace that was checked. */
export interface CheckedWorkspace {
  readonly root: string;
  readonly settings: Settings;
  /** The files in it that the arguments stand for. */
  readonly paths: readonly string[];
  readonly loaded: Loaded;
  readonly checked: Checked;
}

/** Checks the workspaces that PATH arguments stand for, each by itself. */
export function checkWorkspaces(
  operands: readonly string[],
  cwd: string,
  today: string,
  trees: Trees = new Map(),
): { readonly workspaces: readonly CheckedWorkspace[]; readonly problems: readonly string[]; readonly folders: readonly string[] } {
  const { workspaces, problems, folders, fileSystem } = findInputs(operands, cwd);
  coreCatalogue();
  settleMemory();
  let characters = 0;
  const parseOnce = (path: string, text: string): SyntaxTree => {
    characters += text.length;
    expect(characters);
    const known = trees.get(path);
    if (known?.text === text) return known;
    const tree = parse(text);
    trees.set(path, tree);
    return tree;
  };
  const checked = workspaces.map(({ root, settings, files: paths }): CheckedWorkspace => {
    const loaded = load(paths, { fileSystem, root, shownFrom: cwd, parse: parseOnce });
    return { root, settings, paths, loaded, checked: check(loaded, today, settings) };
  });
  return { workspaces: checked, problems, folders };
}

/** Checks what PATH arguments stand for. */
export function checkPaths(operands: readonly string[], cwd: string, today: string, trees: Trees = new Map()): Result {
  const { workspaces, problems, folders } = checkWorkspaces(operands, cwd, today, trees);
  const models: CheckedModel[] = [];
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const places = new Set(folders);
  let incomplete = problems.length > 0;
  for (const { root, paths, loaded, checked } of workspaces) {
    models.push(...checked.models);
    files.push(...checked.files);
    diagnostics.push(...checked.diagnostics);
    for (const path of [...paths, ...loaded.files.keys(), `${root === "/" ? "" : root}/ward.json`]) places.add(folderOf(path));
    incomplete ||= loaded.unreadable.length > 0 || checked.files.some((file) => file.imports.some((one) => one.problem));
  }
  if (workspaces.length > 1) diagnostics.sort((a, b) => compare(a.location.file.path, b.location.file.path));
  return { models, files, diagnostics, problems, incomplete, folders: [...places] };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The day of the analysis: as given, else today where the command runs. */
export function dayOf(given: string | undefined): string {
  if (given === undefined) {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) && new Date(given).toISOString().startsWith(given);
  if (!isDay) throw new Failure(`\`--today\` takes a day such as 2026-05-31, not \`${given}\``);
  return given;
}
