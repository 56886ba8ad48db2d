// Threat instances: which threats apply to which elements, and how each is answered.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Catalogue, ThreatEntry } from "../catalogue/catalogue.ts";
import { holds } from "../catalogue/expression.ts";
import { inScope } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";
import {
  alternativeAnswers,
  assumptionAnswers,
  assumptionsFor,
  bestAlternative,
  decisionAnswers,
  decisionIndex,
  defeatsOf,
  stateOf,
} from "./answers.ts";
import type { Coverage } from "./reach.ts";
import { accessTo, harmsOf, riskOf, severityOf } from "./risk.ts";
import type { ThreatInstance } from "./types.ts";
import { exploitedBy } from "./vulnerabilities.ts";

const none: readonly ThreatEntry[] = [];

/** Every threat instance of a model: by element in file order, then by threat in catalogue order. */
export function threatInstances(facts: Facts, catalogue: Catalogue, coverage: Coverage): readonly ThreatInstance[] {
  const byKeyword = new Map<Keyword, ThreatEntry[]>();
  for (const threat of catalogue.threats) {
    for (const keyword of threat.on) byKeyword.set(keyword, [...(byKeyword.get(keyword) ?? []), threat]);
  }
  const answering = new Map<Entity, Entity[]>();
  for (const { entity, answers } of catalogue.requirements) {
    for (const threat of answers) answering.set(threat, [...(answering.get(threat) ?? []), entity]);
  }
  const decisions = decisionIndex(facts);
  const refined = new Map(catalogue.threats.map((threat) => [threat, generalOf(facts, threat)]));
  const context: Context = { facts, catalogue, coverage, answering, decisions };
  const instances: ThreatInstance[] = [];
  for (const element of facts.model.entities) {
    const threats = byKeyword.get(element.keyword);
    if (threats === undefined || element.node.modifier || !isTarget(facts, element)) continue;
    const environment = { facts, self: element, item: element };
    const applying: ThreatEntry[] = [];
    for (const threat of threats) if (holds(threat.when, environment)) applying.push(threat);
    for (const { threat, replaces } of quiet(applying, refined)) {
      instances.push(instance(context, threat, element, replaces));
    }
  }
  return instances;
}

function isTarget(facts: Facts, element: Entity): boolean {
  if (element.keyword === "system") return element === facts.model.system;
  return inScope(facts, element);
}

// Where a more precise threat applies, the general ones that it refines are not listed beside it.
function quiet(
  applying: readonly ThreatEntry[],
  refined: ReadonlyMap<ThreatEntry, ReadonlySet<Entity>>,
): { threat: ThreatEntry; replaces: readonly ThreatEntry[] }[] {
  if (applying.every((threat) => threat.refines.length === 0)) return applying.map((threat) => ({ threat, replaces: none }));
  const replacedBy = new Map<ThreatEntry, ThreatEntry[]>();
  // Of two threats that refine each other neither is the more precise one: both stay.
  const replaces = (threat: ThreatEntry, other: ThreatEntry): boolean =>
    refined.get(threat)?.has(other.entity) === true && !refined.get(other)?.has(threat.entity);
  for (const threat of applying) {
    if (threat.refines.length === 0) continue;
    for (const other of applying) if (replaces(threat, other)) replacedBy.set(other, [...(replacedBy.get(other) ?? []), threat]);
  }
  if (replacedBy.size === 0) return applying.map((threat) => ({ threat, replaces: none }));
  return applying
    .filter((threat) => !replacedBy.has(threat))
    .map((threat) => ({ threat, replaces: [...replacedBy].filter(([, by]) => by.includes(threat)).map(([other]) => other) }));
}

// All that a threat refines, over any number of steps, whether or not the steps between apply.
function generalOf(facts: Facts, threat: ThreatEntry): ReadonlySet<Entity> {
  const all = new Set(threat.refines);
  for (const one of all) for (const next of facts.model.refs(one, "refines")) all.add(next);
  return all;
}

/** What does not change from instance to instance. */
interface Context {
  readonly facts: Facts;
  readonly catalogue: Catalogue;
  readonly coverage: Coverage;
  readonly answering: ReadonlyMap<Entity, readonly Entity[]>;
  readonly decisions: ReadonlyMap<Entity, readonly Entity[]>;
}

function instance(context: Context, threat: ThreatEntry, element: Entity, replaces: readonly ThreatEntry[]): ThreatInstance {
  const { facts, catalogue, coverage, answering } = context;
  const alternatives = alternativeAnswers(threat, element, coverage);
  const best = bestAlternative(alternatives);
  const mitigated = best?.status !== undefined && best.status !== "planned";
  const assuming = assumptionsFor(facts, threat, element, answering);
  const decisions = decisionAnswers(facts, threat, element, mitigated, context.decisions);
  const { state, answers } = stateOf(best, assuming, decisions);
  const harms = harmsOf(facts, threat, element);
  const severity = severityOf(facts, threat, element, harms, catalogue.scales);
  const access = accessTo(facts, element);
  const exploited = exploitedBy(facts, () => [threat, ...replaces].map(({ entity }) => entity), element);
  // Whoever knows of a vulnerability need not look for a way.
  const difficulty = exploited.some((one) => one.status === "affected") ? "easy" : threat.difficulty;
  return {
    id: `${threat.entity.name}@${element.id}`,
    threat,
    element,
    state,
    status: best?.status,
    severity,
    alternatives,
    best,
    assuming,
    get assumptions() {
      return assumptionAnswers(facts, threat, element, answering);
    },
    decisions,
    answers,
    missing: state === "open" ? (best?.missing ?? []) : [],
    harms,
    access,
    exploitedBy: exploited,
    ...defeatsOf(threat, element, coverage, mitigated),
    risk: riskOf(difficulty, severity.severity, access, state, best?.status, catalogue.scales),
    replaces,
  };
}
