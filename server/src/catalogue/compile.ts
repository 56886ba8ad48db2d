// Compiles a condition once: checks its types, resolves its names, and makes the tree that evaluates and explains it.
import { declarationKeywords, type Keyword } from "../../../grammar/keywords.ts";
import type { Comparison, Expression, Path, Quantified } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import { oneOf, withArticle } from "../diagnostics/words.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Entity } from "../model/types.ts";
import type { AttributeType } from "../vocabulary/attributes.ts";
import { type Compiled, type Environment, holds, showAll, type Trace } from "./expression.ts";
import { type CompileContext, compilePath } from "./path.ts";

const yesNo: AttributeType = { base: "yes-no", many: false };
const number: AttributeType = { base: "number", many: false };

/** Compiles the condition of an entry whose element has one of `keywords`. Problems go to `context.report`. */
export function compileCondition(node: Expression, context: CompileContext): Compiled | undefined {
  const compiled = compile(node, context);
  return compiled && asCondition(compiled, context);
}

/** Reports a problem with a part of a condition. */
function fail(context: CompileContext, node: Expression, problem: string, help?: string): undefined {
  context.report(diagnostic("invalid-condition", { file: context.owner.file, range: node }, { problem }, { help }));
  return undefined;
}

function asCondition(compiled: Compiled, context: CompileContext): Compiled | undefined {
  if (compiled.type.base === "yes-no" || compiled.type.base === "entity") return compiled;
  return fail(
    context,
    compiled.node,
    `\`${source(context, compiled.node)}\` is ${typeName(compiled.type)}; compare it with something`,
    exampleFor(compiled, context),
  );
}

function exampleFor(compiled: Compiled, context: CompileContext): string | undefined {
  const { type } = compiled;
  return type.base === "word" ? `for example \`${source(context, compiled.node)} = ${type.set.words[0]?.[0]}\`` : undefined;
}

function compile(node: Expression, context: CompileContext): Compiled | undefined {
  switch (node.type) {
    case "and":
    case "or":
      return compileLogical(node.type, node.operands, node, context);
    case "not": {
      const operand = compileCondition(node.operand, context);
      if (operand === undefined) return undefined;
      return condition(node, context, (environment) => !holds(operand, environment), [operand]);
    }
    case "group":
      return node.items.length === 1 ? compile(node.items[0] as Expression, context) : fail(context, node, "a list stands only after `in`");
    case "comparison":
      return node.operator === "is" ? compileIs(node, context) : compileComparison(node, context);
    case "quantified":
      return compileQuantified(node, context);
    case "path":
      return compilePath(node, context);
    case "number":
      return constant(node, number, node.value, context);
    case "string":
    case "date":
    case "port":
    case "cased":
      return fail(context, node, "a condition cannot begin with a value", "write the attribute first: `attribute = value`");
  }
}

function compileLogical(
  type: "and" | "or",
  operands: readonly Expression[],
  node: Expression,
  context: CompileContext,
): Compiled | undefined {
  const compiled = operands.map((operand) => compileCondition(operand, context));
  if (compiled.includes(undefined)) return undefined;
  const parts = compiled as Compiled[];
  return condition(node, context, type === "and" ? allHold(parts) : anyHolds(parts), parts);
}

// Conditions are evaluated ten thousands of times in a run that is too short to be optimised: plain loops, no closures on the way.
function allHold(parts: readonly Compiled[]): (environment: Environment) => boolean {
  const tests = parts.map((part) => part.test);
  return (environment) => {
    for (const test of tests) if (!test(environment)) return false;
    return true;
  };
}

function anyHolds(parts: readonly Compiled[]): (environment: Environment) => boolean {
  const tests = parts.map((part) => part.test);
  return (environment) => {
    for (const test of tests) if (test(environment)) return true;
    return false;
  };
}

function compileIs(node: Comparison, context: CompileContext): Compiled | undefined {
  const left = node.left ? compile(node.left, context) : itself(node, context);
  if (left === undefined) return undefined;
  if (left.type.base !== "entity") return fail(context, node, `\`is\` needs an element on its left, not ${typeName(left.type)}`);
  if (node.right.type !== "path") return fail(context, node.right, "`is` needs the name of a kind on its right");
  const matches = kindTest(node.right, left.type.keywords, context);
  if (matches === undefined) return undefined;
  return condition(node, context, isTest(left, matches), node.left ? [left] : []);
}

type Matches = (environment: Environment, entity: Entity) => boolean;

function isTest({ value: read, values }: Compiled, matches: Matches): (environment: Environment) => boolean {
  if (read === undefined) {
    return (environment) => {
      for (const value of values(environment)) if (matches(environment, value as Entity)) return true;
      return false;
    };
  }
  return (environment) => {
    const value = read(environment);
    return value !== undefined && matches(environment, value as Entity);
  };
}

function kindTest(path: Path, keywords: readonly Keyword[], context: CompileContext): Matches | undefined {
  const word = path.segments[0]?.text ?? "";
  if (path.segments.length === 1 && declarationKeywords.has(word)) {
    if (!(keywords as readonly string[]).includes(word))
      return fail(context, path, `this can never be ${withArticle(word)}`, `it is ${oneOf(keywords)}`);
    return (_, entity) => entity.keyword === word;
  }
  const wanted: Keyword = keywords.length === 1 && keywords[0] === "protocol" ? "protocol" : "kind";
  const kind = context.resolve(path, [wanted]);
  if (kind === undefined) return undefined;
  if (wanted === "kind" && !kind.appliesTo.some((keyword) => keywords.includes(keyword))) {
    return fail(context, path, `\`${kind.name}\` is a kind of ${kind.appliesTo.join(", ")}; this is ${oneOf(keywords)}`);
  }
  return ({ facts }, entity) => facts.model.kindsOf(entity).has(kind);
}

function itself(node: Comparison, context: CompileContext): Compiled {
  return {
    node,
    type: { base: "entity", keywords: context.keywords, many: false },
    values: ({ item }) => [item],
    value: ({ item }) => item,
    test: () => true,
    trace: ({ item }) => plain(context, node, item.id),
  };
}

function compileQuantified(node: Quantified, context: CompileContext): Compiled | undefined {
  const collection = compilePath(node.collection, context);
  if (collection === undefined) return undefined;
  if (collection.type.base !== "entity")
    return fail(context, node.collection, `\`${node.quantifier}\` needs a collection of elements, not ${typeName(collection.type)}`);
  const inner: CompileContext = { ...context, keywords: collection.type.keywords };
  const where = node.where && compileCondition(node.where, inner);
  if (node.where && where === undefined) return undefined;
  const items = (environment: Environment): Entity[] => collection.values(environment) as Entity[];
  const passes = (environment: Environment, item: Entity): boolean =>
    where === undefined || holds(where, { facts: environment.facts, self: environment.self, item });
  const matching = (environment: Environment): Entity[] => items(environment).filter((item) => passes(environment, item));
  const traceItems = (environment: Environment): Trace[] => {
    const found = matching(environment);
    const shown = found.length > 0 && node.quantifier !== "all" ? found : items(environment);
    return where
      ? shown.slice(0, 5).map((item) => ({ ...where.trace({ ...environment, item }), text: `${item.id}: ${source(context, where.node)}` }))
      : [];
  };
  if (node.quantifier === "count") {
    return {
      node,
      type: number,
      values: (environment) => [matching(environment).length],
      value: (environment) => matching(environment).length,
      test: () => true,
      trace: (environment) => ({
        text: source(context, node),
        value: `${matching(environment).length} (${showAll(matching(environment))})`,
        holds: true,
        origins: [],
        parts: traceItems(environment),
      }),
    };
  }
  const find = (environment: Environment, wanted: boolean): boolean => {
    for (const item of items(environment)) if (passes(environment, item) === wanted) return true;
    return false;
  };
  const tests: Record<"any" | "all" | "no", (environment: Environment) => boolean> = {
    any: (environment) => find(environment, true),
    all: (environment) => !find(environment, false),
    no: (environment) => !find(environment, true),
  };
  const test = tests[node.quantifier];
  return {
    node,
    type: yesNo,
    values: (environment) => [test(environment)],
    value: test,
    test,
    trace: (environment) => {
      const result = test(environment);
      return {
        text: source(context, node),
        value: `${result ? "yes" : "no"} (${showAll(matching(environment))})`,
        holds: result,
        origins: [],
        parts: traceItems(environment),
      };
    },
  };
}

function compileComparison(node: Comparison, context: CompileContext): Compiled | undefined {
  if (node.left === undefined) return fail(context, node, `\`${node.operator}\` needs something on its left`);
  const left = compile(node.left, context);
  if (left === undefined) return undefined;
  if (left.type.many && node.operator === "!=") {
    return fail(
      context,
      node,
      `\`${source(context, node.left)}\` can have several values, so \`!=\` says little`,
      `write \`no … where\` or \`not ${source(context, node.left)} = …\``,
    );
  }
  const rights = node.operator === "in" ? listItems(node.right) : [node.right];
  const operands = rights.map((right) => compileRight(right, left.type, context));
  if (operands.includes(undefined)) return undefined;
  const compare = comparer(node, left.type, context);
  if (compare === undefined) return undefined;
  const compiled = operands as Compiled[];
  const test = comparisonTest(left, compiled, compare);
  return condition(node, context, test, [left, ...compiled.filter((right) => right.node.type === "path" && right.type.base !== "word")]);
}

type Compare = (a: unknown, b: unknown) => boolean;

// Whether any value of the left compares with any of the right. Nearly all compare one attribute with words.
function comparisonTest(left: Compiled, rights: readonly Compiled[], compare: Compare): (environment: Environment) => boolean {
  const { value: read, values } = left;
  const constants = rights.map((right) => right.constant).filter((one) => one !== undefined);
  if (constants.length === rights.length) {
    const matches = (value: unknown): boolean => {
      for (const other of constants) if (compare(value, other)) return true;
      return false;
    };
    if (read) {
      return (environment) => {
        const value = read(environment);
        return value !== undefined && matches(value);
      };
    }
    return (environment) => {
      for (const value of values(environment)) if (matches(value)) return true;
      return false;
    };
  }
  return (environment) => {
    const found = values(environment);
    return rights.some((right) => right.values(environment).some((other) => found.some((value) => compare(value, other))));
  };
}

function listItems(node: Expression): readonly Expression[] {
  return node.type === "group" ? node.items : [node];
}

function comparer(node: Comparison, type: AttributeType, context: CompileContext): Compare | undefined {
  if (node.operator === "=" || node.operator === "in") return (a, b) => a === b;
  if (node.operator === "!=") return (a, b) => a !== b;
  const rank = ranker(type);
  if (rank === undefined)
    return fail(context, node, `${typeName(type)} has no order, so \`${node.operator}\` has no meaning`, "compare with `=` or `in (…)`");
  switch (node.operator) {
    case "<":
      return (a, b) => rank(a) < rank(b);
    case "<=":
      return (a, b) => rank(a) <= rank(b);
    case ">":
      return (a, b) => rank(a) > rank(b);
    default:
      return (a, b) => rank(a) >= rank(b);
  }
}

function ranker(type: AttributeType): ((value: unknown) => number) | undefined {
  if (type.base === "number") return (value) => value as number;
  if (type.base === "date") return (value) => Date.parse(`${String(value)}T00:00:00Z`);
  if (type.base !== "word" || !type.set.ordered) return undefined;
  const order = new Map(type.set.words.map(([word], index) => [word, index]));
  return (value) => order.get(String(value)) ?? -1;
}

function compileRight(node: Expression, left: AttributeType, context: CompileContext): Compiled | undefined {
  if (left.base === "word" && node.type === "path" && node.segments.length === 1) return wordOperand(node, left, context);
  if (left.base === "yes-no" && node.type === "path" && node.segments.length === 1) {
    const word = node.segments[0]?.text;
    if (word === "yes" || word === "no") return constant(node, left, word === "yes", context);
  }
  if (node.type === "path") {
    const right = compilePath(node, context);
    if (right && right.type.base !== left.base)
      return fail(context, node, `${typeName(left)} cannot be compared with ${typeName(right.type)}`);
    return right;
  }
  if (node.type === "number" && left.base === "number") return constant(node, left, node.value, context);
  if (
    (node.type === "string" && left.base === "text") ||
    (node.type === "date" && left.base === "date") ||
    (node.type === "port" && left.base === "port")
  )
    return constant(node, left, node.value, context);
  return fail(context, node, `${typeName(left)} cannot be compared with \`${source(context, node)}\``);
}

function wordOperand(node: Path, left: AttributeType & { base: "word" }, context: CompileContext): Compiled | undefined {
  const word = node.segments[0]?.text ?? "";
  const words = left.set.words.map(([known]) => known);
  if (words.includes(word)) return constant(node, left, word, context);
  return fail(
    context,
    node,
    `\`${word}\` is no word of \`${left.set.name}\``,
    didYouMean(word, words) ?? `it is one of ${words.join(", ")}`,
  );
}

function constant(node: Expression, type: AttributeType, value: string | number | boolean, context: CompileContext): Compiled {
  return {
    node,
    type: { ...type, many: false },
    values: () => [value],
    value: () => value,
    test: () => value === true,
    constant: value,
    trace: () => plain(context, node, String(value)),
  };
}

function condition(
  node: Expression,
  context: CompileContext,
  test: (environment: Environment) => boolean,
  parts: readonly Compiled[],
): Compiled {
  return {
    node,
    type: yesNo,
    values: (environment) => [test(environment)],
    value: test,
    test,
    trace: (environment) => {
      const result = test(environment);
      return {
        text: source(context, node),
        value: result ? "yes" : "no",
        holds: result,
        origins: [],
        parts: parts.map((part) => part.trace(environment)),
      };
    },
  };
}

function plain(context: CompileContext, node: Expression, value: string): Trace {
  return { text: source(context, node), value, holds: true, origins: [], parts: [] };
}

function source(context: CompileContext, node: Expression): string {
  return context.owner.file.tree.text.slice(node.start, node.end).replace(/\s+/g, " ");
}

function typeName(type: AttributeType): string {
  const one =
    type.base === "yes-no"
      ? "a yes-no value"
      : type.base === "word"
        ? `a word of \`${type.set.name}\``
        : type.base === "entity"
          ? oneOf(type.keywords)
          : withArticle(type.base);
  return type.many ? `a collection (${one})` : one;
}
