// `--format junit` against its schema, and `--format github` with everything that has to be escaped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";
import { build, day, folder, sampleFolders, samples, small, ward } from "./ward.ts";

const schema = readFileSync(`${import.meta.dirname}/junit.xsd`, "utf8");

async function junit(cwd: string, ...words: string[]): Promise<string> {
  const { stdout } = ward(["check", "--format", "junit", "--today", day, ...words], { cwd });
  const { errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: stdout }], schema: [schema], maxMemoryPages: 4096 });
  assert.deepEqual(errors, []);
  return stdout;
}

function namesOf(report: string, element: "failure" | "skipped" | "system-out"): string[] {
  const cases = report.match(/<testcase [\s\S]*?(?:\/>\n|<\/testcase>)/g) ?? [];
  return cases.filter((one) => one.includes(`<${element}`)).map((one) => /name="([^":]*)/.exec(one)?.[1] ?? "");
}

describe("cli: junit", () => {
  before(build);

  it("fails what is at or above the failing level, skips what was decided, passes the rest", async () => {
    const cwd = folder(small);
    const atError = await junit(cwd);
    assert.match(atError, /<testsuite name="Pump" tests="5" failures="1" errors="0" skipped="1" time="0">/);
    assert.deepEqual([namesOf(atError, "failure"), namesOf(atError, "skipped")], [["Smudge@Dose"], ["Smudge@Name"]]);
    assert.match(atError, /<skipped message="accepted: Nobody &lt; reads &amp; writes &quot;it&quot;"\/>/);
    assert.deepEqual(namesOf(await junit(cwd, "--fail-on", "warning"), "failure"), ["Smudge@Dose", "missing-catalogue at model.ward"]);
    assert.deepEqual(namesOf(await junit(cwd, "--fail-on", "none"), "failure"), []);
  });

  it("stays well formed whatever stands in the text", async () => {
    const cwd = folder({ "a.ward": `data A "<&>\\"']]>\u0002\u0007\u001b[31m\ufffe\u{1f489}" { classification: nonsense&< }\n"\u0001` });
    await junit(cwd);
    assert.match(await junit(cwd, "a.ward", "gone.ward"), /<testsuite name="files" tests="1" failures="1"/);
  });

  for (const sample of sampleFolders()) {
    it(`is valid on samples/${sample}, one test for each instance and requirement at least`, async () => {
      const report = await junit(samples, sample, "--fail-on", "info");
      const { threats, requirements } = JSON.parse(ward(["check", "--format", "json", "--today", day, sample], { cwd: samples }).stdout);
      assert.ok((report.match(/<testcase /g) ?? []).length >= threats.length + requirements.length);
    });
  }
});

describe("cli: github", () => {
  before(build);

  it("writes one command a finding", () => {
    const { stdout } = ward(["check", "--format", "github", "--today", day], { cwd: folder(small) });
    assert.deepEqual(stdout.split("\n").slice(1), [
      '::error file=model.ward,line=4,endLine=4,col=6,endColumn=9,title=uncovered-threat%3A Smudge@Dose::Someone smudges it: `Dose` has no `Seal`%0Aadd `control Name : Seal { protects: Dose  status: planned }`, or accept it: `accept Smudge on Dose { reason: "…" }`',
      "",
    ]);
    assert.match(stdout, /^::warning file=model\.ward,line=1,/);
  });

  it("escapes what would end a property or a message", () => {
    const cwd = folder({ "100%, a:b.ward": 'import "./%0A::error::x\\ny"' });
    const { stdout } = ward(["check", "--format", "github"], { cwd });
    const [command, ...others] = stdout.trimEnd().split("\n");
    assert.match(command ?? "", /^::error file=100%25%2C a%3Ab\.ward,line=1,/);
    assert.match(command ?? "", /::cannot import "\.\/%250A::error::x/);
    for (const other of others) assert.match(other, /^::(error|warning|notice) file=100%25/);
  });
});
