// Holds the register of vulnerabilities and the VEX document to the model, and the VEX document to CycloneDX's own schema.
import assert from "node:assert/strict";
import { Version } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { deliverables, type FormatName, formats } from "../../server/src/report/index.ts";
import type { Language } from "../../server/src/report/types.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { analyseText, today } from "../support/models.ts";
import { loadSample, samples } from "../support/samples.ts";
import { completeText, reporterOf } from "./complete.ts";

const model = `${completeText()}
component Tls "TLS library" : SoftwareLibrary { version: "3.0.1"  part-of: Pump  identifier: "pkg:generic/tls@3.0.1" }
component Log "Log library" : SoftwareLibrary { part-of: Pump }
vulnerability Overread "Buffer overread" {
  id: CVE-2026-0001, "GHSA-aaaa-bbbb-cccc"
  component: Tls
  versions: "< 3.0.2"
  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  status: affected
  response: update, workaround
  action: "Install 2.4 by May 2027"
  found: 2026-03-01
  assessed: 2026-03-04
}
vulnerability Lookup "Remote look-up" { id: CVE-2026-0002  component: Log  status: not-affected  justification: code-not-reachable  statement: "Look-ups are off" }
vulnerability Old "Old one" { id: CVE-2020-0003  component: Tls, Log  status: fixed }
vulnerability Open "Being looked at" { component: Log  status: under-investigation }
vulnerability Own "<script>alert(1)</script>" { id: "=cmd|' /C calc'!A0"  on: Pump  cvss: "no vector" }
`;

async function written(analysis: Analysis, kind: string, format: FormatName, language: Language = "en"): Promise<string> {
  const deliverable = deliverables.find((one) => one.kind === kind);
  assert.ok(deliverable);
  const { content } = await reporterOf(analysis, language).written(deliverable, format);
  return typeof content === "string" ? content : Buffer.from(content).toString("latin1");
}

const isValid = async (bom: string): Promise<void> => assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(bom), null);

describe("vulnerabilities in documents", () => {
  it("the register has scores, states, reasons and actions, and marks what is to be written", async () => {
    const text = await written(analyseText(model), "vulnerabilities", "md");
    for (const part of [
      ...["CVE-2026-0001", "GHSA-aaaa-bbbb-cccc", "7.5 high", "8.7 high", "Install 2.4 by May 2027", "2026-03-04", "&lt; 3.0.2"],
      ...["not affected", "the vulnerable code is not reached", "Look-ups are off", "under investigation", "no vector"],
    ])
      assert.ok(text.includes(part) || text.includes(part.replace("&lt;", "<")) || text.includes(part.replace("&lt;", "\\<")), part);
    assert.match(text, /Say whether these vulnerabilities affect the product/);
    assert.ok(!text.includes("<script>"));
  });

  it("is written in German", async () => {
    const text = await written(analyseText(model), "vulnerabilities", "md", "de");
    for (const part of ["Schwachstellen", "betroffen", "7.5 hoch", "der verwundbare Code wird nicht erreicht"])
      assert.ok(text.includes(part), part);
  });

  for (const kind of ["vulnerabilities", "vex"])
    it(`${kind} can be written in every format`, async () => {
      for (const format of Object.keys(formats) as FormatName[]) assert.ok((await written(analyseText(model), kind, format)).length > 100);
    });

  it("says that there are none", async () => {
    assert.match(await written(analyseText(completeText()), "vulnerabilities", "md"), /no vulnerability/);
    await isValid(await written(analyseText(completeText()), "vex", "json"));
  });

  it("the VEX document is valid and says what the model says", async () => {
    const text = await written(analyseText(model), "vex", "json");
    await isValid(text);
    const { vulnerabilities, components } = JSON.parse(text);
    const of = (id: string) => vulnerabilities.find((one: { id: string }) => one.id === id);
    const overread = of("CVE-2026-0001");
    assert.deepEqual(overread.analysis, { state: "exploitable", response: ["update", "workaround_available"] });
    assert.equal(overread.recommendation, "Install 2.4 by May 2027");
    assert.deepEqual(
      overread.references.map((one: { id: string }) => one.id),
      ["GHSA-aaaa-bbbb-cccc"],
    );
    assert.deepEqual(
      overread.ratings.map((one: { method: string; score: number; severity: string }) => [one.method, one.score, one.severity]).sort(),
      [
        ["CVSSv31", 7.5, "high"],
        ["CVSSv4", 8.7, "high"],
      ],
    );
    assert.deepEqual(overread.affects, [{ ref: "component Tls", versions: [{ version: "3.0.1", status: "affected" }] }]);
    assert.deepEqual(of("CVE-2026-0002").analysis, {
      state: "not_affected",
      justification: "code_not_reachable",
      detail: "Look-ups are off",
    });
    assert.equal(of("CVE-2020-0003").analysis.state, "resolved");
    assert.equal(of("Open").analysis.state, "in_triage");
    assert.equal(of("=cmd|' /C calc'!A0").analysis, undefined);
    const refs = new Set(components.map((one: { "bom-ref": string }) => one["bom-ref"]));
    for (const { affects } of vulnerabilities) for (const { ref } of affects) assert.ok(refs.has(ref), ref);
  });

  it("the VEX document has a number of its own", async () => {
    const numberOf = async (kind: string): Promise<string> => JSON.parse(await written(analyseText(model), kind, "json")).serialNumber;
    assert.notEqual(await numberOf("vex"), await numberOf("sbom"));
  });

  it("the VEX document is the same for the same model on the same day", async () => {
    assert.equal(await written(analyseText(model), "vex", "json"), await written(analyseText(model), "vex", "json"));
  });

  for (const name of samples)
    it(`the VEX document of ${name} is valid`, async () => {
      const found = check(loadSample(name), today, noSettings).models.find(({ analysis }) => analysis.model.system);
      assert.ok(found);
      await isValid(await written(found.analysis, "vex", "json"));
    });
});
