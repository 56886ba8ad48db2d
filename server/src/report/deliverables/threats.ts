// The threat register and the security risk assessment.
import { residual } from "../../analysis/documents/select.ts";
import { states, type ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { harmTable } from "../tables/parts.ts";
import { decisionTable, riskTable, threatTable } from "../tables/threats.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import type { Deliverable } from "./types.ts";

const isToAct = ({ state }: ThreatInstance): boolean => state === "open" || state === "planned";

/** `12 open, 3 assumed`: how many stand where. */
export function countStates(context: Context): string {
  const { threats } = context.analysis;
  return states
    .map((state) => ({ state, count: threats.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${context.word(state)}`)
    .join(", ");
}

/** Every threat with its state. */
export const threats: Deliverable = {
  kind: "threats",
  title: { en: "Threat register", de: "Bedrohungsregister" },
  purpose: {
    en: "Every threat with its element, state, answers and references.",
    de: "Jede Bedrohung mit Element, Zustand, Antworten und Verweisen.",
  },
  write: (document, context) => {
    const { analysis, today } = context;
    const overview = document.section(context.t(phrases.overview));
    overview.paragraph(
      context.t(phrases.registerIntro, { day: today, total: analysis.threats.length, states: countStates(context) || "0" }),
    );
    const toAct = document.section(context.t(phrases.openThreats));
    const open = analysis.threats.filter(isToAct);
    if (open.length === 0) toAct.paragraph(context.t(phrases.nothingMissing));
    else threatTable(toAct, context, open);
    const rest = analysis.threats.filter((one) => !isToAct(one));
    const answered = document.section(context.t(phrases.allThreats));
    for (const element of new Set(rest.map((one) => place(context, one)))) {
      const section = answered.section(element?.title ?? context.subject, element ? [element] : []);
      threatTable(
        section,
        context,
        rest.filter((one) => place(context, one) === element),
      );
    }
    decisionTable(document.section(context.t(phrases.decisionsTitle)), context, ["accept", "transfer", "dismiss"]);
  },
};

// Where a reader looks for a threat: at the device, else at the zone; what has neither stands under the system.
function place({ derived }: Context, { element }: ThreatInstance): Entity | undefined {
  if (element.keyword === "boundary") return element;
  return derived.one(element, element.keyword === "flow" ? "target-device" : "device") ?? derived.one(element, "boundary");
}

/** Initial and residual risk, with what is acceptable and the weighing of benefit and risk. */
export const risks: Deliverable = {
  kind: "risks",
  title: { en: "Security risk assessment", de: "Bewertung der Sicherheitsrisiken" },
  purpose: {
    en: "Initial and residual risk of every threat, how they are rated, and benefit against risk.",
    de: "Anfängliches Risiko und Restrisiko jeder Bedrohung, die Bewertungsregel und die Abwägung von Nutzen und Risiko.",
  },
  write: (document, context) => {
    const { analysis, model } = context;
    const { scales } = analysis.catalogue;
    const rating = document.section(context.t(phrases.rating)).paragraph(context.t(phrases.ratingIntro));
    const scale = (name: string, levels: readonly string[]) => ({
      writing: context.t(phrases.levelsFrom, { name, levels: context.words(levels) }),
    });
    rating.list([
      scale(context.t(phrases.likelihoodName), scales.likelihood),
      scale(context.t(phrases.riskName), scales.risk),
      { writing: context.t(phrases.acceptable, { levels: context.words([...scales.acceptable]) }) },
    ]);
    riskCounts(rating, context);
    harmTable(document.section(context.t(captions.harms)), context, model.of("harm"));
    riskTable(document.section(context.t(phrases.assessment)), context, analysis.threats);
    const remaining = document.section(context.t(phrases.residualTitle));
    const left = residual(analysis);
    if (left.length === 0) remaining.paragraph(context.t(phrases.noResidual));
    else riskTable(remaining, context, left, captions.residualRisks);
    decisionTable(document.section(context.t(phrases.decisionsTitle)), context, ["accept", "transfer", "dismiss"]);
    benefitRisk(document.section(context.t(phrases.benefitRisk)), context);
  },
};

/** How many threats have which residual risk, by severity. */
export function riskCounts(section: SectionBuilder, context: Context): void {
  const { threats: all, catalogue } = context.analysis;
  const severities = ["critical", "high", "medium", "low"];
  const count = (severity: string, level: string): string => {
    const found = all.filter(
      (one) => one.state !== "dismissed" && one.severity.severity === severity && one.risk.residual === level,
    ).length;
    return found === 0 ? "–" : String(found);
  };
  section.table(
    context.t(captions.matrix),
    [
      { key: "severity", title: context.t(phrases.severityName), width: 2 },
      ...catalogue.scales.risk.map((level) => ({
        key: level,
        title: `${context.t(phrases.riskName)}: ${context.word(level)}`,
        width: 1.5,
      })),
    ],
    severities.map((severity) => ({
      cells: [context.word(severity), ...catalogue.scales.risk.map((level) => count(severity, level))],
      about: [],
    })),
  );
}

/** The author's conclusion on benefit and risk, or that it is to be written. */
export function benefitRisk(section: SectionBuilder, context: Context): void {
  const { system } = context.model;
  const said = system ? context.said(system, "benefit-risk") : "";
  if (said && system) {
    for (const paragraph of said.split(/\n\s*\n/)) section.paragraph(paragraph.trim(), [system]);
    return;
  }
  section.gap({
    item: "BenefitRisk",
    title: context.t(phrases.benefitRisk),
    state: "missing",
    text: context.t(phrases.benefitRiskWrite),
    fill: context.t(phrases.benefitRiskFill),
  });
}
