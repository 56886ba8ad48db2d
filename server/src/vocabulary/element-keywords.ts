// Which keywords begin elements: in a file of its own, for programs that need none of the table of the language.

/** Keywords of elements that can be targets or sources in a data-flow diagram, boundaries included. */
export const elementKeywords: ReadonlySet<string> = new Set([
  "boundary",
  "actor",
  "external",
  "device",
  "process",
  "store",
  "interface",
  "flow",
]);
