// The bound model: look-ups by keyword and id, properties with the defaults of kinds, containment, flows by end.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Path } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { SourceFile } from "../source/types.ts";
import type { Binder } from "./bind.ts";
import { isModelKeyword } from "./collect.ts";
import { type BoundProperty, type Entity, isEntity, nameRange, type Reference } from "./types.ts";
import type { Vocabulary } from "./vocabulary.ts";

const nothing: readonly Entity[] = [];
const noKinds: ReadonlySet<Entity> = new Set();

// Entries that others specialise: they count among their own kinds.
function isSpecialised({ keyword }: Entity): boolean {
  return keyword === "kind" || keyword === "protocol" || keyword === "measure" || keyword === "code";
}

/** A bound model. Immutable once made; everything derived is computed on demand and kept. */
export class Model {
  readonly files: readonly SourceFile[];
  readonly entities: readonly Entity[];
  readonly problems: readonly Diagnostic[];
  readonly references: readonly Reference[];
  readonly vocabulary: Vocabulary;
  /** The system under analysis: the first one declared. */
  readonly system: Entity | undefined;
  private readonly binder: Binder;
  private readonly keywords = new Map<Keyword, Entity[]>();
  private readonly ids = new Map<string, Entity>();
  private readonly containers = new Map<Entity, Entity>();
  private readonly surrounding: (readonly Entity[] | undefined)[] = [];
  private readonly outwards = new Map<Entity, readonly Entity[]>();
  private readonly inside = new Map<Entity, Entity[]>();
  private readonly from = new Map<Entity, Entity[]>();
  private readonly to = new Map<Entity, Entity[]>();
  private readonly ancestry: (ReadonlySet<Entity> | undefined)[] = [];
  private readonly inherited = new Map<Entity, ReadonlyMap<string, BoundProperty>>();

  constructor(files: readonly SourceFile[], entities: readonly Entity[], binder: Binder) {
    this.files = files;
    this.entities = entities;
    this.binder = binder;
    this.vocabulary = binder.vocabulary;
    this.references = binder.references;
    for (const entity of entities) {
      if (!entity.node.modifier) push(this.keywords, entity.keyword, entity);
      if (isModelKeyword(entity.keyword) && !this.ids.has(entity.id)) this.ids.set(entity.id, entity);
      const container = this.within(entity);
      if (container) {
        this.containers.set(entity, container);
        push(this.inside, container, entity);
      }
      if (entity.source) push(this.from, entity.source, entity);
      if (entity.target) push(this.to, entity.target, entity);
    }
    this.system = this.of("system").find((system) => system.file.origin === "user");
    this.problems = [...binder.problems, ...this.breakCycles()];
  }

  /** Entities of a keyword, in file order; declarations that override or disable are not among them. */
  of(keyword: Keyword): readonly Entity[] {
    return this.keywords.get(keyword) ?? nothing;
  }

  /** The element, datum or answer with this id. */
  byId(id: string): Entity | undefined {
    return this.ids.get(id);
  }

  /** The container around an element: `within`, or the declaration around it. */
  container(entity: Entity): Entity | undefined {
    return this.containers.get(entity);
  }

  /** What stands directly in a container. */
  contents(container: Entity): readonly Entity[] {
    return this.inside.get(container) ?? nothing;
  }

  /** The containers around an element, innermost first. */
  around(entity: Entity): readonly Entity[] {
    const known = this.surrounding[entity.rank];
    if (known) return known;
    const container = this.containers.get(entity);
    // Neighbours in a container share its list.
    const all = container ? this.outwardsFrom(container) : nothing;
    this.surrounding[entity.rank] = all;
    return all;
  }

  private outwardsFrom(container: Entity): readonly Entity[] {
    const known = this.outwards.get(container);
    if (known) return known;
    const all = [container, ...this.around(container)];
    this.outwards.set(container, all);
    return all;
  }

  /** Whether an element stands inside a container, at any depth. */
  isInside(entity: Entity, container: Entity): boolean {
    return this.around(entity).includes(container);
  }

  /** Flows that start at exactly this element. */
  flowsFrom(entity: Entity): readonly Entity[] {
    return this.from.get(entity) ?? nothing;
  }

  /** Flows that end at exactly this element. */
  flowsTo(entity: Entity): readonly Entity[] {
    return this.to.get(entity) ?? nothing;
  }

  /** The kinds of an entity and all that they specialise; of a kind, protocol or measure: itself and its parents. */
  kindsOf(entity: Entity): ReadonlySet<Entity> {
    const known = this.ancestry[entity.rank];
    if (known) return known;
    const found = this.ancestors(entity);
    this.ancestry[entity.rank] = found;
    return found;
  }

  private ancestors(entity: Entity): ReadonlySet<Entity> {
    const { kinds } = entity;
    const first = kinds[0];
    if (!isSpecialised(entity)) {
      if (first === undefined) return noKinds;
      if (kinds.length === 1 && isSpecialised(first)) return this.kindsOf(first);
    }
    const all = new Set<Entity>(isSpecialised(entity) ? [entity, ...kinds] : kinds);
    for (const kind of all) for (const parent of kind.kinds) all.add(parent);
    return all;
  }

  /** A property of an entity: its own, or else what its kinds say, nearest kind first. */
  property(entity: Entity, name: string): BoundProperty | undefined {
    const { kinds } = entity;
    const own = entity.properties.get(name);
    if (own !== undefined || kinds.length === 0) return own;
    if (kinds.length === 1) return this.inheritedFrom(kinds[0] as Entity).get(name);
    for (const kind of this.kindsOf(entity)) {
      const inherited = kind.properties.get(name);
      if (inherited) return inherited;
    }
    return undefined;
  }

  // What an entity of one kind inherits: thousands of entities are of a few dozen kinds.
  private inheritedFrom(kind: Entity): ReadonlyMap<string, BoundProperty> {
    const known = this.inherited.get(kind);
    if (known) return known;
    const all = new Map(kind.properties);
    for (const parent of this.kindsOf(kind)) for (const [name, property] of parent.properties) if (!all.has(name)) all.set(name, property);
    this.inherited.set(kind, all);
    return all;
  }

  /** A property's first value when it is text, a word, a date or a port. */
  text(entity: Entity, name: string): string | undefined {
    const value = this.property(entity, name)?.values[0]?.value;
    return typeof value === "string" ? value : undefined;
  }

  /** All values of a property that are text, words, dates or ports. */
  texts(entity: Entity, name: string): string[] {
    return (this.property(entity, name)?.values ?? []).map(({ value }) => value).filter((value) => typeof value === "string");
  }

  /** A yes-no property; absent counts as no. */
  yes(entity: Entity, name: string): boolean {
    return this.property(entity, name)?.values[0]?.value === true;
  }

  /** The entities that a property refers to. */
  refs(entity: Entity, name: string): Entity[] {
    return (this.property(entity, name)?.values ?? []).map(({ value }) => value).filter(isEntity);
  }

  /** Resolves a name written in a condition and keeps the reference; or gives the words for what is wrong. */
  resolve(path: Path, from: Entity, to: readonly Keyword[]): { readonly found: Entity } | { readonly problem: Diagnostic } {
    const result = this.binder.lookUp(path, from, to);
    if ("found" in result)
      this.binder.references.push({ file: from.file, range: path.segments.at(-1) ?? path, target: result.found, from });
    return result;
  }

  private within(entity: Entity): Entity | undefined {
    if (!isModelKeyword(entity.keyword)) return undefined;
    const value = entity.properties.get("within")?.values[0]?.value;
    return isEntity(value) ? value : entity.parent;
  }

  private breakCycles(): Diagnostic[] {
    const problems: Diagnostic[] = [];
    for (const entity of this.entities) {
      if (!this.containers.has(entity)) continue;
      const seen = new Set<Entity>([entity]);
      for (let at = this.containers.get(entity); at; at = this.containers.get(at)) {
        if (!seen.has(at)) {
          seen.add(at);
          continue;
        }
        // A circle further out is cut at one of its own members.
        if (at !== entity) break;
        const container = this.containers.get(entity) as Entity;
        this.inside.set(
          container,
          this.contents(container).filter((one) => one !== entity),
        );
        this.containers.delete(entity);
        problems.push(
          diagnostic(
            "containment-cycle",
            { file: entity.file, range: entity.properties.get("within")?.node ?? nameRange(entity) },
            { name: entity.id },
          ),
        );
        break;
      }
    }
    return problems;
  }
}

function push<Key>(map: Map<Key, Entity[]>, key: Key, entity: Entity): void {
  const list = map.get(key);
  if (list) list.push(entity);
  else map.set(key, [entity]);
}
