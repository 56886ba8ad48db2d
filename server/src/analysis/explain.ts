// Why a threat instance or a requirement stands as it does: plain data for `ward explain`, hover, reports and assistants.
// The state can be derived again from these parts alone.
import type { Trace } from "../catalogue/expression.ts";
import type { Facts } from "../model/derived/facts.ts";
import { distrust } from "../model/derived/parties.ts";
import { accesses } from "../model/derived/reach.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import { positionsOf } from "../source/lines.ts";
import type { Location } from "../source/types.ts";
import { safetyRelation } from "./relation.ts";
import { citation } from "./requirements.ts";
import { partsOf } from "./risk.ts";
import type { Analysis, AssumptionAnswer, Provider, RequirementInstance, State, Status, ThreatInstance } from "./types.ts";
import { type VulnerabilityStatus, vulnerabilitiesOf } from "./vulnerabilities.ts";

// More ways than this say nothing new about one element.
const mostWays = 8;

/** A place, as people and programs read it: lines and characters from 0. */
export interface Place {
  readonly file: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A named thing with its title and place. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly keyword: string;
  readonly place: Place;
}

/** One part of the condition: as written, its value here, where the value comes from. */
export interface ConditionPart {
  readonly text: string;
  readonly value: string;
  readonly holds: boolean;
  readonly origins: readonly Place[];
  readonly parts: readonly ConditionPart[];
}

/** Who gives a measure, with which status, and why it reaches the element. */
export interface ProviderPart {
  readonly by: Provider["by"];
  readonly sources: readonly Named[];
  readonly measure: string;
  readonly status: Status;
  readonly reach: string;
}

/** An alternative: complete when nothing is missing; its status is that of its weakest measure. */
export interface AlternativePart {
  readonly measures: readonly {
    readonly measure: string;
    readonly title: string;
    readonly status: Status | null;
    readonly providers: readonly ProviderPart[];
  }[];
  readonly status: Status | null;
  readonly missing: readonly string[];
}

/** An assumption or decision that was considered. */
export interface Considered {
  readonly declaration: Named;
  readonly counts: boolean;
  readonly why: string;
}

/** A vulnerability that bears on a threat instance: it makes the threat real here, breaks what would answer it, or both. */
export interface VulnerabilityPart {
  readonly declaration: Named;
  readonly ids: readonly string[];
  readonly status: VulnerabilityStatus;
  readonly exploits: boolean;
  /** The controls that count for nothing here because of it. */
  readonly defeats: readonly string[];
  readonly why: string;
}

/** The explanation of a threat instance. */
export interface ThreatExplanation {
  readonly kind: "threat";
  readonly id: string;
  readonly threat: Named;
  readonly element: Named;
  readonly explain: string;
  readonly stride: readonly string[];
  readonly linddun: readonly string[];
  readonly safetyRelation: string;
  readonly references: readonly string[];
  readonly condition: ConditionPart;
  readonly replaces: readonly string[];
  readonly exposure: { readonly party: string; readonly ways: readonly { readonly party: string; readonly text: string }[] };
  readonly harms: readonly { readonly harm: Named; readonly severity: string; readonly path: readonly string[] }[];
  readonly severity: { readonly level: string; readonly base: string; readonly raisedBy: readonly string[] };
  readonly risk: {
    readonly likelihood: string;
    readonly initial: string;
    readonly residualLikelihood: string;
    readonly residual: string;
    readonly acceptable: boolean;
  };
  readonly alternatives: readonly AlternativePart[];
  readonly assumptions: readonly Considered[];
  readonly vulnerabilities: readonly VulnerabilityPart[];
  readonly decisions: readonly (Considered & { readonly keyword: string; readonly reason: string; readonly expired: boolean })[];
  readonly state: State;
  readonly status: Status | null;
  readonly answers: readonly string[];
  readonly missing: readonly string[];
}

/** The explanation of a requirement on the operating environment. */
export interface RequirementExplanation {
  readonly kind: "requirement";
  readonly id: string;
  readonly requirement: Named;
  readonly place: Named;
  readonly explain: string;
  readonly source: string;
  readonly force: string;
  readonly responsible: string;
  readonly clauses: readonly string[];
  readonly answers: readonly string[];
  readonly condition: ConditionPart;
  readonly unless: readonly string[];
  readonly assumptions: readonly (Considered & { readonly statedIn: readonly string[] })[];
  readonly state: RequirementInstance["state"];
}

/** Any explanation. */
export type Explanation = ThreatExplanation | RequirementExplanation;

/** Explains an id, or undefined when nothing has it. */
export function explain(analysis: Analysis, id: string): Explanation | undefined {
  const threat = analysis.threats.find((instance) => instance.id === id);
  if (threat) return explainThreat(analysis, threat);
  const requirement = analysis.requirements.find((instance) => instance.id === id);
  return requirement && explainRequirement(analysis, requirement);
}

function explainThreat(analysis: Analysis, instance: ThreatInstance): ThreatExplanation {
  const { facts, model, catalogue } = analysis;
  const { threat, element, risk } = instance;
  return {
    kind: "threat",
    id: instance.id,
    threat: named(threat.entity),
    element: named(element),
    explain: model.text(threat.entity, "explain") ?? "",
    stride: threat.stride,
    linddun: threat.linddun,
    safetyRelation: safetyRelation(instance),
    references: threat.references,
    condition: part(threat.when.trace({ facts, self: element, item: element })),
    replaces: instance.replaces.map((one) => one.entity.name),
    exposure: { party: risk.exposure, ways: waysTo(facts, element) },
    harms: instance.harms.map(({ harm, path }) => ({
      harm: named(harm),
      severity: model.text(harm, "severity") ?? "",
      path: [...path.map((step) => step.id), harm.id],
    })),
    severity: { level: instance.severity.severity, base: instance.severity.base, raisedBy: instance.severity.raisedBy },
    risk: {
      likelihood: risk.likelihood,
      initial: risk.initial,
      residualLikelihood: risk.residualLikelihood,
      residual: risk.residual,
      acceptable: catalogue.scales.acceptable.has(risk.residual),
    },
    alternatives: instance.alternatives.map((alternative) => ({
      measures: alternative.measures.map(({ measure, providers, status }) => ({
        measure: measure.name,
        title: measure.title,
        status: status ?? null,
        providers: providers.map(provider),
      })),
      status: alternative.status ?? null,
      missing: alternative.missing.map((measure) => measure.name),
    })),
    assumptions: instance.assumptions.map(considered),
    vulnerabilities: vulnerabilityParts(facts, instance),
    decisions: instance.decisions.map(({ decision, counts, expired, why }) => ({
      declaration: named(decision),
      keyword: decision.keyword,
      reason: model.text(decision, "reason") ?? "",
      counts,
      expired,
      why,
    })),
    state: instance.state,
    status: instance.status ?? null,
    answers: instance.answers.map((answer) => answer.id),
    missing: instance.missing.map((measure) => measure.name),
  };
}

function explainRequirement({ facts, model }: Analysis, instance: RequirementInstance): RequirementExplanation {
  const { requirement, place } = instance;
  return {
    kind: "requirement",
    id: instance.id,
    requirement: named(requirement.entity),
    place: named(place),
    explain: model.text(requirement.entity, "explain") ?? "",
    source: model.text(requirement.entity, "source") ?? "",
    force: requirement.force,
    responsible: instance.responsible,
    clauses: instance.clauses.map((clause) => citation(facts, clause)),
    answers: requirement.answers.map((threat) => threat.name),
    condition: part(requirement.when.trace({ facts, self: place, item: place })),
    unless: requirement.unless.map((measure) => measure.name),
    assumptions: instance.assumptions.map((answer) => ({ ...considered(answer), statedIn: model.texts(answer.assumption, "stated-in") })),
    state: instance.state,
  };
}

function considered({ assumption, counts, why }: AssumptionAnswer): Considered {
  return { declaration: named(assumption), counts, why };
}

function vulnerabilityParts(facts: Facts, { exploitedBy, defeated, reopenedBy, threat }: ThreatInstance): VulnerabilityPart[] {
  const breaking = new Set(defeated.flatMap(({ by }) => by));
  return vulnerabilitiesOf(facts)
    .filter((one) => exploitedBy.includes(one) || breaking.has(one.entity))
    .map((one) => {
      const exploits = exploitedBy.includes(one);
      const broken = defeated.filter(({ by }) => by.includes(one.entity)).flatMap(({ provider: { sources } }) => sources);
      const defeats = [...new Set(broken)].filter((control) => one.defeats.includes(control)).map((control) => control.id);
      const easier = threat.difficulty === "easy" ? "makes it real" : `makes it real, and easy instead of ${threat.difficulty}`;
      const why = [
        ...(exploits ? [one.status === "affected" ? easier : "would make it real if the product is affected"] : []),
        ...(defeats.length > 0 ? [`breaks ${defeats.join(", ")}${reopenedBy.includes(one.entity) ? ", which answered it" : ""}`] : []),
      ];
      return { declaration: named(one.entity), ids: one.ids, status: one.status, exploits, defeats, why: why.join("; ") };
    });
}

function provider({ by, sources, measure, status, reach }: Provider): ProviderPart {
  return { by, sources: sources.map(named), measure: measure.name, status, reach };
}

function part(trace: Trace): ConditionPart {
  return { text: trace.text, value: trace.value, holds: trace.holds, origins: trace.origins.map(placeOf), parts: trace.parts.map(part) };
}

/** An entity with its title and place. */
export function named(entity: Entity): Named {
  return { id: entity.id, title: entity.title, keyword: entity.keyword, place: placeOf(nameLocation(entity)) };
}

// Every way in, the least trusted party first; repeated words once.
function waysTo(facts: Facts, element: Entity): { party: string; text: string }[] {
  const all = new Map(
    partsOf(facts, element)
      .flatMap((part) => accesses(facts, part))
      .map(({ party, text }) => [text, { party, text }]),
  );
  return [...all.values()].sort((a, b) => distrust(b.party) - distrust(a.party)).slice(0, mostWays);
}

/** A location as a place. */
export function placeOf({ file, range }: Location): Place {
  return { file: file.path, ...positionsOf(file.tree.text, range) };
}
