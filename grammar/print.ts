// The formatter: one usual layout for every text. It moves space and line breaks only, keeps every comment, and leaves
// declarations with syntax errors exactly as they are.
import type { IToken } from "chevrotain";
import { parse } from "./parser/index.ts";
import { Cursor } from "./print/cursor.ts";
import { type Doc, raw, render, sequence } from "./print/doc.ts";
import { item } from "./print/layout.ts";
import { sameMeaning } from "./print/same.ts";
import type { Item, Range, SyntaxTree } from "./syntax.ts";
import { createLexer } from "./tokens.ts";

const width = 120;

let lexer: ReturnType<typeof createLexer> | undefined;

/** Formats a text; what has syntax errors stays as it is. */
export function format(text: string): string {
  return formatTree(parse(text));
}

/** Formats the text of a tree. */
export function formatTree(tree: SyntaxTree): string {
  const formatted = layOut(tree);
  if (formatted === tree.text) return formatted;
  // The last line of defence: a text is never changed into one that says something else.
  return sameMeaning(tree, parse(formatted)) ? formatted : tree.text;
}

/** The layout alone, without the check that it says the same; tests hold it to that. */
export function layOut(tree: SyntaxTree): string {
  const { text } = tree;
  lexer ??= createLexer();
  const { tokens } = lexer.tokenize(text);
  const cursor = new Cursor(text, tokens, tree.comments);
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const parts: Doc[] = [];
  let opening: Doc | undefined = "";
  let untouched = -1;
  for (const chunk of chunks(tree, tokens)) {
    parts.push(cursor.leading(opening, chunk.start));
    if (chunk.item) {
      parts.push(item(cursor, chunk.item, 0));
    } else {
      parts.push(raw(text.slice(lineStart(text, chunk.start, mark.length), chunk.end)));
      cursor.skipTo(chunk.end);
      untouched = chunk.end;
    }
    parts.push(cursor.trailing());
    opening = undefined;
  }
  parts.push(cursor.closing(opening));
  const eol = text.includes("\r\n") ? "\r\n" : text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const formatted = render(sequence(parts), width, eol);
  return mark + formatted + (formatted === "" || untouched === text.length ? "" : eol);
}

/** A stretch of the file: an item to lay out, or text to leave as it is. */
interface Chunk {
  readonly start: number;
  readonly end: number;
  /** What is laid out; absent where the text stays. */
  readonly item: Item | undefined;
  /** It cannot be the rest of what stands before. */
  readonly own: boolean;
}

function chunks(tree: SyntaxTree, tokens: readonly IToken[]): Chunk[] {
  const { text, items, comments, problems } = tree;
  const unclosed = comments.filter((comment) => comment.kind === "block" && !(comment.text.length >= 4 && comment.text.endsWith("*/")));
  const broken: Range[] =
    problems.length === 0 ? [] : [...strays(items, tokens), ...problems].filter(({ start, end }) => text.slice(start, end).trim() !== "");
  const found: Chunk[] = [
    ...items.map((node) => ({ start: node.start, end: node.end, item: node, own: true })),
    ...unclosed.map(({ start, end }) => ({ start, end, item: undefined, own: true })),
    ...broken.map(({ start, end }) => ({ start, end, item: undefined, own: false })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const touches = (last: Chunk, next: Chunk): boolean => next.start < last.end || (next.start === last.end && !(last.item && next.item));
  return merge(merge(found, touches), (last, next) => belongs(text, last, next));
}

// What shares a line with text that stays as it is belongs to it, and so does what an unfinished item is followed by.
function belongs(text: string, last: Chunk, next: Chunk): boolean {
  if (last.item && next.item) return false;
  if (!/[\r\n]/.test(text.slice(last.end, next.start))) return true;
  return !next.own && !(last.item?.type === "declaration" && last.item.body?.closed);
}

function merge(chunks: readonly Chunk[], together: (last: Chunk, next: Chunk) => boolean): Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const last = merged.at(-1);
    if (last && together(last, chunk))
      merged.splice(-1, 1, { start: last.start, end: Math.max(last.end, chunk.end), item: undefined, own: last.own });
    else merged.push(chunk);
  }
  return merged;
}

// Tokens that belong to no item: what the parser passed over after an error.
function strays(items: readonly Item[], tokens: readonly IToken[]): Range[] {
  const found: Range[] = [];
  let index = 0;
  for (const token of tokens) {
    const start = token.startOffset;
    while ((items[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index++;
    if (start >= (items[index]?.start ?? Number.POSITIVE_INFINITY)) continue;
    found.push({ start, end: start + token.image.length });
  }
  return found;
}

// Text left as it is keeps its indentation.
function lineStart(text: string, offset: number, least: number): number {
  let start = offset;
  while (start > least && /[^\S\r\n]/.test(text[start - 1] as string)) start--;
  return start === least || /[\r\n]/.test(text[start - 1] as string) ? start : offset;
}
