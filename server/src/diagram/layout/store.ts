// Remembers what the engine answered: a graph that was laid out before is not laid out again.
import type { ElkBox, Engine } from "./elk.ts";

/** An engine that answers from a store what it was asked before; the oldest answers go when it is full. */
export function remembering(engine: Engine, store: Map<string, ElkBox>, most = 2000): Engine {
  return (graph) => {
    const key = JSON.stringify(graph);
    const known = store.get(key);
    if (known) {
      store.delete(key);
      store.set(key, known);
      return known;
    }
    const result = engine(graph);
    store.set(key, result);
    if (store.size > most) for (const oldest of [...store.keys()].slice(0, most / 4)) store.delete(oldest);
    return result;
  };
}
