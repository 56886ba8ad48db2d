// Lays diagrams out in a worker of a browser, where the server cannot start one itself: the extension starts this and can end it.
import { layoutShape } from "../diagram/layout/here.ts";
import { shapeOf } from "../diagram/shape.ts";
import type { LayoutParams } from "./protocol.ts";

interface Scope {
  onmessage: (event: { data: LayoutParams }) => void;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = async ({ data: { graph, options, previous } }) => {
  try {
    scope.postMessage({ layout: await layoutShape(shapeOf(graph.nodes, graph.edges), graph.hash, options, previous?.memory) });
  } catch (error) {
    scope.postMessage({ problem: (error as Error).message });
  }
};
