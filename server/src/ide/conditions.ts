// What each word of a catalogue value means: attributes of which elements, words of which set, names. The catalogue's
// compiler knows it too, but gives up at the first error; editor features need it in unfinished text as well.
import { declarationKeywords, type Keyword } from "../../../grammar/keywords.ts";
import type { Comparison, Expression, Path, Word } from "../../../grammar/syntax.ts";
import { attributeType } from "../catalogue/attribute.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { AttributeType } from "../vocabulary/attributes.ts";
import type { PropertySpec, WordSet } from "../vocabulary/types.ts";

/** A word of a condition with its meaning. */
export type Meaning =
  | {
      readonly role: "attribute";
      readonly word: Word /** Keywords of the elements whose attribute it is. */;
      readonly owners: readonly Keyword[];
    }
  | { readonly role: "word"; readonly word: Word; readonly set: WordSet }
  | { readonly role: "yes-no" | "keyword" | "this" | "name"; readonly word: Word };

type Visit = (meaning: Meaning) => void;

/** The words of a value with their meanings, in the order of the text; nothing for values that are plain names or text. */
export function meaningsIn(model: Model, entity: Entity, spec: PropertySpec, value: Expression): Meaning[] {
  const found: Meaning[] = [];
  const owners = ownersOf(entity);
  const walker = new Walker(model.vocabulary, owners, (meaning) => found.push(meaning));
  if (spec.value.type === "condition") walker.condition(value, owners);
  else if (spec.value.type === "cases") {
    const { set } = spec.value;
    const word = value.type === "cased" ? value.value : value;
    if (word.type === "path" && word.segments[0]) found.push({ role: "word", word: word.segments[0], set });
    if (value.type === "cased" && value.when) walker.condition(value.when, owners);
  }
  return found;
}

/** The keywords of the elements that a threat or requirement is raised on. */
function ownersOf(entity: Entity): readonly Keyword[] {
  const subject = entity.node.modifier ? (entity.subject ?? entity) : entity;
  if (subject.keyword !== "requirement") return subject.appliesTo;
  const per = entity.properties.get("per")?.values[0]?.value ?? subject.properties.get("per")?.values[0]?.value;
  return [(typeof per === "string" ? per : "system") as Keyword];
}

class Walker {
  private readonly vocabulary: Vocabulary;
  private readonly self: readonly Keyword[];
  private readonly visit: Visit;

  constructor(vocabulary: Vocabulary, self: readonly Keyword[], visit: Visit) {
    this.vocabulary = vocabulary;
    this.self = self;
    this.visit = visit;
  }

  /** Visits a condition whose names belong to elements of some keywords; gives its type where it has one. */
  condition(node: Expression, keywords: readonly Keyword[]): AttributeType | undefined {
    switch (node.type) {
      case "and":
      case "or":
        for (const operand of node.operands) this.condition(operand, keywords);
        return undefined;
      case "not":
        this.condition(node.operand, keywords);
        return undefined;
      case "group": {
        const types = node.items.map((item) => this.condition(item, keywords));
        return types.length === 1 ? types[0] : undefined;
      }
      case "comparison":
        this.comparison(node, keywords);
        return undefined;
      case "quantified": {
        const type = this.path(node.collection, keywords);
        if (node.where) this.condition(node.where, type?.base === "entity" ? type.keywords : []);
        return undefined;
      }
      case "path":
        return this.path(node, keywords);
      default:
        return undefined;
    }
  }

  private comparison(node: Comparison, keywords: readonly Keyword[]): void {
    const left = node.left && this.condition(node.left, keywords);
    const rights = node.operator === "in" && node.right.type === "group" ? node.right.items : [node.right];
    for (const right of rights) {
      if (right.type !== "path") this.condition(right, keywords);
      else if (node.operator === "is") this.kind(right);
      else if (!this.constant(right, left)) this.path(right, keywords);
    }
  }

  private kind(path: Path): void {
    const isKeyword = path.segments.length === 1 && declarationKeywords.has(path.segments[0]?.text ?? "");
    for (const word of path.segments) this.visit({ role: isKeyword ? "keyword" : "name", word });
  }

  private constant(path: Path, left: AttributeType | undefined): boolean {
    const [word] = path.segments;
    if (word === undefined || path.segments.length > 1) return false;
    if (left?.base === "word") this.visit({ role: "word", word, set: left.set });
    else if (left?.base === "yes-no" && (word.text === "yes" || word.text === "no")) this.visit({ role: "yes-no", word });
    else return false;
    return true;
  }

  private path(path: Path, keywords: readonly Keyword[]): AttributeType | undefined {
    const [first] = path.segments;
    const fromSelf = first?.text === "this";
    if (fromSelf) this.visit({ role: "this", word: first });
    let type: AttributeType | undefined = { base: "entity", keywords: fromSelf ? this.self : keywords, many: false };
    for (const word of path.segments.slice(fromSelf ? 1 : 0)) {
      const all: readonly Keyword[] = type?.base === "entity" ? type.keywords : [];
      const owners = all.filter((keyword) => attributeType(this.vocabulary, keyword, word.text));
      this.visit({ role: "attribute", word, owners });
      type = this.joined(owners, word.text);
    }
    return type;
  }

  private joined(owners: readonly Keyword[], name: string): AttributeType | undefined {
    const types = owners.map((keyword) => attributeType(this.vocabulary, keyword, name)).filter((type) => type !== undefined);
    const [first] = types;
    if (first?.base !== "entity") return first;
    return { ...first, keywords: [...new Set(types.flatMap((type) => (type.base === "entity" ? type.keywords : [])))] };
  }
}
