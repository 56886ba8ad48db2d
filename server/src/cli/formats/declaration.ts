// The name of the declaration at a place: an identity that survives edits elsewhere, unlike a line.
import type { Item } from "../../../../grammar/syntax.ts";
import type { Location } from "../../source/types.ts";

/** The path of the innermost declaration around a place, e.g. `Clinical.Pump`; empty outside all of them. */
export function declarationAt({ file, range }: Location): string {
  const names: string[] = [];
  let items: readonly Item[] = file.tree.items;
  for (;;) {
    const around = items.find((item) => item.type === "declaration" && item.start <= range.start && range.start <= item.end);
    if (around?.type !== "declaration") return names.join(".");
    const name =
      around.name?.text ?? [around.keyword.text, ...around.kinds.map((kind) => file.tree.text.slice(kind.start, kind.end))].join(" ");
    names.push(name);
    items = around.body?.items ?? [];
  }
}
