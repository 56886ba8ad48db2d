// Layouts of diagrams for a server that cannot start a worker: runs them in one of its own, and ends it with a layout that takes too long.
import type { Layout } from "../../server/src/diagram/types.ts";
import type { LayoutParams } from "../../server/src/lsp/protocol.ts";

// What is used of the browser; its whole library of types would clash with Node's.
interface BrowserWorker {
  onmessage: ((event: { data: { layout: Layout } | { problem: string } }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (address: string) => BrowserWorker;

/** Runs layouts, one after the other. */
export class Layouts {
  private readonly address: string;
  private readonly engine: string;
  private worker: BrowserWorker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** Addresses of the worker's program and of the layout engine that it runs. */
  constructor(address: string, engine: string) {
    this.address = address;
    this.engine = engine;
  }

  /** The layout, or that it took too long. */
  run(params: LayoutParams): Promise<Layout | "overrun"> {
    const result = this.last.then(() => this.runNow(params));
    this.last = result.catch(() => {});
    return result;
  }

  dispose(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private runNow(params: LayoutParams): Promise<Layout | "overrun"> {
    this.worker ??= new Worker(this.address);
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.dispose();
        resolve("overrun");
      }, params.timeout);
      worker.onmessage = ({ data }) => {
        clearTimeout(timer);
        if ("layout" in data) resolve(data.layout);
        else reject(new Error(data.problem));
      };
      worker.onerror = ({ message }) => {
        clearTimeout(timer);
        this.dispose();
        reject(new Error(message ?? "the worker ended"));
      };
      worker.postMessage({ engine: this.engine, params });
    });
  }
}
