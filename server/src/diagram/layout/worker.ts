// Where layouts are made: a thread of its own when started as one, else a module that others load when they need a layout.
import { parentPort } from "node:worker_threads";
import type { Shape } from "../shape.ts";
import type { Layout, LayoutOptions } from "../types.ts";
import { layoutShape } from "./here.ts";

export { layoutShape } from "./here.ts";

/** What the thread is asked. */
export interface Question {
  readonly number: number;
  readonly shape: Shape;
  readonly hash: string;
  readonly options: LayoutOptions;
  readonly memory: unknown;
}

/** What the thread answers. */
export type Answer = { readonly number: number } & ({ readonly layout: Layout } | { readonly problem: string });

parentPort?.on("message", ({ number, shape, hash, options, memory }: Question) => {
  layoutShape(shape, hash, options, memory).then(
    (layout) => parentPort?.postMessage({ number, layout } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ number, problem: String(error) } satisfies Answer),
  );
});
