// The checklist of the general safety and performance requirements, with what meets each.
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";
import { citeOf, type Met, metBy, rowsOf } from "../sections/gspr.ts";
import { addTable } from "../tables/table.ts";
import { captions } from "../texts/captions.ts";
import { gsprTexts } from "../texts/gspr.ts";
import { itemTexts } from "../texts/items.ts";
import { phrases } from "../texts/phrases.ts";
import type { Span } from "../types.ts";
import type { Deliverable } from "./types.ts";

interface Trace {
  readonly sort: string;
  readonly what: string;
  readonly state: Span;
  readonly about: readonly Entity[];
}

/** Every requirement that bears on security, with its traces. */
export const gspr: Deliverable = {
  kind: "gspr",
  title: { en: "GSPR checklist: security", de: "GSPR-Checkliste: Sicherheit" },
  purpose: {
    en: "Requirements of Annex I (MDR, IVDR) that bear on security, each with its threats, controls, evidence and assumptions.",
    de: "Anforderungen aus Anhang I (MDR, IVDR) mit Bezug zur Sicherheit, je mit Bedrohungen, Maßnahmen, Nachweisen und Annahmen.",
  },
  write: (document, context) => {
    const overview = document.section(context.t(phrases.overview)).paragraph(context.t(phrases.gsprIntro));
    const met = rowsOf(context).map((row) => metBy(context, row));
    addTable(overview, context, captions.gspr, met, declarationsOf, [
      {
        head: "clauses",
        width: 2,
        cell: ({ row }) => ({ text: citeOf(context, row), to: `s${met.findIndex((one) => one.row === row) + 2}` }),
      },
      { head: "meaning", width: 5, cell: ({ row }) => context.t(gsprTexts[row.mdr]) },
      { head: "state", width: 1.5, cell: ({ state }) => stateSpan(context, state) },
      { head: "threats", width: 1.3, cell: ({ threats }) => countOf(threats) },
      { head: "controls", width: 1.3, cell: ({ controls }) => countOf(controls) },
      { head: "evidence", width: 1.3, cell: ({ evidence }) => countOf(evidence) },
      { head: "assumptions", width: 1.3, cell: ({ assumptions }) => countOf(assumptions) },
      { head: "item", width: 1.3, cell: ({ items }) => countOf(items) },
    ]);
    for (const one of met) {
      const cite = citeOf(context, one.row);
      const section = document.section(cite, [], {
        id: `Gspr${one.row.mdr}`,
        clauses: [cite],
        source: context.t(phrases.annexOne),
        state: one.state,
      });
      section.paragraph(context.t(gsprTexts[one.row.mdr]));
      if (one.state === "inapplicable") {
        section.paragraph({ text: context.t(phrases.inapplicable), style: "quiet" });
        continue;
      }
      const gap = lacks(context, one);
      if (one.state === "missing" || gap !== "") {
        section.gap({
          item: `Gspr${one.row.mdr}`,
          title: cite,
          state: one.state === "missing" ? "missing" : "partial",
          text: one.state === "missing" ? context.t(phrases.gsprNothing) : gap,
          fill: context.t(phrases.gsprFill),
        });
      }
      addTable(section, context, captions.traces, tracesOf(context, one), ({ about }) => about, [
        { head: "kind", width: 2, cell: ({ sort }) => sort },
        { head: "what", width: 8, cell: ({ what }) => what },
        { head: "state", width: 2.5, cell: ({ state }) => state },
      ]);
    }
  },
};

const countOf = (list: readonly unknown[]): string => (list.length === 0 ? "–" : String(list.length));

function stateSpan(context: Context, state: string): Span {
  return {
    text: context.word(state),
    style: state === "filled" ? "good" : state === "missing" ? "bad" : state === "partial" ? "fair" : "quiet",
  };
}

// Threats and items have rows of their own further down.
function declarationsOf({ controls, evidence, assumptions, others }: Met): readonly Entity[] {
  return [...controls, ...evidence, ...assumptions, ...others];
}

function lacks(context: Context, { row, threats, requirements, items, evidence }: Met): string {
  const open = threats.filter(({ state }) => state === "open" || state === "planned").length;
  const missing = requirements.filter(({ state }) => state === "missing").length;
  const unfilled = items.filter(({ state }) => state === "missing" || state === "partial");
  const shown = new Set(evidence.flatMap(({ kinds }) => kinds.map(({ name }) => name)));
  const practices = (row.practices ?? []).filter((practice) => !shown.has(practice));
  const titles = unfilled.map(({ item }) => context.t(itemTexts[item.id]?.title ?? { en: item.title, de: item.title }));
  return [
    ...(open > 0 ? [context.t(phrases.openCount, { count: open })] : []),
    ...(missing > 0 ? [context.t(phrases.missingCount, { count: missing })] : []),
    ...(titles.length > 0 ? [context.t(phrases.unfilledItems, { titles: titles.join(", ") })] : []),
    ...(practices.length > 0 ? [context.t(phrases.unshownPractices, { names: practices.join(", ") })] : []),
  ].join(" ");
}

/** One line for each sort of threat and for each declaration. */
function tracesOf(context: Context, { threats, controls, evidence, requirements, items, others }: Met): Trace[] {
  const { model } = context;
  const groups = new Map<Entity, typeof threats>();
  for (const one of threats) groups.set(one.threat.entity, [...(groups.get(one.threat.entity) ?? []), one]);
  const words = (states: readonly string[]): string =>
    [...new Set(states)].map((state) => `${states.filter((one) => one === state).length} ${context.word(state)}`).join(", ");
  return [
    ...[...groups].map(([threat, instances]): Trace => {
      const isOpen = instances.some(({ state }) => state === "open" || state === "planned");
      const places = context.titles([...new Set(instances.map(({ element }) => element))]);
      return {
        sort: context.word("threat"),
        what: `${threat.title}: ${places}`,
        state: { text: words(instances.map(({ state }) => state)), style: isOpen ? "bad" : "good" },
        about: instances.map(({ element }) => element),
      };
    }),
    ...controls.map((control): Trace => {
      const status = model.text(control, "status") ?? "";
      const shown = context.said(control, "evidence");
      return {
        sort: context.word("control"),
        what: shown ? `${control.title} (${shown})` : control.title,
        state: { text: context.word(status), style: status === "verified" ? "good" : "fair" },
        about: [control],
      };
    }),
    ...requirements.map(
      ({ requirement, place, state, assuming }): Trace => ({
        sort: context.word("requirement"),
        what: `${requirement.entity.title}, ${place.title}${assuming.length > 0 ? `: ${context.titles(assuming)}` : ""}`,
        state: { text: context.word(state), style: state === "stated" ? "good" : state === "missing" ? "bad" : "fair" },
        about: [place, ...assuming],
      }),
    ),
    ...evidence.map(
      (one): Trace => ({
        sort: context.word("evidence"),
        what: [one.title, context.said(one, "document"), context.said(one, "date")].filter(Boolean).join(", "),
        state: { text: context.titles(one.kinds) },
        about: [one],
      }),
    ),
    ...items.map(
      ({ item, state, sources }): Trace => ({
        sort: context.word("item"),
        what: context.t(itemTexts[item.id]?.title ?? { en: item.title, de: item.title }),
        state: stateSpan(context, state),
        about: sources,
      }),
    ),
    ...others.map(
      (one): Trace => ({ sort: context.word(one.keyword), what: one.subject?.title ?? one.title, state: { text: "" }, about: [one] }),
    ),
  ];
}
