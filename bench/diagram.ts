// Figures of the diagram's layout: how far untouched boxes move after one edit, crossings against the engine's defaults, time.
// Run: npm run bench:diagram
import type { Analysis } from "../server/src/analysis/types.ts";
import { graph } from "../server/src/diagram/graph.ts";
import { crossingsOf } from "../server/src/diagram/layout/cost.ts";
import { type ElkBox, loadEngine } from "../server/src/diagram/layout/elk.ts";
import { layoutShape } from "../server/src/diagram/layout/here.ts";
import { type Shape, type ShapeEdge, type ShapeNode, shapeOf } from "../server/src/diagram/shape.ts";
import type { Layout } from "../server/src/diagram/types.ts";
import { check } from "../server/src/workspace/check.ts";
import { noSettings } from "../server/src/workspace/settings.ts";
import { loadSample, samples } from "../test/support/samples.ts";
import { Random } from "./random.ts";

const day = "2026-11-25";

function analysisOf(sample: string): Analysis {
  return check(loadSample(sample), day, noSettings).models.find((model) => model.analysis.model.system)?.analysis as Analysis;
}

function shapeOfSample(sample: string, view: string): Shape {
  const made = graph(analysisOf(sample), view);
  return shapeOf(made?.nodes ?? [], made?.edges ?? []);
}

const layoutOf = (shape: Shape, memory?: unknown): Promise<Layout> => layoutShape(shape, "", {}, memory);

/** Mean and greatest move of boxes that both layouts have, in pixels. */
export function moves(before: Layout, after: Layout): { mean: number; greatest: number } {
  const places = new Map(before.nodes);
  const all = after.nodes.flatMap(([id, { x, y }]) => {
    const old = places.get(id);
    return old ? [Math.hypot(x - old.x, y - old.y)] : [];
  });
  return { mean: all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length), greatest: Math.max(0, ...all) };
}

/** The shape with one more box beside a box, and an arrow between them. */
export function withOneMore(shape: Shape, beside: ShapeNode): Shape {
  const id = `${beside.id}New`;
  const edge: ShapeEdge = {
    id: `${id}Flow`,
    source: beside.id,
    target: id,
    via: [],
    across: { width: 100, height: 60 },
    down: { width: 100, height: 60 },
  };
  return {
    nodes: [...shape.nodes, { id, parent: beside.parent, width: 96, height: 48, kind: "leaf", ports: [] }],
    edges: [...shape.edges, edge],
  };
}

/** Boxes in five containers of four, each with five; four of five arrows stay in their container. */
export function nested(boxes: number, arrows: number, seed: number): Shape {
  const random = new Random(seed);
  const nodes: ShapeNode[] = [];
  const leaves: string[] = [];
  for (let outer = 0; outer < 5; outer++) {
    nodes.push({ id: `O${outer}`, parent: undefined, width: 120, height: 60, kind: "boundary", ports: [] });
    for (let inner = 0; inner < 4; inner++) {
      nodes.push({ id: `O${outer}I${inner}`, parent: `O${outer}`, width: 120, height: 60, kind: "boundary", ports: [] });
      for (let leaf = 0; leaf < boxes / 20; leaf++) {
        const id = `O${outer}I${inner}L${leaf}`;
        leaves.push(id);
        nodes.push({ id, parent: `O${outer}I${inner}`, width: 110, height: 48, kind: "leaf", ports: [] });
      }
    }
  }
  const size = boxes / 20;
  const edges = Array.from({ length: arrows }, (_, index): ShapeEdge => {
    const from = random.between(0, leaves.length - 1);
    const group = Math.floor(from / size) * size;
    const to = random.chance(0.8)
      ? group + ((from - group + 1 + random.between(0, size - 2)) % size)
      : random.between(0, leaves.length - 1);
    return {
      id: `F${index}`,
      source: leaves[from] as string,
      target: leaves[to] as string,
      via: [],
      across: { width: 96, height: 58 },
      down: { width: 100, height: 56 },
    };
  });
  return { nodes, edges };
}

/** The same graph in one run of the engine with its defaults: nested, orthogonal, labels included. */
async function defaults(shape: Shape): Promise<{ crossings: number; width: number; height: number }> {
  const engine = await loadEngine();
  const ports = new Map(shape.nodes.flatMap((node) => node.ports.map((port) => [port.id, node.id])));
  const inside = (parent: string | undefined): ElkBox[] =>
    shape.nodes
      .filter((node) => node.parent === parent)
      .map((node) => ({ id: node.id, width: node.width, height: node.height, children: inside(node.id) }));
  const result = engine({
    id: "r",
    layoutOptions: { "elk.algorithm": "layered", "elk.hierarchyHandling": "INCLUDE_CHILDREN", "elk.json.edgeCoords": "ROOT" },
    children: inside(undefined),
    edges: shape.edges.map((edge) => ({
      id: edge.id,
      sources: [ports.get(edge.source) ?? edge.source],
      targets: [ports.get(edge.target) ?? edge.target],
      labels: [{ id: `${edge.id}l`, text: "x", ...edge.across }],
    })),
  });
  const ways = (result.edges ?? []).flatMap((edge) =>
    (edge.sections ?? []).map(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }): readonly [number, number] => [x, y]),
    ),
  );
  return { crossings: crossingsOf(ways), width: result.width ?? 0, height: result.height ?? 0 };
}

async function time(run: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run();
  const wall = performance.now() - start;
  return { wall, cpu: process.cpuUsage(cpu).user / 1000 };
}

const show = (value: number): string => value.toFixed(0).padStart(6);

async function main(): Promise<void> {
  console.log("layout of samples        boxes arrows  width height  aspect  crossings  engine's defaults: crossings aspect");
  for (const sample of samples) {
    for (const view of ["full", "context", "system"]) {
      const shape = shapeOfSample(sample, view);
      const made = await layoutOf(shape);
      const crossings = crossingsOf(made.edges.map(([, { points }]) => points));
      const plain = await defaults(shape);
      console.log(
        `${`${sample} ${view}`.padEnd(24)}${show(shape.nodes.length)} ${show(shape.edges.length)} ${show(made.width)} ${show(made.height)}  ${(made.width / made.height).toFixed(2)}  ${show(crossings)}  ${show(plain.crossings)} ${(plain.width / plain.height).toFixed(2)}`,
      );
    }
  }

  console.log("\nmove of untouched boxes after one added element with a flow, in pixels: mean over all places to add it, and the worst");
  for (const sample of samples) {
    const shape = shapeOfSample(sample, "full");
    const before = await layoutOf(shape);
    const leaves = shape.nodes.filter((node) => node.kind === "leaf" && node.ports.length === 0);
    const means: number[] = [];
    for (const leaf of leaves) means.push(moves(before, await layoutOf(withOneMore(shape, leaf), before.memory)).mean);
    console.log(`${sample.padEnd(24)}${show(means.reduce((sum, one) => sum + one, 0) / means.length)} ${show(Math.max(...means))}`);
    const same = moves(before, await layoutOf(shape, before.memory));
    console.log(`${"  the same model again".padEnd(24)}${show(same.mean)} ${show(same.greatest)}`);
  }

  console.log("\ntime of 100 boxes and 150 arrows, nested two deep, 80 % local: wall and processor, ms, best of 5");
  const best = async (run: (round: number) => Promise<unknown>): Promise<string> => {
    const all: { wall: number; cpu: number }[] = [];
    for (let round = 0; round < 5; round++) all.push(await time(() => run(round)));
    return `${show(Math.min(...all.map((one) => one.wall)))} ${show(Math.min(...all.map((one) => one.cpu)))}`;
  };
  console.log(`warm, nothing known     ${await best((round) => layoutOf(nested(100, 150, round + 1)))}`);
  const shape = nested(100, 150, 1);
  const before = await layoutOf(shape);
  const again = await layoutOf(shape, before.memory);
  const edits = shape.nodes.filter((node) => node.kind === "leaf");
  console.log(
    `after an edit           ${await best((round) => layoutOf(withOneMore(shape, edits[round * 17] as ShapeNode), again.memory))}`,
  );
}

if (import.meta.main) await main();
