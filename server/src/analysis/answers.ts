// Whether a threat instance is answered: by measures, by assumptions, by decisions, in this order of strength.
import type { ThreatEntry } from "../catalogue/catalogue.ts";
import type { Alternative } from "../catalogue/measures.ts";
import type { Facts } from "../model/derived/facts.ts";
import { distrust } from "../model/derived/parties.ts";
import { handParty } from "../model/derived/reach.ts";
import { type Entity, isPattern } from "../model/types.ts";
import { type Coverage, weakest } from "./reach.ts";
import {
  type AlternativeAnswer,
  type AssumptionAnswer,
  type DecisionAnswer,
  type Defeated,
  type MeasureAnswer,
  type Provider,
  type State,
  type Status,
  statuses,
} from "./types.ts";

/** Each alternative of a threat at an element, with its measures and who gives them. */
export function alternativeAnswers(threat: ThreatEntry, element: Entity, coverage: Coverage): readonly AlternativeAnswer[] {
  if (threat.alternatives.length > 0 && coverage.isBare(element)) return allUnmet(threat);
  return threat.alternatives.map((alternative) => {
    if (alternative.length > 0 && alternative.every((measure) => coverage.of(element, measure).length === 0)) return unmet(alternative);
    const measures: MeasureAnswer[] = alternative.map((measure) => {
      const providers = coverage.of(element, measure);
      return { measure, providers, status: providers[0]?.status };
    });
    const missing = measures.filter((answer) => answer.status === undefined).map((answer) => answer.measure);
    const status = missing.length === 0 ? weakest(measures.map((answer) => answer.status as Status)) : undefined;
    return { measures, missing, status };
  });
}

const unmetAnswers = new WeakMap<Alternative, AlternativeAnswer>();

// Nothing of it is there, which is the same everywhere: one answer for all elements.
function unmet(alternative: Alternative): AlternativeAnswer {
  const known = unmetAnswers.get(alternative);
  if (known) return known;
  const measures = alternative.map((measure): MeasureAnswer => ({ measure, providers: [], status: undefined }));
  const answer = { measures, missing: alternative, status: undefined };
  unmetAnswers.set(alternative, answer);
  return answer;
}

const bareAnswers = new WeakMap<ThreatEntry, readonly AlternativeAnswer[]>();

function allUnmet(threat: ThreatEntry): readonly AlternativeAnswer[] {
  const known = bareAnswers.get(threat);
  if (known) return known;
  const all = threat.alternatives.map(unmet);
  bareAnswers.set(threat, all);
  return all;
}

/** The strongest complete alternative, or else the one nearest to completion. */
export function bestAlternative(all: readonly AlternativeAnswer[]): AlternativeAnswer | undefined {
  let best: AlternativeAnswer | undefined;
  for (const one of all) if (best === undefined || compare(one, best) > 0) best = one;
  return best;
}

function compare(a: AlternativeAnswer, b: AlternativeAnswer): number {
  const strength = (one: AlternativeAnswer): number => (one.status === undefined ? -1 : statuses.indexOf(one.status));
  if (strength(a) !== strength(b)) return strength(a) - strength(b);
  if (a.status !== undefined) return b.measures.length - a.measures.length;
  const begun = Number(isBegun(a)) - Number(isBegun(b));
  return begun !== 0 ? begun : b.missing.length - a.missing.length;
}

// What a control gives was chosen for this; what a protocol brings along says nothing of where its author is heading.
function isBegun({ measures }: AlternativeAnswer): boolean {
  return measures.some(({ providers }) => providers.some(({ by }) => by === "control"));
}

const notReopened: readonly Entity[] = [];
const intact: { readonly defeated: readonly Defeated[]; readonly reopenedBy: readonly Entity[] } = {
  defeated: [],
  reopenedBy: notReopened,
};

/** What vulnerabilities take away from the answers of a threat at an element, and those without which it would be mitigated. */
export function defeatsOf(threat: ThreatEntry, element: Entity, coverage: Coverage, mitigated: boolean): typeof intact {
  if (coverage.isWhole) return intact;
  const defeated = new Set(
    threat.alternatives.flatMap((alternative) => alternative.flatMap((measure) => coverage.defeated(element, measure))),
  );
  if (defeated.size === 0 || mitigated) return { defeated: [...defeated], reopenedBy: notReopened };
  const counts = ({ status }: Provider): boolean => status !== "planned";
  const lost = (measure: Entity): readonly Defeated[] => coverage.defeated(element, measure).filter(({ provider }) => counts(provider));
  const whole = threat.alternatives.find(
    (alternative) =>
      alternative.length > 0 && alternative.every((measure) => coverage.of(element, measure).some(counts) || lost(measure).length > 0),
  );
  return { defeated: [...defeated], reopenedBy: [...new Set((whole ?? []).flatMap((measure) => lost(measure).flatMap(({ by }) => by)))] };
}

/** Assumptions whose subject takes in an element: the element, a container of it, an end of the flow, the system. In file order. */
export function assumptionsAt(facts: Facts, element: Entity): readonly Entity[] {
  return facts.once("assumptions-at", element, () => {
    const { model } = facts;
    const pointers = () =>
      model.of("assumption").flatMap((assumption) => model.refs(assumption, "about").map((about) => [assumption, about] as const));
    const found = new Set<Entity>();
    for (const about of [element, ...surroundings(facts, element), ...model.of("system")])
      for (const assumption of facts.pointingAt(about, "assumptions", pointers)) found.add(assumption);
    return found.size === 0 ? noEntities : [...found].sort((a, b) => a.rank - b.rank);
  });
}

function surroundings(facts: Facts, element: Entity): readonly Entity[] {
  const { model } = facts;
  const withContainers = (one: Entity | undefined): Entity[] => (one ? [one, ...model.around(one)] : []);
  if (element.keyword === "flow")
    return [...model.refs(element, "via"), ...withContainers(element.source), ...withContainers(element.target)];
  if (element.keyword === "component") return [...model.refs(element, "part-of"), element.parent].flatMap(withContainers);
  return model.around(element);
}

const noEntities: readonly Entity[] = [];
const noDecisions: readonly DecisionAnswer[] = [];

/** The assumptions that answer a threat at an element. */
export function assumptionsFor(
  facts: Facts,
  threat: ThreatEntry,
  element: Entity,
  answering: ReadonlyMap<Entity, readonly Entity[]>,
): readonly Entity[] {
  const requirements = answering.get(threat.entity);
  if (requirements === undefined) return noEntities;
  const here = assumptionsAt(facts, element);
  if (here.length === 0) return noEntities;
  return requirements
    .filter((requirement) => tooNear(facts, requirement, element) === undefined)
    .flatMap((requirement) => here.filter((assumption) => assumption.kinds.includes(requirement)));
}

// Who can touch the device although the requirement keeps others out: a badge reader at the door lets in whoever belongs in the room.
function tooNear(facts: Facts, requirement: Entity, element: Entity): string | undefined {
  const limit = facts.model.text(requirement, "answers-up-to");
  const hand = limit === undefined ? undefined : handParty(facts, element);
  return hand !== undefined && distrust(hand) > distrust(limit) ? hand : undefined;
}

/** Every assumption whose requirement answers a threat, and whether it reaches the element. */
export function assumptionAnswers(
  facts: Facts,
  threat: ThreatEntry,
  element: Entity,
  answering: ReadonlyMap<Entity, readonly Entity[]>,
): AssumptionAnswer[] {
  const found: AssumptionAnswer[] = [];
  for (const requirement of answering.get(threat.entity) ?? []) {
    for (const assumption of facts.model.of("assumption")) {
      if (!assumption.kinds.includes(requirement)) continue;
      const reaches = assumptionsAt(facts, element).includes(assumption);
      const hand = tooNear(facts, requirement, element);
      const counts = reaches && hand === undefined;
      const about = facts.model
        .refs(assumption, "about")
        .map((one) => one.id)
        .join(", ");
      const why = !reaches
        ? `states ${requirement.name}, but is about ${about}, which does not take in ${element.id}`
        : hand === undefined
          ? `states ${requirement.name}, which answers ${threat.entity.name}; it is about ${about}`
          : `states ${requirement.name}, but ${hand} can touch ${element.id} all the same`;
      found.push({ assumption, requirement, counts, why });
    }
  }
  return found;
}

/** Decisions by the threat they name. */
export function decisionIndex(facts: Facts): ReadonlyMap<Entity, readonly Entity[]> {
  const index = new Map<Entity, Entity[]>();
  for (const keyword of ["accept", "transfer", "dismiss"] as const) {
    for (const decision of facts.model.of(keyword)) {
      if (decision.subject) index.set(decision.subject, [...(index.get(decision.subject) ?? []), decision]);
    }
  }
  return index;
}

/** Every decision that names an instance, and whether it counts today. */
export function decisionAnswers(
  facts: Facts,
  threat: ThreatEntry,
  element: Entity,
  mitigated: boolean,
  index: ReadonlyMap<Entity, readonly Entity[]>,
): readonly DecisionAnswer[] {
  const naming = index.get(threat.entity);
  if (naming === undefined) return noDecisions;
  return naming
    .filter((decision) => decision.on.some(({ value }) => isOn(facts, value, element)))
    .map((decision) => {
      const until = facts.model.text(decision, "until");
      const expired = until !== undefined && until < facts.today;
      const why = expired
        ? `ended on ${until}`
        : mitigated
          ? "not needed: the threat is mitigated"
          : until
            ? `holds until ${until}`
            : "holds";
      return { decision, expired, counts: !expired && !mitigated, why };
    });
}

function isOn(facts: Facts, value: unknown, element: Entity): boolean {
  if (!isPattern(value)) return value === element;
  const { container } = value;
  return container === undefined || container.keyword === "system" || surroundings(facts, element).includes(container);
}

const unanswered: { readonly state: State; readonly answers: readonly Entity[] } = { state: "open", answers: noEntities };
const stateOfDecision: Readonly<Record<string, State>> = { accept: "accepted", transfer: "transferred", dismiss: "dismissed" };

/**
 * The state that the answers give, and what gives it. Mitigated before all; then a decision that holds; then an
 * assumption; then a plan. Re-derivable from the parts of an explanation alone.
 */
export function stateOf(
  best: AlternativeAnswer | undefined,
  assuming: readonly Entity[],
  decisions: readonly DecisionAnswer[],
): { readonly state: State; readonly answers: readonly Entity[] } {
  const sources = (answer: AlternativeAnswer): Entity[] => [
    ...new Set(answer.measures.flatMap((measure) => measure.providers[0]?.sources ?? [])),
  ];
  if (best?.status !== undefined && best.status !== "planned") return { state: "mitigated", answers: sources(best) };
  const decision = decisions.find((one) => one.counts);
  if (decision) return { state: stateOfDecision[decision.decision.keyword] ?? "accepted", answers: [decision.decision] };
  if (assuming.length > 0) return { state: "assumed", answers: [...new Set(assuming)] };
  if (best?.status === "planned") return { state: "planned", answers: sources(best) };
  return unanswered;
}
