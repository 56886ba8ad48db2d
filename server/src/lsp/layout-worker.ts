// Lays diagrams out in a worker of a browser, where the server cannot start one itself: the extension starts this and can end it.
import { layoutHere } from "../diagram/layout/here.ts";
import type { LayoutParams } from "./protocol.ts";

interface Scope {
  onmessage: (event: { data: LayoutParams }) => void;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = async ({ data: { graph, options, previous } }) => {
  try {
    scope.postMessage({ layout: await layoutHere(graph, options, previous) });
  } catch (error) {
    scope.postMessage({ problem: (error as Error).message });
  }
};
