// The engine's worker, used in the caller's own thread: elkjs gives no types for this entry.
declare module "elkjs/lib/elk-worker.min.js" {
  const exports: { Worker: new () => unknown };
  export default exports;
}
