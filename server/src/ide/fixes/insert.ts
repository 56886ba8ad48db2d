// New declarations and imports: where they are put, and what the new text sees.
import type { Keyword } from "../../../../grammar/keywords.ts";
import { format } from "../../../../grammar/print.ts";
import type { Item } from "../../../../grammar/syntax.ts";
import type { Entity } from "../../model/types.ts";
import type { SourceFile } from "../../source/types.ts";
import { importPath, namesOf, shortestPath } from "../scope.ts";
import { afterComment, insert, lineBreaks } from "./edits.ts";
import { type Edit, type Problem, remarked, unmarked } from "./family.ts";

/** Puts a declaration after the last one of some keywords at the top level of a file, or else at its end. */
export function addDeclaration(file: SourceFile, declaration: string, after: readonly Keyword[]): Edit {
  const text = remarked(declaration, format(`${unmarked(declaration)}\n`).trimEnd());
  const { items } = file.tree;
  const source = file.tree.text;
  const like = items.filter((item) => item.type === "declaration" && (after as readonly string[]).includes(item.keyword.text));
  const last = like.at(-1);
  if (last === undefined) return atEnd(file, text);
  const previous = like.at(-2);
  const close = previous !== undefined && items.indexOf(previous) === items.indexOf(last) - 1 && !isApart(source, previous, last);
  const at = afterComment(source, last.end);
  const rest = source.slice(at);
  const tail = rest === "" ? "\n" : /^[ \t]*[\r\n]/.test(rest) ? "" : "\n";
  return insert(file, at, `\n${close ? "" : "\n"}${text}${tail}`);
}

function isApart(source: string, a: Item, b: Item): boolean {
  return lineBreaks(source.slice(a.end, b.start)) > 1;
}

function atEnd(file: SourceFile, text: string): Edit {
  const source = file.tree.text;
  const end = source.trimEnd().length;
  if (end === 0) return insert(file, source.startsWith("\ufeff") ? 1 : 0, `${text}\n`);
  return insert(file, end, `\n\n${text}${/[\r\n]/.test(source.slice(end)) ? "" : "\n"}`);
}

/** What a file has to import so that it sees another; no edit when it does already. */
export function importEdits({ analysis }: Problem, file: SourceFile, target: SourceFile): Edit[] {
  if (namesOf(analysis.model).visibleFrom(file).has(target)) return [];
  return [addImport(file, importPath(file, target))];
}

/** Adds an import after those that a file has, or before its first declaration. */
export function addImport(file: SourceFile, path: string): Edit {
  const { items, text, comments } = file.tree;
  const line = `import "${path}"`;
  const last = items.findLast((item) => item.type === "import");
  if (last) return insert(file, afterComment(text, last.end), `\n${line}`);
  const first = items[0];
  if (first === undefined) return atEnd(file, line);
  // The comment of the first declaration stays with it.
  let start = first.start;
  for (const comment of [...comments].reverse()) {
    if (comment.end > start) continue;
    if (comment.kind !== "doc" || text.slice(comment.end, start).trim() !== "") break;
    start = comment.start;
  }
  return insert(file, start, `${line}\n\n`);
}

/** An entity's name as written at the top level of a file, with the import that this takes. */
export function nameAt(
  problem: Problem,
  entity: Entity,
  file: SourceFile,
  to: readonly Keyword[] = [entity.keyword],
): { readonly name: string; readonly imports: Edit[] } {
  const { model } = problem.analysis;
  const seen = shortestPath(model, entity, undefined, file, to);
  return { name: seen ?? entity.id, imports: seen === undefined ? importEdits(problem, file, entity.file) : [] };
}

/** The names of several entities, with the imports that they take, each import once. */
export function namesAt(
  problem: Problem,
  entities: readonly Entity[],
  file: SourceFile,
  to: readonly Keyword[],
): { readonly names: string[]; readonly imports: Edit[] } {
  const all = entities.map((entity) => nameAt(problem, entity, file, to));
  const imports = new Map(all.flatMap((one) => one.imports).map((edit) => [edit.text, edit]));
  return { names: all.map((one) => one.name), imports: [...imports.values()] };
}
