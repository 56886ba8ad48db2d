// How wide the columns of a table are: as their authors say, but no head and no ordinary word is broken, and an empty column takes little.
import type { Block, Content } from "../types.ts";

/** Longer words are broken rather than that one column takes the room of the others. */
const longest = 13;

/** A table of more than this stands on pages of its own, across. */
export const widest = 27;

/** Shares of the width: of the number, of each column, of the declarations that rows come from. */
export function widthsOf({ columns, rows }: Block & { type: "table" }, heads: readonly string[]): readonly number[] {
  const words = columns.map((_, index) => Math.max(0, ...rows.map(({ cells }) => longestWord(textOf(cells[index] ?? [])))));
  const inner = columns.map(({ width }, index) => (words[index] === 0 ? 0 : width));
  const least = [1.9, ...inner, 3].map((width, index) => Math.max(width, roomFor(longestWord(heads[index] ?? ""))));
  // In the widest tables, there is no room for both, and heads come first.
  if (least.reduce((sum, width) => sum + width, 0) > widest) return least;
  return least.map((width, index) => Math.max(width, roomFor(Math.min(longest, words[index - 1] ?? 0))));
}

/** Room for a word of so many letters, in the unit in which authors of tables give widths. */
const roomFor = (letters: number): number => 0.5 + 0.24 * letters;

// Names in code may be broken anywhere.
const textOf = (content: Content): string => content.map(({ text, style }) => (style === "code" ? "…" : text)).join("");

function longestWord(text: string): number {
  let best = 0;
  for (const word of text.split(/\s+/)) best = Math.max(best, word.length);
  return best;
}
