// `--format sarif`: SARIF 2.1.0 for code-scanning services. A threat that needs an act has the threat as its rule, so that
// services group by threat; any other finding has its code. Fingerprints come from names, never from lines.
import { lastingId } from "../../analysis/identity.ts";
import type { ThreatInstance } from "../../analysis/types.ts";
import { type DiagnosticCode, diagnosticTable } from "../../diagnostics/table.ts";
import type { Diagnostic, Severity } from "../../diagnostics/types.ts";
import { version } from "../../host/version.ts";
import { nameLocation } from "../../model/types.ts";
import { positionsOf } from "../../source/lines.ts";
import type { Location } from "../../source/types.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { declarationAt } from "./declaration.ts";
import { codeRule, type Rule, threatRule } from "./sarif-rules.ts";
import type { Format } from "./types.ts";

// Findings whose rule is the threat itself.
const byThreat: ReadonlySet<string> = new Set(["uncovered-threat", "reopened-threat", "planned-threat", "assumption-only"]);
const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };
const levelBySeverity: Readonly<Record<string, string>> = { critical: "error", high: "warning", medium: "warning", low: "note" };

interface Finding {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  readonly location: Location;
  readonly name: string | undefined;
  readonly code: string;
  readonly fingerprint: string;
  readonly related: Diagnostic["related"];
  readonly justification?: string;
}

/** Writes one SARIF log. */
export const sarif: Format = ({ result }) => {
  const instances = new Map<string, ThreatInstance[]>();
  for (const { analysis } of result.models) {
    for (const instance of analysis.threats) {
      const name = instance.threat.entity.name;
      instances.set(name, [...(instances.get(name) ?? []), instance]);
    }
  }
  const threatOf = (id: string | undefined): ThreatInstance | undefined =>
    instances.get(id?.split("@")[0] ?? "")?.find((one) => one.id === id);
  const seen = new Map<string, number>();
  const findings = [...result.diagnostics.map((one) => findingOf(one, threatOf(one.id), seen)), ...decided(result.models)];
  const rules = rulesOf(findings, instances);
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Ward", semanticVersion: version(), version: version(), rules } },
        invocations: [{ executionSuccessful: !result.incomplete }],
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, index.get(finding.rule) as number)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function findingOf(one: Diagnostic, instance: ThreatInstance | undefined, seen: Map<string, number>): Finding {
  const isThreat = instance !== undefined && byThreat.has(one.code);
  const declaration = declarationAt(one.location);
  const identity = isThreat ? lastingId(instance) : one.id === undefined ? `${one.code} ${declaration}`.trim() : `${one.code} ${one.id}`;
  // Two findings of one code in one declaration are told apart by their order, which an edit elsewhere does not change.
  const count = (seen.get(identity as string) ?? 0) + 1;
  seen.set(identity as string, count);
  return {
    rule: isThreat ? instance.threat.entity.name : one.code,
    level: levels[one.severity],
    message: one.help === undefined ? one.message : `${one.message}. To resolve: ${one.help}`,
    location: one.location,
    name: instance?.element.id ?? (declaration === "" ? undefined : declaration),
    code: one.code,
    fingerprint: count === 1 ? (identity as string) : `${identity} (${count})`,
    related: one.related,
  };
}

// What was accepted, transferred or dismissed is listed with its reason, so that the register of the service is whole.
function decided(models: readonly CheckedModel[]): Finding[] {
  const seen = new Set<string>();
  return models.flatMap(({ analysis }) =>
    analysis.threats.flatMap((instance) => {
      const { id, state, threat, element, severity, answers } = instance;
      const key = `${element.file.path} ${id}`;
      if ((state !== "accepted" && state !== "transferred" && state !== "dismissed") || seen.has(key)) return [];
      seen.add(key);
      const [decision] = answers;
      return [
        {
          rule: threat.entity.name,
          level: levelBySeverity[severity.severity] ?? "warning",
          message: `${threat.entity.title}: \`${element.id}\`; the threat is ${state}`,
          location: nameLocation(element),
          name: element.id,
          code: `${state}-threat`,
          fingerprint: lastingId(instance),
          related: decision ? [{ message: "the decision", location: nameLocation(decision) }] : [],
          justification: (decision && analysis.model.text(decision, "reason")) ?? state,
        },
      ];
    }),
  );
}

function rulesOf(findings: readonly Finding[], instances: ReadonlyMap<string, readonly ThreatInstance[]>): Rule[] {
  const used = [...new Set(findings.map((finding) => finding.rule))].sort();
  return used.map((id) => (Object.hasOwn(diagnosticTable, id) ? codeRule(id as DiagnosticCode) : threatRule(id, instances.get(id) ?? [])));
}

function resultOf(finding: Finding, ruleIndex: number) {
  const { rule, level, message, location, name, code, fingerprint, related, justification } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: message },
    locations: [
      {
        physicalLocation: physical(location),
        ...(name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name, name: name.split(".").at(-1) }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, at) => ({
            id: at + 1,
            physicalLocation: physical(one.location),
            message: { text: one.message },
          })),
        }),
    partialFingerprints: { "wardIdentity/v1": fingerprint },
    // Where one result of a run says whether it is suppressed, all of them have to.
    suppressions: justification === undefined ? [] : [{ kind: "external", status: "accepted", justification }],
    properties: { code },
  };
}

function physical({ file, range }: Location) {
  const { start, end } = positionsOf(file.tree.text, range);
  return {
    artifactLocation: { uri: uriOf(file.path), uriBaseId: "%SRCROOT%" },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  };
}

function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
