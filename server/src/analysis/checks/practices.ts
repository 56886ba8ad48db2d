// The practices of the secure lifecycle: each is shown by evidence.
import { diagnostic } from "../../diagnostics/create.ts";
import type { Facts } from "../../model/derived/facts.ts";
import { type Entity, nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked } from "./duty.ts";

/** The practices of the catalogue that no evidence shows. */
export function unshownPractices({ model }: Facts): readonly Entity[] {
  const shown = new Set(model.of("evidence").flatMap((evidence) => evidence.kinds));
  return model.of("practice").filter((practice) => !shown.has(practice));
}

/** Reports the practices that no evidence shows. */
export const practiceCheck: Check = (facts) => {
  const duty = asked(facts, "practice-evidence");
  if (duty === undefined) return [];
  const practices = facts.model.of("practice");
  const missing = unshownPractices(facts);
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
