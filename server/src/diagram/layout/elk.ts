// The layout engine, loaded when first needed and called without detours: one run, one answer, in the caller's thread.

/** A graph as the engine takes and returns it; positions are there afterwards. */
export interface ElkBox {
  id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  layoutOptions?: Record<string, string>;
  ports?: ElkBox[];
  children?: ElkBox[];
  labels?: (ElkBox & { text: string })[];
  edges?: ElkEdge[];
}

/** An edge as the engine takes and returns it. */
export interface ElkEdge {
  id: string;
  sources: string[];
  targets: string[];
  labels?: (ElkBox & { text: string })[];
  layoutOptions?: Record<string, string>;
  sections?: { startPoint: ElkPoint; endPoint: ElkPoint; bendPoints?: ElkPoint[] }[];
}

/** A point. */
export interface ElkPoint {
  x: number;
  y: number;
}

/** Lays out a graph; throws when the engine does. */
export type Engine = (graph: ElkBox) => ElkBox;

interface Message {
  readonly id: number;
  readonly data?: ElkBox;
  readonly error?: { readonly message?: string };
}

interface Dispatcher {
  saveDispatch(message: { data: unknown }): void;
}

let engine: Engine | undefined;

/** The engine; loading it takes some 150 ms, once. */
export async function loadEngine(): Promise<Engine> {
  engine ??= start((await import("elkjs/lib/elk-worker.min.js")).default.Worker);
  return engine;
}

function start(Worker: new () => unknown): Engine {
  const worker = new Worker() as { dispatcher: Dispatcher; onmessage: (message: { data: Message }) => void };
  let answer: Message | undefined;
  worker.onmessage = ({ data }) => {
    answer = data;
  };
  const call = (message: Record<string, unknown>): Message => {
    answer = undefined;
    worker.dispatcher.saveDispatch({ data: { id: 0, ...message } });
    if (answer === undefined) throw new Error("the layout engine gave no answer");
    return answer;
  };
  call({ cmd: "register", algorithms: ["layered"] });
  return (graph) => {
    const { data, error } = call({ cmd: "layout", graph, layoutOptions: {}, options: {} });
    if (error !== undefined || data === undefined) throw new Error(`the layout engine failed: ${error?.message ?? "no graph"}`);
    return data;
  };
}
