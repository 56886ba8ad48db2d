// `ward check` as a whole: exit statuses, where output goes, colour, early readers, the same bytes twice.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { formats } from "../../server/src/cli/formats/index.ts";
import { build, day, environment, folder, program, sampleFolders, samples, small, ward } from "./ward.ts";

const wrong = 'data Wrong "Wrong" { classification: nonsense }';
const warning = `import "ward:medical"\ndata Unused "Unused" { classification: internal }\naccept Eavesdropping on Unused { reason: "none" }\n`;
const info = `actor Nobody "Nobody" { role: clinical }\n`;

describe("cli: check", () => {
  before(build);

  const statuses: readonly (readonly [string, readonly string[], number])[] = [
    [wrong, [], 1],
    [wrong, ["--fail-on", "none"], 0],
    [warning, [], 0],
    [warning, ["--fail-on", "warning"], 1],
    [warning, ["--fail-on", "info"], 1],
    ["", [], 0],
    ["device {", ["--fail-on", "none"], 0],
    ["device {", [], 1],
    ['import "./gone.ward"', ["--fail-on", "none"], 2],
    ['import "ward:gone"', [], 2],
  ];
  for (const [model, words, expected] of statuses) {
    it(`${JSON.stringify(model.slice(0, 30))} ${words.join(" ")}: status ${expected}`, () => {
      const { status, stdout } = ward(["check", ...words], { cwd: folder({ "model.ward": model }) });
      assert.equal(status, expected, stdout);
      assert.match(stdout, /1 file checked/);
    });
  }

  it("--fail-on info takes infos as failures, warning does not", () => {
    const cwd = folder({ "model.ward": info, "ward.json": '{ "severity": { "missing-system": "off" } }' });
    const findings = JSON.parse(ward(["check", "--format", "json"], { cwd }).stdout) as { diagnostics: { severity: string }[] };
    assert.ok(
      findings.diagnostics.length > 0 && findings.diagnostics.every((one) => one.severity === "info"),
      JSON.stringify(findings.diagnostics),
    );
    assert.equal(ward(["check", "--fail-on", "warning"], { cwd }).status, 0);
    assert.equal(ward(["check", "--fail-on", "info"], { cwd }).status, 1);
  });

  it("--today decides whether a decision still counts", () => {
    const cwd = folder(small);
    const state = (today: string): string | undefined => {
      const { threats } = JSON.parse(ward(["check", "--format", "json", "--today", today], { cwd }).stdout) as {
        threats: { id: string; state: string }[];
      };
      return threats.find((one) => one.id === "Smudge@Name")?.state;
    };
    assert.equal(state("2027-05-31"), "accepted");
    assert.equal(state("2027-06-01"), "open");
  });

  for (const format of Object.keys(formats)) {
    it(`--format ${format}: the same bytes twice, on standard output or in --output`, () => {
      const cwd = folder({ ...small, "b/other.ward": info });
      const words = ["check", "--format", format, "--today", day];
      const first = ward(words, { cwd });
      assert.deepEqual(ward(words, { cwd }), first);
      const toFile = ward([...words, "--output", "out.txt"], { cwd });
      assert.deepEqual([toFile.status, toFile.stdout], [first.status, ""]);
      assert.equal(readFileSync(path.join(cwd, "out.txt"), "utf8"), first.stdout);
    });
  }

  it("the order of PATH arguments changes nothing, nor does a path given twice", () => {
    const cwd = folder({ ...small, "b.ward": info });
    const json = (...paths: string[]): string => ward(["check", "--format", "json", "--today", day, ...paths], { cwd }).stdout;
    assert.equal(json("b.ward", "model.ward"), json("model.ward", "b.ward", "model.ward"));
    assert.equal(json("."), json("./model.ward", "b.ward", "."));
  });

  it("--output into a folder that is not there: a sentence, status 2", () => {
    const { status, stderr } = ward(["check", "--output", "no/such/out.txt"], { cwd: folder({ "model.ward": "" }) });
    assert.equal(status, 2);
    assert.match(stderr, /cannot write `no\/such\/out.txt`: its folder does not exist/);
  });

  it("- reads standard input, with imports from the working folder", () => {
    const cwd = folder({ "data.ward": 'data Order "Order" { classification: internal }' });
    const input = 'import "./data.ward"\ndata Order2 "Order" { classification: internal }\ndata Bad "Bad" { classification: nonsense }';
    const { status, stdout } = ward(["check", "-"], { cwd, input });
    assert.equal(status, 1);
    assert.match(stdout, /--> <stdin>:3:\d+/);
    assert.match(stdout, /2 files checked/);
  });

  it("colours nothing that is no terminal, everything under FORCE_COLOR, and nothing under NO_COLOR or --no-color", () => {
    const cwd = folder(small);
    const isColoured = (env: Record<string, string>, ...words: string[]): boolean =>
      ward(["check", ...words], { cwd, env }).stdout.includes("\u001b[");
    assert.equal(isColoured({}), false);
    assert.equal(isColoured({ FORCE_COLOR: "1" }), true);
    assert.equal(isColoured({ FORCE_COLOR: "0" }), false);
    assert.equal(isColoured({ FORCE_COLOR: "1", NO_COLOR: "1" }), false);
    assert.equal(isColoured({ FORCE_COLOR: "1" }, "--no-color"), false);
    assert.equal(isColoured({ FORCE_COLOR: "1" }, "--output", "out.txt"), false);
    assert.ok(!readFileSync(path.join(cwd, "out.txt"), "utf8").includes("\u001b"));
  });

  it("without its marks, coloured output is the plain output", () => {
    const cwd = folder(small);
    const coloured = ward(["check", "--today", day], { cwd, env: { FORCE_COLOR: "1" } }).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them.
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ""), ward(["check", "--today", day], { cwd }).stdout);
  });

  it("a reader that closes the pipe early is no error", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `data D${at} "D" { classification: nonsense }`).join("\n");
    const child = spawn(process.execPath, [program, "check"], { cwd: folder({ "model.ward": many }), env: environment() });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual([status, stderr], [1, ""]);
  });

  it("works with a shell's | head", () => {
    const line = `"${process.execPath}" "${program}" check samples --format json | head -n 1; echo done`;
    const { stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: path.dirname(samples), env: environment(), encoding: "utf8" });
    assert.deepEqual([stdout, stderr], ["{\ndone\n", ""]);
  });

  for (const sample of sampleFolders()) {
    it(`checks samples/${sample}`, () => {
      const { status, stderr, stdout } = ward(["check", path.join(samples, sample)]);
      assert.ok(status === 0 || status === 1, stdout);
      assert.equal(stderr, "");
    });
  }
});
