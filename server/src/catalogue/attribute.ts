// Reading an attribute in a condition: which attributes an element of a keyword has, of which type, and their values.
import type { Keyword } from "../../../grammar/keywords.ts";
import { derivedReader, type Facts, type Reader } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";
import { isEntity } from "../model/types.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Location } from "../source/types.ts";
import { type AttributeType, attributes } from "../vocabulary/attributes.ts";
import type { PropertySpec } from "../vocabulary/types.ts";

const derived = new Map<string, Map<Keyword, AttributeType>>();
for (const spec of attributes) {
  const types = derived.get(spec.name) ?? new Map<Keyword, AttributeType>();
  derived.set(spec.name, types);
  for (const keyword of spec.on) types.set(keyword, spec.type);
}

/** The type of an attribute of elements of a keyword, or undefined when they have none of that name. */
export function attributeType(vocabulary: Vocabulary, keyword: Keyword, name: string): AttributeType | undefined {
  const known = derived.get(name)?.get(keyword);
  if (known) return known;
  const property = vocabulary.property(keyword, name);
  return property && propertyType(property);
}

/** Names of all attributes of elements of a keyword. */
export function attributeNames(vocabulary: Vocabulary, keyword: Keyword): string[] {
  const names = attributes.filter((spec) => spec.on.includes(keyword)).map((spec) => spec.name);
  const properties = vocabulary.propertyNames({ keyword, appliesTo: [] }).filter((name) => attributeType(vocabulary, keyword, name));
  return [...new Set([...names, ...properties])];
}

function propertyType({ value, list }: PropertySpec): AttributeType | undefined {
  switch (value.type) {
    case "text":
    case "number":
    case "date":
    case "port":
    case "yes-no":
      return { base: value.type, many: list };
    case "word":
      return { base: "word", set: value.set, many: list };
    case "reference":
      return { base: "entity", keywords: value.to, many: list };
    default:
      return undefined;
  }
}

/** How the values of an attribute are read from an element: derived, declared, or the default of its kinds. */
export interface AttributeReader {
  readonly all: (facts: Facts, entity: Entity) => readonly unknown[];
  /** The first value, for attributes that have at most one. */
  readonly one: Reader;
}

const readers = new Map<string, AttributeReader>();
const nothing: readonly unknown[] = [];

/** The reader of an attribute, made once for each name. */
export function attributeReader(name: string): AttributeReader {
  const known = readers.get(name);
  if (known) return known;
  const reader = makeReader(name);
  readers.set(name, reader);
  return reader;
}

function makeReader(name: string): AttributeReader {
  const keywords = derived.get(name);
  const declared: AttributeReader = {
    all: (facts, entity) => declaredValues(facts, entity, name),
    one: (facts, entity) => declaredValue(facts, entity, name),
  };
  if (keywords === undefined) return declared;
  const compute = derivedReader(name);
  return {
    all: (facts, entity) => {
      if (!keywords.has(entity.keyword)) return declared.all(facts, entity);
      const value = compute(facts, entity);
      return Array.isArray(value) ? value : value === undefined ? nothing : [value];
    },
    one: (facts, entity) => (keywords.has(entity.keyword) ? compute(facts, entity) : declared.one(facts, entity)),
  };
}

function declaredValues(facts: Facts, entity: Entity, name: string): readonly unknown[] {
  const values = facts.model.property(entity, name)?.values;
  if (values === undefined) return nothing;
  return values.length === 1 ? [(values[0] as { value: unknown }).value] : values.map(({ value }) => value);
}

function declaredValue(facts: Facts, entity: Entity, name: string): unknown {
  return facts.model.property(entity, name)?.values[0]?.value;
}

/** Where in the model (or in the kind) an attribute's value was written, if it was. */
export function attributeOrigin(facts: Facts, entity: Entity, name: string): Location[] {
  if (derived.get(name)?.has(entity.keyword)) {
    const declared = facts.model.property(entity, name);
    if (declared) return [{ file: declared.file, range: declared.node }];
    const value = facts.derived(entity, name);
    if (isEntity(value)) return [{ file: value.file, range: value.node.name ?? value.node }];
    return [];
  }
  const property = facts.model.property(entity, name);
  return property ? [{ file: property.file, range: property.node }] : [];
}
