// `--format sarif`: valid for Microsoft's validator, with the words that it does not look at checked here, and with
// fingerprints that survive edits elsewhere.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build, day, folder, sampleFolders, samples, small, ward } from "./ward.ts";

const multitool = createRequire(import.meta.url)("@microsoft/sarif-multitool") as string;

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Record<string, number> };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
}

interface Rule {
  readonly id: string;
  readonly helpUri?: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[]; readonly "security-severity"?: string };
}

interface Run {
  readonly results: readonly Result[];
  readonly rules: readonly Rule[];
}

function sarif(cwd: string, ...words: string[]): Run {
  const log = JSON.parse(ward(["check", "--format", "sarif", "--today", day, ...words], { cwd }).stdout);
  const [run] = log.runs;
  assert.deepEqual([log.version, run.columnKind], ["2.1.0", "utf16CodeUnits"]);
  const { results, tool } = run as { results: Result[]; tool: { driver: { rules: Rule[] } } };
  const { rules } = tool.driver;
  for (const { ruleId, ruleIndex, level, suppressions } of results) {
    assert.equal(rules[ruleIndex]?.id, ruleId);
    assert.ok(["error", "warning", "note", "none"].includes(level), level);
    for (const { kind, status } of suppressions) assert.deepEqual([kind, status], ["external", "accepted"]);
  }
  assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
  for (const { defaultConfiguration, properties, help, helpUri } of rules) {
    assert.ok(["error", "warning", "note", "none"].includes(defaultConfiguration.level));
    assert.match(properties["security-severity"] ?? "1.0", /^(10|\d)\.\d$/);
    assert.ok(help.text !== "" && help.markdown !== "");
    if (helpUri !== undefined) assert.doesNotThrow(() => new URL(helpUri));
  }
  return { results, rules };
}

/** What the validator calls an error. It ends with status 0 whatever it finds. */
function validate(log: string): string[] {
  const report = `${log}.report.sarif`;
  execFileSync(multitool, ["validate", log, "--output", report, "--log", "ForceOverwrite"], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    stdio: "ignore",
  });
  const { runs } = JSON.parse(readFileSync(report, "utf8").replace(/^\ufeff/, "")) as {
    runs: { results: { level?: string; ruleId: string; message: object }[] }[];
  };
  return runs.flatMap((run) => run.results.filter(({ level }) => level === "error").map((one) => JSON.stringify(one)));
}

describe("cli: sarif", () => {
  before(build);

  it("the validator finds an error where there is one", () => {
    const cwd = folder({ "bad.sarif": '{ "version": "2.1.0", "runs": [ { "results": 3 } ] }' });
    assert.notDeepEqual(validate(path.join(cwd, "bad.sarif")), []);
  });

  it("a threat is a rule with its own words, weakness and weight", () => {
    const { rules, results } = sarif(folder(small));
    const rule = rules.find(({ id }) => id === "Smudge");
    assert.deepEqual(rule?.properties, {
      tags: ["security", "threat-model", "stride/tampering", "external/cwe/cwe-345"],
      "security-severity": "9.5",
    });
    assert.equal(rule?.helpUri, "https://cwe.mitre.org/data/definitions/345.html");
    assert.match(rule?.help.markdown ?? "", /Ink runs\.[\s\S]*- Seal/);
    assert.deepEqual(
      results.map(({ ruleId, level, partialFingerprints, suppressions }) => [
        ruleId,
        level,
        partialFingerprints["wardIdentity/v1"],
        suppressions[0]?.justification,
      ]),
      [
        ["missing-catalogue", "warning", "missing-catalogue Pump", undefined],
        ["Smudge", "error", "Smudge@Dose", undefined],
        ["Smudge", "warning", "Smudge@Name", 'Nobody < reads & writes "it"'],
      ],
    );
  });

  it("fingerprints do not change when lines are added, and tell findings apart", () => {
    const model = `${small["model.ward"]}data Bad "Bad" { classification: one  integrity: two  colour: red  colour: blue }\n`;
    const fingerprints = (text: string): (string | undefined)[] =>
      sarif(folder({ "model.ward": text })).results.map((one) => one.partialFingerprints["wardIdentity/v1"]);
    const before = fingerprints(model);
    assert.deepEqual(fingerprints(`// one\n\n// two\n${model.replaceAll("\n", "\n\n")}`), before);
    assert.equal(new Set(before).size, before.length, before.join("\n"));
  });

  it("addresses are escaped, lines and columns count from 1", () => {
    const { results } = sarif(folder({ "a b#1%.ward": '\n  data A "A" { classification: nonsense }' }));
    const place = results.find((one) => one.ruleId === "invalid-value")?.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, "a%20b%231%25.ward");
    assert.deepEqual(place?.region, { startLine: 2, startColumn: 32, endLine: 2, endColumn: 40 });
  });

  it("is valid for the validator: small, broken, unreadable, from standard input", () => {
    const cwd = folder({ ...small, "b d/broken.ward": 'device {\n"\u0007\u{1f489}', "utf16.ward": Buffer.from("\ufeffdata", "utf16le") });
    writeFileSync(
      path.join(cwd, "out.sarif"),
      ward(["check", "--format", "sarif", "-", ".", "gone.ward"], { cwd, input: 'import "./x.ward"' }).stdout,
    );
    assert.deepEqual(validate(path.join(cwd, "out.sarif")), []);
  });

  for (const sample of sampleFolders()) {
    it(`is valid for the validator on samples/${sample}`, () => {
      const out = path.join(folder({}), "out.sarif");
      sarif(samples, sample);
      ward(["check", "--format", "sarif", "--output", out, sample], { cwd: samples });
      assert.deepEqual(validate(out), []);
    });
  }
});
