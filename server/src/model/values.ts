// Second pass, values: each property is checked against the vocabulary and its values become typed.
import type { Expression, Property } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { PropertySpec, ValueType, WordSet } from "../vocabulary/types.ts";
import type { Binder } from "./bind.ts";
import { didYouMean } from "./suggest.ts";
import { noteText, TextValue } from "./texts.ts";
import type { BoundProperty, BoundValue, Entity, Value } from "./types.ts";
import { describeType } from "./vocabulary.ts";

/** Binds all properties of an entity. */
export function bindProperties(binder: Binder, entity: Entity): void {
  for (const item of entity.node.body?.items ?? []) {
    if (item.type === "property") bindProperty(binder, entity, item);
  }
}

function bindProperty(binder: Binder, entity: Entity, node: Property): void {
  const { file } = entity;
  const name = node.name.text;
  const spec = binder.vocabulary.propertyOf(entity, name) ?? (entity.node.modifier?.text === "disable" ? disableProperty(name) : undefined);
  if (spec === undefined) {
    const help =
      didYouMean(name, binder.vocabulary.propertyNames(entity)) ??
      `it takes ${binder.vocabulary.propertyNames(entity).join(", ") || "no properties"}`;
    binder.report(diagnostic("unknown-property", { file, range: node.name }, { property: name, what: entity.keyword }, { help }));
    return;
  }
  const first = entity.properties.get(name);
  if (first !== undefined) {
    const related = [{ message: "first given here", location: { file, range: first.node.name } }];
    binder.report(diagnostic("duplicate-property", { file, range: node.name }, { property: name }, { related }));
    return;
  }
  const values: BoundValue[] = [];
  for (const value of node.values) {
    const bound = bindValue(binder, entity, spec, value);
    const isText = spec.value.type === "text" && value.type === "string";
    // Where a text is refused, or stands for something else, what it says has decided something.
    if (value.type === "string" && (!isText || bound === undefined)) noteText(value);
    if (bound !== undefined) values.push(isText ? new TextValue(value) : { value: bound, node: value });
  }
  if (!spec.list && node.values.length > 1) {
    binder.report(diagnostic("too-many-values", { file, range: node.values[1] as Expression }, { property: name }));
  }
  const property: BoundProperty = { spec, node, file, values };
  entity.properties.set(name, property);
}

const reason: PropertySpec = {
  name: "reason",
  value: { type: "text" },
  list: false,
  required: true,
  doc: "Why the entry is switched off.",
};

function disableProperty(name: string): PropertySpec | undefined {
  return name === "reason" ? reason : undefined;
}

function bindValue(binder: Binder, entity: Entity, spec: PropertySpec, node: Expression): Value | undefined {
  const value = typedValue(binder, entity, spec.value, node);
  if (value !== undefined) return value === unresolved ? undefined : value;
  const written = node.type === "path" ? node.segments.map((segment) => segment.text).join(".") : undefined;
  const words = spec.value.type === "word" || spec.value.type === "cases" ? spec.value.set.words.map(([word]) => word) : undefined;
  const wildcard = node.type === "path" && node.wildcard ? "write it without `*`" : undefined;
  const help =
    wildcard ??
    (written !== undefined && words
      ? didYouMean(written, words)
      : spec.value.type === "text" && written
        ? `write it in quotes: "${written}"`
        : undefined);
  binder.report(
    diagnostic(
      "invalid-value",
      { file: entity.file, range: node },
      { property: spec.name, expected: describeType(spec.value, spec.list) },
      { help },
    ),
  );
  return undefined;
}

/** A name that was already reported. */
const unresolved = Symbol("unresolved");

type Reader = (node: Expression) => Value | undefined;

const inSet = (word: string | undefined, type: { readonly set: WordSet }): boolean => type.set.words.some(([known]) => known === word);

/** How a value of each simple type is read; undefined when the expression is none. */
const readers: Readonly<Record<"text" | "number" | "date" | "port" | "yes-no" | "identifier" | "condition" | "measures", Reader>> = {
  text: (node) => (node.type === "string" ? node.value : undefined),
  number: (node) => (node.type === "number" ? node.value : undefined),
  date: (node) => (node.type === "date" && isDate(node.value) ? node.value : undefined),
  port: (node) => (node.type === "port" && isPort(node.value) ? node.value : undefined),
  "yes-no": (node) => ({ yes: true, no: false })[singleWord(node) ?? ""],
  identifier: (node) => accepted(singleWord(node), (word) => /^(CWE|CAPEC|CVE)-\d+(-\d+)?$/.test(word)),
  condition: (node) => (node.type === "cased" || node.type === "string" ? undefined : node),
  measures: (node) => (isMeasures(node) ? node : undefined),
};

function accepted(word: string | undefined, test: (word: string) => boolean): string | undefined {
  return word !== undefined && test(word) ? word : undefined;
}

function typedValue(binder: Binder, entity: Entity, type: ValueType, node: Expression): Value | typeof unresolved | undefined {
  switch (type.type) {
    case "word":
      return accepted(singleWord(node), (word) => inSet(word, type));
    case "cases":
      return inSet(singleWord(node.type === "cased" ? node.value : node), type) ? node : undefined;
    case "any-word":
      return singleWord(node) ?? (node.type === "number" ? String(node.value) : undefined);
    case "reference":
      return node.type === "path" && (type.wildcard || !node.wildcard)
        ? (binder.resolvePath(node, entity, type.to) ?? unresolved)
        : undefined;
    case "identifier":
      return readers.identifier(node) ?? (type.text ? readers.text(node) : undefined);
    default:
      return readers[type.type](node);
  }
}

function isMeasures(node: Expression): boolean {
  if (node.type === "path") return !node.wildcard && node.segments.length > 0;
  if (node.type === "group") return node.items.length === 1 && isMeasures(node.items[0] as Expression);
  return (node.type === "and" || node.type === "or") && node.operands.every(isMeasures);
}

/** The word of an expression that is a single word. */
export function singleWord(node: Expression): string | undefined {
  return node.type === "path" && !node.wildcard && node.segments.length === 1 ? node.segments[0]?.text : undefined;
}

/** Whether a date such as `2027-02-30` is on the calendar. */
export function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isPort(value: string): boolean {
  const [numbers = "", protocol = ""] = value.split("/");
  const ends = numbers.split("-").map(Number);
  return (
    ["tcp", "udp", "sctp"].includes(protocol) &&
    ends.every((port) => port >= 0 && port <= 65535) &&
    (ends[0] as number) <= (ends.at(-1) as number)
  );
}
