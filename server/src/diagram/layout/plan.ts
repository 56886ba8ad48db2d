// Decides, before anything is placed, in which direction each box reads, in which order its contents stand along that direction, and on
// which side of each box an arrow passes its border. From the outside inwards, so that an arrow leaves a box on the side where it is going.

import { orderOf } from "./order.ts";
import type { Box, Gate, StretchEnd, Tree } from "./tree.ts";
import { isGated } from "./tree.ts";

/** Where the contents of a box are led: from left to right or from top to bottom. */
export type Direction = "RIGHT" | "DOWN";

/** A side of a box. */
export type Side = "NORTH" | "EAST" | "SOUTH" | "WEST";

/** Directions of boxes by their number; `RIGHT` where nothing is said. Devices, and boxes around a single one, follow what is around them. */
export type Style = ReadonlyMap<number, Direction>;

/** Whether the direction of a box can be chosen. */
export function hasChoice(box: Box): boolean {
  return box.children.length > 1 && box.shape?.kind !== "device";
}

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
    const around = box.parent && direction.get(box.parent);
    direction.set(box, hasChoice(box) || around === undefined ? (style.get(box.index) ?? "RIGHT") : around);
  }
  // Boxes stand before what is inside them.
  for (const box of tree.boxes) {
    if (box.children.length === 0) continue;
    const along = direction.get(box) as Direction;
    placeOwnGates(box, along, side);
    for (const [child, place] of orderOf(box, along, side, earlier)) rank.set(child, place);
    placeGates(box, along, rank, side);
  }
  return { direction, rank, side };
}

/** Whether an end is on the border of the box around. */
export function isOwn(end: StretchEnd): end is Extract<StretchEnd, { own: true }> {
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
  for (const { from, to } of box.stretches) {
    placeGate(from, to, true, along, rank, side);
    placeGate(to, from, false, along, rank, side);
  }
  for (const child of box.children) if (isGated(child)) unitePorts(child, side);
}

function placeGate(
  end: StretchEnd,
  other: StretchEnd,
  leaves: boolean,
  along: Direction,
  rank: ReadonlyMap<Box, number>,
  side: Map<Gate, Side>,
): void {
  if (isOwn(end) || end.gate === undefined) return;
  const [first, last] = [firstSide(along), lastSide(along)];
  if (isOwn(other)) {
    const outer = side.get(other.gate) as Side;
    const isAlong = outer === first || outer === last;
    // A device has ports on two sides only.
    side.set(end.gate, isAlong || end.box.shape?.kind === "boundary" ? outer : leaves ? last : first);
    return;
  }
  const isBefore = end.box === other.box ? leaves : (rank.get(end.box) ?? 0) < (rank.get(other.box) ?? 0);
  side.set(end.gate, isBefore ? last : first);
}
