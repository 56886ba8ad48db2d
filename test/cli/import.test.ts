// `ward import` as users run it: what is written where, what stays as it is, and what wrong files are answered with.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, folder, ward } from "./ward.ts";

const model = `import "ward:medical"
system Sys "System" { regulation: MDR  environment: hospital }
boundary Z : HospitalNetwork { device Box : MedicalDevice { process Main : EmbeddedSoftware } }
component Tls "TLS library" { version: "3.0.1"  part-of: Box.Main  identifier: "pkg:generic/openssl@3.0.1" }
`;
const vex = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  components: [{ type: "library", name: "openssl", "bom-ref": "a", purl: "pkg:generic/openssl@3.0.1" }],
  vulnerabilities: [{ id: "CVE-2026-1111", description: "Overread", analysis: { state: "in_triage" }, affects: [{ ref: "a" }] }],
});
const declaration = `vulnerability Cve_2026_1111 "Overread" {
  id: CVE-2026-1111
  component: Tls
  status: under-investigation
}
`;

describe("ward import", () => {
  let cwd: string;
  before(build);

  beforeEach(() => {
    cwd = folder({ "pump/model.ward": model, "vex.json": vex });
  });

  it("writes declarations to standard output", () => {
    const { status, stdout, stderr } = ward(["import", "vex.json", "--model", "pump"], { cwd });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: declaration });
    assert.match(stderr, /vex\.json: CycloneDX, 1 entry/);
  });

  it("writes a file that sees its components and checks, and never overwrites it unasked", () => {
    const words = ["import", "vex.json", "--model", "pump", "--output", "pump/vulnerabilities.ward"];
    assert.equal(ward(words, { cwd }).status, 0);
    const file = path.join(cwd, "pump/vulnerabilities.ward");
    assert.equal(readFileSync(file, "utf8"), `import "./model.ward"\n\n${declaration}`);
    assert.doesNotMatch(ward(["check", "pump"], { cwd }).stdout, /unknown-name|syntax-error/);
    const again = ward(words, { cwd });
    assert.equal(again.status, 2);
    assert.match(again.stderr, /is already there and stays as it is/);
    writeFileSync(file, "");
    assert.equal(ward([...words, "--force"], { cwd }).status, 0);
    assert.equal(readFileSync(file, "utf8"), `import "./model.ward"\n\n${declaration}`);
  });

  it("leaves what the model has already", () => {
    writeFileSync(
      path.join(cwd, "pump/known.ward"),
      `import "./model.ward"\nvulnerability Mine { id: CVE-2026-1111  component: Tls  status: fixed }\n`,
    );
    const { status, stdout, stderr } = ward(["import", "vex.json", "--model", "pump"], { cwd });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
    assert.match(stderr, /CVE-2026-1111 is in the model already \(`Mine`\)/);
    assert.match(stderr, /nothing to write/);
  });

  it("says what is wrong with files, and what to do", () => {
    writeFileSync(path.join(cwd, "list.json"), "{}");
    writeFileSync(path.join(cwd, "broken.json"), "{");
    for (const [file, words] of [
      ["list.json", /neither CycloneDX .* nor CSAF .* nor OSV/],
      ["broken.json", /no JSON/],
      ["missing.json", /there is no such file/],
      ["pump", /it is a folder/],
    ] as const) {
      const { status, stdout, stderr } = ward(["import", file, "--model", "pump"], { cwd });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, words);
    }
    assert.equal(ward(["import"], { cwd }).status, 2);
  });

  it("what a vulnerability breaks is open again, in every output", () => {
    const broken = `${model}control Watch "Watched" : ComponentReplacement, ProcessIsolation { protects: Old  status: implemented }
component Old "Old library" { version: "1"  part-of: Box.Main  support-ends: 2020-01-01 }
vulnerability Escape { component: Old  status: affected  action: "Update"  defeats: Watch  exploits: UnsupportedComponent }
`;
    writeFileSync(path.join(cwd, "pump/model.ward"), broken);
    const id = "UnsupportedComponent@Old";
    const { threats } = JSON.parse(ward(["check", "pump", "--format", "json"], { cwd }).stdout);
    const threat = threats.find((one: { id: string }) => one.id === id);
    assert.deepEqual([threat.state, threat.vulnerabilities], ["open", ["Escape"]]);
    const explained = ward(["explain", id, "pump"], { cwd }).stdout;
    assert.match(explained, /Vulnerabilities\n.*Escape, affected, makes it real/);
    assert.match(explained.replace(/\s+/g, " "), /breaks Watch, which answered it/);
    const [run] = JSON.parse(ward(["check", "pump", "--format", "sarif"], { cwd }).stdout).runs;
    const result = run.results.find((one: { properties: { code: string } }) => one.properties.code === "reopened-threat");
    assert.equal(result.ruleId, "UnsupportedComponent");
    assert.match(result.message.text, /open again/);
    const fixed = broken.replace("status: affected", "status: fixed");
    writeFileSync(path.join(cwd, "pump/model.ward"), fixed);
    const after = JSON.parse(ward(["check", "pump", "--format", "json"], { cwd }).stdout).threats.find(
      (one: { id: string }) => one.id === id,
    );
    assert.deepEqual([after.state, after.vulnerabilities], ["mitigated", undefined]);
  });
});
