// Lays diagrams out in a worker of a browser, where the server cannot start one itself: the extension starts this and can end it. The
// program that does it is the one that Node runs in a thread; it is fetched, and run as the module that it is.
import { shapeOf } from "../diagram/shape.ts";
import type { LayoutParams } from "./protocol.ts";

/** What is used of the browser. */
interface Scope {
  onmessage: (event: { data: { engine: string; params: LayoutParams } }) => void;
  postMessage(message: unknown): void;
}

type Engine = Pick<typeof import("../diagram/layout/worker.ts"), "layoutShape">;

const scope = globalThis as unknown as Scope;
let loading: Promise<Engine> | undefined;

scope.onmessage = async ({ data: { engine, params } }) => {
  try {
    loading ??= load(engine);
    const { graph, options, previous } = params;
    const { layoutShape } = await loading;
    scope.postMessage({ layout: await layoutShape(shapeOf(graph.nodes, graph.edges), graph.hash, options, previous?.memory) });
  } catch (error) {
    scope.postMessage({ problem: (error as Error).message });
  }
};

async function load(address: string): Promise<Engine> {
  const text = await (await fetch(address)).text();
  const module = { exports: {} };
  // No thread of Node is here to answer to.
  const require = (): unknown => ({});
  new Function("module", "exports", "require", text)(module, module.exports, require);
  return module.exports as Engine;
}
