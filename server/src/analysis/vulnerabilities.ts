// Vulnerabilities: where each one is, whether it counts, which threats it makes real and which controls it breaks.
import { componentsIn, elementsIn } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";

/** A word of the status of a vulnerability. */
export type VulnerabilityStatus = "not-assessed" | "under-investigation" | "affected" | "not-affected" | "fixed";

/** A vulnerability and what it touches. */
export interface Vulnerability {
  readonly entity: Entity;
  readonly status: VulnerabilityStatus;
  /** Identifiers of lists, then; the name where there are none. */
  readonly ids: readonly string[];
  readonly components: readonly Entity[];
  readonly exploits: readonly Entity[];
  readonly defeats: readonly Entity[];
  /** Nobody has shown that it does no harm: neither fixed nor not affected. */
  readonly unsettled: boolean;
}

const none: readonly Vulnerability[] = [];
const nowhere: readonly Entity[] = [];
const known = new WeakMap<Facts, readonly Vulnerability[]>();

/** Every vulnerability of a model, in file order. */
export function vulnerabilitiesOf(facts: Facts): readonly Vulnerability[] {
  if (facts.model.of("vulnerability").length === 0) return none;
  const found = known.get(facts);
  if (found) return found;
  const all = facts.model.of("vulnerability").map((entity) => read(facts, entity));
  known.set(facts, all);
  return all;
}

function read({ model }: Facts, entity: Entity): Vulnerability {
  const status = (model.text(entity, "status") ?? "not-assessed") as VulnerabilityStatus;
  const ids = model.texts(entity, "id").filter((id) => id.trim() !== "");
  return {
    entity,
    status,
    ids: ids.length > 0 ? ids : [entity.name],
    components: model.refs(entity, "component"),
    exploits: model.refs(entity, "exploits"),
    defeats: model.refs(entity, "defeats"),
    unsettled: status !== "fixed" && status !== "not-affected",
  };
}

/** The elements that a vulnerability is in: those that it names, or else those that its components are part of. */
export function hostsOf({ model }: Facts, { entity, components }: Vulnerability): readonly Entity[] {
  const named = model.refs(entity, "on");
  if (named.length > 0) return named;
  return [...new Set(components.flatMap((one) => [...model.refs(one, "part-of"), ...(one.parent ? [one.parent] : [])]))];
}

/**
 * Where threats can be that a vulnerability makes real: its components, the elements that it is in with all that is inside, the devices
 * around these, and the flows that begin or end in them.
 */
export function placesOf(facts: Facts, vulnerability: Vulnerability): ReadonlySet<Entity> {
  return facts.once("vulnerable-places", vulnerability.entity, () => {
    const { model } = facts;
    const places = new Set<Entity>(vulnerability.components);
    for (const host of hostsOf(facts, vulnerability)) {
      for (const place of [host, ...elementsIn(facts, host), ...componentsOn(facts, host)]) {
        places.add(place);
        for (const flow of [...model.flowsFrom(place), ...model.flowsTo(place)]) places.add(flow);
      }
      for (const around of model.around(host)) if (around.keyword === "device") places.add(around);
    }
    return places;
  });
}

// What a vulnerability names itself may carry components, of which threats speak too.
function componentsOn(facts: Facts, host: Entity): readonly Entity[] {
  return host.keyword === "device" || host.keyword === "process" ? componentsIn(facts, host) : nowhere;
}

/** The vulnerabilities that make one of these threats real at an element, as far as they are not settled. */
export function exploitedBy(facts: Facts, threats: () => readonly Entity[], element: Entity): readonly Vulnerability[] {
  const all = vulnerabilitiesOf(facts);
  if (all.length === 0) return none;
  const meant = threats();
  const isMeant = (threat: Entity): boolean => meant.includes(threat);
  const found = all.filter((one) => one.unsettled && one.exploits.some(isMeant) && placesOf(facts, one).has(element));
  return found.length === 0 ? none : found;
}

const unbroken: ReadonlyMap<Entity, readonly Entity[]> = new Map();

/** The controls that vulnerabilities break, with these: only of a product that is affected, and as long as it is. */
export function defeatedControls(facts: Facts): ReadonlyMap<Entity, readonly Entity[]> {
  const affecting = vulnerabilitiesOf(facts).filter(({ status, defeats }) => status === "affected" && defeats.length > 0);
  if (affecting.length === 0) return unbroken;
  const broken = new Map<Entity, Entity[]>();
  for (const { entity, defeats } of affecting) for (const control of defeats) broken.set(control, [...(broken.get(control) ?? []), entity]);
  return broken;
}
