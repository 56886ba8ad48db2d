// Decides, before anything is placed, in which direction each box reads, in which order its contents stand along that direction, and on
// which side of each box an arrow passes its border. From the outside inwards, so that an arrow leaves a box on the side where it is going.
import type { Box, Gate, Stretch, StretchEnd, Tree } from "./tree.ts";
import { isGated } from "./tree.ts";

/** Where the contents of a box are led: from left to right or from top to bottom. */
export type Direction = "RIGHT" | "DOWN";

/** A side of a box. */
export type Side = "NORTH" | "EAST" | "SOUTH" | "WEST";

/** Directions by depth: of the root, of the boundaries in it, of those in them, and so on; the last holds for all that are deeper. */
export type Style = readonly Direction[];

/** What is decided for a tree. */
export interface Plan {
  readonly direction: ReadonlyMap<Box, Direction>;
  /** Place of each box among its neighbours, along the direction of the box around. */
  readonly rank: ReadonlyMap<Box, number>;
  readonly side: ReadonlyMap<Gate, Side>;
}

/** The side at which a direction starts. */
export const firstSide = (direction: Direction): Side => (direction === "RIGHT" ? "WEST" : "NORTH");
/** The side at which a direction ends. */
export const lastSide = (direction: Direction): Side => (direction === "RIGHT" ? "EAST" : "SOUTH");

/** Plans a tree; `earlier` are ranks of an earlier layout by id, kept where they can be. */
export function planOf(tree: Tree, style: Style, earlier: ReadonlyMap<string, number>): Plan {
  const direction = new Map<Box, Direction>();
  const rank = new Map<Box, number>();
  const side = new Map<Gate, Side>();
  for (const box of tree.boxes) {
    const own = box.parent === undefined || box.shape?.kind === "boundary";
    const at = style[Math.min(box.depth, style.length - 1)] ?? "RIGHT";
    direction.set(box, own ? at : (direction.get(box.parent) as Direction));
  }
  // Boxes stand before what is inside them.
  for (const box of tree.boxes) {
    if (box.children.length === 0) continue;
    const along = direction.get(box) as Direction;
    placeOwnGates(box, along, side);
    for (const [child, place] of order(box, along, side, earlier)) rank.set(child, place);
    placeGates(box, along, rank, side);
  }
  return { direction, rank, side };
}

function isOwn(end: StretchEnd): end is Extract<StretchEnd, { own: true }> {
  return "own" in end;
}

// An arrow between a box and what is inside it touches the border from within: it starts where reading starts.
function placeOwnGates(box: Box, along: Direction, side: Map<Gate, Side>): void {
  for (const { from, to } of box.stretches) {
    if (isOwn(from) && !side.has(from.gate)) side.set(from.gate, firstSide(along));
    if (isOwn(to) && !side.has(to.gate)) side.set(to.gate, lastSide(along));
  }
  unitePorts(box, side);
}

// All arrows at a port pass it on the same side.
function unitePorts(box: Box, side: Map<Gate, Side>): void {
  const ports = new Map<string, Gate[]>();
  for (const gate of box.gates) {
    if (gate.port === undefined || !side.has(gate)) continue;
    const known = ports.get(gate.port.id);
    if (known) known.push(gate);
    else ports.set(gate.port.id, [gate]);
  }
  for (const gates of ports.values()) {
    const counts = new Map<Side, number>();
    for (const gate of gates) counts.set(side.get(gate) as Side, (counts.get(side.get(gate) as Side) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] as Side;
    for (const gate of gates) side.set(gate, most);
  }
}

/** Sides of the gates of the boxes inside. */
function placeGates(box: Box, along: Direction, rank: ReadonlyMap<Box, number>, side: Map<Gate, Side>): void {
  const [first, last] = [firstSide(along), lastSide(along)];
  for (const { from, to } of box.stretches) {
    for (const [end, other, leaves] of [
      [from, to, true],
      [to, from, false],
    ] as const) {
      if (isOwn(end) || end.gate === undefined) continue;
      if (isOwn(other)) {
        const outer = side.get(other.gate) as Side;
        const isAlong = outer === first || outer === last;
        // A device has ports on two sides only.
        side.set(end.gate, isAlong || end.box.shape?.kind === "boundary" ? outer : leaves ? last : first);
      } else {
        const isBefore = end.box === other.box ? leaves : (rank.get(end.box) ?? 0) < (rank.get(other.box) ?? 0);
        side.set(end.gate, isBefore ? last : first);
      }
    }
  }
  for (const child of box.children) if (isGated(child)) unitePorts(child, side);
}

/**
 * The order of the boxes inside a box in which the fewest arrows run backwards; those that leave at the start stand first.
 * Greedy: what has more arrows out than in goes to the front.
 */
function order(box: Box, along: Direction, side: ReadonlyMap<Gate, Side>, earlier: ReadonlyMap<string, number>): Map<Box, number> {
  const weights = new Map<Box, Map<Box, number>>();
  const pull = new Map<Box, number>();
  const connect = (a: Box, b: Box, weight: number): void => {
    const row = weights.get(a) ?? new Map<Box, number>();
    weights.set(a, row);
    row.set(b, (row.get(b) ?? 0) + weight);
  };
  for (const stretch of box.stretches) {
    const { from, to } = stretch;
    if (!isOwn(from) && !isOwn(to)) {
      if (from.box !== to.box) connect(from.box, to.box, 1);
      continue;
    }
    const end = isOwn(from) ? to : from;
    const own = isOwn(from) ? from.gate : isOwn(to) ? to.gate : undefined;
    if (isOwn(end) || own === undefined) continue;
    const at = side.get(own);
    const weight = at === firstSide(along) ? 1 : at === lastSide(along) ? -1 : isOutward(stretch) ? -0.3 : 0.3;
    pull.set(end.box, (pull.get(end.box) ?? 0) + weight);
  }
  const left = new Set(box.children);
  const front: Box[] = [];
  const back: Box[] = [];
  const weight = (a: Box, b: Box): number => weights.get(a)?.get(b) ?? 0;
  const known = (one: Box): number | undefined => earlier.get(one.shape?.id ?? "");
  while (left.size > 0) {
    let best: Box | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    let sink: Box | undefined;
    let sinkScore = Number.POSITIVE_INFINITY;
    for (const one of left) {
      let out = Math.max(0, pull.get(one) ?? 0);
      let into = Math.max(0, -(pull.get(one) ?? 0));
      for (const other of left) {
        if (other === one) continue;
        out += weight(one, other);
        into += weight(other, one);
      }
      const score = out - into;
      const bias = known(one) ?? 0;
      if (into === 0 && score - bias * 1e-6 > bestScore - 0) {
        bestScore = score + 1000 - bias * 1e-6;
        best = one;
      } else if (score - bias * 1e-6 > bestScore) {
        bestScore = score - bias * 1e-6;
        best = one;
      }
      if (out === 0 && into > 0 && score < sinkScore) {
        sinkScore = score;
        sink = one;
      }
    }
    if (sink && bestScore < 1000) {
      back.unshift(sink);
      left.delete(sink);
    } else if (best) {
      front.push(best);
      left.delete(best);
    }
  }
  return settle([...front, ...back], known);
}

function isOutward(stretch: Stretch): boolean {
  return isOwn(stretch.to);
}

// Where an earlier layout had an order, it stays: new boxes go behind the one that the fresh order puts before them.
function settle(fresh: readonly Box[], known: (box: Box) => number | undefined): Map<Box, number> {
  const kept = fresh.filter((box) => known(box) !== undefined).sort((a, b) => (known(a) as number) - (known(b) as number));
  const result = [...kept];
  for (const [index, box] of fresh.entries()) {
    if (known(box) !== undefined) continue;
    const before = fresh[index - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, box);
  }
  return new Map(result.map((box, index) => [box, index]));
}
