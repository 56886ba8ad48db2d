// Lays out a graph in the caller's own thread: tries the styles in which it can be read and keeps the one that reads best.
import { type Shape, shapeOf } from "../shape.ts";
import type { Graph, Layout, LayoutOptions } from "../types.ts";
import { type Arrangement, arrange } from "./assemble.ts";
import { type ElkBox, loadEngine } from "./elk.ts";
import type { Style } from "./plan.ts";
import { remembering } from "./run.ts";

/** Width to height of a landscape page. */
const pageAspect = 1.5;

const styles: readonly Style[] = [
  { root: "RIGHT", inner: "RIGHT" },
  { root: "DOWN", inner: "RIGHT" },
  { root: "RIGHT", inner: "DOWN" },
  { root: "DOWN", inner: "DOWN" },
];

/** What a layout remembers for the next one. */
interface Memory {
  readonly style: Style;
  readonly ranks: readonly (readonly [string, number])[];
}

const store = new Map<string, ElkBox>();

/** Lays out a graph in this thread. */
export function layoutHere(graph: Graph, options: LayoutOptions = {}, previous?: Layout): Promise<Layout> {
  return layoutShape(shapeOf(graph.nodes, graph.edges), graph.hash, options, previous?.memory as Memory | undefined);
}

/** Lays out a shape; `memory` is that of an earlier layout. */
export async function layoutShape(shape: Shape, hash: string, options: LayoutOptions, memory: Memory | undefined): Promise<Layout> {
  const engine = remembering(await loadEngine(), store);
  const aspect = options.aspect ?? pageAspect;
  const earlier = new Map(memory?.ranks ?? []);
  let best: Arrangement | undefined;
  for (const style of memory ? [memory.style] : styles) {
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
  return Math.log(width * height) + 1.2 * Math.max(0, skew - 0.15) + 0.06 * (bends / Math.max(1, edges.length));
}
