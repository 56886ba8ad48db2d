// Where output goes: standard output and error, whether they take colour, how wide they are, and a reader that leaves early.
import { isatty } from "node:tty";

/** Marks a stretch of text; without colour it gives the text back. */
export type Mark = (text: string) => string;

/** The marks that outputs use. */
export interface Style {
  readonly bold: Mark;
  readonly dim: Mark;
  readonly red: Mark;
  readonly yellow: Mark;
  readonly blue: Mark;
  readonly cyan: Mark;
  readonly green: Mark;
}

/** The door to the person or program that reads. */
export interface Terminal {
  /** The working folder, with `/`. */
  readonly cwd: string;
  /** Writes a result. */
  readonly out: (text: string | Uint8Array) => void;
  /** Writes everything that is no result. */
  readonly err: (text: string) => void;
  readonly style: Style;
  readonly width: number;
  readonly isTerminal: boolean;
}

const plainMark: Mark = (text) => text;

const mark =
  (open: number, close: number): Mark =>
  (text) =>
    text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`;

/** No marks. */
export const plain: Style = {
  bold: plainMark,
  dim: plainMark,
  red: plainMark,
  yellow: plainMark,
  blue: plainMark,
  cyan: plainMark,
  green: plainMark,
};

const colours: Style = {
  bold: mark(1, 22),
  dim: mark(2, 22),
  red: mark(31, 39),
  yellow: mark(33, 39),
  blue: mark(34, 39),
  cyan: mark(36, 39),
  green: mark(32, 39),
};

/** The width of lines where no terminal tells one. */
export const usualWidth = 100;

/** The terminal that the process runs in. */
export function processTerminal(noColor: boolean): Terminal {
  const isTerminal = isatty(1);
  return {
    cwd: process.platform === "win32" ? process.cwd().replaceAll("\\", "/") : process.cwd(),
    out: writer(process.stdout),
    err: writer(process.stderr),
    style: wantsColour(noColor, isTerminal) ? colours : plain,
    width: isTerminal ? Math.max(40, process.stdout.columns || usualWidth) : usualWidth,
    isTerminal,
  };
}

function wantsColour(noColor: boolean, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (noColor || (NO_COLOR !== undefined && NO_COLOR !== "")) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

// A reader such as `head` that has seen enough closes the pipe: no error, and nothing more is written.
function writer(stream: NodeJS.WriteStream): (text: string | Uint8Array) => void {
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === "EPIPE" || error.code === "EOF") return;
    process.exitCode = 2;
  });
  return (text) => {
    if (open) stream.write(text);
  };
}
