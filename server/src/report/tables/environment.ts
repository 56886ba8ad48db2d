// Tables of what the environment has to provide: requirements, the assumptions that state them, what rests on them.
import { reliedOn } from "../../analysis/documents/select.ts";
import type { RequirementInstance, ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import type { Span } from "../types.ts";
import { addTable } from "./table.ts";

/** A clause as it is cited. */
export function cited(context: Context, clause: Entity): string {
  return `${context.model.text(clause, "regulation") ?? ""} ${context.model.text(clause, "cite") ?? clause.name}`.trim();
}

function stateSpan(context: Context, { state }: RequirementInstance): Span {
  return { text: context.word(state), style: state === "stated" ? "good" : state === "missing" ? "bad" : "fair" };
}

/** Requirements with who has to meet them, what states them and where. */
export function requirementTable(section: SectionBuilder, context: Context, requirements: readonly RequirementInstance[]): void {
  const { model } = context;
  addTable(section, context, captions.requirements, requirements, (one) => [one.place, ...one.assuming], [
    {
      head: "requirement",
      width: 4,
      cell: ({ requirement }) => [`${requirement.entity.title} `, { text: requirement.entity.name, style: "code" }],
    },
    { head: "place", width: 2.5, cell: ({ place }) => place.title },
    { head: "force", width: 1.3, cell: ({ requirement }) => context.word(requirement.force) },
    {
      head: "responsible",
      width: 1.8,
      cell: ({ responsible, assuming }) =>
        context.words([...new Set(assuming.length > 0 ? assuming.map((one) => model.text(one, "responsible") ?? "") : [responsible])]),
    },
    { head: "state", width: 1.5, cell: (one) => stateSpan(context, one) },
    { head: "assumption", width: 4, cell: ({ assuming }) => context.titles(assuming) },
    {
      head: "statedIn",
      width: 2,
      cell: ({ assuming }) => [...new Set(assuming.flatMap((one) => model.texts(one, "stated-in")))].join("; "),
    },
    { head: "clauses", width: 3, cell: ({ clauses }) => clauses.map((clause) => cited(context, clause)).join("; ") },
  ]);
}

/** Assumptions, each with what it states and where the instructions tell it. */
export function assumptionTable(section: SectionBuilder, context: Context, assumptions: readonly Entity[]): void {
  const { model } = context;
  addTable(section, context, captions.assumptions, assumptions, (one) => [one, ...model.refs(one, "about")], [
    { head: "assumption", width: 5, cell: (one) => context.named(one) },
    { head: "requirement", width: 3.5, cell: (one) => context.titles(one.kinds) },
    { head: "about", width: 2.5, cell: (one) => context.titles(model.refs(one, "about")) },
    { head: "responsible", width: 1.8, cell: (one) => context.word(model.text(one, "responsible")) },
    { head: "statedIn", width: 2.2, cell: (one) => context.said(one, "stated-in") || { text: context.word("unpublished"), style: "fair" } },
    { head: "justification", width: 3, cell: (one) => context.said(one, "justification") },
  ]);
}

/** What goes wrong when an assumption does not hold: the threats that it keeps away. */
export function outsideTable(section: SectionBuilder, context: Context): void {
  const { analysis } = context;
  const threatsOf = (assumption: Entity): readonly ThreatInstance[] => analysis.threats.filter((one) => one.assuming.includes(assumption));
  addTable(section, context, captions.outside, reliedOn(analysis), (one) => [one, ...threatsOf(one).map(({ element }) => element)], [
    { head: "assumption", width: 4, cell: (one) => context.named(one) },
    { head: "responsible", width: 1.5, cell: (one) => context.word(context.model.text(one, "responsible")) },
    { head: "what", width: 6, cell: (one) => summed(threatsOf(one)) },
    {
      head: "harms",
      width: 3,
      cell: (one) => context.titles([...new Set(threatsOf(one).flatMap(({ harms }) => harms.map(({ harm }) => harm)))]),
    },
  ]);
}

function summed(threats: readonly ThreatInstance[]): string {
  const elements = new Map<string, Set<string>>();
  for (const { threat, element } of threats)
    elements.set(threat.entity.title, (elements.get(threat.entity.title) ?? new Set()).add(element.title));
  return [...elements].map(([threat, places]) => `${threat}: ${[...places].join(", ")}`).join("; ");
}

/** Threats whose only answer is an assumption. */
export function reliedTable(section: SectionBuilder, context: Context): void {
  const only = context.analysis.threats.filter((one) => one.state === "assumed");
  addTable(section, context, captions.relied, only, (one) => [one.element, ...one.assuming], [
    { head: "threat", width: 4, cell: (one) => one.threat.entity.title },
    { head: "element", width: 3, cell: (one) => context.named(one.element) },
    { head: "assumption", width: 4, cell: (one) => context.titles(one.assuming) },
    {
      head: "justification",
      width: 5,
      cell: (one) =>
        one.assuming
          .map((assumption) => context.said(assumption, "justification"))
          .filter(Boolean)
          .join("; "),
    },
    { head: "residualRisk", width: 1.5, cell: (one) => context.word(one.risk.residual) },
  ]);
}

/** Requirements that were not raised because the device has the measure itself. */
export function autonomyTable(section: SectionBuilder, context: Context): void {
  addTable(section, context, captions.autonomy, context.analysis.autonomy, (one) => [one.place], [
    { head: "requirement", width: 4, cell: (one) => one.requirement.entity.title },
    { head: "place", width: 4, cell: (one) => context.named(one.place) },
    { head: "measures", width: 4, cell: (one) => one.measure.title },
  ]);
}
