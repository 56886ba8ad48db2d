// Writes a document as it is, for other programs.
import type { ReportDocument } from "../types.ts";

/** The document as JSON. */
export function writeJson(document: ReportDocument): string {
  // A picture is no data; `ward diagram --format json` has the data of the view.
  return `${JSON.stringify(document, (key, value) => (key === "svg" ? undefined : value), 2)}\n`;
}
