// What is known of a declaration as a whole: the threats and requirements at an element and in it, those of a catalogue entry wherever
// they apply, those that a control, an assumption or a decision answers, those that an incident made real.
import type { Entity } from "../model/types.ts";
import { type Named, named } from "./explain.ts";
import { causesOf } from "./incidents.ts";
import type { Analysis, RequirementInstance, State, ThreatInstance } from "./types.ts";

/** A declaration with what bears on it. */
export interface Overview {
  readonly kind: "overview";
  readonly id: string;
  readonly subject: Named;
  /** Its text in the catalogue, or what happened; empty where it has none. */
  readonly explain: string;
  readonly threats: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: State;
    readonly severity: string;
    readonly residual: string;
    readonly answers: readonly string[];
    readonly missing: readonly string[];
  }[];
  readonly requirements: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: RequirementInstance["state"];
    readonly force: string;
    readonly assumptions: readonly string[];
  }[];
}

const order: readonly string[] = ["open", "planned", "assumed", "accepted", "transferred", "dismissed", "mitigated"];

/** Overviews of all declarations with a name, written whole or as the end of its path. */
export function overviews(analysis: Analysis, name: string): Overview[] {
  const all = analysis.model.entities.filter(({ id }) => id === name || id.endsWith(`.${name}`));
  const whole = all.filter(({ id }) => id === name);
  return (whole.length > 0 ? whole : all).map((entity) => overviewOf(analysis, entity));
}

function overviewOf({ model, facts, threats, requirements, catalogue }: Analysis, entity: Entity): Overview {
  const { scales } = catalogue;
  const caused = entity.keyword === "incident" ? causesOf(facts, entity, threats) : [];
  const within = (one: Entity): boolean => one === entity || model.around(one).includes(entity);
  const bears = (one: ThreatInstance): boolean =>
    within(one.element) ||
    one.threat.entity === entity ||
    one.answers.includes(entity) ||
    caused.includes(one) ||
    one.decisions.some(({ decision }) => decision === entity);
  const rank = (one: ThreatInstance): number => order.indexOf(one.state) * 100 - scales.risk.indexOf(one.risk.residual);
  return {
    kind: "overview",
    id: entity.id,
    subject: named(entity),
    explain: model.text(entity, entity.keyword === "incident" ? "what" : "explain") ?? "",
    threats: threats
      .filter(bears)
      .sort((a, b) => rank(a) - rank(b))
      .map((one) => ({
        id: one.id,
        title: one.threat.entity.title,
        state: one.state,
        severity: one.severity.severity,
        residual: one.risk.residual,
        answers: one.answers.map(({ id }) => id),
        missing: one.missing.map(({ id }) => id),
      })),
    requirements: requirements
      .filter((one) => within(one.place) || one.requirement.entity === entity || one.assuming.includes(entity))
      .map((one) => ({
        id: one.id,
        title: one.requirement.entity.title,
        state: one.state,
        force: one.requirement.force,
        assumptions: one.assuming.map(({ id }) => id),
      })),
  };
}
