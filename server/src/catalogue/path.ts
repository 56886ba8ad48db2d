// Paths in conditions: `source.boundary.managed-by` walks from the item over attributes; every step has a type.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Path } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { oneOf, withArticle } from "../diagnostics/words.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Entity } from "../model/types.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { AttributeType } from "../vocabulary/attributes.ts";
import { attributeNames, attributeOrigin, attributeReader, attributeType } from "./attribute.ts";
import { type Compiled, type Environment, showAll, testOf } from "./expression.ts";

/** What compiling knows: whose condition it is, what names belong to, how names resolve. */
export interface CompileContext {
  readonly owner: Entity;
  readonly vocabulary: Vocabulary;
  /** Keywords of the element the entry is on: what `this` is. */
  readonly selfKeywords: readonly Keyword[];
  /** Keywords of the item that names belong to here. */
  readonly keywords: readonly Keyword[];
  /** Resolves a catalogue name seen from the owner, and reports when it cannot. */
  readonly resolve: (path: Path, to: readonly Keyword[]) => Entity | undefined;
  /** Whether a measure of this name exists: a condition must not ask for one. */
  readonly isMeasure: (name: string) => boolean;
  readonly report: (problem: Diagnostic) => void;
}

/** Compiles a path; undefined when a step does not exist (it is reported). */
export function compilePath(path: Path, context: CompileContext): Compiled | undefined {
  const fromSelf = path.segments[0]?.text === "this";
  const steps = path.segments.slice(fromSelf ? 1 : 0);
  let type: AttributeType = { base: "entity", keywords: fromSelf ? context.selfKeywords : context.keywords, many: false };
  if (path.wildcard || path.segments.length === 0) return problem(path, context, "a path in a condition has no `*`");
  for (const step of steps) {
    if (type.base !== "entity") return problem(step, context, `\`${step.text}\` cannot follow ${withArticle(type.base)}`);
    const next = stepType(type.keywords, step.text, context);
    if (next === undefined) return unknownStep(step, type.keywords, context, path.segments.length === 1);
    type = { ...next, many: next.many || type.many };
  }
  const names = steps.map((step) => step.text);
  const evaluate = evaluator(names, fromSelf);
  const read = type.many ? undefined : reader(names, fromSelf);
  return {
    node: path,
    type,
    values: evaluate,
    ...(read ? { value: read } : {}),
    test: testOf(type, evaluate, read),
    trace: (environment) => {
      const values = evaluate(environment);
      return {
        text: path.segments.map((segment) => segment.text).join("."),
        value: values.length === 0 && type.base === "yes-no" ? "not stated" : showAll(values),
        holds: type.base === "yes-no" ? values.some((value) => value === true) : values.length > 0,
        origins: origins(names, fromSelf, environment),
        parts: [],
      };
    },
  };
}

function evaluator(names: readonly string[], fromSelf: boolean): (environment: Environment) => readonly unknown[] {
  const readers = names.map((name) => attributeReader(name).all);
  const [first, ...rest] = readers;
  if (first === undefined) return (environment) => [fromSelf ? environment.self : environment.item];
  return (environment) => {
    const { facts } = environment;
    let values = first(facts, fromSelf ? environment.self : environment.item);
    for (const read of rest)
      values = values.length === 1 ? read(facts, values[0] as Entity) : values.flatMap((value) => read(facts, value as Entity));
    return values;
  };
}

function reader(names: readonly string[], fromSelf: boolean): (environment: Environment) => unknown {
  const readers = names.map((name) => attributeReader(name).one);
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return ({ facts, self, item }) => only(facts, fromSelf ? self : item);
  return ({ facts, self, item }) => {
    let value: unknown = fromSelf ? self : item;
    for (const read of readers) {
      if (value === undefined) return undefined;
      value = read(facts, value as Entity);
    }
    return value;
  };
}

function origins(names: readonly string[], fromSelf: boolean, environment: Environment) {
  let entities: readonly Entity[] = [fromSelf ? environment.self : environment.item];
  for (const name of names.slice(0, -1))
    entities = entities.flatMap((entity) => attributeReader(name).all(environment.facts, entity) as Entity[]);
  const last = names.at(-1);
  return last === undefined ? [] : entities.slice(0, 5).flatMap((entity) => attributeOrigin(environment.facts, entity, last));
}

// An attribute of some of the possible elements is enough: on the others it is absent.
function stepType(keywords: readonly Keyword[], name: string, context: CompileContext): AttributeType | undefined {
  let found: AttributeType | undefined;
  for (const keyword of keywords) {
    const type = attributeType(context.vocabulary, keyword, name);
    if (type === undefined) continue;
    if (found === undefined) found = type;
    else if (found.base === "entity" && type.base === "entity") {
      found = { base: "entity", keywords: [...new Set([...found.keywords, ...type.keywords])], many: found.many || type.many };
    } else found = { ...found, many: found.many || type.many };
  }
  return found;
}

function unknownStep(
  step: { text: string; start: number; end: number },
  keywords: readonly Keyword[],
  context: CompileContext,
  alone: boolean,
): undefined {
  if (alone && context.isMeasure(step.text)) {
    context.report(diagnostic("controls-in-condition", { file: context.owner.file, range: step }, { name: step.text }));
    return undefined;
  }
  const names = [...new Set(keywords.flatMap((keyword) => attributeNames(context.vocabulary, keyword)))];
  return problem(step, context, `${oneOf(keywords)} has no attribute \`${step.text}\``, didYouMean(step.text, names));
}

function problem(node: { start: number; end: number }, context: CompileContext, text: string, help?: string): undefined {
  context.report(diagnostic("invalid-condition", { file: context.owner.file, range: node }, { problem: text }, { help }));
  return undefined;
}
