// What a check of the model is: one question, asked of the facts, answered with diagnostics.
import type { Diagnostic } from "../../diagnostics/types.ts";
import type { Facts } from "../../model/derived/facts.ts";

/** One check. It reads facts only, so that it runs before and without any catalogue. */
export type Check = (facts: Facts) => readonly Diagnostic[];
