// Checks all models that loaded files make: each analysed by itself, their diagnostics joined without repetition.

import { parse } from "../../../grammar/parser/index.ts";
import { analyse, syntaxDiagnostics } from "../analysis/analyse.ts";
import type { Analysis } from "../analysis/types.ts";
import { diagnostic } from "../diagnostics/create.ts";
import { type Diagnostic, severities } from "../diagnostics/types.ts";
import { bind } from "../model/bind.ts";
import { type ReadTexts, withReadsNoted } from "../model/texts.ts";
import type { SourceFile } from "../source/types.ts";
import type { Loaded } from "./load.ts";
import { modelFiles } from "./models.ts";
import { configured, type Settings } from "./settings.ts";
import { coreCatalogue } from "./shipped.ts";

/** A model with its files and what is known about it. */
export interface CheckedModel {
  /** Name of the system, or the path of the first file where there is none. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly analysis: Analysis;
}

/** All models of some files. */
export interface Checked {
  readonly models: readonly CheckedModel[];
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

// Findings that a shared file earns only when no model that includes it has a use for what they are about.
const onlyWhenEverywhere: ReadonlySet<string> = new Set([
  "unused-control",
  "unused-assumption",
  "unused-decision",
  "isolated-element",
  "missing-system",
]);

/**
 * Analyses every model among loaded files as of a day (`YYYY-MM-DD`). Models of an earlier check on the same day are
 * taken over where none of their files changed. `read` is given which texts decided anything.
 */
export function check(loaded: Loaded, today: string, settings: Settings, earlier: readonly CheckedModel[] = [], read?: ReadTexts): Checked {
  const files = [...loaded.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const core = coreCatalogue();
  const models = modelFiles(files).map((members): CheckedModel => {
    const unchanged = earlier.find((model) => isSame(model.analysis.model.files, members, core));
    if (unchanged) return unchanged;
    const work = (): Analysis => analyse(bind([...new Set([...core, ...members])], core), today);
    const analysis = read === undefined ? work() : withReadsNoted(read, work);
    const own = members.filter((file) => file.origin === "user");
    return { name: analysis.model.system?.name ?? own[0]?.path ?? "", files: own, analysis };
  });
  const unreadable = loaded.unreadable.map(({ path, reason }) => {
    const file: SourceFile = { path, origin: "user", tree: parse(""), imports: [] };
    return diagnostic("unreadable-file", { file, range: { start: 0, end: 0 } }, { reason });
  });
  return { models, files, diagnostics: configured([...unreadable, ...joined(models)], settings) };
}

/** The same with what cannot be read in some files, each as models and the whole hold it, told anew from their trees. */
export function withProblems(checked: Checked, files: ReadonlySet<SourceFile>, settings: Settings): Checked {
  const isTold = ({ code, location }: Diagnostic): boolean => code === "syntax-error" && files.has(location.file);
  const found = new Map<string, Diagnostic>();
  const models = checked.models.map((model): CheckedModel => {
    const { model: bound, diagnostics } = model.analysis;
    const own = bound.files.filter((file) => files.has(file));
    if (own.length === 0) return model;
    const told = syntaxDiagnostics(own);
    for (const one of told) {
      const key = keyOf(one);
      if (!found.has(key)) found.set(key, one);
    }
    // In the order of the files, before all else.
    const all = [...diagnostics.filter((one) => one.code === "syntax-error" && !isTold(one)), ...told];
    const order = new Map(bound.files.map((file, index) => [file, index]));
    const place = ({ location }: Diagnostic): number => order.get(location.file) ?? 0;
    all.sort((a, b) => place(a) - place(b));
    return {
      ...model,
      analysis: { ...model.analysis, diagnostics: [...all, ...diagnostics.filter((one) => one.code !== "syntax-error")] },
    };
  });
  // Files that cannot be read at all stand before what is sorted.
  const isUnreadable = (one: Diagnostic): boolean => one.code === "unreadable-file";
  const rest = checked.diagnostics.filter((one) => !isUnreadable(one) && !isTold(one));
  const sorted = [...rest, ...configured([...found.values()], settings)].sort(byPlace);
  return { ...checked, models, diagnostics: [...checked.diagnostics.filter(isUnreadable), ...sorted] };
}

// The same texts under the same names, importing the same files: nothing about the model can have changed.
function isSame(known: readonly SourceFile[], members: readonly SourceFile[], core: readonly SourceFile[]): boolean {
  const wanted = new Map([...core, ...members].map((file) => [file.path, file]));
  if (wanted.size !== known.length) return false;
  return known.every((file) => {
    const other = wanted.get(file.path);
    return other !== undefined && other.tree === file.tree && targets(other) === targets(file);
  });
}

function targets(file: SourceFile): string {
  return file.imports.map((one) => one.problem?.detail ?? one.files.map((target) => target.path).join()).join("|");
}

function joined(models: readonly CheckedModel[]): Diagnostic[] {
  const seen = new Map<string, { diagnostic: Diagnostic; count: number }>();
  for (const { analysis } of models) {
    const own = new Set<string>();
    for (const one of analysis.diagnostics) {
      const key = keyOf(one);
      if (own.has(key)) continue;
      own.add(key);
      const known = seen.get(key);
      if (known) known.count++;
      else seen.set(key, { diagnostic: one, count: 1 });
    }
  }
  // By path: a model that was kept holds the file as it was read then.
  const including = (file: SourceFile): number => models.filter((model) => model.files.some((one) => one.path === file.path)).length;
  return [...seen.values()]
    .filter(({ diagnostic: one, count }) => !onlyWhenEverywhere.has(one.code) || count >= including(one.location.file))
    .map(({ diagnostic: one }) => one)
    .sort(byPlace);
}

// Findings with the same key are the same finding, told of several models.
function keyOf({ code, location: { file, range }, id, message }: Diagnostic): string {
  return `${code} ${file.path} ${range.start} ${range.end} ${id ?? ""} ${onlyWhenEverywhere.has(code) ? "" : message}`;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.location.file.path !== b.location.file.path) return a.location.file.path < b.location.file.path ? -1 : 1;
  if (a.location.range.start !== b.location.range.start) return a.location.range.start - b.location.range.start;
  if (a.severity !== b.severity) return severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return (a.id ?? a.message) < (b.id ?? b.message) ? -1 : 1;
}
