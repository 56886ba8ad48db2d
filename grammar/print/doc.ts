// A small document algebra: what a text consists of and where it may break, rendered so that it fits a width.
// Groups stay on one line where they fit; each is looked at once and no further than one line, so rendering is linear.

/** A piece of output; `hard` says that it holds a break that always happens. */
export type Doc = string | Line | Sequence | Group | At | Suffix | Raw;

interface Line {
  readonly kind: "line";
  /** What stands here when the group stays on one line. */
  readonly flat: string;
  readonly hard: boolean;
  /** Leaves one line empty. */
  readonly blank: boolean;
  /** The next line brings its own indentation. */
  readonly literal: boolean;
}
interface Sequence {
  readonly kind: "sequence";
  readonly parts: readonly Doc[];
  readonly hard: boolean;
}
interface Group {
  readonly kind: "group";
  readonly parts: readonly [Doc];
  readonly hard: boolean;
}
interface At {
  readonly kind: "at";
  readonly column: number;
  readonly parts: readonly [Doc];
  readonly hard: boolean;
}
interface Suffix {
  readonly kind: "suffix";
  readonly parts: readonly [Doc];
  readonly hard: boolean;
}
interface Raw {
  readonly kind: "raw";
  readonly text: string;
  readonly hard: true;
}

const line = (flat: string, hard: boolean, blank = false, literal = false): Line => ({ kind: "line", flat, hard, blank, literal });

/** A place where the line may break, else a space. */
export const space: Doc = line(" ", false);
/** A place where the line may break, else two spaces. */
export const wideSpace: Doc = line("  ", false);
/** A break. */
export const newline: Doc = line("", true);
/** A break that leaves one line empty. */
export const blankLine: Doc = line("", true, true);
/** A break whose next line brings its own indentation. */
export const literalLine: Doc = line("", true, false, true);

/** Whether a piece holds a break that always happens. */
export const isHard = (doc: Doc): boolean => typeof doc !== "string" && doc.hard;

/** Pieces one after the other. */
export const sequence = (parts: readonly Doc[]): Doc => ({ kind: "sequence", parts, hard: parts.some(isHard) });

/** Breaks all its own lines, or none. */
export const group = (...parts: Doc[]): Doc => ({ kind: "group", parts: [sequence(parts)], hard: parts.some(isHard) });

/** Lines inside begin at this column. */
export const at = (column: number, ...parts: Doc[]): Doc => ({ kind: "at", column, parts: [sequence(parts)], hard: parts.some(isHard) });

/** A comment at the end of a line: it takes no width, so that it never moves what it speaks of. */
export const suffix = (doc: Doc): Doc => ({ kind: "suffix", parts: [doc], hard: isHard(doc) });

/** Source text put out untouched, from the beginning of a line. */
export const raw = (text: string): Doc => ({ kind: "raw", text, hard: true });

interface Frame {
  readonly parts: readonly Doc[];
  next: number;
  readonly column: number;
  readonly flat: boolean;
}

/** Renders to text; lines end with `eol`. */
export function render(doc: Doc, width: number, eol: string): string {
  const out: string[] = [];
  const stack: Frame[] = [{ parts: [doc], next: 0, column: 0, flat: false }];
  let column = 0;
  let fresh = true;
  const breakLine = (part: Line, indent: number): void => {
    out.push(part.blank ? eol + eol : eol);
    column = part.literal ? 0 : indent;
    fresh = true;
  };
  const write = (text: string): void => {
    if (text === "") return;
    if (fresh) out.push(" ".repeat(column));
    fresh = false;
    out.push(text);
    column += text.length;
  };
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const part = frame.parts[frame.next++];
    if (part === undefined) {
      stack.pop();
    } else if (typeof part === "string") {
      write(part);
    } else if (part.kind === "line") {
      if (frame.flat && !part.hard) write(part.flat);
      else breakLine(part, frame.column);
    } else if (part.kind === "raw") {
      out.push(part.text);
      fresh = false;
    } else {
      const inner = part.kind === "at" ? part.column : frame.column;
      const flat = part.kind === "group" ? !part.hard && (frame.flat || fits(part, width - column, stack)) : frame.flat;
      stack.push({ parts: part.parts, next: 0, column: inner, flat });
    }
  }
  return out.join("");
}

// Whether a group put on one line, and what follows it up to the next place where a line may end, fits.
function fits(start: Group, width: number, rest: readonly Frame[]): boolean {
  let left = width;
  const stack: Frame[] = [{ parts: start.parts, next: 0, column: 0, flat: true }];
  let outer = rest.length - 1;
  while (left >= 0) {
    const frame = stack.at(-1);
    if (frame === undefined) {
      const above = rest[outer--];
      if (above === undefined) return true;
      stack.push({ parts: above.parts, next: above.next, column: 0, flat: above.flat });
      continue;
    }
    const part = frame.parts[frame.next++];
    if (part === undefined) {
      stack.pop();
    } else if (typeof part === "string") {
      left -= part.length;
    } else if (part.kind === "line") {
      if (part.hard || !frame.flat) return true;
      left -= part.flat.length;
    } else if (part.kind === "raw") {
      return true;
    } else if (part.kind === "suffix") {
      if (part.hard) return true;
    } else {
      stack.push({ parts: part.parts, next: 0, column: 0, flat: frame.flat && !part.hard });
    }
  }
  return false;
}
