// The practices of the secure lifecycle: each is shown by evidence.
import { diagnostic } from "../../diagnostics/create.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked } from "./duty.ts";

/** Reports the practices that no evidence shows. */
export const practiceCheck: Check = (facts) => {
  const duty = asked(facts, "practice-evidence");
  if (duty === undefined) return [];
  const practices = facts.model.of("practice");
  const shown = new Set(facts.model.of("evidence").flatMap((evidence) => evidence.kinds));
  const missing = practices.filter((practice) => !shown.has(practice));
  const [first] = missing;
  if (first === undefined) return [];
  return [
    diagnostic(
      "missing-practice-evidence",
      nameLocation(duty.system),
      { practices: missing.map(({ title }) => title).join(", "), count: missing.length, all: practices.length, clauses: duty.clauses },
      { help: `add \`evidence Name "…" : ${first.name} { document: "…" }\`` },
    ),
  ];
};
