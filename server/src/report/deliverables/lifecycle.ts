// The practices of the secure lifecycle with their evidence, and the executive summary.

import { items } from "../../analysis/documents/index.ts";
import { residual } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import { addTable } from "../tables/table.ts";
import { riskTable } from "../tables/threats.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import { practiceTexts } from "../texts/practices.ts";
import { benefitRisk, countStates, riskCounts } from "./threats.ts";
import type { Deliverable } from "./types.ts";

/** Practices and where they are shown. */
export const lifecycle: Deliverable = {
  kind: "lifecycle",
  title: { en: "Secure lifecycle practices and evidence", de: "Praktiken des sicheren Lebenszyklus und Nachweise" },
  purpose: {
    en: "The eight practices of the secure product lifecycle with their clauses and evidence.",
    de: "Die acht Praktiken des sicheren Produktlebenszyklus mit Klauseln und Nachweisen.",
  },
  write: (document, context) => {
    const { model } = context;
    const practices = model.of("practice").filter(({ disabledBy }) => disabledBy === undefined);
    const shown = (practice: Entity): readonly Entity[] => model.of("evidence").filter(({ kinds }) => kinds.includes(practice));
    const overview = document.section(context.t(phrases.overview)).paragraph(context.t(phrases.lifecycleIntro));
    addTable(overview, context, captions.practices, practices, shown, [
      { head: "practice", width: 3, cell: (one) => context.t(practiceTexts[one.name] ?? { en: one.title, de: one.title }) },
      { head: "clauses", width: 4, cell: (one) => context.said(one, "clauses") },
      {
        head: "evidence",
        width: 2,
        cell: (one) =>
          shown(one).length > 0 ? { text: String(shown(one).length), style: "good" } : { text: context.word("missing"), style: "bad" },
      },
    ]);
    for (const practice of practices) {
      const title = context.t(practiceTexts[practice.name] ?? { en: practice.title, de: practice.title });
      const section = document.section(title, shown(practice), {
        id: practice.name,
        clauses: model.texts(practice, "clauses"),
        source: "MDCG 2019-16 rev. 1, 3.1",
        state: shown(practice).length > 0 ? "filled" : "missing",
      });
      if (shown(practice).length === 0) {
        section.gap({
          item: practice.name,
          title,
          state: "missing",
          text: context.t(phrases.practiceWrite),
          fill: context.t(phrases.practiceFill, { name: practice.name }),
        });
        continue;
      }
      addTable(section, context, captions.evidence, shown(practice), (one) => [one], [
        { head: "evidence", width: 3, cell: (one) => context.named(one) },
        { head: "document", width: 4, cell: (one) => context.said(one, "document") },
        { head: "date", width: 1.5, cell: (one) => context.said(one, "date") },
        { head: "summary", width: 5, cell: (one) => context.said(one, "summary") },
      ]);
    }
  },
};

/** One page for management. */
export const summary: Deliverable = {
  kind: "summary",
  title: { en: "Executive summary: product security", de: "Zusammenfassung: Produktsicherheit" },
  purpose: {
    en: "One page: how secure the product is, what remains, what is to be done.",
    de: "Eine Seite: wie sicher das Produkt ist, was bleibt, was zu tun ist.",
  },
  write: (document, context) => {
    const { analysis, model, derived } = context;
    const status = (word: string): number => model.of("control").filter((one) => model.text(one, "status") === word).length;
    const stated = analysis.requirements.filter(({ state }) => state !== "missing").length;
    const open = items.map((item) => context.filling(item.id)).filter(({ state }) => state === "missing" || state === "partial");
    const ended = model.of("component").filter((one) => derived.yes(one, "support-ended"));
    const left = residual(analysis);
    const standing = document.section(context.t(phrases.standing));
    standing.list([
      { writing: context.t(phrases.summaryThreats, { total: analysis.threats.length, states: countStates(context) || "0" }) },
      { writing: context.t(phrases.summaryResidual, { count: left.length }) },
      {
        writing: context.t(phrases.summaryControls, {
          count: model.of("control").length,
          verified: status("verified"),
          planned: status("planned"),
        }),
      },
      { writing: context.t(phrases.summaryRequirements, { total: analysis.requirements.length, stated }) },
      { writing: context.t(phrases.summaryItems, { total: items.length, open: open.length }) },
      ...(ended.length > 0 ? [{ writing: context.t(phrases.summarySupport, { names: context.titles(ended) }), about: ended }] : []),
    ]);
    riskCounts(standing, context);
    // A page has room for the worst ones; the register has all.
    const rank = (level: string): number => analysis.catalogue.scales.risk.indexOf(level);
    const worst = [...left].sort((a, b) => rank(b.risk.residual) - rank(a.risk.residual)).slice(0, 5);
    const remaining = document.section(context.t(phrases.worst));
    if (worst.length === 0) remaining.paragraph(context.t(phrases.noResidual));
    else riskTable(remaining, context, worst, captions.residualRisks);
    benefitRisk(document.section(context.t(phrases.benefitRisk)), context);
  },
};
