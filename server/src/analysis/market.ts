// Findings about incidents and trends: what has to be done about a product that is on the market.
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import type { Location } from "../source/types.ts";
import { causesOf, contradictions, daysBetween, dueOf } from "./incidents.ts";
import { trendOf, trendProblems } from "./trend.ts";
import type { ThreatInstance } from "./types.ts";
import { list, listIds, listOf } from "./wording.ts";

/** Findings about all incidents and trends of a model; without any, nothing is looked at. */
export function marketFindings(facts: Facts, threats: readonly ThreatInstance[]): Diagnostic[] {
  return [
    ...facts.model.of("incident").flatMap((incident) => incidentFindings(facts, incident, threats)),
    ...facts.model.of("trend").flatMap((trend) => trendFindings(facts, trend)),
  ];
}

function incidentFindings(facts: Facts, incident: Entity, threats: readonly ThreatInstance[]): Diagnostic[] {
  const { model } = facts;
  const { name } = incident;
  const at = nameLocation(incident);
  const found: Diagnostic[] = [];
  const isSerious = model.yes(incident, "serious");
  const reporting = incident.properties.get("reporting");
  if (isSerious && reporting === undefined) found.push(diagnostic("unclassified-incident", at, { name }));
  const due = dueOf(model, incident);
  const reported = model.text(incident, "reported");
  if (due && reported === undefined && facts.today > due.last) {
    const problem = `had to be reported by ${due.last}, ${due.days} days after it became known, and no report is stated`;
    found.push(diagnostic("late-incident-report", at, { name, problem }));
  } else if (due && reported !== undefined && reported > due.last && !incident.properties.has("late-because")) {
    const late = daysBetween(due.last, reported);
    const problem = `was reported on ${reported}, ${late} ${late === 1 ? "day" : "days"} after the last day (${due.last})`;
    const help = "say why in `late-because:`, or correct the dates";
    found.push(diagnostic("late-incident-report", placeOf(incident, "reported"), { name, problem }, { severity: "warning", help }));
  }
  const causes = causesOf(facts, incident, threats);
  found.push(...causeFindings(facts, incident, causes, threats));
  if (!incident.properties.has("codes"))
    found.push(diagnostic("uncoded-incident", at, { name }, { severity: isSerious ? "warning" : "info" }));
  for (const { problem, property } of contradictions(facts, incident, causes))
    found.push(diagnostic("inconsistent-incident", placeOf(incident, property), { name, problem }));
  return found;
}

function causeFindings(
  { model }: Facts,
  incident: Entity,
  causes: readonly ThreatInstance[],
  threats: readonly ThreatInstance[],
): Diagnostic[] {
  const { name } = incident;
  const property = incident.properties.get("cause");
  if (property === undefined)
    return [diagnostic("incident-without-threat", nameLocation(incident), { name, problem: "names no threat as its cause" })];
  const stated = model.refs(incident, "cause");
  const unmet = stated.filter((threat) => !causes.some((one) => one.threat.entity === threat));
  if (unmet.length === 0) return [];
  const elsewhere = threats.filter(({ threat }) => unmet.includes(threat.entity)).map(({ element }) => element);
  const places = model.refs(incident, "on");
  const applies = unmet.length === 1 ? "applies" : "apply";
  const where = elsewhere.length === 0 ? "nowhere in this model" : `not where it happened (${listIds(places)})`;
  const help =
    elsewhere.length === 0
      ? "model what made it possible, so that the threat is raised, or correct `cause:`"
      : `correct \`on:\` or \`cause:\`; here ${applies === "applies" ? "it applies" : "they apply"} to ${list([...new Set(elsewhere.map(({ id }) => id))].slice(0, 3))}`;
  return [
    diagnostic(
      "incident-without-threat",
      placeOf(incident, "cause"),
      { name, problem: `is led back to ${listOf(unmet)}, and that ${applies} ${where}` },
      { help },
    ),
  ];
}

function trendFindings(facts: Facts, trend: Entity): Diagnostic[] {
  const { name } = trend;
  const problems = trendProblems(facts.model, trend);
  if (problems.length > 0)
    return problems.map(({ problem, property }) => diagnostic("invalid-trend", placeOf(trend, property), { name, problem }));
  const found = trend.properties.has("conclusion") ? undefined : trendOf(facts, trend);
  if (found === undefined) return [];
  const risen = [
    ...(found.frequency.verdict === "risen" ? ["more frequent"] : []),
    ...(found.severity.verdict === "risen" ? ["graver"] : []),
  ];
  if (risen.length === 0) return [];
  const p = Math.min(...[found.frequency, found.severity].filter(({ verdict }) => verdict === "risen").map((one) => one.p));
  return [
    diagnostic("significant-trend", nameLocation(trend), {
      name,
      risen: risen.join(" and "),
      p: p < 0.0001 ? "< 0.0001" : `= ${p.toFixed(4)}`,
    }),
  ];
}

function placeOf(entity: Entity, property: string): Location {
  const node = entity.properties.get(property)?.node;
  return node ? { file: entity.file, range: node } : nameLocation(entity);
}
