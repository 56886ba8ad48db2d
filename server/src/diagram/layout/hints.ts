// What is known about where things stand: it puts them in the same order again, and lets the inside of a box know what is outside.
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

/** How a box was laid out: the graph that the engine would get without hints, by its key, and the hints that were given. */
export interface Recipe {
  readonly key: string;
  /** Hints on gates by arrow, and on boxes inside by id; plain data. */
  readonly gates: readonly (readonly [string, number])[];
  readonly places: readonly (readonly [string, Point])[];
}

/** Hints for each box; an earlier layout gives a box that has not changed the hints that it had then. */
export interface HintSource {
  hintsFor(box: Box, key: () => string): Hints;
}

/** The same hints for every box. */
export function always(hints: Hints): HintSource {
  return { hintsFor: () => hints };
}
