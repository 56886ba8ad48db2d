// Derived attributes of a model, computed on demand and kept: one function for each name of the attribute table.

import type { Model } from "../model.ts";
import type { Entity } from "../types.ts";
import { containment } from "./containment.ts";
import { flows } from "./flows.ts";
import { harm } from "./harm.ts";
import { reach } from "./reach.ts";

/** Computes one attribute of an entity; collections are arrays, absent values undefined. */
export type Computation = (facts: Facts, entity: Entity) => unknown;

/** Every derived attribute by name. */
export const computations: Readonly<Record<string, Computation>> = { ...containment, ...flows, ...reach, ...harm };

const slots = new Map(Object.keys(computations).map((name, index) => [name, index]));

/** Reads one attribute of any entity. */
export type Reader = (facts: Facts, entity: Entity) => unknown;

/** How a derived attribute is read: its place among the caches is looked up once, here. */
export function derivedReader(name: string): Reader {
  const slot = slots.get(name);
  return slot === undefined ? () => undefined : (facts, entity) => facts.computed(slot, name, entity);
}

/** Stands in a cache for a value that was computed and is absent. */
const absent = Symbol("absent");

/** What follows from a model on a given day. */
export class Facts {
  readonly model: Model;
  /** The day of the analysis, `YYYY-MM-DD`. */
  readonly today: string;
  /** Values by name and by the rank of the entity. */
  private readonly caches = new Map<string, unknown[]>();
  private readonly derivedValues: unknown[][] = [];
  private readonly indexes = new Map<string, Map<Entity, Set<Entity>>>();

  constructor(model: Model, today: string) {
    this.model = model;
    this.today = today;
  }

  /** Lets go of everything that was computed, so that it is computed anew when asked for. */
  forget(): void {
    this.caches.clear();
    this.indexes.clear();
    this.derivedValues.length = 0;
  }

  /** A value that is computed once for each entity. */
  once<T>(name: string, entity: Entity, compute: () => T): T {
    const cache = this.cacheOf(name);
    const known = cache[entity.rank];
    if (known !== undefined) return (known === absent ? undefined : known) as T;
    const value = compute();
    cache[entity.rank] = value === undefined ? absent : value;
    return value;
  }

  /** What points at an entity: `pairs` gives all pointers of that name once, each with what it points at. */
  pointingAt(entity: Entity, name: string, pairs: () => Iterable<readonly [pointer: Entity, at: Entity]>): Iterable<Entity> {
    let index = this.indexes.get(name);
    if (!index) {
      index = new Map();
      this.indexes.set(name, index);
      for (const [pointer, at] of pairs()) {
        const known = index.get(at);
        if (known) known.add(pointer);
        else index.set(at, new Set([pointer]));
      }
    }
    return index.get(entity) ?? [];
  }

  /** A derived attribute of an entity. */
  derived(entity: Entity, name: string): unknown {
    const slot = slots.get(name);
    return slot === undefined ? undefined : this.computed(slot, name, entity);
  }

  /** The same where the slot of the attribute is known. */
  computed(slot: number, name: string, entity: Entity): unknown {
    let cache = this.derivedValues[slot];
    if (cache === undefined) {
      cache = new Array(this.model.entities.length);
      this.derivedValues[slot] = cache;
    }
    const known = cache[entity.rank];
    if (known !== undefined) return known === absent ? undefined : known;
    const value = (computations[name] as Computation)(this, entity);
    cache[entity.rank] = value === undefined ? absent : value;
    return value;
  }

  /** A derived attribute that is a collection. */
  many(entity: Entity, name: string): readonly Entity[] {
    return (this.derived(entity, name) as readonly Entity[] | undefined) ?? [];
  }

  /** A derived attribute that is one entity. */
  one(entity: Entity, name: string): Entity | undefined {
    return this.derived(entity, name) as Entity | undefined;
  }

  /** A derived attribute that is a word. */
  word(entity: Entity, name: string): string | undefined {
    return this.derived(entity, name) as string | undefined;
  }

  /** A derived yes-no attribute. */
  yes(entity: Entity, name: string): boolean {
    return this.derived(entity, name) === true;
  }

  private cacheOf(name: string): unknown[] {
    let cache = this.caches.get(name);
    if (!cache) {
      cache = new Array(this.model.entities.length);
      this.caches.set(name, cache);
    }
    return cache;
  }
}
