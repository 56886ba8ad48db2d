// A place in a half-written condition: what is expected there, whose attributes names mean, and of which type is what stands
// before. Read from tokens, since a condition is seldom whole while it is written.
import type { IToken } from "chevrotain";
import type { Keyword } from "../../../../grammar/keywords.ts";
import * as t from "../../../../grammar/tokens.ts";
import { attributeType } from "../../catalogue/attribute.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { AttributeType } from "../../vocabulary/attributes.ts";

/** What is expected next. */
export type Mode =
  | "case"
  | "after-case"
  | "operand"
  | "collection"
  | "step"
  | "operator"
  | "after-collection"
  | "value"
  | "kind"
  | "after-value";

/** A place in an expression. */
export interface Place {
  readonly mode: Mode;
  /** Keywords of the item that names belong to. */
  readonly scope: readonly Keyword[];
  /** The type of the last path. */
  readonly type: AttributeType | undefined;
  /** The last path names a collection after a quantifier. */
  readonly collection: boolean;
}

/** Walks over the tokens of an expression whose element has one of the keywords; `cases` when it is one of severities. */
export function readExpression(vocabulary: Vocabulary, self: readonly Keyword[], tokens: readonly IToken[], cases: boolean): Place {
  const reader = new Reader(vocabulary, self, cases);
  for (const token of tokens) reader.read(token);
  return reader.place;
}

/** The type of an attribute of elements of several keywords; one that some of them have is enough. */
export function stepType(vocabulary: Vocabulary, keywords: readonly Keyword[], name: string): AttributeType | undefined {
  let found: AttributeType | undefined;
  for (const keyword of keywords) {
    const type = attributeType(vocabulary, keyword, name);
    if (type === undefined) continue;
    if (found?.base === "entity" && type.base === "entity") {
      found = { base: "entity", keywords: [...new Set([...found.keywords, ...type.keywords])], many: found.many || type.many };
    } else found ??= type;
  }
  return found;
}

const entities = (keywords: readonly Keyword[]): AttributeType => ({ base: "entity", keywords, many: false });

const quantifiers: ReadonlySet<string> = new Set(["any", "all", "no", "count"]);

class Reader {
  place: Place;
  private readonly vocabulary: Vocabulary;
  private readonly self: readonly Keyword[];
  private readonly cases: boolean;
  /** Whose attributes names mean: the element, and inside each `where` the item of its collection. */
  private readonly scopes: (readonly Keyword[])[];
  /** How many scopes there were before each open parenthesis: `where` reaches to its end. */
  private readonly groups: number[] = [];
  /** The type of what is compared, inside the list after `in`. */
  private listed: AttributeType | undefined;
  private inList = false;

  constructor(vocabulary: Vocabulary, self: readonly Keyword[], cases: boolean) {
    this.vocabulary = vocabulary;
    this.self = self;
    this.cases = cases;
    this.scopes = [self];
    this.place = { mode: cases ? "case" : "operand", scope: self, type: undefined, collection: false };
  }

  read(token: IToken): void {
    const { tokenType: kind, image } = token;
    const { type, collection } = this.place;
    if (kind === t.Word) this.word(image);
    else if (kind === t.Dot) this.to("step", type, collection);
    else if (kind === t.Operator) this.to("value", type);
    else if (kind === t.ParenOpen) this.open();
    else if (kind === t.ParenClose) this.close();
    else if (kind === t.Comma) this.comma();
    else this.to("after-value", type);
  }

  private to(mode: Mode, type?: AttributeType, collection = false): void {
    this.place = { mode, scope: this.scopes.at(-1) ?? this.self, type, collection };
  }

  private open(): void {
    if (this.place.mode === "value") {
      this.inList = true;
      this.listed = this.place.type;
      return;
    }
    this.groups.push(this.scopes.length);
    this.to("operand");
  }

  private close(): void {
    if (!this.inList) this.scopes.length = this.groups.pop() ?? 1;
    this.inList = false;
    this.to("after-value", this.place.type);
  }

  private comma(): void {
    if (this.inList) {
      this.to("value", this.listed);
      return;
    }
    this.scopes.length = 1;
    this.to(this.cases ? "case" : "operand");
  }

  private word(word: string): void {
    const { mode, type } = this.place;
    if (mode === "case") this.to("after-case");
    else if (word === "and" || word === "or" || word === "not") this.to("operand");
    else if (mode === "operand" && quantifiers.has(word)) this.to("collection");
    else if (!this.keyword(word)) this.name(word, mode, type);
  }

  private keyword(word: string): boolean {
    const { mode, type } = this.place;
    if (word === "when") {
      this.scopes.length = 1;
      this.to("operand");
    } else if (word === "otherwise") this.to("after-value");
    else if (word === "where") {
      this.scopes.push(type?.base === "entity" ? type.keywords : []);
      this.to("operand");
    } else if (word === "is") this.to("kind", mode === "operand" ? undefined : type);
    else if (word === "in") this.to("value", type);
    else return false;
    return true;
  }

  private name(word: string, mode: Mode, type: AttributeType | undefined): void {
    const meant = word === "this" ? entities(this.self) : stepType(this.vocabulary, this.place.scope, word);
    if (mode === "collection") this.to("after-collection", meant, true);
    else if (mode === "step") this.step(word, type);
    else if (mode === "value") this.to("after-value", word === "this" ? meant : type);
    else if (mode === "kind") this.to("after-value");
    else this.to("operator", meant);
  }

  private step(word: string, type: AttributeType | undefined): void {
    const next = type?.base === "entity" ? stepType(this.vocabulary, type.keywords, word) : undefined;
    const { collection } = this.place;
    this.to(collection ? "after-collection" : "operator", next && type ? { ...next, many: next.many || type.many } : undefined, collection);
  }
}
