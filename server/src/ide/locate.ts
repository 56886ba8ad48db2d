// What stands at an offset: the declaration, property and value around it, the name under it and what it refers to.
import type { Declaration, Expression, Item, Path, Property, Range, Word } from "../../../grammar/syntax.ts";
import type { Entity, Reference } from "../model/types.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";

/** The nodes around an offset, outermost first. */
export interface Place {
  readonly declarations: readonly Declaration[];
  readonly property: Property | undefined;
  readonly value: Expression | undefined;
  /** The path that holds the offset, and its segment there. */
  readonly path: Path | undefined;
  readonly word: Word | undefined;
}

const holds = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;

/** What stands at an offset of a file. A name counts up to and including the offset after it. */
export function placeAt(items: readonly Item[], offset: number): Place {
  const declarations: Declaration[] = [];
  let property: Property | undefined;
  let level: readonly Item[] | undefined = items;
  while (level) {
    const item: Item | undefined = level.find((one) => holds(one, offset));
    level = undefined;
    if (item?.type === "declaration") {
      declarations.push(item);
      if (item.body && holds(item.body, offset)) level = item.body.items;
    } else if (item?.type === "property") property = item;
  }
  const value = property?.values.find((one) => holds(one, offset));
  const path = value ? pathIn(value, offset) : headerPath(declarations.at(-1), offset);
  return { declarations, property, value, path, word: path?.segments.find((segment) => holds(segment, offset)) ?? wordOf(declarations.at(-1), property, offset) };
}

function wordOf(declaration: Declaration | undefined, property: Property | undefined, offset: number): Word | undefined {
  if (property) return holds(property.name, offset) ? property.name : undefined;
  return [declaration?.name, declaration?.keyword, declaration?.modifier].find((word) => word !== undefined && holds(word, offset));
}

function headerPath(declaration: Declaration | undefined, offset: number): Path | undefined {
  if (declaration === undefined) return undefined;
  const headers = declaration.headers.flatMap((header): readonly (Path | undefined)[] => (header.type === "arrow" ? [header.source, header.target] : header.targets));
  return [...declaration.kinds, ...headers].find((path) => path !== undefined && holds(path, offset));
}

/** The path inside an expression that holds an offset. */
export function pathIn(node: Expression, offset: number): Path | undefined {
  if (!holds(node, offset)) return undefined;
  if (node.type === "path") return node;
  for (const child of childrenOf(node)) {
    const found = pathIn(child, offset);
    if (found) return found;
  }
  return undefined;
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

/** The entity that a declaration node became. */
export function entityOf(snapshot: Snapshot, declaration: Declaration | undefined): Entity | undefined {
  if (declaration === undefined) return undefined;
  return analysisOf(snapshot)?.model.entities.find((entity) => entity.node === declaration);
}

/** The reference whose name stands at an offset. */
export function referenceAt(snapshot: Snapshot, offset: number): Reference | undefined {
  return analysisOf(snapshot)?.model.references.find(({ file, range }) => file === snapshot.file && holds(range, offset));
}

/** The entity meant at an offset, by its declared name or by a reference, and the range of the name there. */
export function symbolAt(snapshot: Snapshot, offset: number): { readonly entity: Entity; readonly range: Range } | undefined {
  const reference = referenceAt(snapshot, offset);
  if (reference) return { entity: reference.target, range: reference.range };
  const { declarations, word } = placeAt(snapshot.file.tree.items, offset);
  const declaration = declarations.at(-1);
  if (word === undefined || declaration?.name !== word) return undefined;
  const entity = entityOf(snapshot, declaration);
  return entity && { entity: entity.subject ?? entity, range: word };
}
