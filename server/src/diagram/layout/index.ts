// Runs layouts in a thread of its own, that a caller can end at any time and that is ended when a layout takes too long.
import { Worker } from "node:worker_threads";
import { shapeOf } from "../shape.ts";
import type { Graph, Layout, LayoutRun } from "../types.ts";
import type { Answer, Question } from "./worker.ts";

/** Milliseconds after which a layout is given up. */
const patience = 10_000;

let worker: Worker | undefined;
let last = 0;

/** Lays out a graph in a worker; `previous` keeps what is there where it was. Rejected when it is cancelled, fails or takes too long. */
export function layout(graph: Graph, run: LayoutRun = {}, previous?: Layout): Promise<Layout> {
  const { signal, timeout = patience, ...options } = run;
  if (signal?.aborted) return Promise.reject(signal.reason);
  const thread = threadOf();
  const number = ++last;
  return new Promise<Layout>((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      thread.off("message", receive);
      thread.off("error", fail);
      thread.off("exit", leave);
      act();
    };
    // The engine cannot be asked to stop; the thread can be ended. Others that wait for it are told by its exit.
    const end = (reason: unknown): void => {
      settle(() => reject(reason));
      stopThread(thread);
    };
    const cancel = (): void => end(signal?.reason);
    const receive = (answer: Answer): void => {
      if (answer.number !== number) return;
      settle(() => ("layout" in answer ? resolve(answer.layout) : reject(new Error(answer.problem))));
    };
    const fail = (error: unknown): void => end(error);
    const leave = (): void => settle(() => reject(new Error("the layout was ended")));
    const timer = setTimeout(() => end(new Error(`no layout within ${timeout} ms`)), timeout);
    signal?.addEventListener("abort", cancel);
    thread.on("message", receive);
    thread.on("error", fail);
    thread.on("exit", leave);
    const question: Question = { number, shape: shapeOf(graph.nodes, graph.edges), hash: graph.hash, options, memory: previous?.memory };
    thread.postMessage(question);
  });
}

/** Ends the worker; the next layout starts another. */
export function stopLayouts(): void {
  if (worker) stopThread(worker);
}

// From source the thread runs its source; a bundle has it in a file beside it.
function threadOf(): Worker {
  if (worker) return worker;
  const isSource = import.meta.filename.endsWith(".ts");
  const made = new Worker(`${import.meta.dirname}/${isSource ? "worker.ts" : "layout.cjs"}`);
  made.unref();
  made.setMaxListeners(0);
  worker = made;
  return made;
}

function stopThread(thread: Worker): void {
  if (worker === thread) worker = undefined;
  void thread.terminate();
}
