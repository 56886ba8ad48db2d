// Binds files into a model: entities, names, kinds, headers and values. Pure; what is wrong becomes a diagnostic.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Path } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { withArticle } from "../diagnostics/words.ts";
import type { SourceFile } from "../source/types.ts";
import type { DeclarationSpec } from "../vocabulary/types.ts";
import { Collector } from "./collect.ts";
import { bindHeaders } from "./headers.ts";
import { Model } from "./model.ts";
import { NameIndex, type Resolution } from "./names.ts";
import { didYouMean, nearest } from "./suggest.ts";
import { type Entity, nameLocation, nameRange, type Pattern, type Reference } from "./types.ts";
import { bindProperties } from "./values.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What binding needs to know while it runs; handed to the passes. */
export class Binder {
  readonly vocabulary = new Vocabulary();
  readonly problems: Diagnostic[] = [];
  readonly references: Reference[] = [];
  readonly names: NameIndex;

  constructor(core: readonly SourceFile[]) {
    this.names = new NameIndex(core);
  }

  /** Keeps a diagnostic. */
  report(problem: Diagnostic): void {
    this.problems.push(problem);
  }

  /** Resolves a path of a declaration and keeps the reference, or reports why it cannot be. */
  resolvePath(path: Path, from: Entity, to: readonly Keyword[]): Entity | Pattern | undefined {
    if (path.segments.length === 0) return path.wildcard ? { pattern: true, container: undefined } : undefined;
    const result = this.lookUp(path, from, to);
    if ("problem" in result) {
      this.report(result.problem);
      return undefined;
    }
    this.references.push({ file: from.file, range: path.segments.at(-1) ?? path, target: result.found, from });
    return path.wildcard ? { pattern: true, container: result.found } : result.found;
  }

  /** What a path written in a declaration means, or the diagnostic that says why it means nothing. */
  lookUp(path: Path, from: Entity, to: readonly Keyword[]): { readonly found: Entity } | { readonly problem: Diagnostic } {
    const segments = path.segments.map((segment) => segment.text);
    const result = this.names.resolve(segments, from, from.file, to);
    return "found" in result ? result : { problem: this.nameProblem(result, path, segments.join("."), from, to) };
  }

  private nameProblem(
    result: Exclude<Resolution, { found: Entity }>,
    path: Path,
    name: string,
    from: Entity,
    to: readonly Keyword[],
  ): Diagnostic {
    const location = { file: from.file, range: path };
    const expected = listOf(to);
    if (result.problem === "ambiguous") {
      const related = result.candidates.map((entity) => ({ message: `\`${entity.id}\``, location: nameLocation(entity) }));
      return diagnostic(
        "ambiguous-name",
        location,
        { name, candidates: result.candidates.map((entity) => `\`${entity.id}\``).join(" or ") },
        { related },
      );
    }
    if (result.problem === "wrong-type") {
      const related = [{ message: `\`${result.entity.id}\` is declared here`, location: nameLocation(result.entity) }];
      return diagnostic("wrong-type", location, { name, actual: result.entity.keyword, expected }, { related });
    }
    const other = result.elsewhere[0];
    const related = other ? [{ message: "declared here", location: nameLocation(other) }] : [];
    const help = other ? importHelp(other, from.file) : this.spellingHelp(path, name, from, to);
    if (to.length === 1 && to[0] === "protocol") return diagnostic("unknown-protocol", location, { name }, { related, help });
    const declare = to.length === 1 && path.segments.length === 1 ? `declare it: \`${to[0]} ${name}\`` : undefined;
    return diagnostic("unknown-name", location, { name, expected }, { help: help ?? declare, related });
  }

  private spellingHelp(path: Path, name: string, from: Entity, to: readonly Keyword[]): string | undefined {
    const known = new Map<string, string>();
    for (const entity of this.names.candidates(from.file, to)) {
      known.set(entity.id, entity.id);
      if (!known.has(entity.name)) known.set(entity.name, entity.name);
    }
    const guess = nearest(name, known.keys()) ?? nearest(path.segments.at(-1)?.text ?? name, known.keys());
    return guess === undefined ? undefined : `did you mean \`${guess}\`?`;
  }
}

function importHelp(other: Entity, from: SourceFile): string {
  if (other.file.origin === "catalogue") return `import "${other.file.path.split("/")[0]}" to use it`;
  const base = from.path.split("/").slice(0, -1);
  const target = other.file.path.split("/");
  let common = 0;
  while (common < base.length && base[common] === target[common]) common++;
  const up = "../".repeat(base.length - common);
  return `it is declared in ${other.file.path}, which this file does not import: add \`import "${up || "./"}${target.slice(common).join("/")}"\``;
}

/** "device, process or store". */
export function listOf(keywords: readonly string[]): string {
  if (keywords.length > 5) return "element";
  return keywords.length < 2 ? (keywords[0] ?? "") : `${keywords.slice(0, -1).join(", ")} or ${keywords.at(-1)}`;
}

/** Binds files, in any order, into a model. `core` are the files of the catalogue that is always there. */
export function bind(files: readonly SourceFile[], core: readonly SourceFile[]): Model {
  const ordered = [...files].sort((a, b) =>
    a.origin === b.origin ? (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) : a.origin === "catalogue" ? -1 : 1,
  );
  const binder = new Binder(core);
  const collector = new Collector(binder.problems);
  for (const file of ordered) collector.file(file);
  const { entities } = collector;
  for (const entity of entities)
    if (entity.name !== "" && !entity.node.modifier && binder.vocabulary.spec(entity.keyword)?.name === "own") binder.names.add(entity);
  for (const entity of entities) bindHeaders(binder, entity);
  for (const entity of entities) {
    if (entity.keyword !== "property") continue;
    bindProperties(binder, entity);
    const taken = entity.appliesTo.find((keyword) => binder.vocabulary.isBuiltIn(keyword, entity.name));
    if (taken)
      binder.report(
        diagnostic(
          "duplicate-name",
          nameLocation(entity),
          { name: entity.name },
          { help: `${withArticle(taken)} already has it; choose another name` },
        ),
      );
    else binder.vocabulary.add(entity);
  }
  for (const entity of entities) if (entity.keyword !== "property") bindProperties(binder, entity);
  for (const entity of entities) applyModifier(entity);
  for (const entity of entities) checkRequired(binder, entity);
  for (const file of ordered) for (const problem of importProblems(file)) binder.report(problem);
  return new Model(ordered, entities, binder);
}

// `override` lays its properties over the entry; later ones win. `disable` switches the entry off.
function applyModifier(entity: Entity): void {
  const { subject } = entity;
  if (subject === undefined || entity.node.modifier === undefined) return;
  if (entity.node.modifier.text === "disable") subject.disabledBy = entity;
  else {
    subject.overrides.push(entity);
    if (entity.node.title) subject.title = entity.node.title.value;
    for (const [name, property] of entity.properties) subject.properties.set(name, property);
    for (const row of entity.children) {
      const known = subject.children.findIndex((child) => child.name === row.name);
      subject.children.splice(known < 0 ? subject.children.length : known, 1, row);
    }
  }
}

function checkRequired(binder: Binder, entity: Entity): void {
  const spec = binder.vocabulary.spec(entity.keyword) as DeclarationSpec;
  const modifier = entity.node.modifier?.text;
  const required =
    modifier === "disable"
      ? ["reason"]
      : modifier === "override"
        ? []
        : spec.properties.filter(({ required, unless }) => required && !(unless && entity.properties.has(unless))).map((p) => p.name);
  const missing = required.filter((name) => !entity.properties.has(name) && !inherits(entity, name));
  if (missing.length === 0) return;
  // Where something in the declaration could not be read, what seems missing may stand right there.
  const broken = entity.file.tree.problems.some((problem) => problem.start >= entity.node.start && problem.start <= entity.node.end);
  if (broken) return;
  for (const name of missing) {
    // Written without its colon it was read as a declaration, and reported there.
    if (entity.node.body?.items.some((item) => item.type === "declaration" && item.keyword.text === name)) continue;
    const range = nameRange(entity);
    const example = spec.properties.find((property) => property.name === name)?.doc;
    binder.report(
      diagnostic(
        "missing-property",
        { file: entity.file, range },
        { property: name, what: entity.keyword, name: entity.name || entity.id },
        { help: `add \`${name}:\`${example ? ` (${lowerFirst(example)})` : ""}` },
      ),
    );
  }
}

function inherits(entity: Entity, name: string): boolean {
  const seen = new Set(entity.kinds);
  for (const kind of seen) {
    if (kind.properties.has(name)) return true;
    for (const parent of kind.kinds) seen.add(parent);
  }
  return false;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, "")}`;

function importProblems(file: SourceFile): Diagnostic[] {
  return file.imports.flatMap(({ node, problem }) => {
    if (problem === undefined) return [];
    const target = node.target?.value ?? "";
    const range = node.target ?? node;
    if (problem.reason === "unnamed") return [];
    const help =
      problem.reason === "unknown-catalogue"
        ? (didYouMean(target, problem.known) ?? `catalogues are ${problem.known.join(", ")}`)
        : problem.reason === "outside"
          ? "keep what a model needs inside the folder that is checked"
          : problem.reason === "missing"
            ? "correct the path; it is relative to this file"
            : undefined;
    return [diagnostic("unresolved-import", { file, range }, { target, reason: problem.detail }, { help })];
  });
}
