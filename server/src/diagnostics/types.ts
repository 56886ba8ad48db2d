// What a diagnostic is: a finding at a place, with its code, its words and the way out.
import type { Location } from "../source/types.ts";

/** How serious a finding is. */
export type Severity = "error" | "warning" | "info" | "hint";

/** The severities from most to least serious. */
export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Another place that helps to understand a finding. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/** A finding. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The way out, as an instruction. */
  readonly help: string | undefined;
  readonly location: Location;
  /** The threat instance or requirement it is about, e.g. `UnauthenticatedCommands@SendOrder`. */
  readonly id: string | undefined;
  readonly related: readonly Related[];
}
