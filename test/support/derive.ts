// Derives states again from the plain data of an explanation, by nothing but what the documentation says about answers.
import type { Explanation, RequirementExplanation, ThreatExplanation } from "../../server/src/analysis/explain.ts";

type Plain<T> = T extends readonly (infer Item)[] ? Plain<Item>[] : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;

/** An explanation as it comes out of JSON. */
export type PlainExplanation = Plain<Explanation>;

/** An explanation as plain data, as a program on the other side of a pipe gets it. */
export function plain(explanation: Explanation): PlainExplanation {
  return JSON.parse(JSON.stringify(explanation)) as PlainExplanation;
}

const strength = ["planned", "designed", "implemented", "verified"];
const states: Readonly<Record<string, string>> = { accept: "accepted", transfer: "transferred", dismiss: "dismissed" };

/** The state that follows from an explanation. */
export function deriveState(explanation: PlainExplanation): string {
  return explanation.kind === "threat" ? threatState(explanation) : requirementState(explanation);
}

/** The status of the best complete alternative, or undefined. */
export function deriveStatus(explanation: Plain<ThreatExplanation>): string | undefined {
  const complete = explanation.alternatives.map(({ measures }) =>
    weakest(measures.map(({ providers }) => strongest(providers.map((one) => one.status)))),
  );
  return strongest(complete.filter((status) => status !== undefined));
}

function strongest(all: readonly string[]): string | undefined {
  return strength.findLast((status) => all.includes(status));
}

function weakest(all: readonly (string | undefined)[]): string | undefined {
  return all.length === 0 || all.includes(undefined) ? undefined : strength.find((status) => all.includes(status));
}

function threatState(explanation: Plain<ThreatExplanation>): string {
  const status = deriveStatus(explanation);
  if (status !== undefined && status !== "planned") return "mitigated";
  const decision = explanation.decisions.find((one) => !one.expired);
  if (decision) return states[decision.keyword] ?? "";
  if (explanation.assumptions.some((one) => one.counts)) return "assumed";
  return status ?? "open";
}

function requirementState({ assumptions }: Plain<RequirementExplanation>): string {
  const counting = assumptions.filter((one) => one.counts);
  if (counting.length === 0) return "missing";
  return counting.some((one) => one.statedIn.length > 0) ? "stated" : "unpublished";
}

/** The explanation as it would be without one declaration: nothing that rests on it counts. */
export function without(explanation: PlainExplanation, id: string): PlainExplanation {
  const copy = structuredClone(explanation);
  copy.assumptions = copy.assumptions.filter((one) => one.declaration.id !== id) as never;
  if (copy.kind === "requirement") return copy;
  copy.decisions = copy.decisions.filter((one) => one.declaration.id !== id);
  for (const { measures } of copy.alternatives) {
    for (const measure of measures) measure.providers = measure.providers.filter((one) => !one.sources.some((source) => source.id === id));
  }
  return copy;
}
