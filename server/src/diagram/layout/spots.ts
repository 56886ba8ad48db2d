// Finds room for boxes that no arrow touches, between what is there already.
import type { Size } from "../shape.ts";
import type { Point } from "./run.ts";

/** A rectangle that is taken. */
export interface Taken {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gap = 18;

/** Boxes in rows of so many: the places of each, and the size of all. */
export function inRows(sizes: readonly Size[], columns: number): { places: Point[]; size: Size } {
  const places: Point[] = [];
  const wide = Math.max(0, ...sizes.map((size) => size.width));
  let [y, row] = [0, 0];
  for (const [index, size] of sizes.entries()) {
    if (index > 0 && index % columns === 0) [y, row] = [y + row + gap, 0];
    places.push([(index % columns) * (wide + gap), y]);
    row = Math.max(row, size.height);
  }
  const used = Math.min(columns, sizes.length);
  return { places, size: { width: used * wide + (used - 1) * gap, height: y + row } };
}

/** A free place for a rectangle inside an area; the one nearest to the top left. */
export function freeSpot({ width, height }: Size, area: Taken, taken: readonly Taken[]): Point | undefined {
  const [right, bottom] = [area.x + area.width - width, area.y + area.height - height];
  if (right < area.x || bottom < area.y) return undefined;
  const xs = candidates(
    area.x,
    right,
    taken.map((one) => one.x + one.width + gap),
  );
  const ys = candidates(
    area.y,
    bottom,
    taken.map((one) => one.y + one.height + gap),
  );
  for (const y of ys) {
    const near = taken.filter((one) => one.y < y + height + gap && one.y + one.height + gap > y);
    for (const x of xs) if (!near.some((one) => one.x < x + width + gap && one.x + one.width + gap > x)) return [x, y];
  }
  return undefined;
}

function candidates(from: number, to: number, all: readonly number[]): number[] {
  return [...new Set([from, ...all.filter((one) => one > from && one <= to)])].sort((a, b) => a - b);
}
