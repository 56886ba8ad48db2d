// Formatting in the editor: the formatter's layout as the fewest changes of space, so that cursor and selection stay where they
// are. A declaration with a syntax error is left alone.
import { format, formatTree } from "../../../grammar/print.ts";
import type { Declaration, Item, Range, SyntaxTree } from "../../../grammar/syntax.ts";
import { placeAt } from "./locate.ts";
import type { Snapshot } from "./snapshot.ts";
import { lineStart, touches } from "./tree.ts";
import type { TextEdit } from "./types.ts";

/** The changes that lay out a whole file. */
export function formatDocument({ file }: Snapshot): TextEdit[] {
  const { tree } = file;
  return spaceEdits(tree.text, formatTree(tree)).map(({ range, text }) => ({ file, range, text }));
}

/** The changes that lay out the top-level items which a range touches. */
export function formatRange({ file }: Snapshot, range: Range): TextEdit[] {
  const items = file.tree.items.filter((item) => touches(item, range));
  return items.flatMap((item) => itemEdits(file.tree, item, item)).map((edit) => ({ file, ...edit }));
}

/**
 * The changes after a character was typed, with `offset` right behind it: after `}` the declaration that it closes, after a line
 * break the declaration around, up to the line that was left.
 */
export function formatOnType({ file }: Snapshot, offset: number, character: string): TextEdit[] {
  const { tree } = file;
  const brace = character === "}" ? closedBy(tree, offset) : undefined;
  if (brace) return itemEdits(tree, brace.item, brace.node).map((edit) => ({ file, ...edit }));
  if (character !== "\n") return [];
  let left = offset;
  while (left > 0 && /\s/.test(tree.text[left - 1] as string)) left--;
  const { declarations } = placeAt(tree.items, left);
  const [item] = declarations;
  const around = declarations.at(-1);
  if (item === undefined || around === undefined) return [];
  return itemEdits(tree, item, { start: around.start, end: left }).map((edit) => ({ file, ...edit }));
}

function closedBy(tree: SyntaxTree, offset: number): { item: Declaration; node: Declaration } | undefined {
  if (tree.text[offset - 1] !== "}") return undefined;
  const { declarations } = placeAt(tree.items, offset);
  const node = declarations.findLast(({ body, end }) => body?.closed && end === offset);
  const [item] = declarations;
  return node && item && { item, node };
}

interface Change {
  readonly range: Range;
  readonly text: string;
}

/** The changes that lay out one top-level item, as far as they lie in a part of it. */
function itemEdits(tree: SyntaxTree, item: Item, part: Range): Change[] {
  const start = lineStart(tree.text, item.start);
  // What else stands in its first line is not to be touched, and neither is broken text.
  if (tree.text.slice(start, item.start).trim() !== "" || tree.problems.some((problem) => touches(problem, item))) return [];
  const text = tree.text.slice(start, item.end);
  const from = Math.max(start, lineStart(tree.text, part.start));
  return spaceEdits(text, format(text))
    .map(({ range, text: inserted }) => ({ range: { start: range.start + start, end: range.end + start }, text: inserted }))
    .filter(({ range }) => range.start >= from && range.end <= part.end && range.start < part.end);
}

const space = /\s*/y;

/** The runs of space in which two texts differ; the formatter changes nothing else. */
export function spaceEdits(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let other = 0;
  while (at < before.length || other < after.length) {
    const [old, fresh] = [spaceAt(before, at), spaceAt(after, other)];
    if (old !== fresh) changes.push(trimmed(at, old, fresh));
    at += old.length;
    other += fresh.length;
    while (at < before.length && other < after.length && before[at] === after[other] && !/\s/.test(before[at] as string)) {
      at++;
      other++;
    }
    const isStuck = (at < before.length || other < after.length) && spaceAt(before, at) === "" && spaceAt(after, other) === "";
    if (isStuck) return before === after ? [] : [{ range: { start: 0, end: before.length }, text: after }];
  }
  return changes;
}

function spaceAt(text: string, offset: number): string {
  space.lastIndex = offset;
  return space.exec(text)?.[0] ?? "";
}

/** A change without what stays the same at its ends. A line break of two characters is never cut in half. */
function trimmed(start: number, old: string, fresh: string): Change {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  if (old.includes("\r") || fresh.includes("\r")) head = tail = 0;
  return { range: { start: start + head, end: start + old.length - tail }, text: fresh.slice(head, fresh.length - tail) };
}
