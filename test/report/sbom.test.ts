// Holds the bill of materials against CycloneDX's own schema, and against the model it was made from.
import assert from "node:assert/strict";
import { Version } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { deliverables } from "../../server/src/report/index.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { analyseText, today } from "../support/models.ts";
import { loadSample, samples } from "../support/samples.ts";
import { completeText, reporterOf } from "./complete.ts";

const sbom = deliverables.find(({ kind }) => kind === "sbom");

async function bomOf(analysis: Analysis): Promise<string> {
  assert.ok(sbom);
  const { content, extension } = await reporterOf(analysis).written(sbom, "json");
  assert.equal(extension, "cdx.json");
  return content as string;
}

async function holds(bom: string): Promise<void> {
  assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(bom), null);
}

describe("bill of materials", () => {
  for (const name of samples) {
    it(`of ${name} is valid and lists every component`, async () => {
      const model = check(loadSample(name), today, noSettings).models.find(({ analysis }) => analysis.model.system);
      assert.ok(model);
      const text = await bomOf(model.analysis);
      await holds(text);
      const bom = JSON.parse(text);
      const declared = model.analysis.model.of("component").map(({ id }) => `component ${id}`);
      const listed = bom.components
        .map((one: { "bom-ref": string }) => one["bom-ref"])
        .filter((ref: string) => ref.startsWith("component "));
      assert.deepEqual(listed.sort(), [...declared].sort());
      const reached = new Set<string>();
      const visit = (ref: string): void => {
        if (reached.has(ref)) return;
        reached.add(ref);
        for (const inner of bom.dependencies.find((one: { ref: string }) => one.ref === ref)?.dependsOn ?? []) visit(inner);
      };
      visit(bom.metadata.component["bom-ref"]);
      for (const ref of declared) assert.ok(reached.has(ref), `${ref} does not hang on the product`);
    });
  }

  it("is valid and keeps its facts with hostile and odd values", async () => {
    const analysis = analyseText(`${completeText()}
component A "=cmd|' /C calc'!A0 <script>" : SoftwareLibrary { version: "\\u0000 1" supplier: "" license: "No such licence" identifier: "not an identifier" }
component B "B" : SoftwareLibrary { license: "Apache-2.0" identifier: "pkg:npm/b@1.0.0" }
component C "C" : SoftwareLibrary { identifier: "cpe:2.3:a:vendor:c:1.0:*:*:*:*:*:*:*" support-ends: 2020-01-01 }
component D "D" { part-of: Pump }`);
    const text = await bomOf(analysis);
    await holds(text);
    const of = (ref: string) => JSON.parse(text).components.find((one: { "bom-ref": string }) => one["bom-ref"] === `component ${ref}`);
    assert.equal(of("B").purl, "pkg:npm/b@1.0.0");
    assert.deepEqual(of("B").licenses, [{ license: { id: "Apache-2.0" } }]);
    assert.deepEqual(of("A").licenses, [{ license: { name: "No such licence" } }]);
    assert.match(of("C").cpe, /^cpe:2\.3:a:vendor/);
    assert.ok(of("C").properties.some((one: { name: string }) => one.name === "ward:support-ended"));
  });

  it("is the same for the same model on the same day", async () => {
    assert.equal(await bomOf(analyseText(completeText())), await bomOf(analyseText(completeText())));
  });
});
