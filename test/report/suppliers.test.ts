// Suppliers' lists of parts: merged into the bill of materials, seen in the document, and told of when they cannot be read.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { Version } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { deliverables, Reporter, readSupplierLists } from "../../server/src/report/index.ts";
import { type ReadFile, readSupplierLists as readLists } from "../../server/src/report/suppliers.ts";
import { folder, ward } from "../cli/ward.ts";
import { analyseText } from "../support/models.ts";
import { completeText } from "./complete.ts";

const model = (list: string): Analysis =>
  analyseText(`${completeText()}
component Image "Base image" { version: "12.4"  supplier: "Distributor"  part-of: Pump  parts-list: "${list}" }
component Zlib "zlib" : SoftwareLibrary { version: "1.3.1"  part-of: Pump  identifier: "pkg:generic/zlib@1.3.1" }`);

const supplied = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  metadata: { component: { type: "operating-system", name: "image", "bom-ref": "image" } },
  components: [
    {
      type: "library",
      name: "openssl",
      version: "3.0.16",
      "bom-ref": "ssl",
      purl: "pkg:deb/openssl@3.0.16",
      licenses: [{ license: { id: "Apache-2.0" } }],
    },
    {
      type: "library",
      name: "zlib",
      version: "1.3.1",
      "bom-ref": "z",
      purl: "pkg:generic/zlib@1.3.1",
      licenses: [{ expression: "Zlib OR MIT" }],
    },
    { type: "odd", name: "<script>alert(1)</script>", supplier: { name: "=cmd|' /C calc'!A0" }, components: [{ name: "inner" }] },
    { name: "turning", "bom-ref": "a" },
    { name: "round", "bom-ref": "b" },
    { version: "no name" },
    "nonsense",
  ],
  dependencies: [
    { ref: "image", dependsOn: ["ssl"] },
    { ref: "ssl", dependsOn: ["z", "gone"] },
    { ref: "a", dependsOn: ["b"] },
    { ref: "b", dependsOn: ["a"] },
  ],
};

const given =
  (content: unknown): ReadFile =>
  () => {
    const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
    return { bytes, base64: bytes.toString("base64") };
  };

function reporterOf(analysis: Analysis, read: ReadFile | undefined): Reporter {
  const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
  return new Reporter(analysis, { language: "en", tool: "0.0.0", digestOf, suppliers: readSupplierLists(analysis.model, read) });
}

const sbom = deliverables.find(({ kind }) => kind === "sbom");
assert.ok(sbom);

describe("suppliers' lists", () => {
  it("are merged: every part hangs on its component, and one that the model or two lists name is one", async () => {
    const { content } = await reporterOf(model("list.json"), given(supplied)).written(sbom, "json");
    assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(content as string), null);
    const bom = JSON.parse(content as string);
    const needs = (ref: string): string[] => bom.dependencies.find((one: { ref: string }) => one.ref === ref)?.dependsOn ?? [];
    const part = (name: string): string => `component Image part ${name}`;
    assert.deepEqual(needs("component Image"), [part("<script>alert(1)</script>"), part("a"), part("ssl")]);
    assert.deepEqual(needs(part("ssl")), ["component Zlib"]);
    assert.deepEqual(needs(part("<script>alert(1)</script>")), [part("inner")]);
    assert.deepEqual([needs(part("a")), needs(part("b"))], [[part("b")], [part("a")]]);
    const of = (name: string) => bom.components.filter((one: { name: string }) => one.name === name);
    assert.equal(of("zlib").length, 1);
    assert.deepEqual(of("openssl")[0].licenses, [{ license: { id: "Apache-2.0" } }]);
    assert.deepEqual(of("openssl")[0].properties, [{ name: "ward:listed-in", value: "list.json" }]);
  });

  it("stand in the document as text", async () => {
    const { content } = await reporterOf(model("list.json"), given(supplied)).written(sbom, "md");
    const text = String(content);
    assert.match(text, /\| openssl \| 3\.0\.16 \|/);
    assert.ok(!text.includes("<script>"));
  });

  it("belong to what the digest is of", () => {
    const digest = (content: unknown): string => reporterOf(model("list.json"), given(content)).context.digest;
    assert.notEqual(digest(supplied), digest({ ...supplied, version: 2 }));
  });

  const unread: readonly (readonly [string, ReadFile | undefined, RegExp])[] = [
    ["where no file can be read", undefined, /cannot be read here/],
    ["outside the workspace", () => ({ problem: "outside" }), /lies outside the workspace/],
    ["that is no file", () => ({ problem: "no-file" }), /is no file, or larger than 32 MB/],
    ["that is missing", () => ({ problem: "unreadable" }), /cannot be read/],
    ["that is no JSON", given("{"), /is no JSON/],
    ["of another format", given({ spdxVersion: "SPDX-2.3" }), /is no CycloneDX list/],
    ["that is no object", given([1]), /is no CycloneDX list/],
  ];
  for (const [what, read, problem] of unread) {
    it(`${what} are told of, and the rest is written`, async () => {
      const analysis = model("list.json");
      const [[entity, why] = []] = readLists(analysis.model, read).problems;
      assert.equal(entity?.id, "Image");
      assert.match(why ?? "", problem);
      const reporter = reporterOf(analysis, read);
      assert.ok(reporter.document(sbom).gaps.some(({ item }) => item === "SupplierList"));
      const { content } = await reporter.written(sbom, "json");
      assert.ok(String(content).includes("component Zlib"));
    });
  }

  it("are read from the folder of the file that names them, never from outside the workspace", () => {
    const text = `import "ward:medical"
system S "S" { regulation: MDR  environment: hospital }
component Image "Image" { version: "1"  supplier: "D"  parts-list: "../lists/image.json" }
component Far "Far" { version: "1"  supplier: "D"  parts-list: "../../far.json" }`;
    const cwd = folder({ "ward.json": "{}", "model/main.ward": text, "lists/image.json": JSON.stringify(supplied) });
    const { stdout, stderr, status } = ward(["report", "sbom", "model", "--format", "json"], { cwd });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /main\.ward: the list of parts of `Far` is not merged: `\.\.\/\.\.\/far\.json` (lies outside the workspace|cannot be read)/,
    );
    assert.ok(!stderr.includes("`Image`"), stderr);
    const isMerged = (text: string): boolean => JSON.parse(text).components.some(({ name }: { name: string }) => name === "openssl");
    assert.ok(isMerged(stdout));
    for (const [where, operand] of [
      ["model", "."],
      ["lists", "../model"],
      ["..", `${basename(cwd)}/model/main.ward`],
    ] as const)
      assert.ok(isMerged(ward(["report", "sbom", operand, "--format", "json"], { cwd: join(cwd, where) }).stdout), where);
  });
});
