// Syntax problems with an obvious way out: a quote, a brace or a comment that was never closed, single quotes, a brace that
// closes nothing. A fix is offered only when the text reads better with it.
import { parse } from "../../../../grammar/parser/index.ts";
import type { Body, Item } from "../../../../grammar/syntax.ts";
import { lineStart } from "../tree.ts";
import { afterComment, indentAt, insert, replace } from "./edits.ts";
import { type Draft, type DraftOptions, draft, type Edit, type Family, type Problem } from "./family.ts";

/** Fixes of `syntax-error`. */
export const syntaxError: Family = function* (problem) {
  const { file, text, range, diagnostic } = problem;
  const { message } = diagnostic;
  if (message.includes("no closing quote")) yield better(problem, 'Add the closing `"`', quotes(problem), { preferred: true, safe: true });
  else if (message.includes("text block is never closed"))
    yield better(problem, 'Add the closing `"""`', blockEnds(problem), { preferred: true });
  else if (message.includes("comment is never closed"))
    yield better(problem, "Add the closing `*/`", [[insert(file, afterComment(text, endOfLine(text, range.start)), " */")]], {
      preferred: true,
    });
  else if (message.includes("is never closed")) yield better(problem, "Add the closing `}`", braces(problem), { preferred: true });
  else if (message.includes("closes nothing"))
    yield better(problem, "Remove this `}`", [[replace(file, wholeLine(text, range), "")]], { preferred: true });
  else if (text[range.start] === "'")
    yield better(problem, "Write the text in double quotes", doubleQuotes(problem), { preferred: true, safe: true });
};

/** The first of several edits after which fewer problems are left. */
function better(problem: Problem, title: string, attempts: readonly (readonly Edit[])[], options: DraftOptions): Draft | undefined {
  const before = problem.file.tree.problems.length;
  let best: { edits: readonly Edit[]; left: number } | undefined;
  for (const edits of attempts) {
    const left = parse(applied(problem.text, edits)).problems.length;
    if (left < before && (best === undefined || left < best.left)) best = { edits, left };
  }
  return best && draft(problem, title, best.edits, options);
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { range, text: added } of [...edits].sort((a, b) => b.range.start - a.range.start))
    result = result.slice(0, range.start) + added + result.slice(range.end);
  return result;
}

function endOfLine(text: string, offset: number): number {
  return offset + (/[\r\n]|$/.exec(text.slice(offset))?.index ?? 0);
}

// The quote may belong before a brace on the same line, else at the end of the line, or before the next property.
function quotes({ file, text, range }: Problem): Edit[][] {
  const written = text.slice(range.start, range.end);
  const braces = [...written.matchAll(/\s*[{}]/g)].map(({ index }) => index);
  const properties = [...written.matchAll(/\s+[\p{L}_][\p{L}\p{N}_-]*:\s/gu)].map(({ index }) => index);
  return [...braces, written.trimEnd().length, ...properties].map((end) => [insert(file, range.start + end, '"')]);
}

function blockEnds({ file, text, range }: Problem): Edit[][] {
  const indent = indentAt(text, range.start);
  const rest = text.slice(range.start);
  const brace = /\n[ \t]*\}[ \t]*(?:\r?\n|$)/.exec(rest);
  const end = range.start + (brace ? brace.index : rest.length);
  const at = text.slice(0, end).trimEnd().length;
  return [[insert(file, at, `\n${indent}"""`)], [insert(file, endOfLine(text, range.start), '"""')]];
}

function braces({ file, text, range }: Problem): Edit[][] {
  const body = bodyAt(file.tree.items, range.start);
  if (body === undefined) return [];
  const indent = indentAt(text, lineStart(text, range.start) + (/^[ \t]*/.exec(text.slice(lineStart(text, range.start)))?.[0].length ?? 0));
  const end = Math.max(body.end, range.end);
  const isOneLine = !/[\r\n]/.test(text.slice(body.start, end));
  const onLine = [insert(file, end, " }")];
  const below = [insert(file, afterComment(text, end), `\n${indent}}`)];
  return isOneLine && body.items.length > 0 ? [onLine, below] : [below, onLine];
}

function bodyAt(items: readonly Item[], open: number): Body | undefined {
  for (const item of items) {
    if (item.type !== "declaration" || item.body === undefined) continue;
    if (item.body.start === open) return item.body;
    const found = item.start <= open && open <= Math.max(item.end, item.body.end) ? bodyAt(item.body.items, open) : undefined;
    if (found) return found;
  }
  return undefined;
}

// A brace alone on its line goes with the line.
function wholeLine(text: string, range: { start: number; end: number }): { start: number; end: number } {
  const start = lineStart(text, range.start);
  const end = endOfLine(text, range.end);
  if (text.slice(start, range.start).trim() !== "" || text.slice(range.end, end).trim() !== "") return range;
  return { start, end: end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length ?? 0) };
}

function doubleQuotes({ file, text, range }: Problem): Edit[][] {
  const line = text.slice(lineStart(text, range.start), endOfLine(text, range.start));
  const base = lineStart(text, range.start);
  for (const match of line.matchAll(/'([^'"]*)'/g)) {
    const start = base + match.index;
    const end = start + match[0].length;
    if (range.start >= start && range.start < end) return [[replace(file, { start, end }, `"${match[1]}"`)]];
  }
  return [];
}
