// What draws diagrams in Node: the engine is a file beside the server, layouts run in a thread, and there is a rasteriser.
import type { Drawing } from "./context.ts";

const engine = () => import("../diagram/index.ts");

/** Draws. */
export const drawing: Drawing = {
  load: engine,
  layOut: async (graph, run, previous) => (await engine()).layout(graph, run, previous),
  png: async (picture) => {
    const [rasteriser, { pixelsOf }] = await Promise.all([engine(), import("../host/drawing.ts")]);
    return await pixelsOf(rasteriser, picture, 2);
  },
};
