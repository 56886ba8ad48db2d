// Creates diagnostics from the table: a wrong code or a missing parameter does not compile.
import type { Location } from "../source/types.ts";
import { type DiagnosticCode, diagnosticTable } from "./table.ts";
import type { Diagnostic, Related, Severity } from "./types.ts";

type Table = typeof diagnosticTable;
type ParametersOf<Code extends DiagnosticCode> = Parameters<Table[Code]["message"]>[0];

/** What a diagnostic may carry besides its words. */
export interface Extras {
  readonly id?: string | undefined;
  readonly related?: readonly Related[];
  /** The way out, where the table's own is not the best one. */
  readonly help?: string | undefined;
  /** A severity other than the table's, where the meaning gives one (the force of a requirement). */
  readonly severity?: Severity;
}

/** A diagnostic of a code at a place. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  location: Location,
  parameters: ParametersOf<Code>,
  extras: Extras = {},
): Diagnostic {
  const entry = diagnosticTable[code];
  const message = (entry.message as (p: ParametersOf<Code>) => string)(parameters);
  return {
    code,
    severity: extras.severity ?? entry.severity,
    message,
    help: extras.help ?? entry.help,
    location,
    id: extras.id,
    related: extras.related ?? [],
  };
}
