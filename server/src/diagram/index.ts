// The diagram engine as others use it. A file of its own in the build: whoever draws nothing loads nothing of it.
import { shapeOf } from "./shape.ts";
import type { Graph, Layout, LayoutOptions } from "./types.ts";

export { drawio } from "./drawio.ts";
export { textFormats } from "./formats.ts";
export { graph } from "./graph.ts";
export { json } from "./json.ts";
export { layout, stopLayouts } from "./layout/index.ts";
export { mermaid } from "./mermaid.ts";
export { mostPixels, png } from "./png.ts";
export { scene } from "./scene.ts";
export { svg } from "./svg/index.ts";
export { lettersWithout } from "./text.ts";
export { views } from "./views.ts";

/** Lays out a graph in the caller's own thread; for programs that do nothing else meanwhile. */
export async function layoutHere(graph: Graph, options: LayoutOptions = {}, previous?: Layout): Promise<Layout> {
  const { layoutShape } = await import("./layout/worker.ts");
  return layoutShape(shapeOf(graph.nodes, graph.edges), graph.hash, options, previous?.memory);
}
