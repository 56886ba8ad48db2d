// Lays out a shape: every box from the inside outwards, then all places made absolute.
import type { EdgePlace, Layout, PortPlace } from "../types.ts";
import { closedInside } from "./closed.ts";
import type { Engine } from "./elk.ts";
import type { HintSource } from "./hints.ts";
import { type Plan, planOf, type Side, type Style } from "./plan.ts";
import { type Inside, type Point, runBox } from "./run.ts";
import { type Box, isGated, type Tree } from "./tree.ts";

/** Free room around everything. */
const margin = 24;

/** A layout in one style, without its key. */
export interface Arrangement {
  readonly tree: Tree;
  readonly plan: Plan;
  readonly insides: ReadonlyMap<Box, Inside>;
  readonly corner: ReadonlyMap<Box, Point>;
  readonly width: number;
  readonly height: number;
}

/** Lays out a tree in one style. */
export function arrange(tree: Tree, style: Style, earlier: ReadonlyMap<string, number>, hints: HintSource, engine: Engine): Arrangement {
  const plan = planOf(tree, style, earlier);
  const insides = new Map<Box, Inside>();
  // Boxes stand before what is inside them, so backwards is from the inside outwards.
  for (const box of [...tree.boxes].reverse()) {
    if (box.children.length > 0 || box.parent === undefined) insides.set(box, runBox(box, { tree, plan, hints, insides }, engine));
    else if (isGated(box))
      insides.set(
        box,
        closedInside(
          box,
          plan,
          hints.hintsFor(box, () => closedKey(box)),
        ),
      );
  }
  const corner = new Map<Box, Point>([[tree.root, [margin, margin]]]);
  for (const box of tree.boxes) {
    const [x, y] = corner.get(box) as Point;
    for (const [child, [dx, dy]] of insides.get(box)?.places ?? []) corner.set(child, [x + dx, y + dy]);
  }
  const root = insides.get(tree.root)?.size ?? { width: 0, height: 0 };
  return { tree, plan, insides, corner, width: Math.ceil(root.width) + 2 * margin, height: Math.ceil(root.height) + 2 * margin };
}

// A closed box is placed by its hints alone; what it had is right as long as the same arrows pass it.
function closedKey(box: Box): string {
  return JSON.stringify([box.shape, box.gates.map((gate) => [gate.edge, gate.port?.id])]);
}

/** The way of an arrow and the room of its label, absolute. */
export function edgePlace({ tree, insides, corner }: Arrangement, index: number): EdgePlace {
  const points: Point[] = [];
  let label: EdgePlace["label"];
  for (const { box, stretch } of tree.ways[index] ?? []) {
    const [x, y] = corner.get(box) as Point;
    const inside = insides.get(box) as Inside;
    for (const [px, py] of inside.ways.get(stretch) ?? []) points.push([x + px, y + py]);
    const room = inside.labels.get(stretch);
    if (room) label = { x: round(x + room.at[0]), y: round(y + room.at[1]), width: room.size.width, height: room.size.height };
  }
  return { points: straightened(points), label };
}

/** All places of an arrangement, absolute. */
export function placesOf(made: Arrangement): Omit<Layout, "hash" | "memory"> {
  const { tree, insides, corner, width, height } = made;
  const nodes: [string, Layout["nodes"][number][1]][] = [];
  const ports: [string, PortPlace][] = [];
  const titles: [string, Layout["nodes"][number][1]][] = [];
  for (const box of tree.boxes) {
    const inside = insides.get(box);
    const [x, y] = corner.get(box) as Point;
    for (const [id, { at, size, side }] of inside?.ports ?? []) ports.push([id, portPlace([x + at[0], y + at[1]], size, side)]);
    if (!box.parent || !box.shape) continue;
    if (inside?.title) {
      const { at, size } = inside.title;
      titles.push([box.shape.id, { x: round(x + at[0]), y: round(y + at[1]), width: size.width, height: size.height }]);
    }
    const size = insides.get(box.parent)?.sizes.get(box) ?? { width: 0, height: 0 };
    nodes.push([box.shape.id, { x: round(x), y: round(y), width: round(size.width), height: round(size.height) }]);
  }
  const edges = tree.edges.map((edge, index): [string, EdgePlace] => [edge.id, edgePlace(made, index)]);
  return { width, height, nodes, ports, edges, titles };
}

const sides: Readonly<Record<Side, PortPlace["side"]>> = { NORTH: "north", EAST: "east", SOUTH: "south", WEST: "west" };

function portPlace([x, y]: Point, size: { width: number; height: number }, side: Side): PortPlace {
  const across = { WEST: x, EAST: x + size.width, NORTH: x + size.width / 2, SOUTH: x + size.width / 2 }[side];
  const down = { WEST: y + size.height / 2, EAST: y + size.height / 2, NORTH: y, SOUTH: y + size.height }[side];
  return {
    x: round(across),
    y: round(down),
    side: sides[side],
    box: { x: round(x), y: round(y), width: round(size.width), height: round(size.height) },
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Without points that change nothing. */
function straightened(points: readonly Point[]): Point[] {
  const result: Point[] = [];
  for (const [x, y] of points) {
    const point: Point = [round(x), round(y)];
    const [before, last] = [result.at(-2), result.at(-1)];
    const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;
    if (last && same(last[0], point[0]) && same(last[1], point[1])) continue;
    const isStraight =
      before && last && ((same(before[0], last[0]) && same(last[0], point[0])) || (same(before[1], last[1]) && same(last[1], point[1])));
    if (isStraight) result.pop();
    result.push(point);
  }
  return result;
}
