// Code frames: lines of a file with what is meant underlined.
import type { Range } from "../../../grammar/syntax.ts";
import { lineText, positionsOf } from "../source/lines.ts";
import type { Mark } from "./terminal.ts";
import { type Cell, cellsOf, visible } from "./words.ts";

/** A stretch of the text to underline. */
export interface Annotation {
  readonly range: Range;
  readonly label: string;
  /** `^` for the place itself, `-` for places that belong to it. */
  readonly sign: "^" | "-";
  readonly mark: Mark;
}

interface Underline {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly annotation: Annotation;
}

/** The lines of a frame without its margin: number, and what follows it. */
export function frame(text: string, annotations: readonly Annotation[], margin: number, width: number, dim: Mark): string[] {
  const underlines = annotations.map((annotation) => underlineOf(text, annotation)).sort((a, b) => a.line - b.line || b.start - a.start);
  const empty = dim(`${" ".repeat(margin)} |`);
  const out = [empty];
  let last: number | undefined;
  for (const line of new Set(underlines.map((one) => one.line))) {
    if (last !== undefined && line - last === 2) out.push(codeLine(text, last + 1, margin, width, dim));
    else if (last !== undefined && line - last > 2) out.push(dim("...".padStart(margin + 2)));
    out.push(
      ...annotatedLine(
        text,
        line,
        underlines.filter((one) => one.line === line),
        margin,
        width,
        dim,
      ),
    );
    last = line;
  }
  return out;
}

// Of a range over several lines only the first is underlined: what it begins with says what it is.
function underlineOf(text: string, annotation: Annotation): Underline {
  const { start, end } = positionsOf(text, annotation.range);
  const length = lineText(text, start.line).length;
  const last = end.line === start.line ? end.character : length;
  return { line: start.line, start: Math.min(start.character, length), end: Math.max(last, start.character), annotation };
}

// Several findings often stand on one line, and a line can be long.
let last: { readonly line: string; readonly cells: readonly Cell[] } = { line: "", cells: [] };

function cellsAt(text: string, line: number): readonly Cell[] {
  const wanted = lineText(text, line);
  if (last.line !== wanted) last = { line: wanted, cells: cellsOf(wanted) };
  return last.cells;
}

function codeLine(text: string, line: number, margin: number, width: number, dim: Mark): string {
  const { shown } = crop(cellsAt(text, line), 0, width - margin - 4);
  return `${dim(`${String(line + 1).padStart(margin)} |`)} ${shown}`.trimEnd();
}

function annotatedLine(text: string, line: number, underlines: readonly Underline[], margin: number, width: number, dim: Mark): string[] {
  const cells = cellsAt(text, line);
  const columnAt = (offset: number): number => {
    let column = 0;
    for (const cell of cells) {
      if (cell.offset + 1 > offset && cell.offset >= offset) return column;
      column += cell.width;
    }
    return column;
  };
  const spans = underlines.map(({ start, end, annotation }) => ({ from: columnAt(start), to: columnAt(end), annotation }));
  const anchor = spans.find(({ annotation }) => annotation.sign === "^") ?? spans[0];
  const room = width - margin - 4;
  const { shown, skipped } = crop(cells, anchor?.from ?? 0, room);
  const lines = [`${dim(`${String(line + 1).padStart(margin)} |`)} ${shown}`.trimEnd()];
  for (const { from, to, annotation } of spans) {
    const at = Math.max(0, from - skipped);
    if (at > room) continue;
    const length = Math.max(1, Math.min(to - Math.max(from, skipped), room - at));
    const label = annotation.label === "" ? "" : ` ${visible(annotation.label).replaceAll("\n", " ")}`;
    lines.push(`${dim(`${" ".repeat(margin)} |`)} ${" ".repeat(at)}${annotation.mark(annotation.sign.repeat(length) + label)}`);
  }
  return lines;
}

// A line longer than the room is shown around the column that matters.
function crop(cells: readonly Cell[], column: number, room: number): { shown: string; skipped: number } {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= room) return { shown: cells.map((cell) => cell.shown).join(""), skipped: 0 };
  const begin = column < room * 0.8 ? 0 : Math.min(column - Math.floor(room / 3), total - room + 1);
  let at = 0;
  let shown = begin > 0 ? "…" : "";
  for (const cell of cells) {
    if (at > begin || (begin === 0 && at === 0)) {
      if (at + cell.width > begin + room - 1) return { shown: `${shown}…`, skipped: begin };
      // A wide character cut in half by the left edge leaves one column.
      if (shown === "…" && at > begin + 1) shown += " ".repeat(at - begin - 1);
      shown += cell.shown;
    }
    at += cell.width;
  }
  return { shown, skipped: begin };
}
