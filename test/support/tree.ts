// A syntax tree in few words, for tests that state a whole tree, and the way to its parts.
import type { Declaration, Expression, Header, Item, Path, Range, SyntaxTree } from "../../grammar/syntax.ts";

/** The tree as text: one line for each item, expressions with their operator first. */
export function printed(items: readonly Item[], indent = ""): string {
  return items.map((item) => `${printedItem(item, indent)}\n`).join("");
}

function printedItem(item: Item, indent: string): string {
  if (item.type === "import") return `${indent}import ${item.target ? JSON.stringify(item.target.value) : "?"}`;
  if (item.type === "property") return `${indent}${item.name.text}: ${item.values.map(printedExpression).join(", ") || "?"}`;
  const doc = item.doc?.split("\n").map((line) => `${indent}/// ${line}\n`) ?? [];
  const words = [item.modifier?.text, item.keyword.text, item.name?.text ?? "?", item.title && JSON.stringify(item.title.value)];
  const kinds = item.kinds.length === 0 ? "" : ` : ${item.kinds.map(printedPath).join(", ")}`;
  const head = `${doc.join("")}${indent}${words.filter((word) => word !== undefined).join(" ")}${kinds}${item.headers.map(printedHeader).join("")}`;
  if (!item.body) return head;
  return `${head} {\n${printed(item.body.items, `${indent}  `)}${indent}${item.body.closed ? "}" : "} missing"}`;
}

function printedHeader(header: Header): string {
  if (header.type !== "arrow") return ` ${header.type} ${header.targets.map(printedPath).join(", ")}`;
  return ` ${header.source ? printedPath(header.source) : "?"} -> ${header.target ? printedPath(header.target) : "?"}`;
}

const printedPath = (path: Path): string => [...path.segments.map((segment) => segment.text), ...(path.wildcard ? ["*"] : [])].join(".");

/** One expression in the form `(operator operand operand)`. */
export function printedExpression(node: Expression): string {
  const list = (...parts: (string | Expression | undefined)[]): string =>
    `(${parts.flatMap((part) => (part === undefined ? [] : typeof part === "string" ? [part] : [printedExpression(part)])).join(" ")})`;
  switch (node.type) {
    case "path":
      return printedPath(node);
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return String(node.value);
    case "date":
    case "port":
      return node.value;
    case "and":
    case "or":
      return list(node.type, ...node.operands);
    case "not":
      return list("not", node.operand);
    case "comparison":
      return list(node.operator, node.left ?? "item", node.right);
    case "quantified":
      return list(node.quantifier, node.collection, node.where);
    case "group":
      return list("group", ...node.items);
    case "cased":
      return list(node.when ? "when" : "otherwise", node.value, node.when);
  }
}

/** Every declaration at any depth, in the order of the text. */
export function declarations(items: readonly Item[]): Declaration[] {
  return items.flatMap((item) => (item.type === "declaration" ? [item, ...declarations(item.body?.items ?? [])] : []));
}

/** Every range of a tree at any depth, with those of its comments and problems. */
export function ranges(tree: SyntaxTree): Range[] {
  const found: Range[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("start" in value && "end" in value) found.push(value as Range);
    for (const part of Object.values(value)) visit(part);
  };
  visit([tree.items, tree.comments, tree.problems]);
  return found;
}

/** Asserts nothing itself: the first range that lies outside its text, if there is one. */
export function rangeOutside(tree: SyntaxTree): Range | undefined {
  return ranges(tree).find(({ start, end }) => !(Number.isInteger(start) && start >= 0 && start <= end && end <= tree.text.length));
}
