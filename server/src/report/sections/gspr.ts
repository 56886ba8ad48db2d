// The rows of the checklist of Annex I for a document: those of the analysis, with the fillings that the document has worked out already.
import * as gspr from "../../analysis/documents/gspr.ts";
import type { Context } from "../context.ts";

export { type Met, rows } from "../../analysis/documents/gspr.ts";

/** The rows that bind a system: those that its regulations have. */
export const rowsOf = ({ analysis }: Context): readonly gspr.Row[] => gspr.rowsOf(analysis);

/** How a row is cited under the regulations of the system. */
export const citeOf = ({ analysis }: Context, row: gspr.Row): string => gspr.citeOf(analysis, row);

/** What meets a row. */
export const metBy = (context: Context, row: gspr.Row): gspr.Met => gspr.metBy(context.analysis, row, ({ id }) => context.filling(id));
