// Indexes over one analysis for look-ups by place and by entity: made when first asked for, kept as long as the analysis.
import type { Declaration, Range } from "../../../grammar/syntax.ts";
import type { Analysis, RequirementInstance, ThreatInstance } from "../analysis/types.ts";
import type { ThreatEntry } from "../catalogue/catalogue.ts";
import type { Entity, Reference } from "../model/types.ts";
import type { Location } from "../source/types.ts";
import { namesOf } from "./scope.ts";
import { dottedPaths, pathsIn } from "./tree.ts";

const lookups = new WeakMap<Analysis, Lookup>();

/** The indexes of an analysis. */
export function lookupOf(analysis: Analysis): Lookup {
  let lookup = lookups.get(analysis);
  if (!lookup) {
    lookup = new Lookup(analysis);
    lookups.set(analysis, lookup);
  }
  return lookup;
}

/** Indexes over one analysis. Files are told apart by path: models that share a file may hold it as different objects. */
export class Lookup {
  private readonly analysis: Analysis;
  private readonly made = new Map<string, unknown>();

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  /** The entity that a declaration became. */
  entityOf(node: Declaration): Entity | undefined {
    return this.once("nodes", () => new Map(this.analysis.model.entities.map((entity) => [entity.node, entity]))).get(node);
  }

  /** The name written at an offset of a file and what it means; the inner segments of `A.B.C` count as names. */
  mentionAt(path: string, offset: number): Reference | undefined {
    const mentions = this.mentionsIn(path);
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle] as Reference).range.end < offset) low = middle + 1;
      else high = middle;
    }
    const found = mentions[low];
    return found && found.range.start <= offset ? found : undefined;
  }

  /** Every name in a file that refers to something, in the order of the text. */
  mentionsIn(path: string): readonly Reference[] {
    const byFile = this.once("references by file", () =>
      grouped([...this.analysis.model.references, ...this.overridden()], ({ file }) => [file.path]),
    );
    return this.once(`mentions ${path}`, () => mentions(byFile.get(path) ?? []));
  }

  /** Every name in the model's files that refers to an entity, declarations not counted. */
  mentionsOf(entity: Entity): readonly Reference[] {
    const all = this.once("mentions by target", () =>
      grouped(
        this.analysis.model.files.flatMap(({ path }) => this.mentionsIn(path)),
        ({ target }) => [target],
      ),
    );
    return all.get(entity) ?? [];
  }

  /** Threat instances on an element. */
  threatsOn(element: Entity): readonly ThreatInstance[] {
    return this.once("threats by element", () => grouped(this.analysis.threats, (instance) => [instance.element])).get(element) ?? [];
  }

  /** Instances of a threat. */
  threatsOf(threat: Entity): readonly ThreatInstance[] {
    return this.once("threats by entry", () => grouped(this.analysis.threats, (instance) => [instance.threat.entity])).get(threat) ?? [];
  }

  /** Threat instances that a control, protocol, kind, assumption or decision answers. */
  answeredBy(answer: Entity): readonly ThreatInstance[] {
    return this.once("threats by answer", () => grouped(this.analysis.threats, (instance) => instance.answers)).get(answer) ?? [];
  }

  /** Threat instances that a decision names, whether or not it counts. */
  decidedBy(decision: Entity): readonly ThreatInstance[] {
    return (
      this.once("threats by decision", () => grouped(this.analysis.threats, ({ decisions }) => decisions.map((one) => one.decision))).get(
        decision,
      ) ?? []
    );
  }

  /** Threats of the catalogue that ask for a measure, or for one that it specialises. */
  threatsFor(measure: Entity): readonly ThreatEntry[] {
    const byMeasure = this.once("entries by measure", () =>
      grouped(this.analysis.catalogue.threats, (threat) => new Set(threat.alternatives.flat())),
    );
    return [...new Set([...this.analysis.model.kindsOf(measure)].flatMap((one) => byMeasure.get(one) ?? []))];
  }

  /** Requirement instances of a place. */
  requirementsAt(place: Entity): readonly RequirementInstance[] {
    return this.once("requirements by place", () => grouped(this.analysis.requirements, (instance) => [instance.place])).get(place) ?? [];
  }

  /** Instances of a requirement. */
  requirementsOf(requirement: Entity): readonly RequirementInstance[] {
    return (
      this.once("requirements by entry", () => grouped(this.analysis.requirements, (one) => [one.requirement.entity])).get(requirement) ??
      []
    );
  }

  /** Requirement instances that an assumption states. */
  statedBy(assumption: Entity): readonly RequirementInstance[] {
    return (
      this.once("requirements by assumption", () => grouped(this.analysis.requirements, ({ assuming }) => assuming)).get(assumption) ?? []
    );
  }

  // What an `override` replaced is compiled no more, so nobody resolved its names; in the text they still stand.
  private overridden(): Reference[] {
    const { model } = this.analysis;
    const found: Reference[] = [];
    for (const entity of model.entities) {
      if (entity.overrides.length === 0 || entity.file.origin !== "user") continue;
      for (const item of entity.node.body?.items ?? []) {
        if (item.type !== "property" || entity.properties.get(item.name.text)?.node === item) continue;
        for (const path of item.values.flatMap((value) => [...pathsIn(value)])) {
          const last = path.segments.at(-1);
          const result = namesOf(model).resolve(
            path.segments.map((segment) => segment.text),
            entity,
            entity.file,
            ["measure", "kind", "protocol"],
          );
          if (last && "found" in result) found.push({ file: entity.file, range: last, target: result.found, from: entity });
        }
      }
    }
    return found;
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

// The inner segments of a path name what stands around its target. A condition that is compiled twice is written once.
function mentions(references: readonly Reference[]): readonly Reference[] {
  const all: Reference[] = [];
  for (const reference of references) {
    all.push(reference);
    const path = dottedPaths(reference.file.tree).get(reference.range.start);
    let outer = path && reference.target.parent;
    for (let index = (path?.segments.length ?? 0) - 2; index >= 0 && outer; index--, outer = outer.parent) {
      all.push({ file: reference.file, range: path?.segments[index] as Range, target: outer, from: reference.from });
    }
  }
  all.sort((a, b) => a.range.start - b.range.start);
  return all.filter(({ range }, index) => range.start !== all[index - 1]?.range.start);
}

function grouped<T, Key>(items: readonly T[], keys: (item: T) => Iterable<Key>): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Locations without those that several models gave twice, in the order of files and text. */
export function distinct<T extends Location>(locations: Iterable<T>): T[] {
  const seen = new Map<string, T>();
  for (const one of locations) seen.set(`${one.file.path} ${one.range.start} ${one.range.end}`, one);
  return [...seen.values()].sort((a, b) =>
    a.file.path === b.file.path ? a.range.start - b.range.start : a.file.path < b.file.path ? -1 : 1,
  );
}
