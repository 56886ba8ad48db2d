// Outline of a document, and named things of the whole workspace.
import type { Declaration, Item } from "../../../grammar/syntax.ts";
import { type Entity, nameRange } from "../model/types.ts";
import type { Checked } from "../workspace/check.ts";
import { distinct } from "./lookup.ts";
import type { Snapshot } from "./snapshot.ts";
import type { OutlineItem, WorkspaceItem } from "./types.ts";

const mostItems = 500;

/** The declarations of a file as a tree. Read from the text alone, so an unfinished file has an outline too. */
export function documentSymbols({ file }: Snapshot): OutlineItem[] {
  return outline(file.tree.items, file.tree.text);
}

function outline(items: readonly Item[], text: string): OutlineItem[] {
  return items
    .filter((item) => item.type === "declaration")
    .map((node) => ({
      name: outlineName(node, text),
      detail: [node.title?.value, ...node.kinds.map((path) => text.slice(path.start, path.end))].filter(Boolean).join(" : "),
      keyword: node.keyword.text,
      range: { start: node.start, end: node.end },
      nameRange: { start: (node.name ?? node.keyword).start, end: (node.name ?? node.keyword).end },
      children: node.body ? outline(node.body.items, text) : [],
    }));
}

/** The name; of a decision, which has none of its own, all that it says: "TagCloning on Pump.BadgeSlot". */
function outlineName({ name, keyword, modifier, headers }: Declaration, text: string): string {
  const on =
    keyword.text === "accept" || keyword.text === "transfer" || keyword.text === "dismiss"
      ? headers.find(({ type }) => type === "on")
      : undefined;
  const words = [modifier?.text, name?.text ?? keyword.text, on && text.slice(on.start, on.end).replace(/\s+/g, " ")];
  return words.filter(Boolean).join(" ");
}

/** Declarations whose name or title holds the letters of a query in this order; models first, then catalogues, best match first. */
export function workspaceSymbols(checked: Checked, query: string): WorkspaceItem[] {
  const wanted = query.trim().toLowerCase();
  const found: (WorkspaceItem & { readonly rank: number })[] = [];
  for (const { analysis } of checked.models) {
    for (const entity of analysis.model.entities) {
      if (entity.name === "" || (wanted === "" && entity.file.origin === "catalogue")) continue;
      const rank = rankOf(entity, wanted);
      if (rank === undefined) continue;
      found.push({
        file: entity.file,
        range: nameRange(entity),
        name: workspaceName(entity),
        keyword: entity.keyword,
        container: entity.parent?.id,
        rank,
      });
    }
  }
  return distinct(found)
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, mostItems)
    .map(({ rank: _, ...item }) => item);
}

function workspaceName(entity: Entity): string {
  if (entity.node.modifier) return `${entity.node.modifier.text} ${entity.name}`;
  return entity.id.includes(" ") ? entity.id : entity.name;
}

/** The smaller, the better: exact, at the beginning, as a part, as letters in order; undefined for none. */
function rankOf(entity: Entity, wanted: string): number | undefined {
  const away = entity.file.origin === "catalogue" ? 10 : 0;
  const name = entity.name.toLowerCase();
  const title = entity.title.toLowerCase();
  if (name === wanted || entity.id.toLowerCase() === wanted) return away;
  if (name.startsWith(wanted)) return away + 1;
  if (name.includes(wanted) || entity.id.toLowerCase().includes(wanted)) return away + 2;
  if (title.includes(wanted)) return away + 3;
  return isSubsequence(wanted, name) ? away + 4 : undefined;
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
