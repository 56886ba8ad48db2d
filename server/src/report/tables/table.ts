// A table before it stands in a section: caption, columns, rows with the entities that they are about.
import type { Entity } from "../../model/types.ts";
import type { Draft, SectionBuilder, Writing } from "../builder.ts";
import type { Context } from "../context.ts";
import { columns, labels } from "../texts/labels.ts";
import type { Text } from "../types.ts";

/** Less than this, and heads and states break within a word. */
const narrowest = 1.9;

/** One column: its head, its share of the width, and what stands in it. */
export interface Spec<Item> {
  readonly head: keyof typeof columns;
  readonly width: number;
  readonly cell: (item: Item) => Writing;
}

/** Adds a table; without rows, a sentence that there are none. */
export function addTable<Item>(
  section: SectionBuilder,
  context: Context,
  caption: Text,
  items: readonly Item[],
  about: (item: Item) => readonly Entity[],
  specs: readonly Spec<Item>[],
): void {
  if (items.length === 0) {
    section.paragraph([`${context.t(caption)}: `, { text: context.t(labels.noRows), style: "quiet" }]);
    return;
  }
  const drafts = items.map((item): Draft => ({ cells: specs.map(({ cell }) => cell(item)), about: about(item) }));
  const heads = specs.map(({ head, width }) => ({ key: head, title: context.t(columns[head]), width: Math.max(width, narrowest) }));
  section.table(context.t(caption), heads, drafts);
}
