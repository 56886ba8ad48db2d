// What an output format is given, and what it gives back.

import type { Result } from "../project.ts";
import type { FailLevel } from "../summary.ts";
import type { Style } from "../terminal.ts";

/** A checked result, and how it is to be shown. */
export interface Report {
  readonly result: Result;
  /** Findings at or above this level make the command fail. */
  readonly failLevel: FailLevel;
  readonly style: Style;
  readonly width: number;
}

/** Writes a report, as a whole or in pieces. The same report gives the same text, always. */
export type Format = (report: Report) => string | Iterable<string>;
