// Selection ranges: what grows around the cursor step by step, from a word over its value and property to the whole file.
import type { Declaration, Expression, Item, Range } from "../../../grammar/syntax.ts";
import type { Snapshot } from "./snapshot.ts";
import { childrenOf, headerPaths } from "./tree.ts";

/** The ranges around an offset, innermost first; each holds the one before it. */
export function selectionRanges({ file }: Snapshot, offset: number): Range[] {
  const { text, items, comments } = file.tree;
  const found: Range[] = [{ start: 0, end: text.length }];
  inItems(items, offset, found);
  const comment = comments.find((one) => holds(one, offset));
  if (comment) {
    const inner = /^(?:\/\/\/?|\/\*)\s*/.exec(comment.text)?.[0].length ?? 0;
    const outer = comment.kind === "block" && comment.text.endsWith("*/") ? (/\s*\*\/$/.exec(comment.text)?.[0].length ?? 0) : 0;
    found.push(comment, { start: comment.start + inner, end: comment.end - outer });
  }
  return nested(found, offset);
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

// From the outermost inwards: what does not hold the offset, or is not smaller than the one before it, is no step.
function nested(found: readonly Range[], offset: number): Range[] {
  const steps: Range[] = [];
  for (const { start, end } of found) {
    const last = steps.at(-1);
    if (start > offset || end < offset || end < start) continue;
    if (last && (start < last.start || end > last.end || (start === last.start && end === last.end))) continue;
    steps.push({ start, end });
  }
  return steps.reverse();
}

function inItems(items: readonly Item[], offset: number, found: Range[]): void {
  const item = items.find((one) => holds(one, offset));
  if (item === undefined) return;
  found.push(item);
  if (item.type === "import") {
    if (item.target) inExpression(item.target, offset, found);
  } else if (item.type === "property") {
    inList(item.values, offset, found);
    if (holds(item.name, offset)) found.push(item.name);
  } else inDeclaration(item, offset, found);
}

function inDeclaration(node: Declaration, offset: number, found: Range[]): void {
  const { body } = node;
  if (body && holds(body, offset)) {
    found.push(body, { start: body.start + 1, end: body.closed ? body.end - 1 : body.end });
    const [first, last] = [body.items[0], body.items.at(-1)];
    if (first && last) found.push({ start: first.start, end: last.end });
    inItems(body.items, offset, found);
    return;
  }
  const header = [node.title, ...headerPaths(node)].filter((part) => part !== undefined);
  const ends = [node.keyword.end, node.name?.end ?? 0, ...header.map(({ end }) => end), ...node.headers.map(({ end }) => end)];
  found.push({ start: node.start, end: Math.max(...ends) });
  for (const one of node.headers) if (holds(one, offset)) found.push(one);
  inList(node.kinds, offset, found);
  for (const one of node.headers) if (one.type !== "arrow") inList(one.targets, offset, found);
  for (const part of header) if (holds(part, offset)) inExpression(part, offset, found);
  for (const word of [node.modifier, node.keyword, node.name]) if (word && holds(word, offset)) found.push(word);
}

function inList(values: readonly Expression[], offset: number, found: Range[]): void {
  const [first, last] = [values[0], values.at(-1)];
  if (first && last) found.push({ start: first.start, end: last.end });
  const value = values.find((one) => holds(one, offset));
  if (value) inExpression(value, offset, found);
}

function inExpression(node: Expression, offset: number, found: Range[]): void {
  found.push(node);
  if (node.type === "string") {
    const quote = node.block ? 3 : 1;
    found.push({ start: node.start + quote, end: node.end - quote });
  } else if (node.type === "path") {
    const at = node.segments.findIndex((segment) => holds(segment, offset));
    // The path up to the segment names something of its own.
    if (at > 0) found.push({ start: node.start, end: node.segments[at]?.end ?? node.end });
    if (at >= 0) found.push(node.segments[at] as Range);
  } else {
    const child = childrenOf(node).find((one) => holds(one, offset));
    if (child) inExpression(child, offset, found);
  }
}
