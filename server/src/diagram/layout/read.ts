// Reads what the engine made of the inside of a box.
import { header, type Size } from "../shape.ts";
import type { Bar } from "./bars.ts";
import type { ElkBox, ElkEdge } from "./elk.ts";
import type { Side } from "./plan.ts";
import type { Inside, Point, Run } from "./run.ts";
import type { Box, Gate, Stretch, StretchEnd } from "./tree.ts";

const cornerOf = (one: ElkBox | undefined): Point => [one?.x ?? 0, one?.y ?? 0];
const sizeOf = (one: ElkBox | undefined): Size => ({ width: one?.width ?? 0, height: one?.height ?? 0 });

/** The inside of a box from the engine's answer; `lone` are boxes that took part as one, relative to that one. */
export function readRun(run: Run, result: ElkBox, lone: ReadonlyMap<Box, Point>): Inside {
  const { box } = run;
  const byId = new Map((result.children ?? []).map((one) => [one.id, one]));
  const places = new Map<Box, Point>();
  for (const child of box.children) {
    const own = byId.get(run.idOf(child));
    if (own) places.set(child, cornerOf(own));
  }
  const [bx, by] = cornerOf(byId.get("b"));
  for (const [child, [x, y]] of lone) places.set(child, [bx + x, by + y]);
  const size = sizeOf(result);
  const gates = new Map<Gate, Point>();
  const byPort = new Map((result.ports ?? []).map((port) => [port.id, port]));
  for (const gate of box.gates) {
    const port = byPort.get(run.idOf(gate));
    if (port) gates.set(gate, cornerOf(port));
  }
  for (const bar of run.bars) readGates(run, bar, byId.get(run.idOf(bar)), size, gates);
  return withTitle(run, byId.get("t"), {
    size,
    places,
    sizes: new Map(box.children.map((child) => [child, run.sizeOf(child)])),
    gates,
    ports: readPorts(run, byId),
    ...readWays(run, result.edges ?? [], gates),
  });
}

function readGates(run: Run, bar: Bar, own: ElkBox | undefined, size: Size, gates: Map<Gate, Point>): void {
  const [x, y] = cornerOf(own);
  for (const gate of bar.gates) {
    const [px, py] = cornerOf(own?.ports?.find((one) => one.id === run.idOf(gate)));
    const border: Readonly<Record<Side, Point>> = {
      WEST: [0, y + py],
      EAST: [size.width, y + py],
      NORTH: [x + px, 0],
      SOUTH: [x + px, size.height],
    };
    gates.set(gate, border[bar.side]);
  }
}

function readPorts(run: Run, byId: ReadonlyMap<string, ElkBox>): Inside["ports"] {
  return new Map(
    run.bars.flatMap((bar) => {
      const own = byId.get(run.idOf(bar));
      return bar.port === undefined ? [] : [[bar.port, { at: cornerOf(own), size: sizeOf(own), side: bar.side }] as const];
    }),
  );
}

function readWays(run: Run, edges: readonly ElkEdge[], gates: ReadonlyMap<Gate, Point>): Pick<Inside, "ways" | "labels"> {
  const ways = new Map<Stretch, readonly Point[]>();
  const labels = new Map<Stretch, { at: Point; size: Size }>();
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const passed = new Set(run.bars.flatMap((bar) => bar.gates));
  // An arrow through the border of a device goes on to the border itself.
  const border = (end: StretchEnd): Point[] => {
    const gate = "own" in end && passed.has(end.gate) ? gates.get(end.gate) : undefined;
    return gate ? [gate] : [];
  };
  for (const stretch of run.box.stretches) {
    const edge = byId.get(run.idOf(stretch));
    const section = edge?.sections?.[0];
    if (!edge || !section) throw new Error("the layout engine left an arrow out");
    const points: Point[] = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => [x, y]);
    if (run.directed(stretch)[0] !== stretch.from) points.reverse();
    ways.set(stretch, [...border(stretch.from), ...points, ...border(stretch.to)]);
    const label = edge.labels?.[0];
    if (label) labels.set(stretch, { at: cornerOf(label), size: sizeOf(label) });
  }
  return { ways, labels };
}

/** Gives a title its room: where it took part in the layout, else along the top between the arrows that pass there, else left of them all. */
function withTitle(run: Run, own: ElkBox | undefined, inside: Inside): Inside {
  const { shape } = run.box;
  if (shape === undefined) return inside;
  const room = { width: shape.width - 20, height: header };
  if (own) return { ...inside, title: { at: [(own.x ?? 0) + 14, own.y ?? 0], size: room } };
  const crossings = [...inside.gates].filter(([gate]) => run.around.plan.side.get(gate) === "NORTH").map(([, [x]]) => x);
  const free = freeTitle(shape.width, inside.size.width, crossings);
  if (free !== undefined) return { ...inside, title: { at: [free + 14, 0], size: room } };
  return { ...shifted(inside, shape.width - Math.min(...crossings)), title: { at: [14, 0], size: room } };
}

/** Where a title along the top of a box has room between the arrows that pass its border there. */
function freeTitle(wanted: number, width: number, crossings: readonly number[]): number | undefined {
  const stops = [...crossings].sort((a, b) => a - b);
  const starts = [0, ...stops];
  return starts.find((from, index) => (stops[index] ?? width) - from >= wanted);
}

/** Everything moved to the right, except where arrows pass the left border. */
function shifted(inside: Inside, by: number): Inside {
  const move = ([x, y]: Point): Point => [x + by, y];
  const moveEnds = (points: readonly Point[]): Point[] => {
    const moved = points.map(move);
    const stays = ([x, y]: Point, point: Point): Point[] => (x < 0.05 ? [[0, y]] : [point]);
    const [first, last] = [points[0], points.at(-1)] as [Point, Point];
    return [
      ...stays(first, moved[0] as Point),
      ...(first[0] < 0.05 ? moved : moved.slice(1)),
      ...(last[0] < 0.05 ? ([[0, last[1]]] as Point[]) : []),
    ];
  };
  return {
    ...inside,
    size: { ...inside.size, width: inside.size.width + by },
    places: new Map([...inside.places].map(([box, at]) => [box, move(at)])),
    gates: new Map([...inside.gates].map(([gate, at]) => [gate, at[0] < 0.05 ? at : move(at)])),
    ways: new Map([...inside.ways].map(([stretch, points]) => [stretch, moveEnds(points)])),
    labels: new Map([...inside.labels].map(([stretch, { at, size }]) => [stretch, { at: move(at), size }])),
  };
}
