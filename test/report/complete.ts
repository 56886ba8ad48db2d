// A model in which every item is filled, with a decision on each threat that nothing else answers; and ways to write it up.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { drawerOf } from "../../server/src/cli/drawing.ts";
import type { Draw } from "../../server/src/report/diagrams.ts";
import { deliverables, Reporter } from "../../server/src/report/index.ts";
import type { Language, ReportDocument, Section } from "../../server/src/report/types.ts";
import { analyseText } from "../support/models.ts";

const text = readFileSync(path.join(import.meta.dirname, "complete.ward"), "utf8");

let whole: string | undefined;

/** The text of the complete model. */
export function completeText(): string {
  whole ??= decided(text);
  return whole;
}

/** A model's text with each open threat accepted. */
function decided(model: string): string {
  const open = analyseText(model).threats.filter(({ state }) => state === "open");
  const decisions = open.map(
    ({ threat, element }) => `accept ${threat.entity.name} on ${element.id} { reason: "Rated"  approved-by: "Board" }`,
  );
  return [model, ...decisions].join("\n");
}

/** Everything Ward writes about a model. */
export function reporterOf(analysis: Analysis, language: Language = "en", draw?: Draw): Reporter {
  const digestOf = (input: string): string => createHash("sha256").update(input).digest("hex");
  return new Reporter(analysis, { language, tool: "0.0.0", digestOf, ...(draw ? { draw } : {}) });
}

/** The document of a kind with its pictures. */
export async function drawnReportOf(analysis: Analysis, kind: string): Promise<ReportDocument> {
  const deliverable = deliverables.find((one) => one.kind === kind);
  if (!deliverable) throw new Error(`there is no ${kind}`);
  const reporter = reporterOf(analysis, "en", drawerOf(analysis));
  await reporter.prepare(deliverable);
  return reporter.document(deliverable);
}

/** Every deliverable of a model. */
export function allDocuments(analysis: Analysis, language: Language = "en"): ReportDocument[] {
  const reporter = reporterOf(analysis, language);
  return deliverables.map((deliverable) => reporter.document(deliverable));
}

/** The document of a kind. */
export function reportOf(reporter: Reporter, kind: string): ReportDocument {
  const deliverable = deliverables.find((one) => one.kind === kind);
  if (!deliverable) throw new Error(`there is no ${kind}`);
  return reporter.document(deliverable);
}

/** All sections of a document, inner ones too. */
export function sectionsOf({ sections }: ReportDocument): Section[] {
  const inside = (section: Section): Section[] => [section, ...section.sections.flatMap(inside)];
  return sections.flatMap(inside);
}
