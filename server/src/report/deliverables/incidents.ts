// Descriptions of serious incidents, a section for each: what the report of an investigation has to say, and until when it is due.
import { causesOf, daysBetween, dueOf, relationOf } from "../../analysis/incidents.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder, Writing } from "../builder.ts";
import type { Context } from "../context.ts";
import { controlTable } from "../tables/controls.ts";
import { behindIncident, codesOf, incidentTable, reportedSpan } from "../tables/incidents.ts";
import { harmTable } from "../tables/parts.ts";
import { threatTable } from "../tables/threats.ts";
import { captions } from "../texts/captions.ts";
import { incidentFill, incidentItems, marketTexts } from "../texts/market.ts";
import type { Span } from "../types.ts";
import { articles } from "./trend.ts";
import type { Deliverable } from "./types.ts";

/** Serious incidents. */
export const seriousIncidents: Deliverable = {
  kind: "serious-incident",
  title: { en: "Serious incidents: security", de: "Schwerwiegende Vorkommnisse: Informationssicherheit" },
  purpose: {
    en: "Each serious incident as the investigation report describes it: the incident, its effects on health, and until when it is reported.",
    de: "Jedes schwerwiegende Vorkommnis, wie es der Untersuchungsbericht beschreibt: Hergang, Auswirkungen auf die Gesundheit, Meldefrist.",
  },
  write: (document, context) => {
    const { model } = context;
    const all = model.of("incident");
    const serious = all.filter((one) => model.yes(one, "serious"));
    const clauses = articles(context, "MDR 87", "IVDR 82");
    const overview = document.section(context.t(marketTexts.all));
    if (serious.length === 0) overview.paragraph(context.t(marketTexts.noSerious));
    if (all.length > 0) incidentTable(overview, context, captions.incidents, all);
    for (const incident of serious) {
      const missing = Object.keys(incidentItems).some((property) => isMissing(context, incident, property as Property));
      const section = document.section(incident.title, behindIncident(context, incident), {
        id: incident.name,
        clauses,
        source: "MDCG 2019-16 rev. 1, 5.2",
        state: missing ? "partial" : "filled",
      });
      describe(section, context, incident);
    }
  },
};

type Property = keyof typeof incidentItems;

/** Whether something has to be said that the incident does not say. Without any effect on health there are none to describe. */
function isMissing({ model }: Context, incident: Entity, property: Property): boolean {
  const harmless = property === "health-effects" && model.text(incident, "health-impact") === "none";
  return !harmless && (model.property(incident, property)?.values ?? []).length === 0;
}

function describe(section: SectionBuilder, context: Context, incident: Entity): void {
  const { model, derived, analysis } = context;
  const { t } = { t: context.t.bind(context) };
  const say = (property: string): string => context.said(incident, property);
  const tell = (part: SectionBuilder, writing: Writing): SectionBuilder => part.paragraph(writing, [incident]);
  const ask = (part: SectionBuilder, ...properties: readonly Property[]): void => {
    for (const property of properties)
      if (isMissing(context, incident, property))
        part.gap({
          item: `Incident-${property}`,
          title: incident.title,
          state: "missing",
          text: t(incidentItems[property]),
          fill: t(incidentFill, { name: incident.name, property }),
        });
  };
  const paragraphs = (part: SectionBuilder, property: string): void => {
    for (const text of model.texts(incident, property).flatMap((one) => one.split(/\n\s*\n/)))
      if (text.trim() !== "") tell(part, text.trim());
  };

  const facts = section.section(t(marketTexts.facts));
  tell(
    facts,
    say("occurred")
      ? t(marketTexts.occurredOn, { day: say("occurred"), aware: say("aware") })
      : t(marketTexts.awareOn, { aware: say("aware") }),
  );
  if (say("reporting")) tell(facts, [{ text: context.word(say("reporting")), style: "strong" }]);
  tell(facts, reporting(context, incident));
  if (say("late-because")) tell(facts, t(marketTexts.lateReason, { reason: say("late-because") }));
  if (codesOf(context, incident)) tell(facts, [`${t(marketTexts.codesAre)} `, codesOf(context, incident)]);
  ask(facts, "occurred", "reporting", "codes");

  const partA = section.section(t(marketTexts.partA));
  paragraphs(partA, "what");
  if (say("information")) tell(partA, t(marketTexts.informationIs, { word: context.word(say("information")) }));
  const places = model.refs(incident, "on");
  if (places.length > 0) partA.paragraph(t(marketTexts.where, { names: context.titles(places) }), [incident, ...places]);
  const causes = causesOf(derived, incident, analysis.threats);
  const relation = relationOf(derived, incident, causes);
  if (relation) tell(partA, t(marketTexts.relationIs, { word: context.word(relation) }));
  if (causes.length > 0) threatTable(partA, context, causes, captions.causes);
  ask(partA, "what", "information", "on", "cause");

  const partB = section.section(t(marketTexts.partB));
  if (say("health-impact")) tell(partB, t(marketTexts.impactWas, { word: context.word(say("health-impact")) }));
  if (say("possible-impact")) tell(partB, t(marketTexts.impactCould, { word: context.word(say("possible-impact")) }));
  paragraphs(partB, "health-effects");
  const harms = model.refs(incident, "harms");
  if (harms.length > 0) harmTable(partB, context, harms);
  ask(partB, "health-impact", "health-effects");

  const action = section.section(t(marketTexts.partAction));
  paragraphs(action, "investigation");
  action.list(model.texts(incident, "response").map((text) => ({ writing: text, about: [incident] })));
  const controls = model.refs(incident, "controls");
  if (controls.length > 0) {
    action.paragraph({ text: t(marketTexts.controlsTitle), style: "strong" });
    controlTable(action, context, controls);
  }
  ask(action, "investigation", "response");
}

/** Until when the incident has to be reported, and whether it was. */
function reporting(context: Context, incident: Entity): Span {
  const { model, today } = context;
  const due = dueOf(model, incident);
  const reported = model.text(incident, "reported");
  if (due === undefined) return { text: "" };
  const { style } = reportedSpan(context, incident);
  const say = (text: string): Span => ({ text, ...(style ? { style } : {}) });
  if (reported === undefined) return say(context.t(today > due.last ? marketTexts.duePast : marketTexts.dueOpen, { last: due.last }));
  const late = daysBetween(due.last, reported);
  const when = context.t(marketTexts.due, { last: due.last, days: due.days });
  return say(
    `${when} ${late > 0 ? context.t(marketTexts.reportedLate, { day: reported, late }) : context.t(marketTexts.reportedInTime, { day: reported })}`,
  );
}
