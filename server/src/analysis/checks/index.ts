// The list of structural checks: a new one is one file and one line here.
import { carrierCheck } from "./carriers.ts";
import type { Check } from "./check.ts";
import { deviceBoundaryCheck, interfaceCheck, isolationCheck } from "./elements.ts";
import { failSafeCheck } from "./fail-safe.ts";
import { flowDataCheck, flowProtocolCheck } from "./flows.ts";
import { hostingCheck } from "./hosting.ts";
import { loggingCheck } from "./logging.ts";
import { practiceCheck } from "./practices.ts";
import { componentListCheck } from "./software.ts";
import { essentialFunctionCheck, evidenceCheck, publicationCheck, scopeCheck } from "./statements.ts";
import { systemCheck } from "./system.ts";
import { updateFlowCheck } from "./updates.ts";
import { supportCheck, vulnerabilityCheck } from "./vulnerabilities.ts";

/** Every structural check by name. */
export const checks: Readonly<Record<string, Check>> = {
  systemCheck,
  flowDataCheck,
  flowProtocolCheck,
  carrierCheck,
  deviceBoundaryCheck,
  interfaceCheck,
  isolationCheck,
  scopeCheck,
  essentialFunctionCheck,
  evidenceCheck,
  publicationCheck,
  practiceCheck,
  componentListCheck,
  updateFlowCheck,
  loggingCheck,
  failSafeCheck,
  hostingCheck,
  vulnerabilityCheck,
  supportCheck,
};
