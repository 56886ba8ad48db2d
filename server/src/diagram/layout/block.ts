// Boxes that no arrow touches stand together in rows.
import type { Size } from "../shape.ts";
import type { Direction } from "./plan.ts";
import type { Point } from "./run.ts";
import type { Box } from "./tree.ts";

/** Boxes in rows. */
export interface Block {
  readonly boxes: readonly Box[];
  readonly size: Size;
  readonly places: ReadonlyMap<Box, Point>;
}

const gap = 20;

/** Puts boxes into rows; beside others the block is slim along the direction of reading, alone it is about as wide as a page. */
export function blockOf(boxes: readonly Box[], sizeOf: (box: Box) => Size, direction: Direction, isBeside: boolean): Block | undefined {
  if (boxes.length === 0) return undefined;
  const all = boxes.map((box) => ({ box, size: sizeOf(box) }));
  const area = all.reduce((sum, { size }) => sum + (size.width + gap) * (size.height + gap), 0);
  const shape = isBeside ? (direction === "RIGHT" ? 0.9 : 2.2) : 1.6;
  const broadest = Math.max(...all.map(({ size }) => size.width));
  const width = Math.max(broadest, Math.sqrt(area * shape));
  const places = new Map<Box, Point>();
  let [x, y, row, right] = [0, 0, 0, 0];
  for (const { box, size } of all) {
    if (x > 0 && x + size.width > width) [x, y, row] = [0, y + row + gap, 0];
    places.set(box, [x, y]);
    right = Math.max(right, x + size.width);
    x += size.width + gap;
    row = Math.max(row, size.height);
  }
  return { boxes, size: { width: right, height: y + row }, places };
}
