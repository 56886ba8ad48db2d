// The parts of a hover that every declaration has: its signature, its docs, its kinds, its properties.
import type { Model } from "../../model/model.ts";
import { type BoundProperty, type Entity, isEntity, isPattern, type Value } from "../../model/types.ts";
import { signature } from "../words.ts";
import { block, blocks, code, plain, plainLine, section } from "./markdown.ts";

const longestText = 160;

/** Signature and doc comment. */
export function opening(entity: Entity): string {
  return blocks(block(signature(entity.file.tree.text, entity.node)), entity.node.doc && plain(entity.node.doc));
}

/** "Infusion pump `InfusionPump`, medical device `MedicalDevice`": what an entity specialises, nearest first. */
export function kindsLine(model: Model, entity: Entity, word: string): string | undefined {
  const kinds = [...model.kindsOf(entity)].filter((kind) => kind !== entity).slice(0, 6);
  return kinds.length === 0 ? undefined : `${word} ${kinds.map(titled).join(", ")}`;
}

/** A title with its name: "Secure boot (`SecureBoot`)". */
export function titled(entity: Entity): string {
  return entity.title === entity.name ? code(entity.id) : `${plainLine(entity.title)} (${code(entity.id)})`;
}

/** Own properties and those that kinds give, as a list; `hidden` are told elsewhere. */
export function propertyList(model: Model, entity: Entity, hidden: ReadonlySet<string>): string | undefined {
  const all = new Map<string, { property: BoundProperty; from: Entity | undefined }>();
  for (const [name, property] of entity.properties) all.set(name, { property, from: overrideOf(entity, property) });
  const kinds = entity.keyword === "control" || entity.keyword === "assumption" ? [] : model.kindsOf(entity);
  for (const kind of kinds) {
    for (const [name, property] of kind.properties) if (!all.has(name) && !catalogueOnly.has(name)) all.set(name, { property, from: kind });
  }
  const shown = [...all].filter(([name, { property }]) => !hidden.has(name) && property.values.length > 0);
  return section(
    "Properties",
    shown.map(([name, { property, from }]) => `${code(name)}: ${valuesOf(property)}${from ? ` (from ${code(from.name)})` : ""}`),
    16,
  );
}

const catalogueOnly: ReadonlySet<string> = new Set(["source", "provides", "formerly"]);

function overrideOf(entity: Entity, property: BoundProperty): Entity | undefined {
  return property.file === entity.file
    ? undefined
    : entity.overrides.find((override) => override.properties.get(property.spec.name) === property);
}

/** The values of a property in words. */
export function valuesOf({ values, file }: BoundProperty): string {
  const shown = values
    .slice(0, 8)
    .map(({ value, node }) => shownValue(value, file.tree.text.slice(node.start, node.end), node.type === "string"));
  return `${shown.join(", ")}${values.length > 8 ? ` and ${values.length - 8} more` : ""}`;
}

function shownValue(value: Value, written: string, isText: boolean): string {
  if (isText) return plainLine(shortened(String(value)));
  if (isEntity(value)) return code(value.id);
  if (isPattern(value)) return code(value.container ? `${value.container.id}.*` : "*");
  return code(shortened(written));
}

/** A text cut to a length that a list can bear. */
export function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`;
}

/** A text property as a paragraph. */
export function paragraph(model: Model, entity: Entity, name: string): string | undefined {
  const text = model.text(entity, name);
  return text === undefined ? undefined : plain(text);
}

/** Where an entry says that it comes from; what it specialises may come from elsewhere. */
export function sourceLine(entity: Entity): string | undefined {
  const source = entity.properties.get("source")?.values[0]?.value;
  return typeof source === "string" ? `Source: ${plainLine(source)}` : undefined;
}
