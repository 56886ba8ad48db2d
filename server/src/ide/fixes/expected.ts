// What a name at a place has to be: the keywords that a property, a header, a kind or a condition accepts there.
import type { Keyword } from "../../../../grammar/keywords.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { PropertySpec } from "../../vocabulary/types.ts";
import { placeAt } from "../locate.ts";
import { declarationAt, entityAt } from "./at.ts";
import type { Problem } from "./family.ts";

/** The specification of the property that a finding is in. */
export function propertySpecAt(problem: Problem): PropertySpec | undefined {
  const { property } = placeAt(problem.file.tree.items, problem.range.start);
  const node = declarationAt(problem);
  if (property === undefined || node === undefined) return undefined;
  const { vocabulary } = problem.analysis.model;
  const entity = entityAt(problem);
  return (entity && vocabulary.propertyOf(entity, property.name.text)) ?? vocabulary.property(node.keyword.text, property.name.text);
}

/** Keywords of the declarations that the name at a finding may mean. */
export function expectedAt(problem: Problem): readonly Keyword[] {
  const { file, range } = problem;
  const { property } = placeAt(file.tree.items, range.start);
  const node = declarationAt(problem);
  const spec = node && declarationSpec(node.keyword.text);
  if (node === undefined || spec === undefined) return [];
  if (property) {
    const value = propertySpecAt(problem)?.value;
    if (value?.type === "reference") return value.to;
    if (value?.type === "measures") return ["measure"];
    // A name in a condition stands after `is`.
    return value?.type === "condition" || value?.type === "cases" ? ["kind", "protocol"] : [];
  }
  if (node.name && node.name.start === range.start) return spec.name === "subject" ? ["threat"] : node.modifier ? [spec.keyword] : [];
  if (node.kinds.some((kind) => kind.start === range.start)) return spec.kinds ? [spec.kinds.to] : [];
  if (spec.header.form === "arrow") return spec.header.ends;
  return spec.header.form === "on" ? spec.header.to : [];
}
