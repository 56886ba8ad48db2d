// The command `ward report` run as a program: kinds, formats, folders, templates, and what stays out of `ward check`.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, day, folder, program, ward } from "./ward.ts";

const model = `import "ward:medical"
system Demo "Demonstration" { regulation: MDR environment: hospital }
boundary Ward : HospitalNetwork { device Pump "Pump" : InfusionPump { interface Lan : Ethernet } }
`;

describe("cli: report", () => {
  before(build);

  const reported = (words: readonly string[], files: Readonly<Record<string, string>> = { "model.ward": model }) => {
    const cwd = folder(files);
    return { cwd, ...ward(["report", ...words, "--today", day], { cwd }) };
  };

  it("lists kinds and formats", () => {
    const { status, stdout } = reported(["--list"]);
    assert.equal(status, 0);
    assert.match(stdout, /^ {2}instructions {2,}\S/m);
    assert.match(stdout, /^ {2}html {2,}\S/m);
    assert.ok(JSON.parse(reported(["--list", "--format", "json"]).stdout).documents.length > 15);
  });

  it("writes a document to standard output, the same every time", () => {
    const first = reported(["threats", "--format", "md"]);
    assert.equal(first.status, 0);
    assert.match(first.stdout, /^# Threat register\n/);
    assert.equal(reported(["threats", "--format", "md"]).stdout, first.stdout);
    assert.doesNotMatch(first.stdout, new RegExp(path.basename(first.cwd)));
  });

  it("writes in German, by option or by ward.json", () => {
    assert.match(reported(["threats", "--format", "md", "--language", "de"]).stdout, /^# Bedrohungsregister\n/);
    const files = { "model.ward": model, "ward.json": '{ "report": { "language": "de" } }' };
    assert.match(reported(["threats", "--format", "md"], files).stdout, /^# Bedrohungsregister\n/);
  });

  it("writes the whole set into a folder", () => {
    const { cwd, status } = reported(["all", "--format", "md,csv", "--output", "out"]);
    assert.equal(status, 0);
    const names = readdirSync(path.join(cwd, "out"));
    assert.ok(names.includes("index.md") && names.includes("gspr.csv") && names.includes("sbom.cdx.json"));
  });

  it("gives each of several models a folder of its own", () => {
    const files = { "a.ward": model, "b.ward": model.replace("Demo", "Other") };
    const { cwd, status } = reported(["all", "--format", "csv", "--output", "out"], files);
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(path.join(cwd, "out")).sort(), ["Demo", "Other"]);
    assert.match(reported(["threats"], files).stderr, /these paths hold 2 models: Demo, Other/);
  });

  it("says what is wrong", () => {
    const wrong = (...words: string[]): string => {
      const { status, stderr, stdout } = reported(words);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      return stderr;
    };
    assert.match(wrong(), /needs a KIND/);
    assert.match(wrong("thraets"), /there is no document `thraets`[\s\S]*did you mean `threats`/);
    assert.match(wrong("threats", "--format", "pdf"), /there is no format `pdf`/);
    assert.match(wrong("threats", "--format", "md,csv"), /one document has one format/);
    assert.match(wrong("all"), /needs a folder/);
    assert.match(wrong("threats", "none.ward"), /none\.ward/);
  });

  it("reads no logo from outside the workspace, by path or by link", () => {
    for (const logo of ["../secret.png", "link.png", "/etc/hostname", "missing.png", "."]) {
      const cwd = folder({ "in/model.ward": model, "in/ward.json": JSON.stringify({ report: { logo } }), "secret.png": "\u0089PNG" });
      symlinkSync("../secret.png", path.join(cwd, "in/link.png"));
      const { status, stderr, stdout } = ward(["report", "summary", "in", "--format", "json"], { cwd });
      assert.equal(status, 2, logo);
      assert.match(stderr, /ward\.json: the logo/);
      assert.equal(JSON.parse(stdout).letterhead.logo, undefined);
    }
    const cwd = folder({ "model.ward": model, "ward.json": JSON.stringify({ report: { logo: "logo.png" } }) });
    writeFileSync(
      path.join(cwd, "logo.png"),
      Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==", "base64"),
    );
    assert.equal(JSON.parse(ward(["report", "summary", "--format", "json"], { cwd }).stdout).letterhead.logo.height, 3);
  });

  it("is no part of the program that checks", () => {
    const dist = path.dirname(program);
    assert.ok(existsSync(path.join(dist, "ward-report.cjs")));
    assert.ok(!readFileSync(path.join(dist, "ward-main.cjs"), "utf8").includes("GSPR checklist"));
  });
});
