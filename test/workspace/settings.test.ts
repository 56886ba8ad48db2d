// `ward.json`: what it sets, and what each mistake in it is told.
import assert from "node:assert/strict";
import { memoryFiles } from "../../server/src/host/memory.ts";
import type { FileSystem } from "../../server/src/host/types.ts";
import { configured, findRoot, noSettings, readSettings } from "../../server/src/workspace/settings.ts";
import { checkFiles } from "../support/models.ts";

const read = (text: string) => readSettings(memoryFiles({ "/w/ward.json": text }), "/w");

const mistakes: readonly (readonly [text: string, ...words: string[]])[] = [
  ["", "ward.json", "JSON"],
  ["{ severity: 1 }", "JSON"],
  ["[]", "object"],
  ["null", "object"],
  ['"x"', "object"],
  ['{ "severty": {} }', 'unknown setting "severty"', 'mean "severity"'],
  ['{ "severity": [] }', "object of codes"],
  ['{ "severity": "off" }', "object of codes"],
  ['{ "severity": { "single-layr": "off" } }', '"single-layr" is no diagnostic code', 'mean "single-layer"'],
  ['{ "severity": { "single-layer": "of" } }', "error, warning, info, hint, off"],
  ['{ "severity": { "single-layer": 1 } }', "one of"],
  ['{ "exclude": "drafts/" }', "list of patterns"],
  ['{ "exclude": [1] }', "list of patterns"],
];

describe("settings", () => {
  it("without ward.json nothing is set", () => {
    assert.deepEqual(readSettings(memoryFiles({ "/w/a.ward": "" }), "/w"), { settings: noSettings, problems: [] });
  });

  it("sets severities and excludes files", () => {
    const { settings, problems } = read(
      '{ "$schema": "x", "severity": { "single-layer": "off", "isolated-element": "error" }, "exclude": ["drafts/"] }',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      { ...settings },
      { ...noSettings, severity: { "single-layer": "off", "isolated-element": "error" }, exclude: ["drafts/"] },
    );
  });

  for (const [text, ...words] of mistakes) {
    it(`tells what is wrong with ${text || "an empty file"}`, () => {
      const { settings, problems } = read(text);
      assert.equal(problems.length, 1, problems.join("\n"));
      for (const word of words) assert.ok(problems[0]?.includes(word), `"${word}" in: ${problems[0]}`);
      assert.deepEqual(settings.severity, {}, "what is wrong sets nothing");
    });
  }

  it("keeps what is right beside what is wrong", () => {
    const { settings, problems } = read('{ "severity": { "nonsense": "off", "single-layer": "off" }, "exclude": 3 }');
    assert.equal(problems.length, 2);
    assert.deepEqual(settings.severity, { "single-layer": "off" });
  });

  it("what a regulation asks for is switched off with a reason only; any severity may have one", () => {
    const off = (value: unknown) => read(JSON.stringify({ severity: { "missing-logging": value } }));
    assert.deepEqual(off({ level: "off", reason: "The gateway records" }).settings.severity, { "missing-logging": "off" });
    assert.deepEqual(off("info").settings.severity, { "missing-logging": "info" });
    for (const without of ["off", { level: "off" }, { level: "off", reason: " " }, { level: "off", reason: 3 }]) {
      const { settings, problems } = off(without);
      assert.deepEqual(settings.severity, {});
      assert.match(problems.join(), /"missing-logging" needs a reason: \{ "level": "off", "reason": "…" \}/);
    }
    assert.match(off({ level: "of", reason: "x" }).problems.join(), /must be one of/);
    assert.match(off({ level: "off", reson: "x" }).problems.join(), /unknown setting "reson" of "missing-logging"; did you mean "reason"/);
    const free = read('{ "severity": { "single-layer": { "level": "hint", "reason": "Too many" } } }');
    assert.deepEqual(free.settings.severity, { "single-layer": "hint" });
  });

  it("a ward.json that cannot be read is told, not ignored", () => {
    const fileSystem: FileSystem = { ...memoryFiles({ "/w/ward.json": "" }), read: () => ({ problem: "permission denied" }) };
    assert.match(readSettings(fileSystem, "/w").problems[0] ?? "", /ward\.json cannot be read: permission denied/);
  });

  it("severities apply to every diagnostic of the code, `off` hides it", () => {
    const files = {
      "/a.ward": "system S { regulation: MDR  environment: hospital }\nactor N { role: clinical }\nactor M { role: clinical }",
    };
    const codes = (severity: Record<string, "error" | "off">) =>
      checkFiles(files, { ...noSettings, severity }).diagnostics.map((one) => `${one.severity} ${one.code}`);
    assert.deepEqual(codes({}), ["warning missing-catalogue", "info isolated-element", "info isolated-element"]);
    assert.deepEqual(codes({ "isolated-element": "error" }), [
      "warning missing-catalogue",
      "error isolated-element",
      "error isolated-element",
    ]);
    assert.deepEqual(codes({ "isolated-element": "off", "missing-catalogue": "off" }), []);
    assert.deepEqual(configured([], { ...noSettings, severity: { "isolated-element": "off" } }), []);
  });

  it("the root is the nearest folder at or above with ward.json, or .git", () => {
    const fileSystem = memoryFiles({
      "/r/.git/HEAD": "",
      "/r/p/ward.json": "{}",
      "/r/p/q/a.ward": "",
      "/r/x/y/b.ward": "",
      "/s/c.ward": "",
    });
    const roots = ["/r/p/q", "/r/p", "/r/x/y", "/r", "/s", "/"].map((folder) => findRoot(fileSystem, folder));
    assert.deepEqual(roots, ["/r/p", "/r/p", "/r", "/r", undefined, undefined]);
    assert.equal(findRoot(memoryFiles({ "/ward.json": "{}" }), "/a/b"), "/");
  });
});
