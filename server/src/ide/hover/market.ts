// What a hover adds for incidents and trends: until when to report, which threats became real, what the numbers show.
import { causesOf, dueOf } from "../../analysis/incidents.ts";
import { type Trend, trendOf } from "../../analysis/trend.ts";
import type { Analysis } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { code, names } from "./markdown.ts";

/** The lines of an incident or a trend; undefined of anything else. */
export function marketLines(analysis: Analysis, entity: Entity): string | undefined {
  if (entity.keyword === "incident") return incidentLines(analysis, entity);
  const trend = entity.keyword === "trend" ? trendOf(analysis.facts, entity) : undefined;
  return trend && trendLines(trend);
}

function incidentLines({ facts, model, threats }: Analysis, incident: Entity): string | undefined {
  const due = dueOf(model, incident);
  const causes = causesOf(facts, incident, threats);
  const lines = [
    due && `To be reported by ${code(due.last)}, within ${due.days} days`,
    causes.length > 0 && `Made real ${names(causes, 6)}`,
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? undefined : lines.join("  \n");
}

const verdicts = {
  risen: "**significantly risen**",
  "not-shown": "no significant rise",
  "too-few": "too few to tell",
  "not-computed": "not computed, since incidents are counted elsewhere",
};

function trendLines({ baseline, observation, frequency, severity }: Trend): string {
  const ratio = frequency.ratio === undefined ? "" : `, ratio of the rates ${Number(frequency.ratio.toPrecision(3))}`;
  return [
    `Incidents: ${baseline.count} in the earlier period, ${observation.count} in the observation period`,
    `Frequency: ${verdicts[frequency.verdict]}${ratio}, p = ${Number(frequency.p.toPrecision(3))}`,
    `Severity: ${verdicts[severity.verdict]}`,
  ].join("  \n");
}
