// Generated models: as large as asked for, always the same, and without a single error of text or names.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fewestElements, generateModel, type ModelSize } from "../../bench/model.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import type { Entity } from "../../server/src/model/types.ts";
import { type Checked, check } from "../../server/src/workspace/check.ts";
import { load } from "../../server/src/workspace/load.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";

const counted = new Set(["boundary", "actor", "external", "device", "process", "store", "interface"]);

// What a model of a manufacturer may well have: gaps, threats, requirements, dead answers. Anything else is a mistake here.
const expected = new Set([
  "uncovered-threat",
  "planned-threat",
  "assumption-only",
  "single-layer",
  "expired-acceptance",
  "missing-assumption",
  "unpublished-assumption",
  "unused-control",
  "unused-assumption",
  "unused-decision",
  "needless-decision",
  "isolated-element",
  "missing-benefit-risk",
  "missing-component-list",
  "missing-fail-safe",
  "missing-practice-evidence",
  "missing-update-flow",
  "unplaced-hosted-data",
]);

const sizes: ModelSize[] = [
  { elements: fewestElements, flows: 0, seed: 1 },
  { elements: fewestElements, flows: 9, seed: 2 },
  { elements: 10, flows: 15, seed: 1 },
  { elements: 24, flows: 3, seed: 4_294_967_295 },
  { elements: 61, flows: 90, seed: 0 },
  { elements: 100, flows: 150, seed: 7 },
  { elements: 333, flows: 1_000, seed: 3 },
  { elements: 1_000, flows: 1_500, seed: 1 },
  { elements: 1_000, flows: 1_500, seed: 2 },
];

describe("generated models", () => {
  for (const size of sizes) {
    describe(`${size.elements} elements, ${size.flows} flows, seed ${size.seed}`, () => {
      let checked: Checked;
      let entities: readonly Entity[];

      before(() => {
        checked = checkModel(generateModel(size));
        entities = checked.models.flatMap(({ analysis }) => analysis.model.entities).filter((entity) => entity.file.origin === "user");
      });

      it("is one model of exactly that size", () => {
        assert.deepEqual(
          checked.models.map(({ name }) => name),
          ["CareSystem"],
        );
        assert.equal(entities.filter(({ keyword }) => counted.has(keyword)).length, size.elements);
        assert.equal(entities.filter(({ keyword }) => keyword === "flow").length, size.flows);
      });

      it("has no error of text, names or types, and no gap", () => {
        const others = checked.diagnostics.filter(({ code }) => !expected.has(code));
        assert.deepEqual(
          others.map(({ code, location, message }) => `${location.file.path} ${code}: ${message}`),
          [],
        );
      });
    });
  }

  it("keep four of five flows within the nearest boundary of both ends", () => {
    const { analysis } = checkModel(generateModel({ elements: 1_000, flows: 1_500, seed: 5 })).models[0] ?? assert.fail();
    const flows = analysis.model.of("flow");
    const crossing = flows.filter((flow) => analysis.facts.yes(flow, "crosses-zone")).length;
    assert.ok(Math.abs(crossing / flows.length - 0.2) < 0.02, `${crossing} of ${flows.length} cross`);
  });

  it("are the same for the same size and seed, and differ for another seed", () => {
    const size = { elements: 200, flows: 300, seed: 11 };
    assert.deepEqual(generateModel(size), generateModel(size));
    assert.notDeepEqual(generateModel(size), generateModel({ ...size, seed: 12 }));
  });

  it("use what a real model uses: every statement, answers of every state, parties of several sorts", () => {
    const { analysis } = checkModel(generateModel({ elements: 1_000, flows: 1_500, seed: 1 })).models[0] ?? assert.fail();
    const used = new Set(analysis.model.entities.filter(({ file }) => file.origin === "user").map(({ keyword }) => keyword));
    for (const keyword of [
      "control",
      "assumption",
      "accept",
      "transfer",
      "dismiss",
      "component",
      "role",
      "view",
      "scenario",
      "evidence",
    ] as const) {
      assert.ok(used.has(keyword), keyword);
    }
    const states = new Set(analysis.threats.map(({ state }) => state));
    for (const state of ["open", "planned", "mitigated", "assumed", "accepted"] as const) assert.ok(states.has(state), state);
    const managers = new Set(analysis.model.of("boundary").map((boundary) => analysis.model.text(boundary, "managed-by")));
    assert.ok(managers.size >= 4, [...managers].join());
  });
});

describe("npm run generate", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "ward-generate-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("writes the files, and removes those of an earlier run but nothing else", () => {
    writeFileSync(path.join(folder, "own.ward"), 'system Own "Own"\n');
    assert.equal(generate("--elements", "300", "--flows", "10", "--seed", "1", "--output", folder).status, 0);
    const { status, stdout } = generate("--elements", "10", "--flows", "15", "--seed", "1", "--output", folder);
    assert.equal(status, 0);
    assert.match(stdout, /10 elements and 15 flows/);
    const files = generateModel({ elements: 10, flows: 15, seed: 1 });
    assert.deepEqual(readdirSync(folder).sort(), [...Object.keys(files), "own.ward"].sort());
    for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(path.join(folder, name), "utf8"), text);
  });

  for (const [args, message] of [
    [[], /--elements is missing/],
    [["--elements", "10"], /--output needs a folder/],
    [["--elements", "4", "--output", "x"], /--elements takes a whole number from 5 to/],
    [["--elements", "ten", "--output", "x"], /not "ten"/],
    [["--elements", "10", "--flows", "-1", "--output", "x"], /--flows/],
    [["--elements", "10", "--flows", "1.5", "--output", "x"], /--flows takes a whole number/],
    [["--elements", "10", "--seed", "1e3", "--output", "x"], /--seed takes a whole number/],
    [["--elements", "10", "--sead", "1", "--output", "x"], /--sead/],
    [["--elements", "10", "--output", ""], /--output needs a folder/],
  ] as const) {
    it(`refuses ${args.join(" ") || "no arguments"}`, () => {
      const { status, stdout, stderr } = generate(...args);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
  }

  it("refuses a folder that is a file", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    const { status, stderr } = generate("--elements", "10", "--output", file);
    assert.equal(status, 2);
    assert.match(stderr, /^generate: /);
  });
});

function checkModel(files: Readonly<Record<string, string>>): Checked {
  const placed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/model/${name}`, text]));
  const loaded = load(Object.keys(placed), { fileSystem: memoryFiles(placed), root: "/model", shownFrom: "/model" });
  return check(loaded, "2026-06-01", noSettings);
}

function generate(...args: readonly string[]) {
  return spawnSync(process.execPath, ["bench/generate.ts", ...args], { encoding: "utf8" });
}
