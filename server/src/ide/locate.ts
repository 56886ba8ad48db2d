// What stands at an offset: the declaration, property and value around it, the name under it and what it refers to.
import type { Declaration, Expression, Item, Path, Property, Range, Word } from "../../../grammar/syntax.ts";
import type { Entity, Reference } from "../model/types.ts";
import { declarationSpec } from "../vocabulary/index.ts";
import { lookupOf } from "./lookup.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import { childrenOf } from "./tree.ts";

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
  return {
    declarations,
    property,
    value,
    path,
    word: path?.segments.find((segment) => holds(segment, offset)) ?? wordOf(declarations.at(-1), property, offset),
  };
}

function wordOf(declaration: Declaration | undefined, property: Property | undefined, offset: number): Word | undefined {
  if (property) return holds(property.name, offset) ? property.name : undefined;
  return [declaration?.name, declaration?.keyword, declaration?.modifier].find((word) => word !== undefined && holds(word, offset));
}

function headerPath(declaration: Declaration | undefined, offset: number): Path | undefined {
  if (declaration === undefined) return undefined;
  const headers = declaration.headers.flatMap((header): readonly (Path | undefined)[] =>
    header.type === "arrow" ? [header.source, header.target] : header.targets,
  );
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

/** The entity that a declaration node became. */
export function entityOf(snapshot: Snapshot, declaration: Declaration | undefined): Entity | undefined {
  const analysis = analysisOf(snapshot);
  return declaration && analysis && lookupOf(analysis).entityOf(declaration);
}

/** The reference whose name stands at an offset; in `Clinical.Pump` each segment refers to what it names. */
export function referenceAt(snapshot: Snapshot, offset: number): Reference | undefined {
  const analysis = analysisOf(snapshot);
  return analysis && lookupOf(analysis).mentionAt(snapshot.file.path, offset);
}

/** The entity meant at an offset, by its declared name or by a reference, and the range of the name there. */
export function symbolAt(snapshot: Snapshot, offset: number): { readonly entity: Entity; readonly range: Range } | undefined {
  const reference = referenceAt(snapshot, offset);
  if (reference) return { entity: reference.target, range: reference.range };
  const { declarations, word } = placeAt(snapshot.file.tree.items, offset);
  const declaration = declarations.at(-1);
  if (word === undefined || declaration?.name !== word) return undefined;
  const entity = entityOf(snapshot, declaration);
  // The name of a decision or override that leads nowhere is no symbol of its own.
  if (entity === undefined || entity.node.modifier || declarationSpec(entity.keyword)?.name === "subject") return undefined;
  return { entity, range: word };
}
