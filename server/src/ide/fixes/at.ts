// What stands where a finding is: the declaration, the property, the path.
import type { Declaration, Path, Property } from "../../../../grammar/syntax.ts";
import type { ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { placeAt } from "../locate.ts";
import { lookupOf } from "../lookup.ts";
import type { Problem } from "./family.ts";

/** The innermost declaration that begins at or around a finding. */
export function declarationAt({ file, range }: Problem): Declaration | undefined {
  return placeAt(file.tree.items, range.start).declarations.at(-1);
}

/** The declaration of a finding as an entity. */
export function entityAt(problem: Problem): Entity | undefined {
  const node = declarationAt(problem);
  return node && lookupOf(problem.analysis).entityOf(node);
}

/** The property of a finding. */
export function propertyAt({ file, range }: Problem): Property | undefined {
  return placeAt(file.tree.items, range.start).property;
}

/** The path that a finding is about. */
export function pathAt({ file, range }: Problem): Path | undefined {
  return placeAt(file.tree.items, range.start).path;
}

/** The threat instance that a finding is about. */
export function instanceOf({ analysis, diagnostic }: Problem): ThreatInstance | undefined {
  return analysis.threats.find((instance) => instance.id === diagnostic.id);
}
