// Tables of incidents: what happened, how it is classified, what it led to.
import { causesOf, dueOf, relationOf } from "../../analysis/incidents.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import type { Span, Text } from "../types.ts";
import { addTable } from "./table.ts";

/** The declarations that an incident names. */
export function behindIncident({ model }: Context, incident: Entity): readonly Entity[] {
  return [incident, ...["on", "harms", "controls"].flatMap((name) => model.refs(incident, name))];
}

/** Codes with their terms: `A1105 Computer system security problem`. */
export function codesOf({ model }: Context, incident: Entity): string {
  return model
    .refs(incident, "codes")
    .map(({ name, title }) => (name === title ? name : `${name} ${title}`))
    .join("; ");
}

/** When a serious incident was reported, marked where that was or is too late. */
export function reportedSpan({ model, today }: Context, incident: Entity): Span {
  const due = dueOf(model, incident);
  const reported = model.text(incident, "reported");
  if (due === undefined) return { text: reported ?? "" };
  if (reported === undefined) return { text: "–", style: today > due.last ? "bad" : "fair" };
  return { text: reported, style: reported > due.last ? "bad" : "good" };
}

/** Incidents with their classification and what they led to; the columns follow those of the examples in MDCG 2019-16, Annex II. */
export function incidentTable(section: SectionBuilder, context: Context, caption: Text, incidents: readonly Entity[]): void {
  const { model, derived, analysis } = context;
  const relation = (one: Entity): string => context.word(relationOf(derived, one, causesOf(derived, one, analysis.threats)));
  addTable(section, context, caption, incidents, (one) => behindIncident(context, one), [
    { head: "incident", width: 3.5, cell: (one) => context.named(one) },
    { head: "occurred", width: 1.6, cell: (one) => context.said(one, "occurred") },
    { head: "aware", width: 1.6, cell: (one) => context.said(one, "aware") },
    { head: "serious", width: 2, cell: (one) => (one.properties.has("serious") ? context.yesNo(model.yes(one, "serious")) : "–") },
    { head: "on", width: 2.5, cell: (one) => context.titles(model.refs(one, "on")) },
    { head: "cause", width: 3, cell: (one) => context.titles(model.refs(one, "cause")) },
    { head: "information", width: 2.3, cell: (one) => context.word(model.text(one, "information")) },
    { head: "healthImpact", width: 2, cell: (one) => context.word(model.text(one, "health-impact")) },
    { head: "relation", width: 2.2, cell: relation },
    { head: "codes", width: 3, cell: (one) => codesOf(context, one) },
    { head: "response", width: 4, cell: (one) => context.said(one, "response") },
  ]);
}
