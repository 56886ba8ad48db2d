// Software of the manufacturer has a list of its components: without one nobody knows which vulnerabilities it inherits.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import { type Entity, nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked } from "./duty.ts";

/** Reports devices and hosts with software in scope of which no component is listed. */
export const componentListCheck: Check = (facts) => {
  const duty = asked(facts, "component-list");
  if (duty === undefined) return [];
  const { model } = facts;
  // The outermost device is what somebody updates as a whole; software outside any device stands for itself.
  const unitOf = (process: Entity): Entity => model.around(process).findLast((outer) => outer.keyword === "device") ?? process;
  const units = new Set(
    model
      .of("process")
      .filter((process) => inScope(facts, process))
      .map(unitOf),
  );
  return [...units]
    .filter((unit) => facts.many(unit, "components").length === 0)
    .map((unit) => diagnostic("missing-component-list", nameLocation(unit), { name: unit.id, clauses: duty.clauses }));
};
