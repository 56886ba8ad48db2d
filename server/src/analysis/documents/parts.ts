// Findings on what documents without a list of items lack: rows of the checklist that nothing meets, views that nothing fills. Only for the
// documents that a system says are written from its model.
import { diagnostic } from "../../diagnostics/create.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { nameLocation } from "../../model/types.ts";
import { citeOf, metBy, rowsOf } from "./gspr.ts";
import type { Found, Start } from "./types.ts";
import { requiredViews } from "./views.ts";

/** A part of a document that nothing fills. */
export interface EmptyPart {
  readonly id: string;
  readonly title: string;
  /** What to declare, in English. */
  readonly fill: string;
  readonly starts: readonly Start[];
  /** The property of the system that fills it, where one does. */
  readonly property?: string;
}

/** Documents made of parts, by the word of `documents`. */
const documents: Readonly<Record<string, { readonly name: string; readonly empty: (found: Found) => readonly EmptyPart[] }>> = {
  gspr: { name: "rows of the checklist of Annex I", empty: emptyRows },
  views: { name: "architecture views", empty: (found) => requiredViews.filter(({ sources }) => sources(found).length === 0) },
};

/** Everything that is empty in the documents that the system names. */
export function emptyParts(found: Found): readonly (EmptyPart & { readonly document: string })[] {
  const { model } = found.facts;
  const wanted = model.system ? model.texts(model.system, "documents") : [];
  return wanted.flatMap((word) => {
    const document = Object.hasOwn(documents, word) ? documents[word] : undefined;
    return document ? document.empty(found).map((part) => ({ ...part, document: document.name })) : [];
  });
}

/** A finding for each. */
export function partFindings(found: Found): Diagnostic[] {
  const { system } = found.facts.model;
  if (!system) return [];
  return emptyParts(found).map(({ id, title, fill, document }) =>
    diagnostic("unfilled-item", nameLocation(system), { title, list: document, part: "" }, { id, help: fill }),
  );
}

// Only what nothing meets: what is met in part lacks something that has a finding of its own.
function emptyRows(found: Found): readonly EmptyPart[] {
  return rowsOf(found)
    .filter((row) => metBy(found, row).state === "missing")
    .map((row) => {
      const common = { id: `Gspr${row.mdr}`, title: citeOf(found, row) };
      const { start } = row;
      if ("property" in start) return { ...common, fill: `give the \`system\` its \`${start.property}\``, starts: [], ...start };
      if (start.keyword === "accept") return { ...common, fill: "decide on a residual risk by `accept` or `transfer`", starts: [start] };
      const of = start.of === undefined ? "" : ` of \`${start.of}\``;
      const words = start.words ? `, with its ${start.words.map((word) => `\`${word}\``).join(" and ")}` : "";
      return { ...common, fill: `declare a \`${start.keyword}\`${of}${words}`, starts: [start] };
    });
}
