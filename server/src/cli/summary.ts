// Counts over a result that the outputs share.
import { type State, states, type ThreatInstance } from "../analysis/types.ts";
import { type Severity, severities } from "../diagnostics/types.ts";
import type { Entity } from "../model/types.ts";
import type { CheckedModel } from "../workspace/check.ts";
import type { Result } from "./project.ts";

const elementKeywords: ReadonlySet<string> = new Set(["actor", "external", "device", "process", "store", "interface"]);

/** States of a requirement on the environment, in the order in which people read them. */
export const requirementStates = ["missing", "unpublished", "stated"] as const;

/** The counts of one or all models. */
export interface Counts {
  readonly threats: Readonly<Record<State, number>>;
  readonly requirements: Readonly<Record<(typeof requirementStates)[number], number>>;
}

/** Counts threats and requirements of models. */
export function countsOf(models: readonly CheckedModel[]): Counts {
  const threats = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  const requirements = { missing: 0, unpublished: 0, stated: 0 };
  for (const { analysis } of models) {
    for (const { state } of analysis.threats) threats[state]++;
    for (const { state } of analysis.requirements) requirements[state]++;
  }
  return { threats, requirements };
}

/** How many elements and flows the models have; a file that several models share counts once. */
export function sizeOf(models: readonly CheckedModel[]): { elements: number; flows: number } {
  const seen = new Set<string>();
  let elements = 0;
  let flows = 0;
  for (const { analysis } of models) {
    for (const entity of analysis.model.entities) {
      const isFlow = entity.keyword === "flow";
      if (!isFlow && !elementKeywords.has(entity.keyword)) continue;
      const key = keyOf(entity);
      if (seen.has(key)) continue;
      seen.add(key);
      if (isFlow) flows++;
      else elements++;
    }
  }
  return { elements, flows };
}

function keyOf(entity: Entity): string {
  return `${entity.file.path}:${entity.node.start}`;
}

/** How many diagnostics there are of each severity. */
export function severityCounts({ diagnostics }: Result): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** The level at which findings make the command fail. */
export const failLevels = ["error", "warning", "info", "none"] as const;

/** One of the failing levels. */
export type FailLevel = (typeof failLevels)[number];

/** Whether a severity is at or above the failing level. */
export function fails(severity: Severity, level: FailLevel): boolean {
  return level !== "none" && severities.indexOf(severity) <= severities.indexOf(level);
}

/** The highest residual risk among threats; undefined when there are none. */
export function worstRisk({ analysis }: CheckedModel): string | undefined {
  const levels = analysis.catalogue.scales.risk;
  let worst = -1;
  for (const { risk } of analysis.threats) worst = Math.max(worst, levels.indexOf(risk.residual));
  return levels[worst];
}

/** The instance that calls most for an act: open before planned, then by risk, then by place. */
export function mostUrgent(models: readonly CheckedModel[]): ThreatInstance | undefined {
  let found: ThreatInstance | undefined;
  let best = -1;
  for (const { analysis } of models) {
    const levels = analysis.catalogue.scales.risk;
    for (const instance of analysis.threats) {
      if (instance.state !== "open" && instance.state !== "planned") continue;
      const urgency = (instance.state === "open" ? 100 : 0) + levels.indexOf(instance.risk.residual);
      if (urgency > best) {
        best = urgency;
        found = instance;
      }
    }
  }
  return found;
}
