// Holds that each requirement of Annex I that bears on security is in the checklist, leads to the model and back, and misses what is missing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { rows } from "../../server/src/report/sections/gspr.ts";
import type { ReportDocument, Section } from "../../server/src/report/types.ts";
import { analyseText } from "../support/models.ts";
import { completeText, reporterOf, reportOf } from "./complete.ts";

const server = path.resolve(import.meta.dirname, "../../server/src");

const complete = `${completeText()}
component Library "Library" : SoftwareLibrary { version: "1" supplier: "Vendor" support-ends: 2030-01-01 part-of: Pump.Firmware }
control Wiped "Erase" : SecureErase { protects: Pump status: verified evidence: "TR-7" }
control Confirm "Nurse confirms" : UserConfirmation, InputValidation, SafetyLimits, PersonAuthentication { protects: Pump status: verified evidence: "TR-8" }
actor Patient "Patient" : PatientUser { skills: "none" }
device Phone "Phone" : Smartphone { platform: "Any" process App "App" : MobileApp }
${[
  "SecurityManagement",
  "SecurityRequirements",
  "SecureByDesign",
  "SecureImplementation",
  "SecurityTesting",
  "UpdateManagement",
  "SecurityGuidelines",
]
  .map((practice) => `evidence E${practice} "${practice}" : ${practice} { document: "SOP" }`)
  .join("\n")}`;

const checklist = (text: string): ReportDocument => reportOf(reporterOf(analyseText(text)), "gspr");
const sectionOf = (document: ReportDocument, mdr: string): Section | undefined =>
  document.sections.find((one) => one.item?.id === `Gspr${mdr}`);

describe("GSPR checklist", () => {
  const document = checklist(complete);

  it("has every requirement once, under both regulations", () => {
    assert.equal(rows.length, 28);
    for (const { mdr, ivdr } of rows) {
      const section = sectionOf(document, mdr);
      assert.ok(section, mdr);
      assert.equal(section.title, ivdr ? `MDR ${mdr}, IVDR ${ivdr}` : `MDR ${mdr}`);
    }
  });

  it("never carries a number of the MDR over to the IVDR", () => {
    const own = checklist(complete.replace("regulation: MDR, IVDR", "regulation: IVDR"));
    assert.equal(sectionOf(own, "18.8"), undefined);
    assert.equal(sectionOf(own, "17.4")?.title, "IVDR 16.4");
    for (const { title } of own.sections.slice(1)) assert.match(title, /^IVDR /);
  });

  for (const { mdr } of rows) {
    it(`${mdr} leads to declarations and back, and is marked in a model that has nothing`, () => {
      const section = sectionOf(document, mdr);
      assert.ok(section);
      const keys = section.blocks.flatMap((block) => (block.type === "table" ? block.rows.flatMap((row) => row.declarations) : []));
      assert.ok(keys.length > 0, "no row leads to a declaration");
      for (const key of keys) {
        const back = document.declarations.find((one) => one.key === key);
        assert.ok(
          back?.usedIn.some(({ anchor }) => anchor.startsWith(`${section.anchor}-r`)),
          key,
        );
      }
      const bare = checklist('import "ward:medical"\nsystem S { regulation: MDR, IVDR environment: hospital }\ndevice D { }');
      const state = sectionOf(bare, mdr)?.item?.state;
      assert.ok(state === "missing" || state === "inapplicable" || state === "partial", state);
      assert.equal(
        bare.gaps.some(({ item }) => item === `Gspr${mdr}`),
        state !== "inapplicable",
      );
    });
  }

  it("is complete where the model is", () => {
    const open = document.gaps.map(({ item, text }) => `${item}: ${text}`);
    // The additions above bring threats of their own, which nobody has decided on.
    assert.deepEqual(
      open.filter((one) => !/Threats not|Requirements on the environment|Not complete/.test(one)),
      [],
    );
  });

  it("asks for measures, kinds and practices that the catalogue has", () => {
    const { model } = analyseText(complete);
    const known = new Set(
      ["measure", "kind", "practice", "capability"].flatMap((keyword) => model.of(keyword as "measure").map(({ name }) => name)),
    );
    const files = ["analysis/documents", "report"].flatMap((folder) =>
      readdirSync(path.join(server, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.includes("texts"))
        .map((file) => path.join(server, folder, file)),
    );
    for (const file of files) {
      const calls = readFileSync(file, "utf8").matchAll(
        /\b(?:controlsWith|controls|capability|interfaces|practice|controlsOfCapability|ofKind|isOf|measures|capabilities|protectionAt)\(([^()]*)\)|practices: \[([^\]]*)\]/g,
      );
      for (const [, given, practices] of calls)
        for (const [, name = ""] of (given ?? practices ?? "").matchAll(/"([A-Z]\w+)"/g))
          assert.ok(known.has(name), `${path.basename(file)}: ${name}`);
    }
  });
});
