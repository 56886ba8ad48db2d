// The vocabulary as one model sees it: the static table plus the properties that its catalogues add.
import type { Keyword } from "../../../grammar/keywords.ts";
import { oneOf } from "../diagnostics/words.ts";
import { attributes } from "../vocabulary/attributes.ts";
import { declarationSpec, declarations } from "../vocabulary/index.ts";
import type { DeclarationSpec, PropertySpec, ValueType, WordSet } from "../vocabulary/types.ts";
import type { Entity } from "./types.ts";

const tables = new Map<string, ReadonlyMap<string, PropertySpec>>(
  declarations.map((spec) => [spec.keyword, new Map(spec.properties.map((property) => [property.name, property]))]),
);

/** Looks up declarations and the properties they take. */
export class Vocabulary {
  private readonly added = new Map<string, Map<string, PropertySpec>>();

  /** The declaration that a keyword begins. */
  spec(keyword: string): DeclarationSpec | undefined {
    return declarationSpec(keyword);
  }

  /** Adds a `property` declaration of a catalogue. */
  add(declaration: Entity): void {
    const type = addedType(declaration);
    if (type === undefined) return;
    const spec: PropertySpec = {
      name: declaration.name,
      value: type,
      list: firstText(declaration, "list") === "yes",
      required: false,
      doc: firstText(declaration, "explain") ?? declaration.title,
    };
    for (const keyword of declaration.appliesTo) {
      const table = this.added.get(keyword) ?? new Map<string, PropertySpec>();
      table.set(spec.name, spec);
      this.added.set(keyword, table);
    }
  }

  /** The property of that name that declarations of a keyword take. */
  property(keyword: string, name: string): PropertySpec | undefined {
    return tables.get(keyword)?.get(name) ?? this.added.get(keyword)?.get(name);
  }

  /** Whether the language itself gives declarations of a keyword a property or a derived attribute of that name. */
  isBuiltIn(keyword: Keyword, name: string): boolean {
    return tables.get(keyword)?.has(name) === true || attributes.some((one) => one.name === name && one.on.includes(keyword));
  }

  /** The property of an entity; a kind also takes those of the elements it is a kind of. */
  propertyOf(entity: Entity, name: string): PropertySpec | undefined {
    const own = this.property(entity.keyword, name);
    if (own || entity.keyword !== "kind") return own;
    for (const keyword of (entity.subject ?? entity).appliesTo) {
      const spec = this.property(keyword, name);
      if (spec) return spec;
    }
    return undefined;
  }

  /** Names of the properties an entity takes. */
  propertyNames(entity: Pick<Entity, "keyword" | "appliesTo"> & Partial<Pick<Entity, "subject">>): string[] {
    const keywords = entity.keyword === "kind" ? ["kind", ...(entity.subject ?? entity).appliesTo] : [entity.keyword];
    return [
      ...new Set(keywords.flatMap((keyword) => [...(tables.get(keyword)?.keys() ?? []), ...(this.added.get(keyword)?.keys() ?? [])])),
    ];
  }
}

/** The type words that may follow `:` in a `property` declaration. */
export const addableTypes = ["text", "number", "yes-no", "date", "word"] as const;

function addedType(declaration: Entity): ValueType | undefined {
  const word = declaration.node.kinds[0]?.segments[0]?.text;
  if (word === "text" || word === "number" || word === "yes-no" || word === "date") return { type: word };
  if (word !== "word") return undefined;
  const words = (declaration.properties.get("words")?.values ?? []).map(({ value }) => [String(value), ""] as const);
  const set: WordSet = { name: declaration.name, title: declaration.title, ordered: false, words };
  return { type: "word", set };
}

function firstText(entity: Entity, name: string): string | undefined {
  const value = entity.properties.get(name)?.values[0]?.value;
  return typeof value === "string" ? value : value === true ? "yes" : undefined;
}

/** How a type is named in messages. */
export function describeType(type: ValueType, list: boolean): string {
  const one = describeOne(type);
  return list ? `${one}, or several with commas` : one;
}

function describeOne(type: ValueType): string {
  switch (type.type) {
    case "text":
      return 'text in quotes, e.g. "…"';
    case "number":
      return "a number";
    case "yes-no":
      return "`yes` or `no`";
    case "date":
      return "a date such as 2027-05-31";
    case "port":
      return "a port such as 443/tcp";
    case "identifier":
      return "an identifier such as CWE-306";
    case "condition":
      return "a condition";
    case "measures":
      return "measures joined by `and` and `or`";
    case "any-word":
      return "a word";
    case "reference":
      return `the name of ${oneOf(type.to)}`;
    case "word":
    case "cases":
      return `one of ${type.set.words.map(([word]) => `\`${word}\``).join(", ")}`;
  }
}
