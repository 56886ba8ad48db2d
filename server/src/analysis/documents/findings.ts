// Findings on items that nothing fills: only for the documents that a system says are written from its model.
import { diagnostic } from "../../diagnostics/create.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { nameLocation, nameRange } from "../../model/types.ts";
import { fillingOf, items } from "./index.ts";
import { itemLists } from "./lists.ts";
import type { Filling, Found } from "./types.ts";

/**
 * Items that are missing or unfinished, each once however many documents ask for the same, where none of the other findings tells of it
 * more precisely.
 */
export function documentFindings(found: Found, others: readonly Diagnostic[]): Diagnostic[] {
  const { model } = found.facts;
  const { system } = model;
  if (!system) return [];
  const wanted = model.texts(system, "documents");
  if (wanted.length === 0) return [];
  const told = new Set<string>();
  return wanted.flatMap((word) => {
    const list = itemLists.find(({ kind }) => kind === word);
    if (!list) return [];
    return items.flatMap((item) => {
      if (item.list !== list.list || item.told || told.has(item.matter ?? item.fill)) return [];
      const filling = fillingOf(found, item);
      const { state, sources } = filling;
      if ((state !== "missing" && state !== "partial") || isTold(filling, others)) return [];
      told.add(item.matter ?? item.fill);
      // Where the author's words are wanted, they stand best where the fact is.
      const [source] = item.words !== undefined && item.property === undefined ? sources : [];
      const parameters = { title: item.title, list: list.name, part: state === "partial" ? "a part of " : "" };
      return [diagnostic("unfilled-item", nameLocation(source ?? system), parameters, { id: item.id, help: item.fill })];
    });
  });
}

/** Whether another finding stands for the same gap: on the whole where nothing fills the item, on a declaration of it where facts lack. */
function isTold({ item, state, sources }: Filling, others: readonly Diagnostic[]): boolean {
  const { words } = item;
  const toldBy: readonly string[] | undefined = item.toldBy;
  if (toldBy === undefined || (state === "partial" && words !== undefined)) return false;
  const places = new Set(sources.map(nameRange));
  return others.some(({ code, location }) => toldBy.includes(code) && (state === "missing" || places.has(location.range)));
}
