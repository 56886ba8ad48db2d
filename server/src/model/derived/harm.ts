// How a threat at an element can come to harm a patient: by the data at stake, by the essential function of the device
// it sits on or commands, and by what that device drives in turn.
import type { Entity } from "../types.ts";
import { deviceOf, elementsIn } from "./containment.ts";
import type { Computation, Facts } from "./facts.ts";

/** A harm and the way to it. */
export class HarmPath {
  readonly harm: Entity;
  private readonly first: Entity | undefined;
  private readonly rest: readonly Entity[];

  constructor(harm: Entity, first: Entity | undefined, rest: readonly Entity[] = []) {
    this.harm = harm;
    this.first = first;
    this.rest = rest;
  }

  /** The elements and data passed, first the nearest. */
  get path(): readonly Entity[] {
    return this.first === undefined ? this.rest : [this.first, ...this.rest];
  }

  /** How many are passed. */
  get length(): number {
    return this.rest.length + (this.first === undefined ? 0 : 1);
  }

  /** The same harm, seen from something that reaches it through `first`. */
  from(first: Entity): HarmPath {
    return new HarmPath(this.harm, first, this.path);
  }
}

/** The data at stake at an element. */
export function dataAt(facts: Facts, entity: Entity): readonly Entity[] {
  return facts.once("data-at", entity, () => {
    const { model } = facts;
    if (entity.keyword === "flow") return model.refs(entity, "carries");
    if (entity.keyword === "store") return model.refs(entity, "holds");
    if (entity.keyword === "data") return [entity];
    const flows = facts.many(entity, "flows").flatMap((flow) => model.refs(flow, "carries"));
    // Also what moves inside, wherever its flows are declared.
    const inside = isContainer(entity) ? [entity, ...elementsIn(facts, entity)] : [];
    const inner = inside.flatMap((one) => [
      ...model.refs(one, "holds"),
      ...model.flowsFrom(one).flatMap((flow) => model.refs(flow, "carries")),
    ]);
    return [...new Set([...flows, ...inner])];
  });
}

function isContainer({ keyword }: Entity): boolean {
  return keyword === "device" || keyword === "boundary" || keyword === "system";
}

/** All harms that an element can lead to, each with its shortest way. */
export function harmPaths(facts: Facts, entity: Entity): readonly HarmPath[] {
  return facts.once("harm-paths", entity, () => {
    const found = new Map<Entity, HarmPath>();
    const add = (path: HarmPath): void => {
      const known = found.get(path.harm);
      if (known === undefined || path.length < known.length) found.set(path.harm, path);
    };
    for (const datum of dataAt(facts, entity)) for (const harm of facts.model.refs(datum, "harms")) add(new HarmPath(harm, datum));
    for (const host of new Set(hostsOf(facts, entity))) {
      for (const path of host === entity ? drivenHarms(facts, host) : drivenHarmsFromOutside(facts, host)) add(path);
    }
    return [...found.values()];
  });
}

// The harms of a device and of all that it commands, and what these command onwards, nearest first. A process outside any
// device, such as a service in a cloud, commands by itself.
function drivenHarms(facts: Facts, host: Entity): readonly HarmPath[] {
  return facts.once("driven-harms", host, () => {
    const steps: { device: Entity; path: readonly Entity[] }[] = [{ device: host, path: [] }];
    const seen = new Set([host]);
    const found = new Map<Entity, HarmPath>();
    for (const { device, path } of steps) {
      for (const harm of facts.model.refs(device, "harms")) if (!found.has(harm)) found.set(harm, new HarmPath(harm, undefined, path));
      for (const flow of facts.many(device, "outgoing")) {
        const next = facts.model.yes(flow, "commands") ? hostOf(facts, flow.target) : undefined;
        if (next === undefined || seen.has(next)) continue;
        seen.add(next);
        steps.push({ device: next, path: [...path, flow, next] });
      }
    }
    return [...found.values()];
  });
}

// All that stands on a device reaches harms in the same way.
function drivenHarmsFromOutside(facts: Facts, host: Entity): readonly HarmPath[] {
  return facts.once("driven-harms-outside", host, () => drivenHarms(facts, host).map((path) => path.from(host)));
}

// Where the way from an element to a patient begins: what it is on, what it commands, or all that is inside it.
function hostsOf(facts: Facts, entity: Entity): readonly Entity[] {
  const hosts = (places: readonly (Entity | undefined)[]): Entity[] =>
    places.map((place) => hostOf(facts, place)).filter((host) => host !== undefined);
  switch (entity.keyword) {
    case "flow":
      return facts.model.yes(entity, "commands") ? hosts([entity.target]) : [];
    case "boundary":
    case "system":
      return [...facts.many(entity, "devices"), ...hosts(facts.many(entity, "processes"))];
    case "component":
      return hosts([...facts.model.refs(entity, "part-of"), entity.parent]);
    default:
      return hosts([entity]);
  }
}

function hostOf(facts: Facts, entity: Entity | undefined): Entity | undefined {
  return deviceOf(facts, entity) ?? (entity?.keyword === "process" ? entity : undefined);
}

function isSafetyRelated(facts: Facts, device: Entity | undefined): boolean {
  if (device === undefined) return false;
  const own = facts.model.property(device, "safety-related")?.values[0]?.value;
  return own === undefined ? facts.model.property(device, "essential-function") !== undefined : own === true;
}

const safetyRelated: Computation = (facts, entity) =>
  isSafetyRelated(facts, deviceOf(facts, entity.keyword === "flow" ? entity.target : entity));

/** The computations of this file, by attribute. */
export const harm: Readonly<Record<string, Computation>> = {
  data: (facts, entity) => dataAt(facts, entity),
  "harms-at-stake": (facts, entity) => harmPaths(facts, entity).map((path) => path.harm),
  "leads-to-harm": (facts, entity) => harmPaths(facts, entity).length > 0,
  "safety-related": safetyRelated,
};
