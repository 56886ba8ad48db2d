// `--format junit`: every threat and requirement as a test, for build servers that know nothing but tests.
import type { Diagnostic } from "../../diagnostics/types.ts";
import { positionAt } from "../../source/lines.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { fails } from "../summary.ts";
import type { Format, Report } from "./types.ts";

interface Case {
  readonly name: string;
  readonly className: string;
  readonly findings: readonly Diagnostic[];
  /** Why it counts as neither passed nor failed: a decision was taken on it. */
  readonly decided?: string | undefined;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Writes one test suite for each model; findings below the failing level are passed tests with output. */
export const junit: Format = (report) => {
  const { models, diagnostics } = report.result;
  const left = new Set(diagnostics);
  const suites = models.map((model) => suiteOf(model, diagnostics, left));
  if (left.size > 0) suites.push({ name: "files", cases: findingCases("files", [...left]) });
  const written = suites.map((suite) => writeSuite(suite, report));
  const sum = (count: (suite: (typeof written)[number]) => number): number => written.reduce((total, suite) => total + count(suite), 0);
  const head = `<testsuites name="ward" tests="${sum((one) => one.tests)}" failures="${sum((one) => one.failures)}" errors="0" time="0">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...written.map((one) => one.text), "</testsuites>", ""].join("\n");
};

function suiteOf(model: CheckedModel, diagnostics: readonly Diagnostic[], left: Set<Diagnostic>): Suite {
  const files = new Set(model.files.map((file) => file.path));
  const byId = new Map<string, Diagnostic[]>();
  const others: Diagnostic[] = [];
  const instances = new Set([...model.analysis.threats, ...model.analysis.requirements].map(({ id }) => id));
  for (const one of diagnostics) {
    if (!files.has(one.location.file.path)) continue;
    if (one.id !== undefined && instances.has(one.id)) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
    else if (left.has(one)) others.push(one);
    left.delete(one);
  }
  const cases: Case[] = [
    ...model.analysis.threats.map(({ id, threat, state, answers }) => {
      const isDecided = state === "accepted" || state === "transferred" || state === "dismissed";
      const reason = answers.map((answer) => model.analysis.model.text(answer, "reason") ?? answer.id).join("; ");
      return {
        name: `${id}: ${threat.entity.title}`,
        className: `${model.name}.threats`,
        findings: byId.get(id) ?? [],
        decided: isDecided ? `${state}: ${reason}` : undefined,
      };
    }),
    ...model.analysis.requirements.map(({ id, requirement }) => ({
      name: `${id}: ${requirement.entity.title}`,
      className: `${model.name}.requirements`,
      findings: byId.get(id) ?? [],
    })),
    ...findingCases(`${model.name}.findings`, others),
  ];
  return { name: model.name, cases };
}

function findingCases(className: string, findings: readonly Diagnostic[]): Case[] {
  return findings.map((one) => ({ name: `${one.code} at ${placeOf(one)}`, className, findings: [one] }));
}

function placeOf({ location }: Diagnostic): string {
  const { line, character } = positionAt(location.file.tree.text, location.range.start);
  return `${location.file.path}:${line + 1}:${character + 1}`;
}

function writeSuite({ name, cases }: Suite, { failLevel }: Report): { text: string; tests: number; failures: number } {
  let failures = 0;
  let skipped = 0;
  const lines = cases.flatMap((one) => {
    const open = `    <testcase name="${escaped(one.name)}" classname="${escaped(one.className)}" time="0"`;
    const failing = one.findings.filter((finding) => fails(finding.severity, failLevel));
    const body: string[] = [];
    if (failing.length > 0) {
      failures++;
      const type = failing[0]?.code ?? "";
      body.push(
        `      <failure message="${escaped(failing.map((finding) => finding.message).join("; "))}" type="${type}">${escaped(failing.map(fullText).join("\n\n"))}</failure>`,
      );
    } else if (one.decided !== undefined) {
      skipped++;
      body.push(`      <skipped message="${escaped(one.decided)}"/>`);
    }
    const passing = one.findings.filter((finding) => !failing.includes(finding));
    if (passing.length > 0) body.push(`      <system-out>${escaped(passing.map(fullText).join("\n\n"))}</system-out>`);
    return body.length === 0 ? [`${open}/>`] : [`${open}>`, ...body, "    </testcase>"];
  });
  const head = `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0">`;
  return { text: [head, ...lines, "  </testsuite>"].join("\n"), tests: cases.length, failures };
}

function fullText(finding: Diagnostic): string {
  const related = finding.related.map(({ message, location }) => `  ${placeOf({ ...finding, location })}: ${message}`);
  const help = finding.help === undefined ? [] : [`  help: ${finding.help}`];
  return [`${placeOf(finding)}: ${finding.severity}[${finding.code}]: ${finding.message}`, ...related, ...help].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

// XML has no way to write most control characters or half a surrogate pair; a replacement stands for them.
function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"\n\r\t]/g, (one) => entities[one] as string)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
  );
}
