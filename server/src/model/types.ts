// The typed model: every declaration of every file as an entity with resolved names and typed values.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Declaration, Expression, Property, Range } from "../../../grammar/syntax.ts";
import type { Location, SourceFile } from "../source/types.ts";
import type { PropertySpec } from "../vocabulary/types.ts";

/** `Clinical.*`: everything inside an entity; `Clinical` stands for the entity itself. Without entity: the whole model. */
export interface Pattern {
  readonly pattern: true;
  readonly container: Entity | undefined;
}

/** A value of a property, by the property's type: text, word, date, port and identifier are strings. */
export type Value = string | number | boolean | Entity | Pattern | Expression;

/** A value with the place that gave it. */
export interface BoundValue {
  readonly value: Value;
  readonly node: Expression;
}

/** A property of an entity, checked against the vocabulary; values that failed the check are left out. */
export interface BoundProperty {
  readonly spec: PropertySpec;
  readonly node: Property;
  readonly file: SourceFile;
  readonly values: readonly BoundValue[];
}

/** A declaration with its names resolved. */
export interface Entity {
  /** The full lexical path, e.g. `Clinical.Pump.Firmware`; unique in a model. */
  readonly id: string;
  readonly name: string;
  /** What people read: the title (an override may give another), or the name. */
  title: string;
  readonly keyword: Keyword;
  /** Its place in the order of files and of declarations in them, from 0. */
  readonly rank: number;
  readonly file: SourceFile;
  readonly node: Declaration;
  readonly parent: Entity | undefined;
  readonly children: Entity[];
  readonly kinds: Entity[];
  readonly properties: Map<string, BoundProperty>;
  /** Ends of a flow. */
  source: Entity | undefined;
  target: Entity | undefined;
  /** What a decision is on. */
  readonly on: BoundValue[];
  /** The keywords after `on` or `of` of a catalogue entry. */
  readonly appliesTo: Keyword[];
  /** The catalogue entry that a decision names. */
  subject: Entity | undefined;
  /** The entry is switched off by a `disable` declaration. */
  disabledBy: Entity | undefined;
  /** Declarations that override this entry, in order. */
  readonly overrides: Entity[];
}

/** A name in the text and what it refers to. */
export interface Reference {
  readonly file: SourceFile;
  readonly range: Range;
  readonly target: Entity;
  readonly from: Entity;
}

/** Where the name of an entity stands, or its keyword when it has no name. */
export function nameRange(entity: Entity): Range {
  return entity.node.name ?? entity.node.keyword;
}

/** The place of an entity's name. */
export function nameLocation(entity: Entity): Location {
  return { file: entity.file, range: nameRange(entity) };
}

/** Whether a value is an entity. */
export function isEntity(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && "keyword" in value && "children" in value;
}

/** Whether a value is a pattern. */
export function isPattern(value: unknown): value is Pattern {
  return typeof value === "object" && value !== null && "pattern" in value;
}
