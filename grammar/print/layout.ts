// How each part of the tree is laid out. Every function takes exactly the tokens of its node from the cursor, so that
// nothing is lost; the tree only says where lines may break.
import type { IToken } from "chevrotain";
import type { Body, Declaration, Expression, Import, Item, Path, Property, StringLiteral } from "../syntax.ts";
import * as t from "../tokens.ts";
import type { Cursor } from "./cursor.ts";
import { at, type Doc, group, newline, sequence, space, wideSpace } from "./doc.ts";

const step = 2;
const continuation = 4;

/** An item whose lines begin at a column; the comments before it are already taken. */
export function item(cursor: Cursor, node: Item, column: number): Doc {
  if (node.type === "property") return property(cursor, node, column);
  if (node.type === "import") return imported(cursor, node, column);
  return declaration(cursor, node, column);
}

function imported(cursor: Cursor, node: Import, column: number): Doc {
  return at(column + continuation, cursor.take(""), node.target ? cursor.take(" ") : "");
}

function property(cursor: Cursor, node: Property, column: number): Doc {
  const to = column + continuation;
  const parts: Doc[] = [cursor.take(""), cursor.take("")];
  const cased = node.values.length > 1 && node.values.some((value) => value.type === "cased");
  node.values.forEach((value, index) => {
    // Cases stand one per line or all on one; other values fill the lines.
    const separated = (before: Doc): Doc => expression(cursor, value, before, cased ? to + step : to, column);
    if (index === 0) parts.push(separated(" "));
    else if (cased) parts.push(separated(space));
    else parts.push(group(separated(space)));
    commas(cursor, index < node.values.length - 1 ? parts : undefined);
  });
  return at(to, cased ? group(...parts) : sequence(parts));
}

// One comma between values; those that separate nothing are dropped.
function commas(cursor: Cursor, parts: Doc[] | undefined): void {
  if (parts && cursor.peek()?.tokenType === t.Comma) parts.push(cursor.take(""));
  while (cursor.peek()?.tokenType === t.Comma) cursor.skip();
}

// `column` is where broken lines of the expression begin, `home` where its property begins (text blocks hang there).
function expression(cursor: Cursor, node: Expression, before: Doc, column: number, home: number): Doc {
  const inner = (child: Expression, lead: Doc, deeper = column): Doc => expression(cursor, child, lead, deeper, home);
  switch (node.type) {
    case "path":
      return path(cursor, node, before);
    case "string":
      return text(cursor, node, before, home);
    case "and":
    case "or": {
      const gap = cursor.gap(before);
      const [first, ...others] = node.operands;
      const parts = first ? [inner(first, "", column + step)] : [];
      for (const operand of others) parts.push(cursor.take(space), inner(operand, " ", column + step));
      return sequence([gap, at(column, group(...parts))]);
    }
    case "not":
      return sequence([cursor.take(before), inner(node.operand, " ")]);
    case "comparison":
      if (node.left === undefined) return sequence([cursor.take(before), inner(node.right, " ")]);
      return sequence([inner(node.left, before), cursor.take(" "), inner(node.right, " ")]);
    case "quantified": {
      const head = [cursor.take(before), path(cursor, node.collection, " ")];
      return sequence(node.where ? [...head, cursor.take(" "), inner(node.where, " ")] : head);
    }
    case "group": {
      const parts: Doc[] = [cursor.take(before)];
      node.items.forEach((child, index) => {
        parts.push(index === 0 ? inner(child, "") : group(inner(child, space)));
        if (index < node.items.length - 1) parts.push(cursor.take(""));
      });
      return at(column, ...parts, cursor.take(""));
    }
    case "cased": {
      const value = inner(node.value, before);
      return sequence(node.when ? [value, cursor.take(" "), inner(node.when, " ")] : [value, cursor.take(" ")]);
    }
    default:
      return cursor.take(before);
  }
}

function path(cursor: Cursor, node: Path, before: Doc): Doc {
  const count = 2 * (node.segments.length + (node.wildcard ? 1 : 0)) - 1;
  return sequence(Array.from({ length: count }, (_, index) => cursor.take(index === 0 ? before : "")));
}

function text(cursor: Cursor, node: StringLiteral, before: Doc, home: number): Doc {
  if (!node.block) return cursor.take(before);
  if (node.value === "") return cursor.take(before, '""""""');
  const lines = node.value.split("\n").map((line) => sequence([newline, line]));
  return cursor.take(before, sequence(['"""', at(home + step, ...lines), at(home, newline), '"""']));
}

function declaration(cursor: Cursor, node: Declaration, column: number): Doc {
  // Moving the parts of a header must not make the name look like the beginning of something else.
  const movable =
    !cursor.commentBefore(node.body?.start ?? node.end) && (node.name ? !/^o[nf]$/.test(node.name.text) : node.title !== undefined);
  const head: Doc[] = [cursor.take("")];
  if (node.modifier) head.push(cursor.take(" "));
  if (node.name) head.push(cursor.take(" "));
  if (node.title) head.push(text(cursor, node.title, " ", column));
  const segments = headerSegments(cursor, node);
  if (movable) order(cursor, segments);
  for (const segment of segments) head.push(...header(cursor, segment));
  const opening = at(column + continuation, ...head);
  return node.body ? sequence([opening, body(cursor, node.body, column)]) : opening;
}

interface Segment {
  readonly form: "kinds" | "target" | "arrow";
  readonly length: number;
}

// The parts of the header as runs of tokens, in the order of the source.
function headerSegments(cursor: Cursor, node: Declaration): Segment[] {
  const segments: Segment[] = [];
  const { tokens } = cursor;
  const end = node.body?.start ?? node.end;
  const type = (index: number): IToken["tokenType"] | undefined => {
    const token = tokens[index];
    return token && token.startOffset < end ? token.tokenType : undefined;
  };
  const pathFrom = (index: number): number => {
    let to = index + 1;
    while (type(to) === t.Dot) to += 2;
    return to;
  };
  const pathsFrom = (index: number): number => {
    let to = pathFrom(index);
    while (type(to) === t.Comma) to = pathFrom(to + 1);
    return to;
  };
  const targets = new Set(node.headers.filter((header) => header.type !== "arrow").map((header) => header.start));
  let from = cursor.position;
  for (let token = tokens[from]; token && token.startOffset < end; token = tokens[from]) {
    const form = token.tokenType === t.Colon ? "kinds" : targets.has(token.startOffset) ? "target" : "arrow";
    const arrow = token.tokenType === t.Arrow ? from : pathFrom(from);
    const to = form === "arrow" ? pathFrom(arrow + 1) : pathsFrom(from + 1);
    segments.push({ form, length: to - from });
    from = to;
  }
  return segments;
}

// `kind X of device : Parent`, but `flow X : Kind A -> B`: a usual order, whatever the source's.
function order(cursor: Cursor, segments: Segment[]): void {
  const kindsFirst = segments.some(({ form }) => form === "arrow");
  const rank = ({ form }: Segment): number => ((form === "kinds") === kindsFirst ? 0 : 1);
  let from = cursor.position;
  const runs = segments.map((segment) => {
    const tokens = cursor.tokens.slice(from, from + segment.length);
    from += segment.length;
    return { segment, tokens };
  });
  runs.sort((a, b) => rank(a.segment) - rank(b.segment));
  let to = cursor.position;
  runs.forEach(({ segment, tokens }, index) => {
    segments[index] = segment;
    for (const token of tokens) cursor.tokens[to++] = token;
  });
}

function header(cursor: Cursor, segment: Segment): Doc[] {
  const docs: Doc[] = [];
  let parts: Doc[] = [];
  let before: Doc = space;
  for (let count = 0; count < segment.length; count++) {
    const type = cursor.peek()?.tokenType;
    parts.push(cursor.take(type === t.Comma || type === t.Dot ? "" : before));
    before = type === t.Dot ? "" : " ";
    if (type === t.Comma) {
      docs.push(group(...parts));
      parts = [];
      before = space;
    }
  }
  return [...docs, group(...parts)];
}

function body(cursor: Cursor, node: Body, column: number): Doc {
  const open = cursor.take(" ");
  const short = !cursor.commentBefore(node.end) && cursor.lineBreaks(node.start, node.end) === 0;
  if (node.items.length === 0 && !cursor.commentBefore(node.end)) return sequence([open, cursor.take("")]);
  const parts: Doc[] = [cursor.trailing()];
  node.items.forEach((child, index) => {
    parts.push(
      short ? (index === 0 ? space : wideSpace) : cursor.leading(index === 0 ? newline : undefined),
      item(cursor, child, column + step),
      cursor.trailing(),
    );
  });
  if (short) return group(open, at(column + step, ...parts), at(column, space, cursor.take("")));
  const closing = cursor.commentBefore(node.end) ? [cursor.closing(node.items.length === 0 ? newline : undefined)] : [];
  return sequence([open, at(column + step, ...parts, ...closing), at(column, newline, cursor.take(""))]);
}
