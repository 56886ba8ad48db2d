// Offsets to lines and characters and back: counted from 0, in UTF-16 units, as in the Language Server Protocol.
import type { Range } from "../../../grammar/syntax.ts";

/** A line and a character in it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

const indexes = new Map<string, readonly number[]>();

// Offsets at which the lines of a text begin. Lines end with LF, CRLF or CR.
function lineStarts(text: string): readonly number[] {
  const known = indexes.get(text);
  if (known) return known;
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(offset + 1);
  }
  if (indexes.size > 200) indexes.clear();
  indexes.set(text, starts);
  return starts;
}

/** The position of an offset. */
export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: offset - (starts[low] as number) };
}

/** The positions of a range. */
export function positionsOf(text: string, range: Range): PositionRange {
  return { start: positionAt(text, range.start), end: positionAt(text, range.end) };
}

/** The text of a line without its line break; empty past the end. */
export function lineText(text: string, line: number): string {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) return "";
  return text.slice(start, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, "");
}

/** The offset of a position; positions past the end of a line or of the text are brought back to it. */
export function offsetAt(text: string, { line, character }: Position): number {
  const starts = lineStarts(text);
  const start = starts[line];
  if (start === undefined) return line < 0 ? 0 : text.length;
  return Math.min(start + Math.max(0, character), start + lineText(text, line).length);
}

/** The range of two positions. */
export function rangeOf(text: string, range: PositionRange): Range {
  const start = offsetAt(text, range.start);
  return { start, end: Math.max(start, offsetAt(text, range.end)) };
}
