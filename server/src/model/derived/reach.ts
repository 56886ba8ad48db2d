// Who reaches an element: exposure with the way it comes about, and the sources whose data can arrive.
import type { Entity } from "../types.ts";
import { boundaryOf, deviceOf, managerOf, partyOf } from "./containment.ts";
import type { Computation, Facts } from "./facts.ts";
import { crossed, isEnabled } from "./flows.ts";
import { distrust, lessTrusted } from "./parties.ts";

/** One way in which a party reaches an element: by whom, how, and through what. */
export interface Access {
  readonly party: string;
  readonly way: "hand" | "radio" | "network" | "flow";
  /** The element that lets the party in: an interface, a flow, a device, a boundary. */
  readonly through: Entity;
  /** In words, e.g. "operator manages Clinical, which Pump.Lan is connected to". */
  readonly text: string;
}

/** All ways in which parties reach an element. */
export function accesses(facts: Facts, entity: Entity): readonly Access[] {
  return facts.once("accesses", entity, () => {
    switch (entity.keyword) {
      case "flow":
        return flowAccess(facts, entity);
      case "interface":
        return [...interfaceAccess(facts, entity), ...incomingAccess(facts, entity)];
      case "process":
      case "store":
        return [...incomingAccess(facts, entity), ...(entity.keyword === "store" ? handAccess(facts, entity) : [])];
      case "device":
        return [
          ...handAccess(facts, entity),
          ...facts.many(entity, "interfaces").flatMap((one) => interfaceAccess(facts, one)),
          ...incomingAccess(facts, entity),
        ];
      case "boundary":
        return boundaryAccess(facts, entity);
      default:
        return [];
    }
  });
}

/** The least trusted party's way in, or undefined when nobody reaches the element. */
export function worstAccess(facts: Facts, entity: Entity): Access | undefined {
  let worst: Access | undefined;
  for (const access of accesses(facts, entity)) if (worst === undefined || distrust(access.party) > distrust(worst.party)) worst = access;
  return worst;
}

/** The least trusted party that can touch the device an element belongs to. */
export function handParty(facts: Facts, entity: Entity): string | undefined {
  const device = deviceOf(facts, entity);
  if (device === undefined) return undefined;
  const container = facts.model.container(device);
  // A board in a housing is touched by whoever can open the housing, unless it says otherwise.
  const inherited = container?.keyword === "device" ? handParty(facts, container) : managerOf(facts, device);
  return facts.model.text(device, "physical-access") ?? inherited;
}

function handAccess(facts: Facts, entity: Entity): Access[] {
  const device = deviceOf(facts, entity);
  const party = handParty(facts, entity);
  if (device === undefined || party === undefined || party === "nobody") return [];
  return [{ party, way: "hand", through: device, text: `${party} can touch ${device.id}` }];
}

function interfaceAccess(facts: Facts, entity: Entity): Access[] {
  if (!isEnabled(facts, entity)) return [];
  const stated = facts.model.text(entity, "reachable-by");
  const open: Access[] = stated ? [{ party: stated, way: "network", through: entity, text: `${entity.id} is reachable by ${stated}` }] : [];
  return [...open, ...mediumAccess(facts, entity)];
}

function mediumAccess(facts: Facts, entity: Entity): Access[] {
  const medium = facts.model.text(entity, "medium");
  if (medium === "wireless") return radioAccess(facts, entity);
  if (medium === "wired") {
    const boundary = boundaryOf(facts, entity);
    const party = managerOf(facts, entity);
    return boundary && party
      ? [{ party, way: "network", through: entity, text: `${party} manages ${boundary.id}, to which ${entity.id} is connected` }]
      : [];
  }
  if (medium === "physical" || medium === "debug" || medium === "human") {
    return handAccess(facts, entity).map((access) => ({ ...access, through: entity, text: `${access.party} can touch ${entity.id}` }));
  }
  return [];
}

function radioAccess(facts: Facts, entity: Entity): Access[] {
  const range = facts.model.text(entity, "range") ?? "building";
  if (range === "contact")
    return handAccess(facts, entity).map((access) => ({
      ...access,
      way: "radio",
      through: entity,
      text: `${access.party} can come within centimetres of ${entity.id}`,
    }));
  const guarded = managerOf(facts, entity) === "operator" || managerOf(facts, entity) === "manufacturer";
  const party = range === "wide" || !guarded ? "public" : (lessTrusted("patients-and-visitors", handParty(facts, entity)) as string);
  return [{ party, way: "radio", through: entity, text: `${party} can be within radio range of ${entity.id}` }];
}

function incomingAccess(facts: Facts, entity: Entity): Access[] {
  const own = deviceOf(facts, entity);
  return facts.many(entity, "incoming").flatMap((flow) => {
    const party = flow.source && partyOf(facts, flow.source);
    if (flow.source === undefined || party === undefined || (own !== undefined && deviceOf(facts, flow.source) === own)) return [];
    const through = facts.model.refs(flow, "via").filter((via) => own !== undefined && deviceOf(facts, via) === own);
    const via = through.map((one) => ` through ${one.id}`).join(",");
    const text = `${party} controls ${flow.source.id}, the source of ${flow.id}${via}`;
    return [{ party, way: "flow" as const, through: flow, text }, ...onTheWay(facts, flow)];
  });
}

// Whoever manages a network that a flow passes, or can be in its radio range, can send in its place.
function onTheWay(facts: Facts, flow: Entity): readonly Access[] {
  return facts.once("on-the-way", flow, () => (facts.yes(flow, "networked") ? networkAccess(facts, flow) : []));
}

function networkAccess(facts: Facts, flow: Entity): Access[] {
  const found: Access[] = [];
  for (const border of crossed(facts, flow)) {
    const party = border.keyword === "boundary" ? facts.model.text(border, "managed-by") : undefined;
    if (party)
      found.push({ party, way: "network", through: border, text: `${party} manages ${border.id}, whose border ${flow.id} crosses` });
  }
  const passed = [...facts.model.refs(flow, "via"), flow.source, flow.target].filter((one) => one?.keyword === "interface");
  const receiver = deviceOf(facts, flow.target);
  for (const via of new Set(passed)) {
    if (via === undefined) continue;
    // Who can connect to the receiving interface can send in the source's place; who can connect to the sender cannot.
    const receives = receiver !== undefined && deviceOf(facts, via) === receiver && facts.model.text(via, "reachable-by") !== undefined;
    found.push(...interfaceAccess(facts, via).filter((access) => access.way === "radio" || receives));
  }
  return found;
}

function flowAccess(facts: Facts, flow: Entity): Access[] {
  const found: Access[] = [];
  for (const end of [flow.source, flow.target]) {
    const party = end && partyOf(facts, end);
    if (end && party) found.push({ party, way: "flow", through: end, text: `${party} controls ${end.id}, an end of the flow` });
  }
  found.push(...onTheWay(facts, flow));
  return found;
}

function boundaryAccess(facts: Facts, boundary: Entity): Access[] {
  const own = managerOf(facts, boundary);
  const found: Access[] = own ? [{ party: own, way: "network", through: boundary, text: `${own} manages ${boundary.id}` }] : [];
  return [...found, ...incomingAccess(facts, boundary)];
}

const reachableFrom: Computation = (facts, entity) => {
  const seen = new Set<Entity>();
  const queue: Entity[] = [entity];
  const targets = new Set<Entity>(queue);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const incoming = next.keyword === "flow" ? [next] : facts.many(next, "incoming");
    for (const { source } of incoming) {
      if (source === undefined || seen.has(source)) continue;
      seen.add(source);
      if (!targets.has(source)) {
        targets.add(source);
        queue.push(source);
      }
    }
  }
  return [...seen].filter((source) => source !== entity && ["actor", "external", "device", "process"].includes(source.keyword));
};

/** The computations of this file, by attribute. */
export const reach: Readonly<Record<string, Computation>> = {
  exposure: (facts, entity) => worstAccess(facts, entity)?.party,
  "physical-access": handParty,
  "reachable-from": reachableFrom,
};
