// `--format json` against its contract: every field of version 1, its type, its words; positions and counts that fit.
import assert from "node:assert/strict";
import path from "node:path";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { build, day, folder, sampleFolders, samples, small, ward } from "./ward.ts";

type Check = (value: unknown, at: string) => void;

const text: Check = (value, at) => assert.equal(typeof value, "string", at);
const whole: Check = (value, at) => assert.ok(Number.isInteger(value) && (value as number) >= 0, `${at} is ${value}`);
const oneOf =
  (...words: string[]): Check =>
  (value, at) =>
    assert.ok(words.includes(value as string), `${at} is ${value}`);
const list =
  (item: Check): Check =>
  (value, at) => {
    assert.ok(Array.isArray(value), at);
    value.forEach((one, index) => {
      item(one, `${at}[${index}]`);
    });
  };
const maybe =
  (check: Check): Check =>
  (value, at) => {
    if (value !== undefined) check(value, at);
  };
/** Fields that have to be there; others may be added. */
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), at);
    for (const [name, check] of Object.entries(fields)) check((value as Record<string, unknown>)[name], `${at}.${name}`);
  };

const position = object({ line: whole, character: whole });
const range = object({ start: position, end: position });
const place = { file: text, range };
const severity = oneOf("low", "medium", "high", "critical");
const states = ["open", "planned", "mitigated", "assumed", "accepted", "transferred", "dismissed"];
const stride = oneOf("spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege");

const schema = object({
  version: (value, at) => assert.equal(value, 1, at),
  tool: object({ name: oneOf("ward"), version: text }),
  models: list(object({ system: text, files: list(text) })),
  diagnostics: list(
    object({
      code: oneOf(...diagnosticCodes),
      severity: oneOf("error", "warning", "info", "hint"),
      message: text,
      ...place,
      id: maybe(text),
      related: list(object({ message: text, ...place })),
    }),
  ),
  threats: list(
    object({
      id: (value, at) => assert.match(String(value), /^\w+@[\w.]+$/u, at),
      threat: text,
      title: text,
      element: text,
      stride: list(stride),
      state: oneOf(...states),
      status: maybe(oneOf("planned", "designed", "implemented", "verified")),
      severity,
      risk: object({ initial: text, residual: text }),
      answers: list(text),
      missing: list(text),
      references: list((value, at) => assert.match(String(value), /^(CWE|CAPEC)-\d+$/, at)),
      harms: list(text),
      ...place,
    }),
  ),
  requirements: list(
    object({
      id: (value, at) => assert.match(String(value), /^\w+@[\w.]+$/u, at),
      requirement: text,
      state: oneOf("stated", "unpublished", "missing"),
      assumptions: list(text),
      clauses: list(text),
    }),
  ),
  summary: object({
    files: whole,
    elements: whole,
    flows: whole,
    threats: object(Object.fromEntries(states.map((state) => [state, whole]))),
    requirements: object({ stated: whole, unpublished: whole, missing: whole }),
    errors: whole,
    warnings: whole,
  }),
});

interface Report {
  readonly models: { system: string; files: string[] }[];
  readonly diagnostics: { code: string; severity: string; id?: string; file: string; range: { start: object; end: object } }[];
  readonly threats: {
    id: string;
    element: string;
    state: string;
    status?: string;
    answers: string[];
    missing: string[];
    harms: string[];
  }[];
  readonly requirements: { state: string }[];
  readonly summary: {
    files: number;
    elements: number;
    flows: number;
    threats: Record<string, number>;
    requirements: Record<string, number>;
    errors: number;
    warnings: number;
  };
}

function checkJson(cwd: string, ...words: string[]): Report {
  const report = JSON.parse(ward(["check", "--format", "json", "--today", day, ...words], { cwd }).stdout) as Report;
  schema(report, "report");
  return report;
}

describe("cli: json", () => {
  before(build);

  it("tells every instance with its state, answers and what it lacks", () => {
    const { threats, models } = checkJson(folder(small));
    assert.deepEqual(models, [{ system: "Pump", files: ["model.ward"] }]);
    assert.deepEqual(
      threats.map(({ id, state, status, answers, missing, harms }) => ({ id, state, status, answers, missing, harms })),
      [
        { id: "Smudge@Dose", state: "open", status: undefined, answers: [], missing: ["Seal"], harms: ["Overdose"] },
        { id: "Smudge@Log", state: "mitigated", status: "verified", answers: ["LogSeal"], missing: [], harms: [] },
        { id: "Smudge@Rate", state: "planned", status: "planned", answers: ["RateSeal"], missing: [], harms: [] },
        { id: "Smudge@Name", state: "accepted", status: undefined, answers: ["accept Smudge on Name"], missing: [], harms: [] },
      ],
    );
  });

  it("counts lines and characters from 0, in UTF-16 units, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const model = [`data A "\u{1f489}注" { classification: nonsense }`, `data B "e\u0301" { classification: nonsense }`].join(end);
      const { diagnostics } = checkJson(folder({ "a.ward": model }));
      const ranges = diagnostics.filter((one) => one.code === "invalid-value").map((one) => one.range);
      assert.deepEqual(ranges, [
        { start: { line: 0, character: 31 }, end: { line: 0, character: 39 } },
        { start: { line: 1, character: 30 }, end: { line: 1, character: 38 } },
      ]);
    }
  });

  it("names files relative to the working folder", () => {
    const cwd = folder({ "m/a.ward": 'data A "A" { classification: nonsense }' });
    assert.deepEqual(new Set(checkJson(cwd).diagnostics.map((one) => one.file)), new Set(["m/a.ward"]));
    assert.deepEqual(new Set(checkJson(path.join(cwd, "m")).diagnostics.map((one) => one.file)), new Set(["a.ward"]));
  });

  it("counts a file that two models share once", () => {
    const shared = 'actor Nurse "Nurse" { role: clinical }\n';
    const { summary, models } = checkJson(
      folder({ "shared.ward": shared, "a.ward": 'import "./shared.ward"', "b.ward": 'import "./shared.ward"' }),
    );
    assert.equal(models.length, 2);
    assert.deepEqual([summary.files, summary.elements, summary.flows], [3, 1, 0]);
  });

  for (const sample of sampleFolders()) {
    it(`fits its contract on samples/${sample}, and its summary counts what it lists`, () => {
      const { diagnostics, threats, requirements, summary } = checkJson(samples, sample);
      const count = (all: readonly { state: string }[], state: string): number => all.filter((one) => one.state === state).length;
      for (const state of states) assert.equal(summary.threats[state], count(threats, state), state);
      for (const state of ["stated", "unpublished", "missing"])
        assert.equal(summary.requirements[state], count(requirements, state), state);
      assert.equal(summary.errors, diagnostics.filter((one) => one.severity === "error").length);
      assert.equal(summary.warnings, diagnostics.filter((one) => one.severity === "warning").length);
      for (const { id, state, missing, answers } of threats) {
        assert.equal(answers.length > 0, state !== "open", id);
        assert.ok(state === "open" || missing.length === 0, id);
      }
    });
  }
});
