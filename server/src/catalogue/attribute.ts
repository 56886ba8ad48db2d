// Reading an attribute in a condition: which attributes an element of a keyword has, of which type, and their values.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Facts } from "../model/derived/facts.ts";
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

/** The values of an attribute of an element: derived, declared, or the default of its kinds. */
export function attributeValues(facts: Facts, entity: Entity, name: string): readonly unknown[] {
  if (derived.get(name)?.has(entity.keyword)) {
    const value = facts.derived(entity, name);
    return Array.isArray(value) ? value : value === undefined ? [] : [value];
  }
  const values = facts.model.property(entity, name)?.values;
  if (values === undefined) return [];
  return values.length === 1 ? [(values[0] as { value: unknown }).value] : values.map(({ value }) => value);
}

/** The value of an attribute that has at most one. */
export function attributeValue(facts: Facts, entity: Entity, name: string): unknown {
  return derived.get(name)?.has(entity.keyword) ? facts.derived(entity, name) : facts.model.property(entity, name)?.values[0]?.value;
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
