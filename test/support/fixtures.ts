// Fixtures that say what is found in them. Below a line, `// ^^^^ code words` expects a diagnostic of that code whose range
// is exactly above the carets and whose severity, message, id or help contains each word; a range that goes on in the next
// line ends with `…`. Lines `//= Id state words` expect a threat or requirement instance with each word among its details.
// A fixture lists all of its diagnostics and, once it lists one instance, all instances; so it asserts absence too. What a
// listed instance reports about itself (that it is open, planned or missing) needs no second mention.
import { readFileSync } from "node:fs";
import { parse } from "../../grammar/parser/index.ts";
import { analyse } from "../../server/src/analysis/analyse.ts";
import type { Analysis, RequirementInstance, ThreatInstance } from "../../server/src/analysis/types.ts";
import type { Diagnostic } from "../../server/src/diagnostics/types.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { bind } from "../../server/src/model/bind.ts";
import { lineText, positionAt } from "../../server/src/source/lines.ts";
import type { SourceFile } from "../../server/src/source/types.ts";
import { load } from "../../server/src/workspace/load.ts";
import { splitFiles, today } from "./models.ts";

const shipped = (path: string, text: string): SourceFile => ({ path, origin: "catalogue", tree: parse(text), imports: [] });

/** The small catalogue of the tests: what they say does not change with the one that ships. It stands for the medical one too. */
export const core: readonly SourceFile[] = [
  shipped("ward:core/core.ward", readFileSync(new URL("../analysis/core.ward", import.meta.url), "utf8")),
  shipped("ward:medical/none.ward", ""),
];

/** Files of a fixture as loaded, every one of them part of one model. */
export function filesOf(fixture: string): SourceFile[] {
  const files = splitFiles(fixture);
  return [...load(Object.keys(files), { fileSystem: memoryFiles(files), root: "/", shownFrom: "/" }).files.values()];
}

/** Analyses a fixture as one model over the tests' own catalogue. */
export function analyseFixture(fixture: string, day = today): Analysis {
  return analyse(bind([...core, ...filesOf(fixture)], core), day);
}

interface Marker {
  readonly file: string;
  readonly line: number;
  /** `// ^^^^ code`, with the carets in their columns. */
  readonly shown: string;
  readonly words: readonly string[];
}

const marker = /^(\s*\/\/\s*)(\^+…?)\s+(\S+)(.*)$/;
/** What an instance says about itself where it stands. */
const ofInstances: ReadonlySet<string> = new Set(["uncovered-threat", "planned-threat", "missing-assumption"]);
const instance = /^\s*\/\/= (\S+)(.*)$/;

/** What differs between what a fixture expects and what is found, as readable lines; empty when it all fits. */
export function differences(fixture: string): string[] {
  const day = /^\/\/ today: (\S+)$/m.exec(fixture)?.[1] ?? today;
  const analysis = analyseFixture(fixture, day);
  return [...diagnosticDifferences(fixture, analysis), ...instanceDifferences(fixture, analysis)];
}

function diagnosticDifferences(fixture: string, { diagnostics }: Analysis): string[] {
  const open = [...diagnostics];
  const missing: string[] = [];
  for (const expected of Object.entries(splitFiles(fixture)).flatMap(([path, text]) => markersOf(path.slice(1), text))) {
    const at = open.findIndex((one) => fits(one, expected));
    if (at >= 0) open.splice(at, 1);
    else missing.push(`${expected.file}:${expected.line + 1}\n- ${expected.shown} ${expected.words.join(" ")}`);
  }
  const listed = new Set(instancesOf(fixture).map(({ id }) => id));
  return [...missing, ...open.filter((one) => !ofInstances.has(one.code) || !listed.has(one.id ?? "")).map(unexpected)];
}

function markersOf(file: string, text: string): Marker[] {
  const found: Marker[] = [];
  let line = 0;
  text.split("\n").forEach((content, index) => {
    const [, before = "", carets = "", code = "", words = ""] = marker.exec(content) ?? [];
    if (carets === "") line = index;
    else found.push({ file, line, shown: `${" ".repeat(before.length)}${carets} ${code}`, words: wordsIn(words) });
  });
  return found;
}

const wordsIn = (text: string): string[] => text.split(" ").filter((word) => word !== "");

function fits(one: Diagnostic, expected: Marker): boolean {
  const said = saidBy(one);
  const { line } = positionAt(one.location.file.tree.text, one.location.range.start);
  return (
    one.location.file.path === expected.file &&
    line === expected.line &&
    shown(one) === expected.shown &&
    expected.words.every((word) => said.includes(word))
  );
}

function saidBy({ severity, message, id, help }: Diagnostic): string {
  return `${severity}: ${message}${id ? ` [${id}]` : ""}${help ? ` (${help})` : ""}`;
}

function shown({ code, location: { file, range } }: Diagnostic): string {
  const start = positionAt(file.tree.text, range.start);
  const end = positionAt(file.tree.text, range.end);
  const last = end.line === start.line ? end.character : lineText(file.tree.text, start.line).length;
  return `${" ".repeat(start.character)}${"^".repeat(Math.max(1, last - start.character))}${end.line === start.line ? "" : "…"} ${code}`;
}

function unexpected(one: Diagnostic): string {
  const { file, range } = one.location;
  const { line } = positionAt(file.tree.text, range.start);
  return `${file.path}:${line + 1}\n  ${lineText(file.tree.text, line)}\n+ ${shown(one)} ${saidBy(one)}`;
}

function instanceDifferences(fixture: string, analysis: Analysis): string[] {
  const expected = instancesOf(fixture);
  if (expected.length === 0) return [];
  const actual = detailsOf(analysis);
  const lines: string[] = [];
  for (const { id, words } of expected) {
    const details = actual.get(id);
    actual.delete(id);
    if (id === "none") continue;
    if (details === undefined) lines.push(`- //= ${id} ${words.join(" ")}`);
    else if (!words.every((word) => details.includes(word))) lines.push(`- //= ${id} ${words.join(" ")}\n+ //= ${id} ${details.join(" ")}`);
  }
  return [...lines, ...[...actual].map(([id, details]) => `+ //= ${id} ${details.join(" ")}`)];
}

function instancesOf(fixture: string): { id: string; words: readonly string[] }[] {
  return fixture.split("\n").flatMap((line) => {
    const [, id, words = ""] = instance.exec(line) ?? [];
    return id === undefined ? [] : [{ id, words: wordsIn(words) }];
  });
}

/** The details of every instance by id, as the words that a fixture can ask for. */
export function detailsOf({ threats, requirements, autonomy }: Analysis): Map<string, string[]> {
  return new Map([
    ...threats.map((one): [string, string[]] => [one.id, threatDetails(one)]),
    ...requirements.map((one): [string, string[]] => [one.id, requirementDetails(one)]),
    ...autonomy.map((one): [string, string[]] => [
      `${one.requirement.entity.name}@${one.place.id}`,
      ["autonomous", `by:${one.measure.name}`],
    ]),
  ]);
}

function threatDetails({ state, status, answers, missing, severity, risk, harms, replaces }: ThreatInstance): string[] {
  return [
    state,
    `status:${status ?? "none"}`,
    `by:${answers.map((one) => one.name || one.id).join("+")}`,
    `missing:${missing.map((one) => one.name).join("+")}`,
    `severity:${severity.severity}`,
    `exposure:${risk.exposure}`,
    `likelihood:${risk.likelihood}->${risk.residualLikelihood}`,
    `risk:${risk.initial}->${risk.residual}`,
    `harms:${harms.map(({ harm, path }) => [...path, harm].map((step) => step.name).join("/")).join("+")}`,
    `replaces:${replaces.map((one) => one.entity.name).join("+")}`,
  ];
}

function requirementDetails({ state, assumptions }: RequirementInstance): string[] {
  const counting = assumptions.filter((one) => one.counts).map((one) => one.assumption.name);
  return [state, `by:${counting.join("+")}`];
}
