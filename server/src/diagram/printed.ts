// A view as it stands in a document: for print, with heading and legend. It is given the engine, which whoever draws nothing does not load.
import type { Analysis } from "../analysis/types.ts";
import type { Graph, Layout } from "./types.ts";

/** What draws. */
type Engine = Pick<typeof import("./index.ts"), "views" | "graph" | "scene" | "svg">;

/** A view in a document. */
export interface Printed {
  readonly view: string;
  readonly title: string;
  readonly svg: string;
  /** Pixels at the scale 1. */
  readonly width: number;
  readonly height: number;
}

/** Draws a view; undefined when the model does not have it. */
export async function printed(
  engine: Engine,
  analysis: Analysis,
  view: string,
  layOut: (graph: Graph) => Promise<Layout>,
): Promise<Printed | undefined> {
  const info = engine.views(analysis).find(({ name }) => name === view);
  const graph = info && engine.graph(analysis, view);
  if (info === undefined || graph === undefined) return undefined;
  const scene = engine.scene(graph, await layOut(graph));
  const { width, height } = scene;
  // Several pictures stand on one page, and their names are ids there.
  const id = `view-${view.replaceAll(/[^\w-]+/g, "-")}`;
  return { view, title: info.title, svg: engine.svg(scene, { theme: "print", id }), width, height };
}
