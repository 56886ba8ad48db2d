// The one table of items that documents have to hold, and how far a model fills them.
import { accompanying } from "./accompanying.ts";
import { instructions } from "./instructions.ts";
import { provider } from "./provider.ts";
import type { Filling, Found, Item } from "./types.ts";

/** Every item of every list. */
export const items: readonly Item[] = [...instructions, ...accompanying, ...provider];

/** How far a model fills an item. */
export function fillingOf(found: Found, item: Item): Filling {
  const { model } = found.facts;
  if (item.applies && !item.applies(found)) return { item, state: "inapplicable", sources: [], worded: [] };
  const sources = item.sources(found);
  const { words } = item;
  const worded = words === undefined ? [] : sources.filter((source) => model.text(source, words)?.trim());
  const isWhole =
    (words === undefined || worded.length > 0) && (item.complete?.(found) ?? true) && (item.lacking?.(found).length ?? 0) === 0;
  return { item, state: sources.length === 0 ? "missing" : isWhole ? "filled" : "partial", sources, worded };
}
