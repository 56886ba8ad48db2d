// Walks over syntax trees that several features share: every declaration, every path, what stands between two offsets.
import type { Declaration, Expression, Item, Path, Range, SyntaxTree } from "../../../grammar/syntax.ts";

/** Every declaration of some items, the outer before the inner. */
export function* declarationsIn(items: readonly Item[]): Iterable<Declaration> {
  for (const item of items) {
    if (item.type !== "declaration") continue;
    yield item;
    if (item.body) yield* declarationsIn(item.body.items);
  }
}

/** The paths of a declaration's header: kinds, ends of a flow, what it is on. */
export function headerPaths(declaration: Declaration): Path[] {
  const paths = [...declaration.kinds];
  for (const header of declaration.headers) {
    if (header.type !== "arrow") paths.push(...header.targets);
    else paths.push(...[header.source, header.target].filter((path) => path !== undefined));
  }
  return paths;
}

/** The expressions directly inside an expression. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case "and":
    case "or":
      return node.operands;
    case "not":
      return [node.operand];
    case "comparison":
      return node.left ? [node.left, node.right] : [node.right];
    case "quantified":
      return node.where ? [node.collection, node.where] : [node.collection];
    case "group":
      return node.items;
    case "cased":
      return node.when ? [node.value, node.when] : [node.value];
    default:
      return [];
  }
}

/** Every path in an expression. */
export function* pathsIn(node: Expression): Iterable<Path> {
  if (node.type === "path") yield node;
  else for (const child of childrenOf(node)) yield* pathsIn(child);
}

const longPaths = new WeakMap<SyntaxTree, ReadonlyMap<number, Path>>();

/** The paths of a tree that have several segments, by the offset of their last segment. Kept with the tree. */
export function dottedPaths(tree: SyntaxTree): ReadonlyMap<number, Path> {
  const known = longPaths.get(tree);
  if (known) return known;
  const found = new Map<number, Path>();
  const add = (path: Path): void => {
    if (path.segments.length > 1) found.set(path.segments.at(-1)?.start ?? path.start, path);
  };
  for (const declaration of declarationsIn(tree.items)) {
    for (const path of headerPaths(declaration)) add(path);
    for (const item of declaration.body?.items ?? []) {
      if (item.type === "property") for (const value of item.values) for (const path of pathsIn(value)) add(path);
    }
  }
  longPaths.set(tree, found);
  return found;
}

/** Whether two ranges have an offset in common; touching counts. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether a range stands wholly inside another. */
export function inside(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}
