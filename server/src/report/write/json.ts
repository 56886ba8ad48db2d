// Writes a document as it is, for other programs.
import type { ReportDocument } from "../types.ts";

/** The document as JSON. */
export function writeJson(document: ReportDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
