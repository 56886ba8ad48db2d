// Where risk remains that is not acceptable although everything has been decided, the benefits have to outweigh it: asked once for
// the system, since benefit and risk are judged as a whole (MDCG 2019-16, 3.5).

import type { Scales } from "../catalogue/scales.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import { nameLocation } from "../model/types.ts";
import { asked } from "./checks/duty.ts";
import type { ThreatInstance } from "./types.ts";
import { list } from "./wording.ts";

/** The threats whose residual risk is not acceptable, of those that are answered or decided. Open ones have their own finding. */
export function unacceptableRisks(threats: readonly ThreatInstance[], { acceptable }: Scales): readonly ThreatInstance[] {
  return threats.filter(({ state, risk }) => state !== "open" && state !== "planned" && !acceptable.has(risk.residual));
}

/** Reports a system that leaves such risks and does not say why its benefits outweigh them. */
export function benefitFindings(facts: Facts, threats: readonly ThreatInstance[], scales: Scales): Diagnostic[] {
  const duty = asked(facts, "benefit-risk");
  if (duty === undefined || facts.model.property(duty.system, "benefit-risk")) return [];
  const remaining = unacceptableRisks(threats, scales);
  if (remaining.length === 0) return [];
  const related = remaining.slice(0, 10).map(({ id, element }) => ({ message: id, location: nameLocation(element) }));
  return [
    diagnostic(
      "missing-benefit-risk",
      nameLocation(duty.system),
      { name: duty.system.name, threats: list(remaining.slice(0, 3).map(({ id }) => id)), count: remaining.length, clauses: duty.clauses },
      { related },
    ),
  ];
}
