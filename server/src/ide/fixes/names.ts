// Names that mean nothing, too much, or the same as another: correct the spelling, declare it, import it, write more of the
// path, rename it.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { Declaration, Path } from "../../../../grammar/syntax.ts";
import { nearest } from "../../model/suggest.ts";
import type { Entity } from "../../model/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import { shippedSources } from "../../workspace/shipped.ts";
import { freeName, importPath, namesOf, shortestPath } from "../scope.ts";
import { declarationsIn } from "../tree.ts";
import { declarationAt, entityAt, pathAt } from "./at.ts";
import { insert, replace } from "./edits.ts";
import { expectedAt, propertySpecAt } from "./expected.ts";
import { type Draft, draft, type Family, type Problem, selected } from "./family.ts";
import { addDeclaration, addImport } from "./insert.ts";
import { isSlip } from "./slip.ts";
import { stubDeclaration } from "./stub.ts";

/** Fixes of `unknown-name` and `unknown-protocol`. */
export const unknownName: Family = function* (problem) {
  const { file } = problem;
  const expected = expectedAt(problem);
  const path = pathAt(problem) ?? namePath(problem);
  if (path === undefined || expected.length === 0) return;
  const elsewhere = declaredElsewhere(problem, path, expected);
  const sole = elsewhere.length === 1;
  for (const target of elsewhere.slice(0, 3)) {
    const title = `Import \`${target.replace(/^\.\//, "")}\`, which declares \`${path.segments.at(-1)?.text}\``;
    yield draft(problem, title, [addImport(file, target)], { preferred: sole, safe: sole });
  }
  yield* corrections(problem, path, expected, elsewhere.length === 0);
  if (elsewhere.length === 0 && isDeclarable(problem, expected)) yield* declare(problem, path, expected);
};

// What to import for a name: files of the workspace and catalogues that declare it and are not seen yet.
function declaredElsewhere(problem: Problem, path: Path, expected: readonly Keyword[]): string[] {
  const { analysis, file, snapshot } = problem;
  const seen = new Set([...namesOf(analysis.model).visibleFrom(file)].map((one) => one.path));
  const name = path.segments.at(-1)?.text;
  const found = new Set<string>();
  for (const other of [...snapshot.checked.files, ...shippedSources()]) {
    if (seen.has(other.path)) continue;
    for (const node of declarationsIn(other.tree.items)) {
      const isWanted = node.name?.text === name && !node.modifier && (expected as readonly string[]).includes(node.keyword.text);
      if (isWanted && fitsHere(problem, node)) found.add(importPath(file, other));
    }
  }
  return [...found];
}

// A kind has to be one of what it is written for.
function fitsHere(problem: Problem, declared: Declaration): boolean {
  const node = declarationAt(problem);
  if (declared.keyword.text !== "kind" || !node?.kinds.some((kind) => kind.start === problem.range.start)) return true;
  const entity = entityAt(problem);
  const wanted: readonly string[] = node.keyword.text === "kind" ? (entity?.appliesTo ?? []) : [node.keyword.text];
  return declared.headers.some(
    (header) => header.type === "of" && header.targets.some((target) => wanted.includes(target.segments[0]?.text ?? "")),
  );
}

// Entries of a catalogue that stand for knowledge, and kinds that a condition asks for, are not declared in passing.
function isDeclarable(problem: Problem, expected: readonly Keyword[]): boolean {
  const type = propertySpecAt(problem)?.value.type;
  return (
    expected[0] !== "threat" &&
    expected[0] !== "requirement" &&
    type !== "condition" &&
    type !== "cases" &&
    declarationAt(problem)?.modifier === undefined
  );
}

// The name of a decision or override stands where others have their own.
function namePath(problem: Problem): Path | undefined {
  const name = declarationAt(problem)?.name;
  return name && name.start === problem.range.start
    ? { type: "path", start: name.start, end: name.end, segments: [name], wildcard: false }
    : undefined;
}

function* corrections(problem: Problem, path: Path, expected: readonly Keyword[], alone: boolean): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const from = entityAt(problem);
  const found = nearestEntities(problem, path, expected, from);
  for (const [index, entity] of found.entries()) {
    const name = shortestPath(analysis.model, entity, from, file, expected) as string;
    const text = path.wildcard ? `${name}.*` : name;
    const safe = alone && found.length === 1 && isSlip(problem.text.slice(path.start, path.end), text);
    yield draft(problem, `Write \`${text}\``, [replace(file, path, text)], { preferred: alone && index === 0, safe });
  }
}

// What is written like it, by full path, by shortest path or by name alone; three at most.
function nearestEntities(problem: Problem, path: Path, expected: readonly Keyword[], from: Entity | undefined): Entity[] {
  const { analysis, file } = problem;
  const spellings = new Map<string, Entity>();
  for (const entity of namesOf(analysis.model).candidates(file, expected)) {
    const seen = shortestPath(analysis.model, entity, from, file, expected);
    if (seen === undefined || entity === from || !fitsHere(problem, entity.node)) continue;
    for (const spelling of [entity.id, entity.name, seen]) if (!spellings.has(spelling)) spellings.set(spelling, entity);
  }
  const segments = path.segments.map((segment) => segment.text);
  const found: Entity[] = [];
  for (const wanted of [segments.join("."), segments.at(-1) ?? ""]) {
    for (let best = nearest(wanted, spellings.keys()); best !== undefined && found.length < 3; best = nearest(wanted, spellings.keys())) {
      const entity = spellings.get(best) as Entity;
      for (const [spelling, meant] of spellings) if (meant === entity) spellings.delete(spelling);
      found.push(entity);
    }
  }
  return found;
}

// Declared where its like stands; in the container that the path names, where it names one.
function* declare(problem: Problem, path: Path, expected: readonly Keyword[]): Iterable<Draft | undefined> {
  const { file } = problem;
  const name = path.segments.at(-1)?.text;
  if (name === undefined || path.segments.length > 2 || path.wildcard) return;
  const container = path.segments.length === 2 ? resolve(problem, path.segments[0]?.text ?? "") : undefined;
  if (path.segments.length === 2 && (container === undefined || container.file !== file || container.node.body === undefined)) return;
  for (const keyword of expected.length > 4 ? likely(container).filter((one) => expected.includes(one)) : expected) {
    if (!declarationSpec(keyword)?.within.includes(container === undefined ? "file" : container.keyword)) continue;
    const text = stubDeclaration(problem, keyword, name, file, headerFor(problem, keyword));
    if (text === undefined) continue;
    if (container === undefined) yield draft(problem, `Declare ${keyword} \`${name}\``, [addDeclaration(file, text, [keyword])]);
    else yield draft(problem, `Declare ${keyword} \`${name}\` in \`${container.id}\``, [intoBody(container, text)]);
  }
}

// A new kind is one of what it was written for.
function headerFor(problem: Problem, keyword: Keyword): Record<string, string> {
  const from = entityAt(problem);
  if (keyword !== "kind" || from === undefined) return {};
  return { header: `of ${from.keyword === "kind" ? (from.appliesTo[0] ?? "device") : from.keyword}` };
}

function likely(container: Entity | undefined): readonly Keyword[] {
  return container === undefined ? ["actor", "device", "external", "process"] : ["process", "device", "external"];
}

function resolve({ analysis, file }: Problem, name: string): Entity | undefined {
  const result = namesOf(analysis.model).resolve([name], undefined, file, ["device", "boundary"]);
  return "found" in result ? result.found : undefined;
}

function intoBody(container: Entity, text: string) {
  const { file, node } = container;
  const source = file.tree.text;
  const { body } = node as { body: NonNullable<typeof node.body> };
  const indent = /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", node.start - 1) + 1))?.[0] ?? "";
  const last = body.items.at(-1);
  const lines = text
    .split("\n")
    .map((line) => `\n${indent}  ${line}`)
    .join("");
  if (!/[\r\n]/.test(source.slice(body.start, body.end))) {
    // A body on one line is opened up for a declaration in it.
    const items = body.items.map((item) => `\n${indent}  ${source.slice(item.start, item.end)}`).join("");
    return replace(file, { start: body.start, end: body.end }, `{${items}${lines}\n${indent}}`);
  }
  return insert(file, last?.end ?? body.start + 1, lines);
}

/** Fixes of `ambiguous-name`. */
export const ambiguousName: Family = function* (problem) {
  const { analysis, file } = problem;
  const path = pathAt(problem) ?? namePath(problem);
  const expected = expectedAt(problem);
  if (path === undefined) return;
  const last = path.segments.at(-1)?.text;
  const from = entityAt(problem);
  for (const entity of namesOf(analysis.model).candidates(file, expected)) {
    if (entity.name !== last) continue;
    const name = shortestPath(analysis.model, entity, from, file, expected);
    const text = path.wildcard ? `${name}.*` : name;
    yield text !== undefined && name !== undefined ? draft(problem, `Write \`${text}\``, [replace(file, path, text)]) : undefined;
  }
};

/** Fixes of `duplicate-name`: another name, or a change of the catalogue's entry. */
export const duplicateName: Family = function* (problem) {
  const { analysis, file } = problem;
  const node = declarationAt(problem);
  if (node?.name === undefined) return;
  const first = problem.diagnostic.related[0]?.location.file;
  const name = freeName(analysis.model, node.name.text);
  if (first?.origin === "catalogue")
    yield draft(problem, "Change the entry of the catalogue: `override`", [insert(file, node.keyword.start, "override ")]);
  yield draft(problem, `Rename it to \`${name}\``, [replace(file, node.name, selected(name))]);
};

/** Fixes of `invalid-name`. */
export const invalidName: Family = function* (problem) {
  const node = declarationAt(problem);
  if (node?.name === undefined) return;
  const name = freeName(
    problem.analysis.model,
    node.name.text.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase()),
  );
  yield draft(problem, `Rename it to \`${name}\``, [replace(problem.file, node.name, name)], { preferred: true });
};
