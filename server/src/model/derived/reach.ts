// Who reaches an element: exposure with the way it comes about, and the sources whose data can arrive.
import type { Entity } from "../types.ts";
import { boundaryOf, deviceOf, managerOf, partyOf } from "./containment.ts";
import type { Computation, Facts } from "./facts.ts";
import { crossed, isEnabled } from "./flows.ts";
import { distrust, lessTrusted } from "./parties.ts";

/** One way in which a party reaches an element: by whom, how, and through what. */
export class Access {
  readonly party: string;
  readonly way: "hand" | "radio" | "network" | "flow";
  /** The element that lets the party in: an interface, a flow, a device, a boundary. */
  readonly through: Entity;
  private readonly say: Sentence;
  private readonly about: Entity;

  constructor(party: string, way: Access["way"], through: Entity, say: Sentence, about: Entity = through) {
    this.party = party;
    this.way = way;
    this.through = through;
    this.say = say;
    this.about = about;
  }

  /** In words, e.g. "operator manages Clinical, which Pump.Lan is connected to". Made when asked for: few are ever read. */
  get text(): string {
    return this.say(this.party, this.through, this.about);
  }
}

type Sentence = (party: string, through: Entity, about: Entity) => string;

/** All ways in which parties reach an element. */
export function accesses(facts: Facts, entity: Entity): readonly Access[] {
  return facts.once("accesses", entity, () => {
    const found: Access[] = [];
    switch (entity.keyword) {
      case "flow":
        flowAccess(facts, entity, found);
        break;
      case "interface":
        interfaceAccess(facts, entity, found);
        incomingAccess(facts, entity, found);
        break;
      case "process":
        incomingAccess(facts, entity, found);
        break;
      case "store":
        incomingAccess(facts, entity, found);
        handAccess(facts, entity, found);
        break;
      case "device":
        handAccess(facts, entity, found);
        for (const one of facts.many(entity, "interfaces")) interfaceAccess(facts, one, found);
        incomingAccess(facts, entity, found);
        break;
      case "boundary":
        boundaryAccess(facts, entity, found);
        break;
    }
    return found;
  });
}

/** The least trusted party's way in, or undefined when nobody reaches the element. */
export function worstAccess(facts: Facts, entity: Entity): Access | undefined {
  return facts.once("worst-access", entity, () => {
    let worst: Access | undefined;
    for (const access of accesses(facts, entity)) if (worst === undefined || distrust(access.party) > distrust(worst.party)) worst = access;
    return worst;
  });
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

const touches: Sentence = (party, through) => `${party} can touch ${through.id}`;
const comesClose: Sentence = (party, through) => `${party} can come within centimetres of ${through.id}`;
const isStated: Sentence = (party, through) => `${through.id} is reachable by ${party}`;
const isWired: Sentence = (party, through, boundary) => `${party} manages ${boundary.id}, to which ${through.id} is connected`;
const isNear: Sentence = (party, through) => `${party} can be within radio range of ${through.id}`;
const isEnd: Sentence = (party, through) => `${party} controls ${through.id}, an end of the flow`;
const manages: Sentence = (party, through) => `${party} manages ${through.id}`;
const isPassed: Sentence = (party, through, flow) => `${party} manages ${through.id}, whose border ${flow.id} crosses`;

function handAccess(facts: Facts, entity: Entity, found: Access[]): void {
  const device = deviceOf(facts, entity);
  const party = handParty(facts, entity);
  if (device !== undefined && party !== undefined && party !== "nobody") found.push(new Access(party, "hand", device, touches));
}

function interfaceAccess(facts: Facts, entity: Entity, found: Access[]): void {
  if (!isEnabled(facts, entity)) return;
  const stated = facts.model.text(entity, "reachable-by");
  if (stated) found.push(new Access(stated, "network", entity, isStated));
  const medium = facts.model.text(entity, "medium");
  if (medium === "wireless") radioAccess(facts, entity, found);
  else if (medium === "wired") {
    const boundary = boundaryOf(facts, entity);
    const party = managerOf(facts, entity);
    if (boundary && party) found.push(new Access(party, "network", entity, isWired, boundary));
  } else if (medium === "physical" || medium === "debug" || medium === "human") byHand(facts, entity, "hand", touches, found);
}

// Whoever can touch the device, through one of its interfaces.
function byHand(facts: Facts, entity: Entity, way: Access["way"], say: Sentence, found: Access[]): void {
  const party = handParty(facts, entity);
  if (deviceOf(facts, entity) !== undefined && party !== undefined && party !== "nobody") found.push(new Access(party, way, entity, say));
}

function radioAccess(facts: Facts, entity: Entity, found: Access[]): void {
  const range = facts.model.text(entity, "range") ?? "building";
  if (range === "contact") {
    byHand(facts, entity, "radio", comesClose, found);
    return;
  }
  const guarded = managerOf(facts, entity) === "operator" || managerOf(facts, entity) === "manufacturer";
  const party = range === "wide" || !guarded ? "public" : (lessTrusted("patients-and-visitors", handParty(facts, entity)) as string);
  found.push(new Access(party, "radio", entity, isNear));
}

function incomingAccess(facts: Facts, entity: Entity, found: Access[]): void {
  const own = deviceOf(facts, entity);
  const isOwn = (one: Entity): boolean => own !== undefined && deviceOf(facts, one) === own;
  const sends: Sentence = (party, flow) => {
    const via = facts.model.refs(flow, "via").filter(isOwn);
    return `${party} controls ${flow.source?.id}, the source of ${flow.id}${via.map((one) => ` through ${one.id}`).join(",")}`;
  };
  for (const flow of facts.many(entity, "incoming")) {
    const party = flow.source && partyOf(facts, flow.source);
    if (flow.source === undefined || party === undefined || isOwn(flow.source)) continue;
    found.push(new Access(party, "flow", flow, sends), ...onTheWay(facts, flow));
  }
}

// Whoever manages a network that a flow passes, or can be in its radio range, can send in its place.
function onTheWay(facts: Facts, flow: Entity): readonly Access[] {
  return facts.once("on-the-way", flow, () => (facts.yes(flow, "networked") ? networkAccess(facts, flow) : []));
}

function networkAccess(facts: Facts, flow: Entity): Access[] {
  const found: Access[] = [];
  for (const border of crossed(facts, flow)) {
    const party = border.keyword === "boundary" ? facts.model.text(border, "managed-by") : undefined;
    if (party) found.push(new Access(party, "network", border, isPassed, flow));
  }
  const passed = [...facts.model.refs(flow, "via"), flow.source, flow.target].filter((one) => one?.keyword === "interface");
  const receiver = deviceOf(facts, flow.target);
  for (const via of new Set(passed)) {
    if (via === undefined) continue;
    // Who can connect to the receiving interface can send in the source's place; who can connect to the sender cannot.
    const receives = receiver !== undefined && deviceOf(facts, via) === receiver && facts.model.text(via, "reachable-by") !== undefined;
    const open: Access[] = [];
    interfaceAccess(facts, via, open);
    found.push(...open.filter((access) => access.way === "radio" || receives));
  }
  return found;
}

function flowAccess(facts: Facts, flow: Entity, found: Access[]): void {
  for (const end of [flow.source, flow.target]) {
    const party = end && partyOf(facts, end);
    if (end && party) found.push(new Access(party, "flow", end, isEnd));
  }
  found.push(...onTheWay(facts, flow));
}

function boundaryAccess(facts: Facts, boundary: Entity, found: Access[]): void {
  const own = managerOf(facts, boundary);
  if (own) found.push(new Access(own, "network", boundary, manages));
  incomingAccess(facts, boundary, found);
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
