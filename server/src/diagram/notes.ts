// What the analysis knows about an element, as pictures show it: threats, badges, marks, and whether a flow is protected.
import { Coverage } from "../analysis/reach.ts";
import type { Analysis, ThreatInstance } from "../analysis/types.ts";
import { inScope } from "../model/derived/containment.ts";
import type { Entity } from "../model/types.ts";
import { positionAt } from "../source/lines.ts";
import type { Badge, Mark, Place, Protection, ThreatNote } from "./types.ts";

/** What was looked up once for a model. */
interface Known {
  readonly threats: ReadonlyMap<Entity, readonly ThreatInstance[]>;
  readonly coverage: Coverage;
  readonly risks: readonly string[];
  readonly confidentiality: Entity | undefined;
  readonly integrity: Entity | undefined;
}

const known = new WeakMap<Analysis, Known>();

function knownOf(analysis: Analysis): Known {
  const found = known.get(analysis);
  if (found) return found;
  const threats = new Map<Entity, ThreatInstance[]>();
  for (const one of analysis.threats) {
    const list = threats.get(one.element);
    if (list) list.push(one);
    else threats.set(one.element, [one]);
  }
  const measure = (name: string): Entity | undefined => analysis.model.of("measure").find((one) => one.name === name);
  const scale = analysis.model.of("scale").find((one) => one.name === "Risk");
  const made = {
    threats,
    coverage: new Coverage(analysis.facts),
    risks: scale ? analysis.model.texts(scale, "levels") : [],
    confidentiality: measure("TransmissionConfidentiality"),
    integrity: measure("TransmissionIntegrity"),
  };
  known.set(analysis, made);
  return made;
}

/** The threats of some elements. */
export function threatNotes(analysis: Analysis, elements: readonly Entity[]): ThreatNote[] {
  const { threats } = knownOf(analysis);
  return elements.flatMap((element) =>
    (threats.get(element) ?? []).map((one) => ({
      id: one.id,
      title: one.threat.entity.title,
      stride: one.threat.stride,
      state: one.state,
      severity: one.severity.severity,
      risk: one.risk.residual,
    })),
  );
}

/** Counts of what asks for attention, with the worst risk of each. */
export function badges(analysis: Analysis, threats: readonly ThreatNote[]): Badge[] {
  const { risks } = knownOf(analysis);
  return (["open", "planned", "accepted"] as const).flatMap((state) => {
    const found = threats.filter((one) => one.state === state);
    if (found.length === 0) return [];
    const worst = Math.max(...found.map((one) => risks.indexOf(one.risk)));
    const level = risks.length > 1 ? Math.max(0, worst) / (risks.length - 1) : 0;
    return [{ state, count: found.length, risk: risks[worst] ?? "", level }];
  });
}

/** What is marked beside the title of an element. */
export function marks(analysis: Analysis, entity: Entity): Mark[] {
  const { facts, model } = analysis;
  const all: Mark[] = [];
  if (entity.keyword === "device" && facts.yes(entity, "safety-related")) all.push("safety-related");
  if (entity.keyword === "device" && model.yes(entity, "multi-patient")) all.push("multi-patient");
  if (["device", "interface", "flow"].includes(entity.keyword) && facts.yes(entity, "wireless")) all.push("wireless");
  if (["device", "interface"].includes(entity.keyword) && facts.word(entity, "exposure") === "public") all.push("public");
  if (entity.keyword === "interface" && model.text(entity, "medium") === "debug") all.push("debug");
  if (entity.keyword === "interface" && model.text(entity, "enabled") === "never") all.push("disabled");
  if (entity.keyword === "flow" && model.yes(entity, "commands")) all.push("commands");
  if (["device", "process", "store", "boundary"].includes(entity.keyword) && !inScope(facts, entity)) all.push("out-of-scope");
  return all;
}

/** Whether what a flow carries is protected on its way, and by what. */
export function protectionOf(analysis: Analysis, flow: Entity): { protection: Protection; protectedBy: string[] } {
  const { coverage, confidentiality, integrity } = knownOf(analysis);
  const by = new Set<string>();
  const given = (measure: Entity | undefined): boolean => {
    const providers = measure ? coverage.of(flow, measure).filter((one) => one.status !== "planned") : [];
    for (const provider of providers) for (const source of provider.sources) by.add(source.title);
    return providers.length > 0;
  };
  const count = Number(given(confidentiality)) + Number(given(integrity));
  const isLocal = analysis.facts.yes(flow, "local") || analysis.facts.yes(flow, "human");
  const protection = count === 2 ? "protected" : isLocal ? "local" : count === 1 ? "partial" : "unprotected";
  return { protection, protectedBy: [...by] };
}

/** Where an element is declared. */
export function placeOf(entity: Entity): Place {
  const { start, end } = entity.node;
  const at = entity.node.name?.start ?? start;
  return { file: entity.file.path, ...positionAt(entity.file.tree.text, at), start, end };
}
