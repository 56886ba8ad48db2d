// The order of boxes along the direction of reading: the one in which few arrows run backwards, kept from an earlier layout where there is one.
import { type Direction, firstSide, isOwn, lastSide, type Side } from "./plan.ts";
import type { Box, Gate, Stretch } from "./tree.ts";

/** How much arrows want a box at the start (positive) or at the end, and how many run between two. */
interface Forces {
  readonly pull: ReadonlyMap<Box, number>;
  between(a: Box, b: Box): number;
}

/** The place of each box inside a box. */
export function orderOf(box: Box, along: Direction, side: ReadonlyMap<Gate, Side>, earlier: ReadonlyMap<string, number>): Map<Box, number> {
  const known = (one: Box): number | undefined => earlier.get(one.shape?.id ?? "");
  return settle(greedy(box.children, forcesIn(box, along, side)), known);
}

function forcesIn(box: Box, along: Direction, side: ReadonlyMap<Gate, Side>): Forces {
  const weights = new Map<Box, Map<Box, number>>();
  const pull = new Map<Box, number>();
  for (const stretch of box.stretches) {
    const { from, to } = stretch;
    if (!isOwn(from) && !isOwn(to)) {
      if (from.box === to.box) continue;
      const row = weights.get(from.box) ?? new Map<Box, number>();
      weights.set(from.box, row);
      row.set(to.box, (row.get(to.box) ?? 0) + 1);
      continue;
    }
    const end = isOwn(from) ? to : from;
    if (!isOwn(end)) pull.set(end.box, (pull.get(end.box) ?? 0) + pullOf(stretch, along, side));
  }
  return { pull, between: (a, b) => weights.get(a)?.get(b) ?? 0 };
}

/** An arrow over the border at the start or end holds its box there; one over another border only a little, by its direction. */
function pullOf({ from, to }: Stretch, along: Direction, side: ReadonlyMap<Gate, Side>): number {
  const own = isOwn(from) ? from : isOwn(to) ? to : undefined;
  const at = own && side.get(own.gate);
  if (at === firstSide(along)) return 1;
  if (at === lastSide(along)) return -1;
  return isOwn(to) ? -0.3 : 0.3;
}

/** Takes boxes without arrows into them to the front, those without arrows out of them to the back, else the one with the best balance. */
function greedy(boxes: readonly Box[], { pull, between }: Forces): Box[] {
  const left = new Set(boxes);
  const [front, back]: [Box[], Box[]] = [[], []];
  while (left.size > 0) {
    const rated = [...left].map((box) => {
      let [out, into] = [Math.max(0, pull.get(box) ?? 0), Math.max(0, -(pull.get(box) ?? 0))];
      for (const other of left) {
        out += between(box, other);
        into += between(other, box);
      }
      return { box, out, into };
    });
    const source = rated.find(({ into }) => into === 0);
    const sink = rated.find(({ out }) => out === 0);
    const best = rated.reduce((a, b) => (b.out - b.into > a.out - a.into ? b : a));
    const { box } = source ?? sink ?? best;
    if (source || !sink) front.push(box);
    else back.unshift(box);
    left.delete(box);
  }
  return [...front, ...back];
}

/** Where an earlier layout had an order, it stays; new boxes go behind the one that the fresh order puts before them. */
function settle(fresh: readonly Box[], known: (box: Box) => number | undefined): Map<Box, number> {
  const result = fresh.filter((box) => known(box) !== undefined).sort((a, b) => (known(a) as number) - (known(b) as number));
  for (const [index, box] of fresh.entries()) {
    if (known(box) !== undefined) continue;
    const before = fresh[index - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, box);
  }
  return new Map(result.map((box, index) => [box, index]));
}
