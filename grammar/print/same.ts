// Whether two texts say the same: their trees compared without ranges, their comments and problems by what they say.
import type { SyntaxTree } from "../syntax.ts";

/** Whether two trees hold the same items, comments and problems, wherever these stand in their texts. */
export function sameMeaning(a: SyntaxTree, b: SyntaxTree): boolean {
  return (
    sameNode(a.items, b.items) &&
    sameList(a.comments, b.comments, (x, y) => x.kind === y.kind && plain(x.text) === plain(y.text)) &&
    sameList(a.problems, b.problems, (x, y) => x.message === y.message)
  );
}

// Only the space around the lines of a comment may change.
const plain = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join("\n");

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index] as T));
}

function sameNode(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && sameList<unknown>(a, b, sameNode);
  if (typeof a !== "object" || a === null) return a === b;
  if (typeof b !== "object" || b === null) return false;
  const left = Object.entries(a).filter(([key]) => key !== "start" && key !== "end");
  const right: Record<string, unknown> = { ...b };
  return left.every(([key, value]) => sameNode(value, right[key]));
}
