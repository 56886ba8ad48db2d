// An essential function comes with a statement of what happens to it when something fails.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked, isA, protects } from "./duty.ts";

/** Reports devices with an essential function that neither say what is safe nor have a control that keeps it going. */
export const failSafeCheck: Check = (facts) => {
  const duty = asked(facts, "fail-safe");
  if (duty === undefined) return [];
  const { model } = facts;
  const isFailSafe = isA(facts, "measure", "FailSafeMode");
  const controls = model.of("control").filter((control) => control.kinds.some(isFailSafe));
  return model
    .of("device")
    .filter((device) => inScope(facts, device) && model.property(device, "essential-function") && !model.property(device, "fail-safe"))
    .filter((device) => !controls.some((control) => protects(facts, control, device)))
    .map((device) => diagnostic("missing-fail-safe", nameLocation(device), { name: device.id, clauses: duty.clauses }));
};
