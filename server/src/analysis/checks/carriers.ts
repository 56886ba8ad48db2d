// Protocols that none of the interfaces of their flow can carry: one of the two is wrong, and the analysis asks for the wrong measures.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import type { Model } from "../../model/model.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import { listIds, listOf } from "../wording.ts";
import type { Check } from "./check.ts";

/** Whether an interface can carry a protocol that runs over these kinds; one that does not say what it is might. */
export function canCarry(model: Model, one: Entity, over: readonly Entity[]): boolean {
  const kinds = model.kindsOf(one);
  if (kinds.size === 0) return true;
  return over.some((kind) => kinds.has(kind) || one.kinds.some((own) => model.kindsOf(kind).has(own)));
}

/** Reports protocols of flows that no interface on their way can carry. */
export const carrierCheck: Check = (facts) => {
  const { model } = facts;
  return model.of("flow").flatMap((flow) => {
    const via = model.refs(flow, "via");
    if (via.length === 0 || !inScope(facts, flow)) return [];
    const property = flow.properties.get("protocol");
    return (property?.values ?? []).flatMap(({ value, node }) => {
      if (property === undefined || !isEntity(value)) return [];
      const over = model.refs(value, "over");
      if (over.length === 0 || via.some((one) => canCarry(model, one, over))) return [];
      const parameters = { name: flow.id, protocol: value.name, ways: listIds(via), one: via.length === 1 };
      const help = `name the protocol that it speaks, or go \`via:\` an interface of kind ${listOf(over, "or")}`;
      return [diagnostic("protocol-without-carrier", { file: property.file, range: node }, parameters, { help })];
    });
  });
};
