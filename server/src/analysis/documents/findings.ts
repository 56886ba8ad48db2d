// Findings on items that nothing fills: only for the documents that a system says are written from its model.
import { diagnostic } from "../../diagnostics/create.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { nameLocation } from "../../model/types.ts";
import { fillingOf, items } from "./index.ts";
import { itemLists } from "./lists.ts";
import type { Found } from "./types.ts";

/** Items that are missing or unfinished, each once however many documents ask for the same, where no other finding tells of it. */
export function documentFindings(found: Found): Diagnostic[] {
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
      if (item.list !== list.list || item.told || told.has(item.fill)) return [];
      const { state, sources } = fillingOf(found, item);
      if (state !== "missing" && state !== "partial") return [];
      told.add(item.fill);
      // Where the author's words are wanted, they stand best where the fact is.
      const [source] = item.words !== undefined && item.property === undefined ? sources : [];
      const parameters = { title: item.title, list: list.name, part: state === "partial" ? "a part of " : "" };
      return [diagnostic("unfilled-item", nameLocation(source ?? system), parameters, { id: item.id, help: item.fill })];
    });
  });
}
