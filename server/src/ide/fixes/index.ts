// Quick fixes: for each finding the changes that resolve it. One family of fixes for each family of findings; all of them are
// previewable edits, and the caret is left where words are to be filled in.
import type { Range } from "../../../../grammar/syntax.ts";
import type { DiagnosticCode } from "../../diagnostics/table.ts";
import { type Diagnostic, severities } from "../../diagnostics/types.ts";
import type { Snapshot } from "../snapshot.ts";
import { touches } from "../tree.ts";
import type { Fix, TextEdit } from "../types.ts";
import { assumptionOnly, missingAssumption, unpublishedAssumption, unusedAssumption } from "./assumptions.ts";
import { protocolWithoutCarrier } from "./carriers.ts";
import { unevidencedControl, unusedControl } from "./controls.ts";
import { expiredDecision, needlessDecision, plannedThreat, unusedDecision } from "./decisions.ts";
import { unfilledItem } from "./documents.ts";
import * as duties from "./duties.ts";
import type { Draft, Family } from "./family.ts";
import * as gaps from "./gaps.ts";
import { unresolvedImport } from "./imports.ts";
import * as market from "./market.ts";
import { missingHeader, missingKind, missingName, missingProperty } from "./missing.ts";
import { ambiguousName, duplicateName, invalidName, unknownName } from "./names.ts";
import * as spelling from "./spelling.ts";
import { syntaxError } from "./syntax.ts";
import { uncoveredThreat } from "./uncovered.ts";
import * as vulnerabilities from "./vulnerabilities.ts";

/** The family of each code that has an obvious way out. */
export const families: Readonly<Partial<Record<DiagnosticCode, Family>>> = {
  "syntax-error": syntaxError,
  "unresolved-import": unresolvedImport,
  "unknown-declaration": spelling.unknownDeclaration,
  "missing-name": missingName,
  "invalid-name": invalidName,
  "duplicate-name": duplicateName,
  "unknown-name": unknownName,
  "unknown-protocol": unknownName,
  "ambiguous-name": ambiguousName,
  "unknown-property": spelling.unknownProperty,
  "duplicate-property": spelling.duplicateProperty,
  "missing-property": missingProperty,
  "missing-kind": missingKind,
  "missing-header": missingHeader,
  "unexpected-header": spelling.unexpectedHeader,
  "invalid-value": spelling.invalidValue,
  "too-many-values": spelling.tooManyValues,
  "invalid-condition": spelling.misspeltCondition,
  "missing-system": gaps.missingSystem,
  "missing-catalogue": gaps.missingCatalogue,
  "flow-without-data": gaps.flowWithoutData,
  "flow-without-protocol": gaps.flowWithoutProtocol,
  "protocol-without-carrier": protocolWithoutCarrier,
  "device-without-boundary": gaps.deviceWithoutBoundary,
  "incomplete-interface": gaps.incompleteInterface,
  "unfilled-item": unfilledItem,
  "scope-without-reason": gaps.scopeWithoutReason,
  "essential-function-without-harm": gaps.essentialFunctionWithoutHarm,
  "uncovered-threat": uncoveredThreat,
  "planned-threat": plannedThreat,
  "assumption-only": assumptionOnly,
  "expired-acceptance": expiredDecision,
  "missing-assumption": missingAssumption,
  "unpublished-assumption": unpublishedAssumption,
  "missing-practice-evidence": duties.missingPracticeEvidence,
  "missing-component-list": duties.missingComponentList,
  "missing-update-flow": duties.missingUpdateFlow,
  "missing-logging": duties.missingLogging,
  "missing-fail-safe": duties.missingFailSafe,
  "unplaced-hosted-data": duties.unplacedHostedData,
  "missing-benefit-risk": duties.missingBenefitRisk,
  "unused-control": unusedControl,
  "unused-assumption": unusedAssumption,
  "unused-decision": unusedDecision,
  "needless-decision": needlessDecision,
  "unevidenced-control": unevidencedControl,
  "incident-without-threat": market.incidentWithoutThreat,
  "unclassified-incident": market.unclassifiedIncident,
  "late-incident-report": market.lateIncidentReport,
  "uncoded-incident": market.uncodedIncident,
  "inconsistent-incident": market.inconsistentIncident,
  "significant-trend": market.significantTrend,
  "reopened-threat": vulnerabilities.reopenedThreat,
  "unassessed-vulnerability": vulnerabilities.unassessedVulnerability,
  "unjustified-vulnerability": vulnerabilities.unjustifiedVulnerability,
  "vulnerability-without-action": vulnerabilities.vulnerabilityWithoutAction,
};

/**
 * The fixes of all findings that touch a range: those of the gravest finding first, what resolves one before decisions to live
 * with it. Only one is preferred: editors put what is preferred on top, and would mix the findings.
 */
export function fixes(snapshot: Snapshot, range: Range): Fix[] {
  const found = findings(snapshot).filter(({ location }) => touches(location.range, range));
  const grave = [...found].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const all = joined(grave.flatMap((finding) => draftsOf(snapshot, finding)));
  const best = all.find(({ preferred }) => preferred);
  const late = ({ title }: Draft): number => Number(/^(?:Accept|Transfer|Dismiss|Remove) /.test(title));
  return all
    .sort((a, b) => late(a) - late(b))
    .map((one) => {
      const { safe: _, ...fix } = one;
      return { ...fix, preferred: one === best };
    });
}

/** The edits of all fixes that need no judgement: misspellings with one near word, missing colons and quotes, sole imports. */
export function fixAll(snapshot: Snapshot): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of findings(snapshot)) {
    const own = draftsOf(snapshot, finding).find(({ safe }) => safe)?.edits ?? [];
    if (own.every((edit) => edit.file.path === snapshot.file.path && !edits.some((other) => collide(edit, other)))) edits.push(...own);
  }
  return edits.sort((a, b) => a.range.start - b.range.start);
}

function findings({ checked, file }: Snapshot): readonly Diagnostic[] {
  if (file.origin !== "user") return [];
  return checked.diagnostics.filter(({ location }) => location.file.path === file.path);
}

// A finding belongs to one of the models that include the file: the one that knows it speaks of it.
function draftsOf(snapshot: Snapshot, diagnostic: Diagnostic): Draft[] {
  const family = families[diagnostic.code as DiagnosticCode];
  const knows = snapshot.models.find(({ analysis }) => analysis.diagnostics.some((one) => isSame(one, diagnostic)));
  const model = knows ?? snapshot.models[0];
  if (family === undefined || model === undefined) return [];
  const file = model.analysis.model.files.find((one) => one.path === snapshot.file.path) ?? snapshot.file;
  const problem = { snapshot, analysis: model.analysis, diagnostic, file, text: file.tree.text, range: diagnostic.location.range };
  return [...family(problem)].filter((fix) => fix !== undefined);
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.id === b.id &&
    a.location.file.path === b.location.file.path &&
    a.location.range.start === b.location.range.start &&
    a.location.range.end === b.location.range.end
  );
}

// The same change may resolve several findings: it is offered once.
function joined(all: readonly Draft[]): Draft[] {
  const known = new Map<string, Draft>();
  for (const fix of all) {
    const key = JSON.stringify([fix.title, fix.edits.map(({ file, range, text }) => [file.path, range.start, range.end, text])]);
    const same = known.get(key);
    known.set(
      key,
      same ? { ...same, codes: [...new Set([...same.codes, ...fix.codes])], preferred: same.preferred || fix.preferred } : fix,
    );
  }
  return [...known.values()];
}

// Two insertions at one place would come in an order that nobody chose, unless they are the same.
function collide(a: TextEdit, b: TextEdit): boolean {
  if (a.range.start === a.range.end && b.range.start === b.range.end) return a.range.start === b.range.start;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}
