// Derived attributes that follow from flows: what they cross, over what they run, what enters and leaves an element.
import type { Entity } from "../types.ts";
import { boundaryOf, deviceOf, elementsIn, inScope, partyOf } from "./containment.ts";
import type { Computation, Facts } from "./facts.ts";

/** The containers whose border a flow crosses, from the source outwards and then inwards to the target. */
export function crossed(facts: Facts, flow: Entity): readonly Entity[] {
  return facts.once("crossed", flow, () => {
    const { source, target } = flow;
    if (source === undefined || target === undefined) return [];
    const left = bordersOf(facts, source);
    const entered = bordersOf(facts, target);
    return [...left.filter((border) => !entered.includes(border)), ...entered.filter((border) => !left.includes(border)).reverse()];
  });
}

function bordersOf(facts: Facts, end: Entity): readonly Entity[] {
  const outer = facts.model.around(end).filter(isContainer);
  return end.keyword === "device" ? [end, ...outer] : outer;
}

function isContainer(entity: Entity): boolean {
  return entity.keyword === "boundary" || entity.keyword === "device";
}

function isWithin(facts: Facts, end: Entity | undefined, container: Entity): boolean {
  return end !== undefined && (end === container || facts.model.isInside(end, container));
}

/** Flows over the border of a container in one direction, or at an element; of an interface, those that pass it. */
function flowsAt(facts: Facts, entity: Entity, direction: "incoming" | "outgoing"): readonly Entity[] {
  const { model } = facts;
  const near = direction === "incoming" ? "target" : "source";
  const far = direction === "incoming" ? "source" : "target";
  const at = (element: Entity): readonly Entity[] => (direction === "incoming" ? model.flowsTo(element) : model.flowsFrom(element));
  if (entity.keyword === "interface") {
    const device = deviceOf(facts, entity);
    const passing = [...flowsVia(facts, entity)].filter((flow) => device === undefined || isWithin(facts, flow[near], device));
    return [...new Set([...passing, ...at(entity)])];
  }
  if (!isContainer(entity)) return at(entity);
  return [entity, ...elementsIn(facts, entity)]
    .flatMap((element) => (element.keyword === "flow" ? [] : at(element)))
    .filter((flow) => !isWithin(facts, flow[far], entity));
}

function flowsVia(facts: Facts, entity: Entity): Iterable<Entity> {
  return facts.pointingAt(entity, "via", () => flowsWith(facts, "via"));
}

function flowsWith(facts: Facts, property: string): (readonly [flow: Entity, at: Entity])[] {
  return facts.model.of("flow").flatMap((flow) => facts.model.refs(flow, property).map((at) => [flow, at] as const));
}

/** Media of the interfaces that a flow passes. */
function media(facts: Facts, flow: Entity): string[] {
  const ends = [flow.source, flow.target].filter((end): end is Entity => end?.keyword === "interface");
  return [...facts.model.refs(flow, "via"), ...ends].map((via) => facts.model.text(via, "medium")).filter((medium) => medium !== undefined);
}

function isHuman(flow: Entity): boolean {
  return flow.source?.keyword === "actor" || flow.target?.keyword === "actor";
}

function leavesDevice(facts: Facts, flow: Entity): boolean {
  const source = deviceOf(facts, flow.source);
  return source === undefined || source !== deviceOf(facts, flow.target);
}

/** Runs over no network: inside a device, to a person, or over a cable, bus or medium that is carried. */
function isLocal(facts: Facts, flow: Entity): boolean {
  if (!leavesDevice(facts, flow)) return true;
  const found = media(facts, flow);
  if (found.some((medium) => medium === "wired" || medium === "wireless")) return false;
  if (found.length > 0) return true;
  const protocols = facts.model.refs(flow, "protocol");
  if (protocols.length > 0) return protocols.every((protocol) => facts.model.yes(protocol, "local"));
  return isHuman(flow);
}

function isWireless(facts: Facts, flow: Entity): boolean {
  return (
    media(facts, flow).includes("wireless") ||
    facts.model.refs(flow, "protocol").some((protocol) => inheritedYes(facts, protocol, "wireless"))
  );
}

function inheritedYes(facts: Facts, entry: Entity, name: string): boolean {
  for (const one of facts.model.kindsOf(entry)) {
    const value = one.properties.get(name)?.values[0]?.value;
    if (value !== undefined) return value === true;
  }
  return false;
}

const isNetworkMedium = (medium: string | undefined): boolean => medium === "wired" || medium === "wireless";

/** An interface that works in the product as shipped. */
export function isEnabled(facts: Facts, entity: Entity): boolean {
  return facts.model.text(entity, "enabled") !== "never";
}

const networked: Computation = (facts, entity) => {
  if (entity.keyword === "interface") return isEnabled(facts, entity) && isNetworkMedium(facts.model.text(entity, "medium"));
  if (entity.keyword === "flow") return !isLocal(facts, entity);
  return (
    facts.many(entity, "interfaces").some((one) => facts.yes(one, "networked")) ||
    [...facts.many(entity, "incoming"), ...facts.many(entity, "outgoing")].some((flow) => facts.yes(flow, "networked"))
  );
};

const wireless: Computation = (facts, entity) => {
  if (entity.keyword === "interface") return isEnabled(facts, entity) && facts.model.text(entity, "medium") === "wireless";
  if (entity.keyword === "flow") return isWireless(facts, entity);
  return facts.many(entity, "interfaces").some((one) => facts.yes(one, "wireless"));
};

const allFlows: Computation = (facts, entity) => {
  if (entity.keyword === "system") return facts.model.of("flow");
  if (entity.keyword === "data") return [...facts.pointingAt(entity, "carries", () => flowsWith(facts, "carries"))];
  return [...new Set([...facts.many(entity, "incoming"), ...facts.many(entity, "outgoing")])];
};

const endParty =
  (end: "source" | "target"): Computation =>
  (facts, flow) => {
    const element = flow[end];
    return element && partyOf(facts, element);
  };

/** The computations of this file, by attribute. */
export const flows: Readonly<Record<string, Computation>> = {
  incoming: (facts, entity) => flowsAt(facts, entity, "incoming"),
  outgoing: (facts, entity) => flowsAt(facts, entity, "outgoing"),
  flows: allFlows,
  source: (_, flow) => flow.source,
  target: (_, flow) => flow.target,
  "source-device": (facts, flow) => deviceOf(facts, flow.source),
  "target-device": (facts, flow) => deviceOf(facts, flow.target),
  "source-party": endParty("source"),
  "target-party": endParty("target"),
  crossed,
  "crosses-boundary": (facts, flow) => crossed(facts, flow).length > 0,
  "crosses-zone": (facts, flow) =>
    flow.source !== undefined && flow.target !== undefined && boundaryOf(facts, flow.source) !== boundaryOf(facts, flow.target),
  "leaves-device": (facts, flow) => leavesDevice(facts, flow),
  human: (_, flow) => isHuman(flow),
  local: (facts, flow) => isLocal(facts, flow),
  networked,
  wireless,
  "operated-by": (facts, entity) => {
    const flowsIn =
      entity.keyword === "system"
        ? facts.model.of("flow").filter((flow) => flow.target && inScope(facts, flow.target))
        : facts.many(entity, "incoming");
    return [...new Set(flowsIn.map((flow) => flow.source).filter((end): end is Entity => end?.keyword === "actor"))];
  },
};
