// What draws diagrams in a browser: the engine is a part of the server, and layouts run in a worker that the extension holds, since a
// worker cannot start another one everywhere. There is no rasteriser.
import type { Connection } from "vscode-languageserver";
import type { Layout } from "../diagram/types.ts";
import type { Drawing } from "./context.ts";
import { type LayoutParams, layoutRequest } from "./protocol.ts";

/** Draws, with layouts from the other end of a connection. */
export function webDrawing(connection: Connection): Drawing {
  return {
    load: async () => {
      const [{ views }, { graph }, { scene }, { svg }, { textFormats }] = await Promise.all([
        import("../diagram/views.ts"),
        import("../diagram/graph.ts"),
        import("../diagram/scene.ts"),
        import("../diagram/svg/index.ts"),
        import("../diagram/formats.ts"),
      ]);
      return { views, graph, scene, svg, textFormats };
    },
    layOut: async (graph, { signal, timeout = 10_000, ...options }, previous) => {
      const params: LayoutParams = { graph, options, previous, timeout };
      const answer = await connection.sendRequest<Layout | "overrun">(layoutRequest, params);
      signal?.throwIfAborted();
      if (answer === "overrun") throw new DOMException(`no layout within ${timeout} ms`, "TimeoutError");
      return answer;
    },
  };
}
