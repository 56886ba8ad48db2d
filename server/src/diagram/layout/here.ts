// Lays out a shape in the caller's own thread: tries the styles in which it can be read and keeps the one that reads best.
import type { Shape } from "../shape.ts";
import type { Layout, LayoutOptions } from "../types.ts";
import { type Arrangement, arrange } from "./assemble.ts";
import { type ElkBox, loadEngine } from "./elk.ts";
import type { Direction, Style } from "./plan.ts";
import { remembering } from "./run.ts";
import { type Box, treeOf } from "./tree.ts";

/** Width to height of a landscape page. */
const pageAspect = 1.5;

/** Levels at which the direction is chosen by itself. */
const deepest = 3;

/** What a layout remembers for the next one. */
interface Memory {
  readonly style: Style;
  readonly ranks: readonly (readonly [string, number])[];
}

const store = new Map<string, ElkBox>();

/** Every way to lead the levels at which there is a choice; where a box holds a single one, its direction makes no difference. */
function stylesOf(shape: Shape): Style[] {
  const { boxes } = treeOf(shape);
  const levels: Box[][] = [];
  for (const box of boxes) {
    if (box.parent !== undefined && box.shape?.kind !== "boundary") continue;
    const level = levels[box.depth] ?? [];
    levels[box.depth] = level;
    level.push(box);
  }
  const choices = levels.map((level) => level.some((box) => box.children.length > 1));
  let all: Direction[][] = [[]];
  for (const choice of choices.slice(0, deepest))
    all = all.flatMap(
      (style) =>
        (choice
          ? [
              [...style, "RIGHT"],
              [...style, "DOWN"],
            ]
          : [[...style, "RIGHT"]]) as Direction[][],
    );
  return all;
}

/** Lays out a shape; `memory` is that of an earlier layout. */
export async function layoutShape(shape: Shape, hash: string, options: LayoutOptions, remembered: unknown): Promise<Layout> {
  const memory = remembered as Memory | undefined;
  const engine = remembering(await loadEngine(), store);
  const aspect = options.aspect ?? pageAspect;
  const earlier = new Map(memory?.ranks ?? []);
  let best: Arrangement | undefined;
  for (const style of memory ? [memory.style] : stylesOf(shape)) {
    const one = arrange(shape, style, earlier, engine);
    if (!best || costOf(one, aspect) < costOf(best, aspect)) best = one;
  }
  const { style, ranks, ...places } = best as Arrangement;
  return { hash, ...places, memory: { style, ranks } satisfies Memory };
}

/** What makes a picture hard to read: a shape far from the one wanted, size, bends, crossings. */
export function costOf({ width, height, edges }: Arrangement, aspect: number): number {
  const skew = Math.abs(Math.log(width / height / aspect));
  const bends = edges.reduce((sum, [, { points }]) => sum + Math.max(0, points.length - 2), 0);
  return (
    Math.log(width * height) + 1.2 * Math.max(0, skew - 0.15) + 6 * Math.max(0, skew - 0.45) + 0.06 * (bends / Math.max(1, edges.length))
  );
}
