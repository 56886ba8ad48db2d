// Holds the MDS2 worksheet and the FDA's views against models that have what they ask for, and models that have not.
import assert from "node:assert/strict";
import { answers } from "../../server/src/report/sections/mds2.ts";
import { mds2Questions, mds2Sections } from "../../server/src/report/texts/mds2.ts";
import type { ReportDocument } from "../../server/src/report/types.ts";
import { analyseText } from "../support/models.ts";
import { completeText, reporterOf, reportOf, sectionsOf } from "./complete.ts";

const bare = 'import "ward:medical"\nsystem S "Bare" { regulation: MDR environment: home }\ndevice D : InfusionPump { }';
const report = (kind: string, text: string): ReportDocument => reportOf(reporterOf(analyseText(text)), kind);

function answerTo(document: ReportDocument, id: string): string[] {
  for (const { blocks } of sectionsOf(document)) {
    for (const block of blocks) {
      const row = block.type === "table" ? block.rows.find(({ cells }) => cells[0]?.[0]?.text === id) : undefined;
      if (row) return row.cells.slice(2).map((cell) => cell.map(({ text }) => text).join(""));
    }
  }
  throw new Error(`${id} is not in the worksheet`);
}

describe("MDS2 worksheet", () => {
  const full = report("mds2", completeText());

  it("has the 23 sections, and its questions have a section and a text", () => {
    assert.equal(mds2Sections.length, 23);
    assert.deepEqual(
      full.sections.slice(1).map(({ title }) => title.split(" ")[0]),
      mds2Sections.map(([code]) => code),
    );
    const codes = new Set(mds2Sections.map(([code]) => code));
    for (const id of Object.keys(mds2Questions)) assert.ok(codes.has(id.split("-")[0] ?? ""), id);
    for (const id of Object.keys(answers)) assert.ok(mds2Questions[id], id);
  });

  it("answers from the model", () => {
    assert.deepEqual(answerTo(full, "DOC-1"), ["see notes", "Example Ltd."]);
    assert.deepEqual(answerTo(full, "CONN-1.2.1"), ["yes", "Network port"]);
    assert.deepEqual(answerTo(full, "CONN-1.1.1"), ["no", ""]);
    assert.deepEqual(answerTo(full, "AUDT-1"), ["yes", "Audit"]);
    const closed = `${completeText()}\ncontrol Closed "Closed image" : ApplicationAllowList, HostFirewall { protects: Pump  status: implemented }`;
    for (const id of ["MLDP-4", "NAUT-2"]) {
      assert.equal(answerTo(report("mds2", closed), id)[0], "yes", id);
      assert.match(answerTo(report("mds2", closed), id)[1] ?? "", /Closed image/);
      assert.equal(answerTo(full, id)[0], "no", id);
    }
    assert.deepEqual(answerTo(full, "SAHD-3.2"), ["yes", "Signed updates"]);
    assert.deepEqual(answerTo(full, "SBOM-2.2"), ["no", "Chip"]);
    assert.deepEqual(answerTo(full, "CONN-6"), ["To be written", ""]);
  });

  it("takes no planned control for an answer", () => {
    const planned = completeText().replace(/(control Logged .*)status: verified/, "$1status: planned");
    assert.deepEqual(answerTo(report("mds2", planned), "AUDT-1"), ["no", ""]);
  });

  it("says what is for people to answer", () => {
    assert.ok(full.gaps.some(({ item }) => item === "Mds2"));
  });
});

describe("views of the architecture", () => {
  it("name what a model lacks", () => {
    const gaps = report("views", bare).gaps.map(({ item }) => item);
    assert.deepEqual(gaps, ["GlobalSystemView", "UpdatabilityView", "SecurityUseCaseView"]);
  });

  it("follow scenarios and updates, and find what serves many", () => {
    const text = `${completeText()}\nscenario Order2 "From order to dose" { steps: SendOrder }`
      .replace("environment: hospital", "environment: hospital fleet: yes")
      .replace('essential-function: "Deliver the dose"', 'essential-function: "Deliver the dose" multi-patient: yes');
    const document = report("views", text);
    assert.deepEqual(document.gaps, []);
    const of = (id: string) => document.sections.find(({ item }) => item?.id === id);
    assert.ok(of("SecurityUseCaseView")?.sections[0]?.title === "From order to dose");
    assert.ok(of("MultiPatientHarmView")?.declarations.includes("device Ward.Pump"));
    assert.ok(of("MultiPatientHarmView")?.declarations.includes("flow Fetch"));
  });
});
