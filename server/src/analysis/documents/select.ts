// Picks declarations of a model by what they are: controls by measure, elements by kind, threats by what remains of them.
import type { Facts } from "../../model/derived/facts.ts";
import type { Entity } from "../../model/types.ts";
import type { ThreatInstance } from "../types.ts";
import type { Found, Lack } from "./types.ts";

/** Whether an entity is of one of these kinds (of a control: measures), or of one that specialises it. */
export function isOf({ model }: Facts, entity: Entity, ...names: readonly string[]): boolean {
  for (const kind of model.kindsOf(entity)) if (names.includes(kind.name)) return true;
  return false;
}

/** Declarations of a keyword that users wrote. */
export function declared({ model }: Facts, keyword: Entity["keyword"]): readonly Entity[] {
  return model.of(keyword).filter((entity) => entity.file.origin === "user");
}

/** Controls that realise one of these measures. */
export function controlsWith(facts: Facts, ...measures: readonly string[]): readonly Entity[] {
  return declared(facts, "control").filter((control) => isOf(facts, control, ...measures));
}

/** Controls whose measures belong to one of these security capabilities. */
export function controlsOfCapability(facts: Facts, ...capabilities: readonly string[]): readonly Entity[] {
  return declared(facts, "control").filter((control) =>
    [...facts.model.kindsOf(control)].some((measure) =>
      facts.model.refs(measure, "capability").some((capability) => capabilities.includes(capability.name)),
    ),
  );
}

/** Elements of a kind. */
export function ofKind(facts: Facts, keywords: readonly Entity["keyword"][], ...kinds: readonly string[]): readonly Entity[] {
  return keywords.flatMap((keyword) => declared(facts, keyword)).filter((entity) => isOf(facts, entity, ...kinds));
}

/** The system with a property, as a list of one; none where it does not say. */
export function systemWith({ model }: Facts, property: string): readonly Entity[] {
  const { system } = model;
  return system && model.text(system, property)?.trim() ? [system] : [];
}

/** Declarations that lack one of some properties, each with those that it lacks. */
export function lacking({ model }: Facts, entities: readonly Entity[], ...properties: readonly string[]): readonly Lack[] {
  const says = (entity: Entity, property: string): boolean =>
    model.refs(entity, property).length > 0 || model.texts(entity, property).some((text) => text.trim() !== "");
  return entities
    .map((entity) => ({ entity, properties: properties.filter((property) => !says(entity, property)) }))
    .filter((lack) => lack.properties.length > 0);
}

/** Flows over a network. */
export function networkFlows(facts: Facts): readonly Entity[] {
  return declared(facts, "flow").filter((flow) => facts.yes(flow, "networked") && !facts.yes(flow, "human"));
}

/** Stores that stand in somebody's data centre: in a cloud boundary, or where a boundary names a hosting location. */
export function hostedStores(facts: Facts): readonly Entity[] {
  return declared(facts, "store").filter((store) => hostOf(facts, store) !== undefined);
}

/** The boundary that hosts a store away from the place of use. */
export function hostOf(facts: Facts, store: Entity): Entity | undefined {
  return facts.model.around(store).find((outer) => outer.keyword === "boundary" && isOf(facts, outer, "Cloud"));
}

/** Devices whose platform others supply, although software of the manufacturer runs on them. */
export function foreignPlatforms(facts: Facts): readonly Entity[] {
  return declared(facts, "device").filter(
    (device) =>
      facts.word(device, "supplied-by") !== "manufacturer" ||
      (isOf(facts, device, "VirtualMachine", "ContainerHost") && facts.word(device, "managed-by") !== "manufacturer"),
  );
}

/** Workstations at which users of the operator or patients work. */
export function workstations(facts: Facts): readonly Entity[] {
  return [
    ...ofKind(facts, ["external"], "HospitalWorkstation"),
    ...ofKind(facts, ["device"], "Workstation").filter((device) => facts.word(device, "managed-by") !== "manufacturer"),
  ];
}

/** Whether a risk level needs no further reduction. */
export function isAcceptable({ catalogue }: Found, level: string): boolean {
  return catalogue.scales.acceptable.has(level);
}

/** Threats whose residual risk is above what is acceptable. */
export function residual(found: Found): readonly ThreatInstance[] {
  return found.threats.filter((one) => one.state !== "dismissed" && !isAcceptable(found, one.risk.residual));
}

/** Assumptions that state a requirement or that answer a threat. */
export function reliedOn({ requirements, threats }: Found): readonly Entity[] {
  return [...new Set([...requirements, ...threats].flatMap((one) => one.assuming))];
}
