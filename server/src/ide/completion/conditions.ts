// Inside `when`, `severity` and `mitigated-by`: attributes of the item at this point of the path, operators and words that fit
// what is compared, kinds after `is`, and measures.
import type { IToken } from "chevrotain";
import { declarationKeywords, type Keyword } from "../../../../grammar/keywords.ts";
import { attributeNames, attributeType } from "../../catalogue/attribute.ts";
import { type AttributeType, attributes } from "../../vocabulary/attributes.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { PropertySpec } from "../../vocabulary/types.ts";
import type { Completion } from "../types.ts";
import { appliesTo, type Context, keywordOf, order, suggestion } from "./context.ts";
import { isComplete } from "./cursor.ts";
import { type Place, readExpression, stepType } from "./expression.ts";
import { measureSuggestions } from "./measures.ts";
import { referenceSuggestions } from "./references.ts";
import { words } from "./values.ts";

/** Suggestions in an expression, after `tokens` of it. */
export function* conditionCompletions(context: Context, spec: PropertySpec, tokens: readonly IToken[]): Iterable<Completion> {
  if (spec.value.type === "measures") {
    if (isComplete(tokens.at(-1))) yield* operators(context, ["or", "and"]);
    else yield* measureSuggestions(context, []);
    return;
  }
  const state = readExpression(context.vocabulary, selfKeywords(context), tokens, spec.value.type === "cases");
  switch (state.mode) {
    case "case":
      if (spec.value.type === "cases") yield* words(context, spec.value.set);
      break;
    case "after-case":
      yield* operators(context, ["when", "otherwise"]);
      break;
    case "operand":
      yield* attributesOf(context, state.scope, () => true, true);
      yield* starters(context);
      break;
    case "collection":
      yield* attributesOf(context, state.scope, ({ base }) => base === "entity", true);
      break;
    case "step":
      yield* attributesOf(
        context,
        state.type?.base === "entity" ? state.type.keywords : [],
        state.collection ? ({ base }) => base === "entity" : () => true,
        false,
      );
      break;
    case "operator":
      yield* operators(context, operatorsFor(state.type));
      break;
    case "after-collection":
      yield* operators(context, ["where", "and", "or"]);
      break;
    case "value":
      yield* comparable(context, state);
      break;
    case "kind":
      yield* kinds(context, state.type?.base === "entity" ? state.type.keywords : state.scope);
      break;
    case "after-value":
      yield* operators(context, ["and", "or"]);
      break;
  }
}

function selfKeywords(context: Context): readonly Keyword[] {
  if (keywordOf(context.head) !== "requirement") return appliesTo(context);
  const per = context.entity && context.analysis?.model.text(context.entity.subject ?? context.entity, "per");
  return [(per as Keyword | undefined) ?? "system"];
}

function* attributesOf(
  context: Context,
  keywords: readonly Keyword[],
  accepts: (type: AttributeType) => boolean,
  fromSelf: boolean,
): Iterable<Completion> {
  const { vocabulary } = context;
  const names = new Map<string, AttributeType>();
  for (const keyword of keywords) {
    for (const name of attributeNames(vocabulary, keyword)) {
      const type = names.has(name) ? undefined : stepType(vocabulary, keywords, name);
      if (type && accepts(type)) names.set(name, type);
    }
  }
  for (const [name, type] of names) {
    const on = keywords.filter((keyword) => attributeType(vocabulary, keyword, name));
    const only = on.length < keywords.length && on.length <= 4 ? ` (of ${on.join(", ")})` : "";
    yield suggestion(context, name, "attribute", {
      detail: `${typeWords(type)}${only}`,
      documentation: meaning(context, on, name),
      order: order("a", isDerived(name) ? 0 : 1),
    });
  }
  if (fromSelf)
    yield suggestion(context, "this", "keyword", {
      detail: "the element itself",
      documentation: "The element that the entry is on, also inside `where`.",
      order: order("c"),
    });
}

const isDerived = (name: string): boolean => attributes.some((spec) => spec.name === name);

function meaning({ vocabulary }: Context, keywords: readonly Keyword[], name: string): string | undefined {
  const derived = attributes.find((spec) => spec.name === name && keywords.some((keyword) => spec.on.includes(keyword)));
  return derived?.doc ?? keywords.map((keyword) => vocabulary.property(keyword, name)?.doc).find((doc) => doc !== undefined);
}

function typeWords(type: AttributeType): string {
  const one =
    type.base === "word"
      ? type.set.title.toLowerCase()
      : type.base === "entity"
        ? type.keywords.length > 4
          ? "element"
          : type.keywords.join(" or ")
        : type.base;
  return type.many ? `several: ${one}` : one;
}

const starterWords: readonly (readonly [string, string])[] = [
  ["any", "Whether any item of a collection passes: `any incoming where commands`."],
  ["all", "Whether all items of a collection pass; holds for an empty one."],
  ["no", "Whether no item of a collection passes."],
  ["count", "How many items of a collection pass: `(count devices where is MedicalDevice) >= 2`."],
  ["not", "The opposite of what follows."],
  ["is", "Whether the item itself is of a kind."],
];

function* starters(context: Context): Iterable<Completion> {
  for (const [index, [word, documentation]] of starterWords.entries())
    yield suggestion(context, word, "keyword", { documentation, insert: `${word} `, order: order("b", index), retrigger: true });
}

function operatorsFor(type: AttributeType | undefined): string[] {
  if (type === undefined || type.base === "yes-no") return ["and", "or", "="];
  if (type.base === "entity") return ["is", "and", "or", "=", ...(type.many ? [] : ["!="])];
  const ordered = type.base === "number" || type.base === "date" || (type.base === "word" && type.set.ordered);
  return ["=", ...(type.many ? [] : ["!="]), "in", ...(ordered ? ["<", "<=", ">", ">="] : [])];
}

const operatorDocs: Readonly<Record<string, string>> = {
  and: "Both hold.",
  or: "At least one holds.",
  in: "Is one of several values: `in (a, b)`.",
  is: "Is of a kind, or of one that specialises it.",
  where: "Which items count; names then belong to the item.",
  when: "When this severity holds.",
  otherwise: "Holds when none before does.",
};

function* operators(context: Context, list: readonly string[]): Iterable<Completion> {
  for (const [index, operator] of list.entries()) {
    const insert = operator === "in" ? "in ($1)" : operator === "otherwise" ? operator : `${operator} `;
    yield suggestion(context, operator, "keyword", {
      documentation: operatorDocs[operator],
      insert,
      snippet: operator === "in",
      order: order("a", index),
      retrigger: operator !== "otherwise",
    });
  }
}

/** What can stand on the right of a comparison. */
function* comparable(context: Context, { type, scope }: Place): Iterable<Completion> {
  if (type === undefined) return;
  if (type.base === "word") yield* words(context, type.set);
  else if (type.base === "yes-no") for (const word of ["yes", "no"]) yield suggestion(context, word, "value", { order: order("a") });
  if (type.base === "word" || type.base === "yes-no") {
    yield suggestion(context, "this", "keyword", { detail: "an attribute of the element itself", order: order("c") });
    return;
  }
  yield* attributesOf(context, scope, (other) => other.base === type.base, true);
}

/** Kinds and keywords after `is`. */
function* kinds(context: Context, keywords: readonly Keyword[]): Iterable<Completion> {
  const isProtocol = keywords.length === 1 && keywords[0] === "protocol";
  if (keywords.length > 1) {
    for (const keyword of keywords)
      if (declarationKeywords.has(keyword))
        yield suggestion(context, keyword, "keyword", { detail: declarationSpec(keyword)?.title, order: order("a") });
  }
  yield* referenceSuggestions(context, {
    to: [isProtocol ? "protocol" : "kind"],
    path: [],
    besides: [],
    accepts: (kind) => isProtocol || kind.appliesTo.some((keyword) => keywords.includes(keyword)),
    weight: () => 1,
  });
}
