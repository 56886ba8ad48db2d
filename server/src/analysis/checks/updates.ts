// What installs updates is reached by them: otherwise the way that an attacker would take is not in the model.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked, isA } from "./duty.ts";

/** Reports update agents that no flow brings updates to. */
export const updateFlowCheck: Check = (facts) => {
  const duty = asked(facts, "update-flow");
  if (duty === undefined) return [];
  const { model } = facts;
  const isAgent = isA(facts, "kind", "UpdateAgent");
  const isUpdate = isA(facts, "kind", "SoftwareUpdate");
  return model
    .of("process")
    .filter((process) => isAgent(process) && inScope(facts, process))
    .filter((process) => !model.flowsTo(process).some((flow) => model.refs(flow, "carries").some(isUpdate)))
    .map((process) => diagnostic("missing-update-flow", nameLocation(process), { name: process.id, clauses: duty.clauses }));
};
