// Draws views for documents, as `ward diagram` does; the engine is loaded with the first picture.
import type { Analysis } from "../analysis/types.ts";
import { printed } from "../diagram/printed.ts";
import { pixelsOf } from "../host/drawing.ts";
import type { Draw } from "../report/diagrams.ts";

/** Pixels for each unit of a picture: letters are sharp in print. */
const scale = 2;

/** Milliseconds after which a picture is given up, and the document with it. */
const patience = 300_000;

/** Draws the views of a model. */
export const drawerOf =
  (analysis: Analysis): Draw =>
  async (view) => {
    const engine = await import("../diagram/index.ts");
    // In a thread of its own, so that documents without pictures are written meanwhile.
    const found = await printed(engine, analysis, view, (graph) => engine.layout(graph, { timeout: patience }));
    return (
      found && {
        ...found,
        png: () => pixelsOf(engine, found.svg, Math.min(scale, Math.sqrt(engine.mostPixels / (found.width * found.height)))),
      }
    );
  };
