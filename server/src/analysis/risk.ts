// Severity, likelihood and risk of an instance, by the catalogue's scales and matrices.
import type { ThreatEntry } from "../catalogue/catalogue.ts";
import { type Environment, holds } from "../catalogue/expression.ts";
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

const noHarms: readonly HarmPath[] = [];
const harming = new Set(["spoofing", "tampering", "denial-of-service", "elevation-of-privilege"]);

/** The harms that a threat at an element can lead to: none when it only discloses or denies. */
export function harmsOf(facts: Facts, threat: ThreatEntry, element: Entity): readonly HarmPath[] {
  for (const one of threat.stride) if (harming.has(one)) return harmPaths(facts, element);
  return noHarms;
}

/** Severity: what the threat says, raised by harms at stake and, for disclosure, by the classification of the data. */
export function severityOf(facts: Facts, threat: ThreatEntry, element: Entity, harms: readonly HarmPath[], scales: Scales): SeverityReason {
  const base = baseOf(threat, { facts, self: element, item: element });
  if (threat.keepsSeverity) return { severity: base, base, raisedBy: nothing };
  const discloses = threat.stride.includes("information-disclosure");
  // Threats on one element differ in little: the same base is raised by the same harms and data.
  const known = facts.once("severities", element, () => new Map<string, SeverityReason>());
  const key = `${base} ${harms.length > 0} ${discloses}`;
  const found = known.get(key) ?? raised(facts, base, harms, discloses ? dataAt(facts, element) : [], scales);
  known.set(key, found);
  return found;
}

const nothing: readonly string[] = [];

function baseOf(threat: ThreatEntry, environment: Environment): string {
  for (const { when, severity } of threat.severity) if (when === undefined || holds(when, environment)) return severity;
  return "medium";
}

function raised(facts: Facts, base: string, harms: readonly HarmPath[], data: readonly Entity[], scales: Scales): SeverityReason {
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
  for (const { harm } of harms) {
    const word = facts.model.text(harm, "severity");
    if (word) raise(scales.severityByHarm(word, base), `harm ${harm.id} (${word})`);
  }
  for (const datum of data) {
    const word = facts.model.text(datum, "classification");
    if (word) raise(scales.severityByClassification(word, base), `data ${datum.id} (${word})`);
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
  return facts.once("access-to", element, () => worstOfParts(facts, element));
}

function worstOfParts(facts: Facts, element: Entity): Access | undefined {
  let worst: Access | undefined;
  for (const part of partsOf(facts, element)) {
    const access = worstAccess(facts, part);
    if (access && (worst === undefined || distrust(access.party) > distrust(worst.party))) worst = access;
  }
  return worst;
}

/** Initial and residual risk; the same for the same severity, exposure, difficulty and answer. */
export function riskOf(
  difficulty: string,
  severity: string,
  access: Access | undefined,
  state: State,
  status: Status | undefined,
  scales: Scales,
): Risk {
  const exposure = access?.party ?? "nobody";
  const answer = state === "mitigated" ? (status ?? "designed") : state === "transferred" ? "accepted" : state;
  const key = `${severity} ${exposure} ${difficulty} ${answer}`;
  const all = risks.get(scales) ?? new Map<string, Risk>();
  risks.set(scales, all);
  const found = all.get(key) ?? computeRisk(severity, exposure, difficulty, answer, scales);
  all.set(key, found);
  return found;
}

const risks = new WeakMap<Scales, Map<string, Risk>>();

function computeRisk(severity: string, exposure: string, difficulty: string, answer: string, scales: Scales): Risk {
  const likelihood = scales.likelihoodByExposure(exposure, difficulty) ?? scales.likelihood[0] ?? "";
  // What was dismissed does not exist: its likelihood is the lowest there is.
  const residualLikelihood =
    answer === "dismissed" ? (scales.likelihood[0] ?? "") : (scales.residualLikelihood(answer, likelihood) ?? likelihood);
  const risk = (one: string): string => scales.riskByLikelihood(severity, one) ?? "";
  return { exposure, likelihood, initial: risk(likelihood), residualLikelihood, residual: risk(residualLikelihood) };
}
