// Somewhere in a regulated system security events are recorded.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked, hasCapability, isA } from "./duty.ts";

/** Reports a system with software in which no log, no audit record and no control of that capability appears. */
export const loggingCheck: Check = (facts) => {
  const duty = asked(facts, "logging");
  const { model } = facts;
  if (duty === undefined || !model.of("process").some((process) => inScope(facts, process))) return [];
  const isLog = isA(facts, "kind", "LogStore");
  const isRecord = isA(facts, "kind", "AuditRecord");
  const recorded =
    model.of("store").some((store) => isLog(store) && inScope(facts, store)) ||
    model.of("flow").some((flow) => inScope(facts, flow) && model.refs(flow, "carries").some(isRecord)) ||
    model.of("control").some((control) => hasCapability(facts, control, "AUDT"));
  if (recorded) return [];
  return [diagnostic("missing-logging", nameLocation(duty.system), { name: duty.system.name, clauses: duty.clauses })];
};
