// What an incident says about itself: until when it has to be reported, which threats it made real, and where it contradicts itself.
import type { Facts } from "../model/derived/facts.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import { healthImpact } from "../vocabulary/words.ts";
import { safetyRelation } from "./relation.ts";
import type { ThreatInstance } from "./types.ts";

/** Days from becoming aware to the last day of the report, by the word of `reporting`: MDR Art. 87(3) to (5), IVDR Art. 82(3) to (5). */
export const reportingDays: Readonly<Record<string, number>> = {
  "public-health-threat": 2,
  "death-or-unanticipated": 10,
  "other-serious": 15,
};
/** The longest of these times: past it, a serious incident is late whatever it is. */
const longest = Math.max(...Object.values(reportingDays));

/** The grades of an impact on health, lightest first. */
export const impacts: readonly string[] = healthImpact.words.map(([word]) => word);
const firstSerious = impacts.indexOf("temporary-deterioration");

/** The day an incident counts for: when it happened, else when the manufacturer became aware of it. */
export function dayOf(model: Model, incident: Entity): string | undefined {
  return model.text(incident, "occurred") ?? model.text(incident, "aware");
}

/** The time in which a serious incident has to be reported, and its last day. */
export interface Due {
  readonly days: number;
  readonly last: string;
}

/** Until when an incident has to be reported; undefined when it is not serious. Without `reporting`, the longest time. */
export function dueOf(model: Model, incident: Entity): Due | undefined {
  const aware = model.text(incident, "aware");
  if (!model.yes(incident, "serious") || aware === undefined) return undefined;
  const days = reportingDays[model.text(incident, "reporting") ?? ""] ?? longest;
  const last = later(aware, days);
  return last === undefined ? undefined : { days, last };
}

/** A day some days after another; undefined past the last year that can be written. */
function later(day: string, days: number): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const text = date.toISOString().slice(0, 10);
  return /^\d{4}-/.test(text) ? text : undefined;
}

/** The whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

// From here on an impact makes an incident serious.
function isSeriousImpact(word: string | undefined): boolean {
  return word !== undefined && impacts.indexOf(word) >= firstSerious;
}

/** The threat instances that an incident made real: its causes, where it happened. */
export function causesOf(facts: Facts, incident: Entity, threats: readonly ThreatInstance[]): readonly ThreatInstance[] {
  const causes = facts.model.refs(incident, "cause");
  return threatsAt(
    facts,
    incident,
    threats.filter(({ threat }) => causes.includes(threat.entity)),
  );
}

/** The threat instances where an incident happened; without `on`, all. */
export function threatsAt({ model }: Facts, incident: Entity, threats: readonly ThreatInstance[]): readonly ThreatInstance[] {
  const places = model.refs(incident, "on");
  if (places.length === 0) return threats;
  const isAt = (element: Entity): boolean =>
    places.some(
      (place) =>
        place === element ||
        place.keyword === "system" ||
        element.keyword === "system" ||
        model.isInside(element, place) ||
        [element.source, element.target].some((end) => end !== undefined && (end === place || model.isInside(end, place))) ||
        touches(model, element, place),
    );
  return threats.filter(({ element }) => isAt(element));
}

// Data are where they are carried or held, a component is where it runs, a flow passes interfaces.
function touches(model: Model, element: Entity, place: Entity): boolean {
  const lists = (of: Entity): readonly Entity[] => ["carries", "holds", "via", "part-of"].flatMap((name) => model.refs(of, name));
  return lists(element).some((one) => one === place || model.isInside(one, place)) || lists(place).includes(element);
}

/** How security and safety hang together in an incident: as it says, else as its threats do, the one with patients first. */
export function relationOf(facts: Facts, incident: Entity, causes: readonly ThreatInstance[]): string | undefined {
  const stated = facts.model.text(incident, "safety-relation");
  if (stated !== undefined) return stated;
  const relations = causes.map(safetyRelation);
  return relations.find((one) => one !== "security-risk-only") ?? relations[0];
}

/** A contradiction in an incident: in words, and the property that it is about. */
export interface Contradiction {
  readonly problem: string;
  readonly property: string;
}

/** Where the statements of an incident do not go together. */
export function contradictions({ model }: Facts, incident: Entity, causes: readonly ThreatInstance[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const say = (name: string): string | undefined => model.text(incident, name);
  const isSerious = model.yes(incident, "serious");
  const isStated = incident.properties.get("serious")?.values.length === 1;
  for (const property of ["health-impact", "possible-impact"]) {
    const word = say(property);
    if (isStated && !isSerious && isSeriousImpact(word))
      found.push({ property, problem: `is called not serious, but its \`${property}\` is \`${word}\`` });
  }
  const reporting = say("reporting");
  if (isStated && !isSerious && reporting !== undefined)
    found.push({ property: "reporting", problem: "is called not serious, but has the reporting time of a serious one" });
  if (isSerious && say("health-impact") === "death" && reporting === "other-serious")
    found.push({ property: "reporting", problem: "led to death, which is reported within 10 days, not 15" });
  const [occurred, aware, reported] = [say("occurred"), say("aware"), say("reported")];
  if (occurred !== undefined && aware !== undefined && occurred > aware)
    found.push({ property: "occurred", problem: `became known on ${aware}, before it occurred on ${occurred}` });
  if (reported !== undefined && aware !== undefined && reported < aware)
    found.push({ property: "reported", problem: `was reported on ${reported}, before anybody was aware of it on ${aware}` });
  const dismissed = causes.find(({ state }) => state === "dismissed");
  if (dismissed)
    found.push({ property: "cause", problem: `made \`${dismissed.id}\` real, and a decision says that this threat does not exist` });
  return found;
}
