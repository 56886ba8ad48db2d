// Conditions with one thing changed: a part dropped, a comparison flipped, something negated, `and` and `or` exchanged. A fixture that
// notices none of it says little about its entry.
import type { Comparison, Expression, Group, Quantified } from "../../grammar/syntax.ts";

/** A changed condition and what was done to it. */
export interface Mutant {
  readonly what: string;
  readonly node: Expression;
}

const other: Partial<Record<Comparison["operator"], readonly Comparison["operator"][]>> = {
  "<": ["<=", ">"],
  "<=": ["<", ">"],
  ">": [">=", "<"],
  ">=": [">", "<"],
};

/** Every condition that differs in one place. */
export function mutants(node: Expression, text: string): Mutant[] {
  const source = (part: Expression): string => text.slice(part.start, part.end).replace(/\s+/g, " ");
  const not = (part: Expression): Expression => ({ type: "not", start: part.start, end: part.end, operand: part });
  const negated = (part: Expression): Mutant => ({ what: `not (${source(part)})`, node: not(part) });
  switch (node.type) {
    case "and":
    case "or": {
      const { operands } = node;
      const replaced = (changed: readonly Expression[]): Expression =>
        changed.length === 1 ? (changed[0] as Expression) : { ...node, operands: changed };
      return [
        { what: `${node.type} exchanged in: ${source(node)}`, node: { ...node, type: node.type === "and" ? "or" : "and" } },
        ...operands.flatMap((operand, at) => [
          { what: `dropped: ${source(operand)}`, node: replaced(operands.filter((_, index) => index !== at)) },
          ...mutants(operand, text).map((one) => ({
            ...one,
            node: replaced(operands.map((same, index) => (index === at ? one.node : same))),
          })),
        ]),
      ];
    }
    case "not":
      return [
        { what: `without not: ${source(node)}`, node: node.operand },
        ...mutants(node.operand, text)
          .filter(({ node: { type } }) => type !== "not")
          .map((one) => ({ ...one, node: { ...node, operand: one.node } })),
      ];
    case "group":
      return mutants(node.items[0] as Expression, text);
    case "comparison":
      return [negated(node), ...compared(node, source)];
    case "quantified":
      return node.quantifier === "count" ? quantified(node, text, source) : [negated(node), ...quantified(node, text, source)];
    default:
      return [negated(node)];
  }
}

function compared(node: Comparison, source: (part: Expression) => string): Mutant[] {
  const flipped = (other[node.operator] ?? []).map((operator) => ({
    what: `${operator} in: ${source(node)}`,
    node: { ...node, operator },
  }));
  const items = node.operator === "in" && node.right.type === "group" ? node.right.items : [];
  const shorter =
    items.length < 2
      ? []
      : items.map((item) => ({
          what: `without ${source(item)} in: ${source(node)}`,
          node: { ...node, right: { ...(node.right as Group), items: items.filter((same) => same !== item) } },
        }));
  return [...flipped, ...shorter];
}

function quantified(node: Quantified, text: string, source: (part: Expression) => string): Mutant[] {
  const { where } = node;
  if (where === undefined) return [];
  const inside = mutants(where, text).map((one) => ({ ...one, node: { ...node, where: one.node } }));
  return [{ what: `without where: ${source(node)}`, node: { ...node, where: undefined } }, ...inside];
}
