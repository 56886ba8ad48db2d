// Holds the import of VEX, CSAF and OSV files to what they say: which components, which status, in valid declarations.
import assert from "node:assert/strict";
import { Version } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import fc from "fast-check";
import { parse } from "../../grammar/parser/index.ts";
import { format } from "../../grammar/print.ts";
import { compareVersions } from "../../server/src/exchange/advisories/versions.ts";
import { importAdvisories, readAdvisories } from "../../server/src/exchange/index.ts";
import { analyseText } from "../support/models.ts";

const model = `
system Sys "System" { regulation: MDR  environment: hospital }
boundary Z : HospitalNetwork { device Box : MedicalDevice { process Main : EmbeddedSoftware { component Inner "Inner part" { version: "1.0" } } } }
component Tls "TLS library" : SoftwareLibrary { version: "3.0.1"  part-of: Box.Main  identifier: "pkg:generic/openssl@3.0.1" }
component Web "Web server" : SoftwareComponent { version: "1.20"  part-of: Box.Main  identifier: "cpe:2.3:a:nginx:nginx:1.20:*:*:*:*:*:*:*" }
component Log "left-pad" : SoftwareLibrary { part-of: Box.Main }
vulnerability Known "Known" { id: CVE-2020-0001  component: Tls  status: fixed }
`;

interface Outcome {
  readonly text: string;
  readonly notes: readonly string[];
}

function imported(...files: readonly unknown[]): Outcome {
  const advisories = files.flatMap((file) => {
    const reading = readAdvisories(typeof file === "string" ? file : JSON.stringify(file));
    assert.ok("advisories" in reading, "problem" in reading ? reading.problem : "");
    return reading.advisories;
  });
  const { text, notes } = importAdvisories(analyseText(model).model, advisories);
  const laidOut = format(text);
  assert.deepEqual(parse(laidOut).problems, []);
  const wrong = analyseText(`${model}\n${laidOut}`).diagnostics.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    wrong.map(({ message }) => message),
    analyseText(model)
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ message }) => message),
  );
  return { text: laidOut, notes };
}

const vex = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  components: [
    { type: "library", name: "openssl", version: "3.0.1", "bom-ref": "lib-1", purl: "pkg:generic/openssl@3.0.1?arch=arm" },
    { type: "application", name: "outer", "bom-ref": "app", components: [{ type: "library", name: "left-pad", "bom-ref": "lib-2" }] },
  ],
  vulnerabilities: [
    {
      id: "CVE-2026-1111",
      source: { name: "NVD" },
      description: 'Overread in "ALPN"\nof the library',
      ratings: [
        { method: "CVSSv31", vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N" },
        { method: "CVSSv2", vector: "AV:N/AC:L/Au:N/C:P/I:N/A:N" },
      ],
      created: "2026-02-03T10:00:00Z",
      analysis: { state: "not_affected", justification: "code_not_reachable", detail: "ALPN is off" },
      affects: [{ ref: "lib-1" }, { ref: "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#lib-2" }],
    },
    {
      id: "CVE-2026-2222",
      recommendation: "Update to 3.0.2",
      analysis: { state: "exploitable", response: ["update", "workaround_available"] },
      affects: [{ ref: "lib-1", versions: [{ version: "3.0.1", status: "affected" }] }],
    },
    { id: "CVE-2026-3333", affects: [{ ref: "lib-1", versions: [{ version: "3.0.1", status: "unaffected" }] }] },
    { id: "CVE-2020-0001", affects: [{ ref: "lib-1" }] },
    { id: "CVE-2026-4444", affects: [{ ref: "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Fother%401" }] },
  ],
};

const osv = (id: string, events: readonly object[], more: object = {}): object => ({
  schema_version: "1.6.0",
  id,
  modified: "2026-03-01T00:00:00Z",
  published: "2026-02-01T00:00:00Z",
  aliases: ["CVE-2026-5555"],
  summary: "Padding goes wrong",
  severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H" }],
  affected: [{ package: { ecosystem: "OSS-Fuzz", name: "openssl", purl: "pkg:generic/openssl" }, ranges: [{ type: "SEMVER", events }] }],
  ...more,
});

const csaf = {
  document: {
    category: "csaf_vex",
    csaf_version: "2.0",
    title: "Web server",
    publisher: { category: "vendor", name: "Vendor", namespace: "https://example.com" },
    tracking: {
      id: "A-1",
      status: "final",
      version: "1",
      current_release_date: "2026-05-02T00:00:00Z",
      initial_release_date: "2026-05-01T00:00:00Z",
      revision_history: [{ number: "1", date: "2026-05-01T00:00:00Z", summary: "First" }],
    },
  },
  product_tree: {
    branches: [
      {
        category: "vendor",
        name: "nginx",
        branches: [
          {
            category: "product_name",
            name: "nginx",
            branches: [
              {
                category: "product_version",
                name: "1.20",
                product: { product_id: "P1", name: "nginx 1.20", product_identification_helper: { cpe: "cpe:/a:nginx:nginx:1.20" } },
              },
              {
                category: "product_version",
                name: "1.21",
                product: { product_id: "P2", name: "nginx 1.21", product_identification_helper: { cpe: "cpe:/a:nginx:nginx:1.21" } },
              },
            ],
          },
        ],
      },
    ],
    full_product_names: [{ product_id: "D", name: "Distribution" }],
    relationships: [
      {
        category: "default_component_of",
        product_reference: "P1",
        relates_to_product_reference: "D",
        full_product_name: { product_id: "D:P1", name: "nginx in Distribution" },
      },
    ],
  },
  vulnerabilities: [
    {
      cve: "CVE-2026-6666",
      title: "Module reads too far",
      scores: [{ products: ["P1"], cvss_v3: { vectorString: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N" } }],
      product_status: { known_not_affected: ["P1"], known_affected: ["P2"] },
      flags: [{ label: "vulnerable_code_not_present", product_ids: ["P1"] }],
      threats: [{ category: "impact", details: "The module is not built", product_ids: ["P1"] }],
    },
    {
      cve: "CVE-2026-7777",
      product_status: { known_affected: ["D:P1"], fixed: ["P2"] },
      remediations: [{ category: "vendor_fix", details: "Install 1.21", product_ids: ["D:P1"] }],
    },
    {
      cve: "CVE-2026-8888",
      product_status: { known_not_affected: ["P1"] },
      flags: [{ label: "vulnerable_code_cannot_be_controlled_by_adversary" }],
    },
  ],
};

describe("import of advisories", () => {
  it("the VEX file of these tests is valid", async () => {
    assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(JSON.stringify(vex)), null);
  });

  it("reads CycloneDX VEX: components by reference, package URL and name, states, responses", () => {
    const { text, notes } = imported(vex);
    assert.equal(
      text,
      `vulnerability Cve_2026_1111 "Overread in \\"ALPN\\" of the library" {
  id: CVE-2026-1111
  component: Tls, Log
  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  status: not-affected
  justification: code-not-reachable
  statement: "ALPN is off"
  found: 2026-02-03
}

vulnerability Cve_2026_2222 "CVE-2026-2222" {
  id: CVE-2026-2222
  component: Tls
  versions: "3.0.1"
  status: affected
  response: update, workaround
  action: "Update to 3.0.2"
}
`,
    );
    assert.deepEqual(notes, [
      "CVE-2020-0001 is in the model already (`Known`) and stays as it is",
      "CVE-2026-3333 is not about version 3.0.1 of `Tls`",
      "1 vulnerability is about no component of the model; components are found by `identifier` (package URL or CPE), or by name",
      "CVE-2026-1111: the vector AV:N/AC:L/Au:N/C:P/I:N/A:N is left out: it does not say its version",
    ]);
  });

  it("reads OSV: the CVE first, versions by their ranges, nothing assessed", () => {
    const { text } = imported(osv("GHSA-aaaa-bbbb-cccc", [{ introduced: "0" }, { fixed: "3.0.2" }]));
    assert.equal(
      text,
      `vulnerability Cve_2026_5555 "Padding goes wrong" {
  id: CVE-2026-5555, "GHSA-aaaa-bbbb-cccc"
  component: Tls
  versions: "< 3.0.2"
  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  found: 2026-02-01
}
`,
    );
  });

  const ranges: readonly (readonly [events: readonly object[], isAbout: boolean])[] = [
    [[{ introduced: "0" }], true],
    [[{ introduced: "3.0.1" }], true],
    [[{ introduced: "3.0.2" }], false],
    [[{ introduced: "0" }, { fixed: "3.0.1" }], false],
    [[{ introduced: "0" }, { last_affected: "3.0.1" }], true],
    [[{ introduced: "0" }, { last_affected: "3.0.0" }], false],
    [[{ fixed: "3.1" }, { introduced: "3.0" }, { introduced: "1.0" }, { fixed: "1.5" }], true],
    [[{ introduced: "1:2.0-ubuntu" }], true],
  ];
  for (const [events, isAbout] of ranges)
    it(`OSV ${JSON.stringify(events)} is ${isAbout ? "" : "not "}about 3.0.1`, () => {
      const { text, notes } = imported(osv("X-1", events));
      assert.equal(text !== "", isAbout, text);
      if (!isAbout) assert.deepEqual(notes, ["CVE-2026-5555 is not about version 3.0.1 of `Tls`"]);
    });

  it("leaves out what was withdrawn", () => {
    const reading = readAdvisories(JSON.stringify(osv("X-1", [{ introduced: "0" }], { withdrawn: "2026-04-01T00:00:00Z" })));
    assert.ok("problem" in reading && reading.problem.includes("says nothing about vulnerabilities"));
  });

  it("reads CSAF: products by CPE and version, parts of products, flags, impact and remediations", () => {
    const { text, notes } = imported(csaf);
    assert.equal(
      text,
      `vulnerability Cve_2026_6666 "Module reads too far" {
  id: CVE-2026-6666
  component: Web
  status: not-affected
  justification: code-not-present
  statement: "The module is not built"
  found: 2026-05-01
}

vulnerability Cve_2026_7777 "Web server" {
  id: CVE-2026-7777
  component: Web
  versions: "1.20"
  response: update
  action: "Install 1.21"
  found: 2026-05-01
}

vulnerability Cve_2026_8888 "Web server" {
  id: CVE-2026-8888
  component: Web
  status: not-affected
  statement: "vulnerable code cannot be controlled by adversary"
  found: 2026-05-01
}
`,
    );
    assert.ok(!notes.some((note) => note.includes("is not about version")));
    assert.ok(notes.some((note) => note.includes("v3.0 is not scored here")));
  });

  it("gives the same text whatever the order of the files", () => {
    const files = [vex, csaf, osv("GHSA-aaaa-bbbb-cccc", [{ introduced: "0" }])];
    assert.equal(imported(...files).text, imported(...files.toReversed()).text);
  });

  it("says what a wrong file is", () => {
    const problemOf = (text: string): string => {
      const reading = readAdvisories(text);
      assert.ok("problem" in reading);
      return reading.problem;
    };
    assert.match(problemOf("{"), /no JSON/);
    assert.match(problemOf("7"), /no object/);
    assert.match(problemOf("{}"), /neither CycloneDX/);
    assert.match(problemOf('{"bomFormat":"CycloneDX"}'), /says nothing about vulnerabilities/);
    assert.match(problemOf(JSON.stringify({ bomFormat: "CycloneDX", vulnerabilities: Array(10_001).fill({ id: "A" }) })), /at most 10000/);
  });

  it("writes hostile texts as texts", () => {
    const title = `x" }\nsystem Evil { } \u202e\u0000 \\ ${"y".repeat(1000)}`;
    const { text } = imported({ ...osv('Z"-{}\n1', [{ introduced: "0" }], { aliases: [] }), summary: title });
    assert.ok(!/^system/m.test(text), text);
    assert.ok(text.length < 1000);
  });

  it("never throws on odd JSON", () => {
    const keys = [
      "bomFormat",
      "vulnerabilities",
      "components",
      "affects",
      "ref",
      "id",
      "modified",
      "affected",
      "package",
      "name",
      "ranges",
      "events",
    ];
    const more = [
      "document",
      "csaf_version",
      "product_tree",
      "branches",
      "product",
      "product_status",
      "known_affected",
      "cve",
      "__proto__",
    ];
    const values = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, fc.constantFrom("CycloneDX", "2.0", "Tls", "", null, 0), tie("list"), tie("object")),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.dictionary(fc.constantFrom(...keys, ...more), tie("value"), { maxKeys: 5 }),
    }));
    const bound = analyseText(model).model;
    fc.assert(
      fc.property(
        values.object,
        fc.constantFrom({ bomFormat: "CycloneDX" }, { id: "A", modified: "B" }, { document: { csaf_version: "2.0" } }),
        (odd, head) => {
          const reading = readAdvisories(JSON.stringify({ ...(odd as object), ...head }));
          if ("advisories" in reading) assert.deepEqual(parse(importAdvisories(bound, reading.advisories).text).problems, []);
        },
      ),
    );
  });

  it("compares versions as Semantic Versioning does", () => {
    const rising = [
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-rc.1",
      "1.0.0",
      "1.2",
      "1.10",
    ];
    for (const [at, one] of rising.entries())
      for (const [other, version] of rising.entries())
        assert.equal(Math.sign(compareVersions(one, version) ?? Number.NaN), Math.sign(at - other), `${one} ${version}`);
    assert.equal(compareVersions("1.0", "v1.0.0"), 0);
    assert.equal(compareVersions("2026-09", "fw 4.7"), undefined);
  });
});
