// Pictures of views for documents in an editor: layouts are kept, since a document is written again after each pause in typing.
import type { Analysis } from "../analysis/types.ts";
import { printed } from "../diagram/printed.ts";
import type { Layout } from "../diagram/types.ts";
import type { Draw } from "../report/diagrams.ts";
import type { Drawing } from "./context.ts";

/** Layouts kept: those of a document's views, of a few models. */
const most = 32;
/** Milliseconds after which a document goes without a picture. */
const patience = 10_000;

/** Draws for documents. */
export class DocumentDrawing {
  private readonly drawing: Drawing;
  private readonly kept = new Map<string, Layout>();

  constructor(drawing: Drawing) {
    this.drawing = drawing;
  }

  /** What draws the views of a model. One that cannot be laid out in time is left out. */
  of(analysis: Analysis): Draw {
    return async (view) => {
      try {
        const found = await printed(await this.drawing.load(), analysis, view, async (graph) => {
          const layout = this.kept.get(graph.hash) ?? (await this.drawing.layOut(graph, { timeout: patience }, undefined));
          this.kept.delete(graph.hash);
          this.kept.set(graph.hash, layout);
          if (this.kept.size > most) this.kept.delete(this.kept.keys().next().value as string);
          return layout;
        });
        // No format that an editor writes holds pixels.
        return found && { ...found, png: () => Promise.reject(new Error("an editor writes no pixels")) };
      } catch {
        return undefined;
      }
    };
  }
}
