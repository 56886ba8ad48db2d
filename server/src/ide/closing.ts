// What would close what: which open threats a measure would close on the elements that a control protects, which target a
// control should protect, and where a requirement is still missing. Completion ranks by it, quick fixes choose by it.
import { Coverage } from "../analysis/reach.ts";
import type { Analysis, RequirementInstance, ThreatInstance } from "../analysis/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Model } from "../model/model.ts";
import type { BoundProperty, Entity, Value } from "../model/types.ts";

/** The open threats that something would close by itself, and those for which it would be one measure of several. */
export interface Effect {
  readonly closes: ThreatInstance[];
  readonly helps: ThreatInstance[];
}

/** Whether a control with a measure would cover an element. */
export type Reaches = (measure: Entity, element: Entity) => boolean;

/** The open threat instances of a model. */
export function openThreats(analysis: Analysis): readonly ThreatInstance[] {
  return analysis.threats.filter(({ state }) => state === "open");
}

/** What each measure would close, for the measures that would close anything. `reaches` limits it to what a control covers. */
export function effectOfMeasures(analysis: Analysis, reaches?: Reaches): ReadonlyMap<Entity, Effect> {
  const effects = new Map<Entity, Effect>();
  const specialisations = specialisersOf(analysis.model);
  const add = (measure: Entity, how: keyof Effect, instance: ThreatInstance): void => {
    for (const one of specialisations.get(measure) ?? []) {
      if (reaches && !reaches(one, instance.element)) continue;
      let effect = effects.get(one);
      if (effect === undefined) {
        effect = { closes: [], helps: [] };
        effects.set(one, effect);
      }
      // Instances come one after another: when it is there already, it is the last.
      if (effect[how].at(-1) !== instance) effect[how].push(instance);
    }
  };
  for (const instance of openThreats(analysis)) {
    for (const { missing } of instance.alternatives)
      for (const measure of missing) add(measure, missing.length === 1 ? "closes" : "helps", instance);
  }
  return effects;
}

const specialisers = new WeakMap<Model, ReadonlyMap<Entity, readonly Entity[]>>();

/** The measures that count as a measure: itself and those that specialise it. Worked out once for a model: each fix asks. */
function specialisersOf(model: Model): ReadonlyMap<Entity, readonly Entity[]> {
  const known = specialisers.get(model);
  if (known) return known;
  const found = new Map<Entity, Entity[]>();
  specialisers.set(model, found);
  for (const measure of model.of("measure")) {
    for (const general of model.kindsOf(measure)) {
      const list = found.get(general);
      if (list) list.push(measure);
      else found.set(general, [measure]);
    }
  }
  return found;
}

/** Whether a control of some measures that protects some targets would cover an element. */
export function reachOf({ facts }: Analysis, targets: readonly Entity[]): Reaches {
  // Measures that reach alike cover alike: one of each sort stands for the others.
  const representatives = new Map<string, Entity>();
  const sort = (measure: Entity): string =>
    `${[...facts.model.texts(measure, "reaches")].sort().join()} ${facts.model.yes(measure, "both-ends")}`;
  for (const measure of facts.model.of("measure")) if (!representatives.has(sort(measure))) representatives.set(sort(measure), measure);
  const coverage = new Coverage(withControls(facts, [imaginedControl([...representatives.values()], targets)]));
  return (measure, element) => {
    const representative = representatives.get(sort(measure));
    return coverage.providers(element).some((provider) => provider.by === "control" && provider.measure === representative);
  };
}

/** The open threats that a control of some measures would close, by what it would protect. */
export function effectOfTargets(
  analysis: Analysis,
  measures: readonly Entity[],
  targets: readonly Entity[],
): ReadonlyMap<Entity, ThreatInstance[]> {
  const { facts } = analysis;
  if (measures.length === 0) return openAt(analysis);
  const given = new Set(measures.flatMap((measure) => [...facts.model.kindsOf(measure)]));
  const closable = openThreats(analysis).filter((instance) => instance.alternatives.some(({ missing }) => closedBy(missing, given)));
  const effects = new Map<Entity, ThreatInstance[]>();
  if (closable.length === 0) return effects;
  const controls = new Map(targets.map((target) => [imaginedControl(measures, [target]), target]));
  const coverage = new Coverage(withControls(facts, [...controls.keys()]));
  for (const instance of closable) {
    const here = new Map<Entity, Set<Entity>>();
    for (const { sources, measure } of coverage.providers(instance.element)) {
      const target = sources.length === 1 ? controls.get(sources[0] as Entity) : undefined;
      if (target === undefined) continue;
      const known = here.get(target) ?? new Set<Entity>();
      for (const one of facts.model.kindsOf(measure)) known.add(one);
      here.set(target, known);
    }
    for (const [target, gives] of here) {
      if (!instance.alternatives.some(({ missing }) => closedBy(missing, gives))) continue;
      const list = effects.get(target);
      if (list) list.push(instance);
      else effects.set(target, [instance]);
    }
  }
  return effects;
}

function closedBy(missing: readonly Entity[], given: ReadonlySet<Entity>): boolean {
  return missing.length > 0 && missing.every((measure) => given.has(measure));
}

/** Open threats by element, and by what contains it: a control that does not name its measures yet could close any. */
function openAt(analysis: Analysis): ReadonlyMap<Entity, ThreatInstance[]> {
  const found = new Map<Entity, ThreatInstance[]>();
  for (const instance of openThreats(analysis)) {
    const { element } = instance;
    for (const at of [element, ...analysis.model.around(element)]) {
      const list = found.get(at);
      if (list) list.push(instance);
      else found.set(at, [instance]);
    }
  }
  return found;
}

/** The places where a requirement is raised and nobody states it. */
export function missingPlaces(analysis: Analysis): ReadonlyMap<Entity, readonly RequirementInstance[]> {
  const found = new Map<Entity, RequirementInstance[]>();
  for (const instance of analysis.requirements) {
    if (instance.state !== "missing") continue;
    const list = found.get(instance.requirement.entity);
    if (list) list.push(instance);
    else found.set(instance.requirement.entity, [instance]);
  }
  return found;
}

/** Whether an assumption about one entity would speak of a place: the place itself, a container of it, an end of the flow, the system. */
export function takesIn({ model }: Facts, about: Entity, place: Entity): boolean {
  if (about === place || about.keyword === "system" || model.isInside(place, about)) return true;
  if (place.keyword !== "flow") return false;
  if (model.refs(place, "via").includes(about)) return true;
  return [place.source, place.target].some((end) => end !== undefined && (end === about || model.isInside(end, about)));
}

function imaginedControl(kinds: readonly Entity[], protects: readonly Entity[]): Entity {
  const values = protects.map((value: Value) => ({ value }));
  const properties = new Map([["protects", { values } as unknown as BoundProperty]]);
  return { keyword: "control", name: "", id: "", rank: -1, kinds: [...kinds], properties } as unknown as Entity;
}

// The same model with other controls. What is known of elements does not depend on controls, so caches are shared.
function withControls(facts: Facts, controls: readonly Entity[]): Facts {
  const model = Object.create(facts.model) as Model;
  Object.defineProperty(model, "of", {
    value: (keyword: string) => (keyword === "control" ? controls : facts.model.of(keyword as "control")),
  });
  const changed = Object.create(facts) as Facts;
  Object.defineProperty(changed, "model", { value: model });
  return changed;
}
