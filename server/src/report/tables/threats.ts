// Tables of threats, of their risks and of the decisions on them.
import { isAcceptable } from "../../analysis/documents/select.ts";
import type { ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import type { Span, Text } from "../types.ts";
import { addTable, type Spec } from "./table.ts";

const tones: Readonly<Record<string, NonNullable<Span["style"]>>> = {
  open: "bad",
  planned: "bad",
  assumed: "fair",
  accepted: "fair",
  transferred: "fair",
};

/** A state as people read it, marked when it calls for an act. */
export function stateSpan(context: Context, state: string): Span {
  return { text: context.word(state), style: tones[state] ?? "good" };
}

/** A level of risk, marked when it is above what is acceptable. */
export function riskSpan(context: Context, level: string): Span {
  return { text: context.word(level), style: isAcceptable(context.analysis, level) ? "good" : "bad" };
}

/** The declarations that a threat instance rests on: where it is, what answers it, whom it can harm. */
export function behind(one: ThreatInstance): readonly Entity[] {
  return [one.element, ...one.answers, ...one.decisions.map(({ decision }) => decision), ...one.harms.map(({ harm }) => harm)];
}

/** What answers a threat, with the status it has. */
export function answersOf(context: Context, one: ThreatInstance): string {
  const status = one.status !== undefined && one.state === "mitigated" ? ` (${context.word(one.status)})` : "";
  // A decision has no title; what it decides stands in the table of decisions.
  const titles = [...new Set(one.answers.map((answer) => (answer.subject ? context.word(answer.keyword) : answer.title)))];
  return titles.length === 0 ? "" : titles.join(", ") + status;
}

const threatSpec: Spec<ThreatInstance> = {
  head: "threat",
  width: 4,
  cell: (one) => [`${one.threat.entity.title} `, { text: one.threat.entity.name, style: "code" }],
};
const elementSpec = (context: Context): Spec<ThreatInstance> => ({ head: "element", width: 3, cell: (one) => context.named(one.element) });

/** Every threat with what is known about it. */
export function threatTable(
  section: SectionBuilder,
  context: Context,
  threats: readonly ThreatInstance[],
  caption: Text = captions.threats,
): void {
  addTable(section, context, caption, threats, behind, [
    threatSpec,
    elementSpec(context),
    { head: "stride", width: 2, cell: (one) => context.words(one.threat.stride) },
    { head: "severity", width: 1.5, cell: (one) => context.word(one.severity.severity) },
    { head: "exposure", width: 1.8, cell: (one) => context.word(one.risk.exposure) },
    { head: "state", width: 1.5, cell: (one) => stateSpan(context, one.state) },
    { head: "answers", width: 4, cell: (one) => answersOf(context, one) },
    { head: "missingMeasures", width: 2.5, cell: (one) => context.titles(one.missing) },
    { head: "references", width: 1.6, cell: (one) => one.threat.references.join(", ") },
  ]);
}

/** Initial and residual risk of each threat. */
export function riskTable(
  section: SectionBuilder,
  context: Context,
  threats: readonly ThreatInstance[],
  caption: Text = captions.risks,
): void {
  addTable(section, context, caption, threats, behind, [
    threatSpec,
    elementSpec(context),
    { head: "harms", width: 2.5, cell: (one) => context.titles([...new Set(one.harms.map(({ harm }) => harm))]) },
    { head: "severity", width: 1.4, cell: (one) => context.word(one.severity.severity) },
    { head: "likelihood", width: 1.7, cell: (one) => context.word(one.risk.likelihood) },
    { head: "initialRisk", width: 1.3, cell: (one) => riskSpan(context, one.risk.initial) },
    { head: "state", width: 1.5, cell: (one) => stateSpan(context, one.state) },
    { head: "answers", width: 3.5, cell: (one) => answersOf(context, one) },
    { head: "residualLikelihood", width: 1.7, cell: (one) => context.word(one.risk.residualLikelihood) },
    { head: "residualRisk", width: 1.3, cell: (one) => riskSpan(context, one.risk.residual) },
  ]);
}

/** Decisions with their reasons. */
export function decisionTable(section: SectionBuilder, context: Context, keywords: readonly ("accept" | "transfer" | "dismiss")[]): void {
  const { model, analysis } = context;
  const decisions = keywords.flatMap((keyword) => model.of(keyword)).sort((a, b) => a.rank - b.rank);
  const meant = (decision: Entity): readonly ThreatInstance[] =>
    analysis.threats.filter((one) => one.decisions.some((answer) => answer.decision === decision));
  addTable(section, context, captions.decisions, decisions, (one) => [one, ...meant(one).map(({ element }) => element)], [
    { head: "kind", width: 1.5, cell: (one) => context.word(one.keyword) },
    { head: "threat", width: 3, cell: (one) => one.subject?.title ?? one.name },
    { head: "element", width: 3, cell: (one) => context.titles(meant(one).map(({ element }) => element)) },
    { head: "reason", width: 6, cell: (one) => context.said(one, "reason") },
    { head: "responsible", width: 1.5, cell: (one) => context.word(model.text(one, "to")) },
    { head: "approvedBy", width: 3, cell: (one) => context.said(one, "approved-by") },
    { head: "until", width: 1.5, cell: (one) => context.said(one, "until") },
  ]);
}
