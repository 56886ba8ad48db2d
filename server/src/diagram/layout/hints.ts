// What an earlier layout knew: it puts things in the same order again, and lets the inside of a box know what is outside.
import type { Point } from "./run.ts";
import type { Box } from "./tree.ts";

/** Hints on where things stand. */
export interface Hints {
  /** Along the border of a box, where an arrow comes from or goes to outside of it. */
  gate(box: Box, edge: number): number | undefined;
  /** Where a box stood. */
  place(box: Box): Point | undefined;
}

/** Nothing is known. */
export const noHints: Hints = { gate: () => undefined, place: () => undefined };
