// `mitigated-by`: a positive expression over measures, as its alternatives in disjunctive normal form.
import type { Expression } from "../../../grammar/syntax.ts";
import type { Entity } from "../model/types.ts";

/** One set of measures that together answer a threat. */
export type Alternative = readonly Entity[];

// Real entries have a handful; more is a mistake that would cost time and say nothing.
const mostAlternatives = 64;

/** The alternatives of an expression; `resolve` gives undefined for names that were reported. */
export function alternatives(
  node: Expression,
  resolve: (node: Expression & { type: "path" }) => Entity | undefined,
): readonly Alternative[] {
  return withoutSupersets(expand(node, resolve)).slice(0, mostAlternatives);
}

function expand(node: Expression, resolve: (node: Expression & { type: "path" }) => Entity | undefined): Alternative[] {
  switch (node.type) {
    case "path": {
      const measure = resolve(node);
      return measure ? [[measure]] : [];
    }
    case "group":
      return node.items[0] ? expand(node.items[0], resolve) : [];
    case "or":
      return node.operands.flatMap((operand) => expand(operand, resolve)).slice(0, mostAlternatives);
    case "and":
      return node.operands
        .map((operand) => expand(operand, resolve))
        .reduce<Alternative[]>(
          (all, next) => all.flatMap((one) => next.map((other) => [...new Set([...one, ...other])])).slice(0, mostAlternatives),
          [[]],
        );
    default:
      return [];
  }
}

function withoutSupersets(all: readonly Alternative[]): Alternative[] {
  return all.filter(
    (one, index) =>
      !all.some(
        (other, at) => at !== index && other.every((measure) => one.includes(measure)) && (other.length < one.length || at < index),
      ),
  );
}
