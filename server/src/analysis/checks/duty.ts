// What clauses of the regulations ask of a model: which clause asks for a duty, and the few names of the catalogue that checks need.
// A clause says so in `asks`; without the medical catalogue, or after an override, nothing is asked.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { Facts } from "../../model/derived/facts.ts";
import type { Entity } from "../../model/types.ts";
import { citation } from "../requirements.ts";

/** A system and the clauses that ask something of its model, as they are cited. */
export interface Asked {
  readonly system: Entity;
  readonly clauses: string;
}

/** Whether a clause of the system's regulations asks for a duty. */
export function asked(facts: Facts, duty: string): Asked | undefined {
  const { model } = facts;
  const { system } = model;
  if (system === undefined) return undefined;
  const regulations = model.texts(system, "regulation");
  const asking = model
    .of("clause")
    .filter((clause) => model.texts(clause, "asks").includes(duty) && regulations.includes(model.text(clause, "regulation") ?? ""));
  return asking.length === 0 ? undefined : { system, clauses: asking.map((clause) => citation(facts, clause)).join(", ") };
}

/** Tells whether an entity is of the kind or measure of this name, or of one that specialises it. */
export function isA({ model }: Facts, keyword: Keyword, name: string): (entity: Entity) => boolean {
  const entry = model.of(keyword).find((one) => one.name === name);
  return (entity) => entry !== undefined && model.kindsOf(entity).has(entry);
}

/** Whether a control realises a measure of a security capability. */
export function hasCapability({ model }: Facts, control: Entity, capability: string): boolean {
  return control.kinds.some((measure) => model.refs(measure, "capability").some(({ name }) => name === capability));
}

/** Whether a control protects an element, something it stands in, or the system. */
export function protects({ model }: Facts, control: Entity, element: Entity): boolean {
  const covered = model.refs(control, "protects");
  return covered.some((target) => target === element || target === model.system || model.isInside(element, target));
}
