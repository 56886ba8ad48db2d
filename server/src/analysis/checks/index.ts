// The list of structural checks: a new one is one file and one line here.
import type { Check } from "./check.ts";
import { deviceBoundaryCheck, interfaceCheck, isolationCheck } from "./elements.ts";
import { flowDataCheck, flowProtocolCheck } from "./flows.ts";
import { essentialFunctionCheck, evidenceCheck, publicationCheck, scopeCheck } from "./statements.ts";
import { systemCheck } from "./system.ts";

/** Every structural check by name. */
export const checks: Readonly<Record<string, Check>> = {
  systemCheck,
  flowDataCheck,
  flowProtocolCheck,
  deviceBoundaryCheck,
  interfaceCheck,
  isolationCheck,
  scopeCheck,
  essentialFunctionCheck,
  evidenceCheck,
  publicationCheck,
};
