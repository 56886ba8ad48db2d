// How a threat at an element can come to harm a patient: by the data at stake, by the essential function of the device
// it sits on or commands, and by what that device drives in turn.
import type { Entity } from "../types.ts";
import { deviceOf, elementsIn } from "./containment.ts";
import type { Computation, Facts } from "./facts.ts";

/** A harm and the way to it: the elements and data passed, first the nearest. */
export interface HarmPath {
  readonly harm: Entity;
  readonly path: readonly Entity[];
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
    const add = (harm: Entity, path: readonly Entity[]): void => {
      const known = found.get(harm);
      if (known === undefined || path.length < known.path.length) found.set(harm, { harm, path });
    };
    for (const datum of dataAt(facts, entity)) for (const harm of facts.model.refs(datum, "harms")) add(harm, [datum]);
    for (const { device, path } of drivenDevices(facts, entity)) for (const harm of facts.model.refs(device, "harms")) add(harm, path);
    return [...found.values()];
  });
}

// The device an element sits on, the one a commanding flow ends in, and all that these command onwards. A process outside
// any device, such as a service in a cloud, commands by itself.
function drivenDevices(facts: Facts, entity: Entity): { device: Entity; path: readonly Entity[] }[] {
  const start = [...new Set(hostsOf(facts, entity))].map((device) => ({
    device,
    path: device === entity ? [] : ([device] as readonly Entity[]),
  }));
  const seen = new Set(start.map(({ device }) => device));
  for (const step of start) {
    for (const flow of facts.many(step.device, "outgoing")) {
      const next = facts.model.yes(flow, "commands") ? hostOf(facts, flow.target) : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      start.push({ device: next, path: [...step.path, flow, next] });
    }
  }
  return start;
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
