// Derived attributes that follow from what stands in what.
import type { Keyword } from "../../../../grammar/keywords.ts";
import { elementKeywords } from "../../vocabulary/element-keywords.ts";
import type { Entity } from "../types.ts";
import type { Computation, Facts } from "./facts.ts";
import { lessTrusted, partyOfRole } from "./parties.ts";

/** Every element inside a container at any depth, in file order; of the system, every element of the model. */
export function elementsIn(facts: Facts, container: Entity): readonly Entity[] {
  return facts.once("elements-in", container, () => {
    if (container.keyword === "system") return facts.model.entities.filter((entity) => elementKeywords.has(entity.keyword));
    const all: Entity[] = [];
    for (const entity of facts.model.contents(container)) {
      if (elementKeywords.has(entity.keyword)) all.push(entity);
      all.push(...elementsIn(facts, entity));
    }
    return all;
  });
}

const inside =
  (keyword: Keyword): Computation =>
  (facts, entity) =>
    elementsIn(facts, entity).filter((element) => element.keyword === keyword);

function nearest(facts: Facts, entity: Entity, keyword: Keyword): Entity | undefined {
  for (const outer of facts.model.around(entity)) if (outer.keyword === keyword) return outer;
  return undefined;
}

/** The nearest boundary around an element, not counting itself. */
export function boundaryOf(facts: Facts, entity: Entity): Entity | undefined {
  return facts.once("boundary-of", entity, () => nearest(facts, entity, "boundary"));
}

/** The device around an element, or the element itself when it is one. */
export function deviceOf(facts: Facts, entity: Entity | undefined): Entity | undefined {
  if (entity === undefined || entity.keyword === "device") return entity;
  return facts.once("device-of", entity, () => nearest(facts, entity, "device"));
}

/** Who manages the nearest boundary that says so. */
export function managerOf(facts: Facts, entity: Entity): string | undefined {
  return facts.once("manager-of", entity, () => {
    const own = entity.keyword === "boundary" ? facts.model.text(entity, "managed-by") : undefined;
    if (own) return own;
    for (const outer of facts.model.around(entity)) {
      const manager = outer.keyword === "boundary" ? facts.model.text(outer, "managed-by") : undefined;
      if (manager) return manager;
    }
    return undefined;
  });
}

/** Who supplies a device, an external system, or the device around something. */
export function supplierOf(facts: Facts, entity: Entity): string {
  const own = entity.keyword === "device" || entity.keyword === "external" ? facts.model.text(entity, "supplied-by") : undefined;
  if (own) return own;
  if (entity.keyword === "external") return managerOf(facts, entity) ?? "third-party";
  const device = deviceOf(facts, entity);
  return device && device !== entity ? supplierOf(facts, device) : "manufacturer";
}

function isInScope(facts: Facts, entity: Entity): boolean {
  if (entity.keyword === "external" || entity.keyword === "actor") return false;
  if (isPutOut(facts, entity)) return false;
  if (entity.keyword === "device" || entity.keyword === "interface") return supplierOf(facts, entity) === "manufacturer";
  if (entity.keyword === "flow") return [entity.source, entity.target].some((end) => end !== undefined && inScope(facts, end));
  return true;
}

/** Whether the model says of an element, or of what it stands in, that it is out of scope. */
export function isPutOut({ model }: Facts, entity: Entity): boolean {
  if (model.text(entity, "scope") === "out") return true;
  for (const outer of model.around(entity)) if (model.text(outer, "scope") === "out") return true;
  return false;
}

/** Whether an element is part of the manufacturer's design and not put out of scope. */
export function inScope(facts: Facts, entity: Entity): boolean {
  return facts.once("in-scope", entity, () => isInScope(facts, entity));
}

/** Components that are part of something, or of what is inside it; of the system, all. */
export function componentsIn(facts: Facts, entity: Entity): readonly Entity[] {
  const all = facts.model.of("component");
  if (entity.keyword === "system") return all;
  return [
    ...facts.pointingAt(entity, "components", () =>
      all.flatMap((component) => ownersOf(facts, component).map((owner) => [component, owner] as const)),
    ),
  ];
}

// What a component is part of: what it names, what it is declared in, and all containers of these.
function ownersOf(facts: Facts, component: Entity): Entity[] {
  return [...facts.model.refs(component, "part-of"), ...(component.parent ? [component.parent] : [])].flatMap((owner) => [
    owner,
    ...facts.model.around(owner),
  ]);
}

/** Stores that hold a datum. */
export function storesOf(facts: Facts, datum: Entity): readonly Entity[] {
  return [
    ...facts.pointingAt(datum, "stores", () =>
      facts.model.of("store").flatMap((store) => facts.model.refs(store, "holds").map((held) => [store, held] as const)),
    ),
  ];
}

// Roles with rights on an element itself or on something inside it; of a process, also those on its device. Rights on a
// device do not reach a board inside it.
const rolesOn: Computation = (facts, entity) => {
  const { model } = facts;
  const all = model.of("role");
  if (entity.keyword === "system") return all;
  const placesOf = (role: Entity): Entity[] => [...model.refs(role, "on"), ...(role.parent ? [role.parent] : [])];
  const inside = facts.pointingAt(entity, "roles", () =>
    all.flatMap((role) => placesOf(role).flatMap((place) => [place, ...model.around(place)].map((at) => [role, at] as const))),
  );
  const device = entity.keyword === "process" ? deviceOf(facts, entity) : undefined;
  const around = device
    ? facts.pointingAt(device, "roles-itself", () => all.flatMap((role) => placesOf(role).map((place) => [role, place] as const)))
    : [];
  return [...new Set([...inside, ...around])].sort((a, b) => a.rank - b.rank);
};

/** The computations of this file, by attribute. */
export const containment: Readonly<Record<string, Computation>> = {
  system: (facts) => facts.model.system,
  boundary: (facts, entity) => boundaryOf(facts, entity.keyword === "flow" ? (entity.target ?? entity) : entity),
  device: (facts, entity) => {
    if (entity.keyword !== "component") return deviceOf(facts, entity);
    const owner = facts.model.refs(entity, "part-of")[0] ?? entity.parent;
    return deviceOf(facts, owner);
  },
  "managed-by": (facts, entity) => managerOf(facts, entity),
  "supplied-by": (facts, entity) => supplierOf(facts, entity),
  party: (facts, entity) => partyOf(facts, entity),
  "in-scope": (facts, entity) => inScope(facts, entity),
  processes: inside("process"),
  interfaces: inside("interface"),
  devices: inside("device"),
  externals: inside("external"),
  actors: inside("actor"),
  boundaries: inside("boundary"),
  stores: (facts, entity) =>
    entity.keyword === "data" ? storesOf(facts, entity) : elementsIn(facts, entity).filter((element) => element.keyword === "store"),
  components: componentsIn,
  roles: rolesOn,
  "support-ended": (facts, entity) => {
    const end = facts.model.text(entity, "support-ends");
    return end !== undefined && end < facts.today;
  },
};

/** The party of a person, an external system or, for anything else, who manages its surroundings. */
export function partyOf(facts: Facts, entity: Entity): string | undefined {
  if (entity.keyword === "actor") return facts.model.text(entity, "party") ?? partyOfRole[facts.model.text(entity, "role") ?? ""] ?? "user";
  if (entity.keyword === "external") return lessTrusted(managerOf(facts, entity), facts.model.text(entity, "supplied-by")) ?? "third-party";
  return managerOf(facts, entity);
}
