// Changes inside and of declarations: a property more, a value more, a declaration less. New text is laid out as the
// formatter would, at the place where a person would write it.
import type { Declaration, Property, Range } from "../../../../grammar/syntax.ts";
import type { SourceFile } from "../../source/types.ts";
import { lineStart } from "../tree.ts";
import type { Edit } from "./family.ts";
import { unmarked } from "./family.ts";

// The formatter breaks longer lines.
const width = 120;

/** Replaces a stretch of a file. */
export function replace(file: SourceFile, range: Range, text: string): Edit {
  return { file, range: { start: range.start, end: range.end }, text };
}

/** Puts text in at an offset. */
export function insert(file: SourceFile, offset: number, text: string): Edit {
  return { file, range: { start: offset, end: offset }, text };
}

/** The indentation of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

/** The end of an offset's line where nothing but a comment follows on it; else the offset itself. */
export function afterComment(text: string, offset: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/)?[ \t]*(?=[\r\n]|$)/.exec(text.slice(offset))?.[0];
  return rest === undefined ? offset : offset + rest.trimEnd().length;
}

/** Adds properties, each as `name: value`, after those that the declaration has. */
export function addProperties(file: SourceFile, node: Declaration, lines: readonly string[]): Edit {
  const { text } = file.tree;
  const { body } = node;
  const outer = indentAt(text, node.start);
  const inner = `${outer}  `;
  const block = lines.map((line) => `\n${inner}${line}`).join("");
  if (body === undefined) return insert(file, node.end, ` {${block}\n${outer}}`);
  const properties = body.items.filter((item) => item.type === "property");
  const isOneLine = !/[\r\n]/.test(text.slice(body.start, body.end));
  if (body.items.length === 0) {
    const inside = { start: body.start + 1, end: body.closed ? body.end - 1 : body.start + 1 };
    if (body.closed && text.slice(inside.start, inside.end).trim() === "") return replace(file, inside, `${block}\n${outer}`);
    return insert(file, afterComment(text, inside.start), block);
  }
  if (isOneLine && body.closed) return intoLine(file, node, lines, properties.at(-1), inner, outer);
  const first = body.items.find((item) => item.type === "declaration")?.start ?? Number.POSITIVE_INFINITY;
  const last = properties.findLast((property) => property.start < first);
  const anchor = last ? last.end : body.start + 1;
  const at = afterComment(text, anchor);
  const indent =
    last && indentAt(text, last.start) !== "" && /^[ \t]*$/.test(text.slice(lineStart(text, last.start), last.start))
      ? indentAt(text, last.start)
      : inner;
  const added = lines.map((line) => `\n${indent}${line}`).join("");
  return insert(file, at, at === anchor && !/^\s*(?:[\r\n]|$)/.test(text.slice(at)) ? `${added}\n${indent}` : added);
}

// A body on one line stays on one where the line is not too long.
function intoLine(
  file: SourceFile,
  node: Declaration,
  lines: readonly string[],
  last: Property | undefined,
  inner: string,
  outer: string,
): Edit {
  const { text } = file.tree;
  const body = node.body as NonNullable<Declaration["body"]>;
  const added = lines.join("  ");
  const lineEnd = /[\r\n]|$/.exec(text.slice(body.end))?.index ?? 0;
  const length = body.end + lineEnd - lineStart(text, node.start) + unmarked(added).length + 2;
  if (length <= width) return last ? insert(file, last.end, `  ${added}`) : insert(file, body.start + 1, ` ${added} `);
  const written = body.items.map((item) => text.slice(item.start, item.end));
  const at = last ? body.items.indexOf(last) + 1 : 0;
  written.splice(at, 0, ...lines);
  return replace(file, { start: body.start, end: body.end }, `{${written.map((line) => `\n${inner}${line}`).join("")}\n${outer}}`);
}

/** Adds a value to the list of a property; on a new line where the line would grow too long. */
export function addValue(file: SourceFile, property: Property, value: string): Edit {
  const { text } = file.tree;
  const last = property.values.at(-1);
  if (last === undefined) return insert(file, property.end, ` ${value}`);
  const isLong = last.end - lineStart(text, last.end) + unmarked(value).length + 2 > width;
  return insert(file, last.end, isLong ? `,\n${indentAt(text, property.start)}    ${value}` : `, ${value}`);
}

/** Adds kinds to those of a header, which goes on below its name where the line would grow too long. */
export function addKinds(file: SourceFile, node: Declaration, names: readonly string[]): Edit | undefined {
  const { text } = file.tree;
  const last = node.kinds.at(-1);
  if (last === undefined) return undefined;
  const added = names.map((name) => `, ${name}`).join("");
  const line = lineStart(text, last.end);
  const title = (node.title ?? node.name ?? node.keyword).end;
  if (last.end - line + added.length + 2 <= width || line > title) return insert(file, last.end, added);
  const kinds = node.kinds.map((kind) => text.slice(kind.start, kind.end)).join(", ");
  return replace(file, { start: title, end: last.end }, `\n${indentAt(text, node.start)}    : ${kinds}${added}`);
}

/** Adds values to a property, or the property where the declaration does not have it. */
export function addToProperty(file: SourceFile, node: Declaration, name: string, value: string): Edit {
  const property = propertyOf(node, name);
  return property ? addValue(file, property, value) : addProperties(file, node, [`${name}: ${value}`]);
}

/** Replaces all values of a property, or adds the property. */
export function setProperty(file: SourceFile, node: Declaration, name: string, value: string): Edit {
  const property = propertyOf(node, name);
  const [first, last] = [property?.values[0], property?.values.at(-1)];
  if (property === undefined) return addProperties(file, node, [`${name}: ${value}`]);
  return first && last ? replace(file, { start: first.start, end: last.end }, value) : insert(file, property.end, ` ${value}`);
}

/** A property of a declaration by name, as it is written. */
export function propertyOf(node: Declaration, name: string): Property | undefined {
  return node.body?.items.find((item): item is Property => item.type === "property" && item.name.text === name);
}

/** Takes an item out, with the doc comment above it and the lines that it leaves empty. */
export function remove(file: SourceFile, node: Range): Edit {
  const { text } = file.tree;
  const start = withDoc(file, node.start);
  const line = lineStart(text, start);
  const end = afterComment(text, node.end);
  if (text.slice(line, start).trim() !== "" || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(end))) return removeFromLine(file, node);
  const next = afterBreak(text, end);
  // At the end of the file the empty line goes that parted it from what is before.
  if (text.slice(next).trim() === "")
    return replace(file, { start: afterBreak(text, text.slice(0, line).trimEnd().length), end: text.length }, "");
  // Between two empty lines one is enough.
  const isApart = line === 0 || lineBreaks(/\s*$/.exec(text.slice(0, line))?.[0] ?? "") > 1;
  const isBlank = /^[ \t]*[\r\n]/.test(text.slice(next));
  return replace(file, { start: line, end: isApart && isBlank ? afterBreak(text, next) : next }, "");
}

// The start of the doc comment directly above an offset.
function withDoc({ tree: { text, comments } }: SourceFile, offset: number): number {
  let start = offset;
  for (const comment of comments.filter(({ kind, end }) => kind === "doc" && end <= offset).reverse()) {
    const gap = text.slice(comment.end, start);
    if (gap.trim() !== "" || lineBreaks(gap) > 1) break;
    start = comment.start;
  }
  return start;
}

// Between others on a line one of the two gaps stays; before the end of the line none.
function removeFromLine(file: SourceFile, node: Range): Edit {
  const { text } = file.tree;
  const gap = /^[ \t]*/.exec(text.slice(node.end))?.[0].length ?? 0;
  const before = /[ \t]*$/.exec(text.slice(lineStart(text, node.start), node.start))?.[0].length ?? 0;
  const isLast = /^[ \t]*[\r\n}]/.test(text.slice(node.end)) && before > 0;
  return replace(file, isLast ? { start: node.start - before, end: node.end } : { start: node.start, end: node.end + gap }, "");
}

// The offset after the line break that follows, where only space is before it.
function afterBreak(text: string, offset: number): number {
  return offset + (/^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** How many line breaks a text has. */
export function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
