// Severity, likelihood and risk of an instance, by the catalogue's scales and matrices.
import type { ThreatEntry } from "../catalogue/catalogue.ts";
import { holds } from "../catalogue/expression.ts";
import type { Scales } from "../catalogue/scales.ts";
import type { Facts } from "../model/derived/facts.ts";
import { dataAt, type HarmPath, harmPaths } from "../model/derived/harm.ts";
import { distrust } from "../model/derived/parties.ts";
import { type Access, worstAccess } from "../model/derived/reach.ts";
import type { Entity } from "../model/types.ts";
import { severity as severityWords } from "../vocabulary/words.ts";
import type { Risk, SeverityReason, State, Status } from "./types.ts";

const rank = new Map(severityWords.words.map(([word], index) => [word, index]));

/** The rank of a severity: 0 for low. */
export function severityRank(word: string): number {
  return rank.get(word) ?? 0;
}

const harming = new Set(["spoofing", "tampering", "denial-of-service", "elevation-of-privilege"]);

/** The harms that a threat at an element can lead to: none when it only discloses or denies. */
export function harmsOf(facts: Facts, threat: ThreatEntry, element: Entity): readonly HarmPath[] {
  return threat.stride.some((one) => harming.has(one)) ? harmPaths(facts, element) : [];
}

/** Severity: what the threat says, raised by harms at stake and, for disclosure, by the classification of the data. */
export function severityOf(facts: Facts, threat: ThreatEntry, element: Entity, harms: readonly HarmPath[], scales: Scales): SeverityReason {
  const environment = { facts, self: element, item: element };
  const base = threat.severity.find(({ when }) => when === undefined || holds(when, environment))?.severity ?? "medium";
  let severity = base;
  let raisedBy: string[] = [];
  const raise = (candidate: string | undefined, reason: string): void => {
    if (candidate === undefined || severityRank(candidate) < severityRank(severity)) return;
    if (candidate === severity) {
      if (severity !== base) raisedBy.push(reason);
      return;
    }
    severity = candidate;
    raisedBy = [reason];
  };
  if (facts.model.yes(threat.entity, "keeps-severity")) return { severity, base, raisedBy };
  for (const { harm } of harms) {
    const word = facts.model.text(harm, "severity");
    if (word) raise(scales.severityByHarm(word, base), `harm ${harm.id} (${word})`);
  }
  if (threat.stride.includes("information-disclosure")) {
    for (const datum of dataAt(facts, element)) {
      const word = facts.model.text(datum, "classification");
      if (word) raise(scales.severityByClassification(word, base), `data ${datum.id} (${word})`);
    }
  }
  return { severity, base, raisedBy };
}

/** Where something that has no place of its own can be reached: the system's devices, a datum's flows and stores, a component's owners. */
export function partsOf(facts: Facts, element: Entity): readonly Entity[] {
  if (element.keyword === "system") return facts.many(element, "devices").filter((device) => facts.yes(device, "in-scope"));
  if (element.keyword === "data") return [...facts.many(element, "flows"), ...facts.many(element, "stores")];
  if (element.keyword === "component") return [...facts.model.refs(element, "part-of"), ...(element.parent ? [element.parent] : [])];
  return [element];
}

/** Who reaches what a threat is on; for the system, a datum or a component: who reaches its worst exposed part. */
export function accessTo(facts: Facts, element: Entity): Access | undefined {
  let worst: Access | undefined;
  for (const part of partsOf(facts, element)) {
    const access = worstAccess(facts, part);
    if (access && (worst === undefined || distrust(access.party) > distrust(worst.party))) worst = access;
  }
  return worst;
}

/** Initial and residual risk. */
export function riskOf(
  threat: ThreatEntry,
  severity: string,
  access: Access | undefined,
  state: State,
  status: Status | undefined,
  scales: Scales,
): Risk {
  const exposure = access?.party ?? "nobody";
  const likelihood = scales.likelihoodByExposure(exposure, threat.difficulty) ?? scales.likelihood[0] ?? "";
  const answer = state === "mitigated" ? (status ?? "designed") : state === "transferred" ? "accepted" : state;
  // What was dismissed does not exist: its likelihood is the lowest there is.
  const residualLikelihood =
    state === "dismissed" ? (scales.likelihood[0] ?? "") : (scales.residualLikelihood(answer, likelihood) ?? likelihood);
  const risk = (one: string): string => scales.riskByLikelihood(severity, one) ?? "";
  return { exposure, likelihood, initial: risk(likelihood), residualLikelihood, residual: risk(residualLikelihood) };
}
