// Rows of the checklist and views that nothing fills: the check names what the document marks, and a fix begins each.
import assert from "node:assert/strict";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import { completeText, reporterOf, reportOf } from "../report/complete.ts";
import { analyseText, checkFiles } from "../support/models.ts";
import { apply } from "./changes.ts";

const path = "/main.ward";
const bare = (documents: string): string => `import "ward:medical"

system Demo "Demo" {
  regulation: MDR, IVDR
  environment: hospital
  ${documents}
}
harm Overdose "Overdose" { severity: critical }
external Desk "Desk"
actor Patient "Patient" { role: patient }
device Pump "Pump" : InfusionPump {
  harms: Overdose
  process Firmware : EmbeddedSoftware
}
device Phone "Phone" : Smartphone { process App : MobileApp }
flow Show "Show" Pump.Firmware -> Desk
`;
const ofTextAndNames = new Set(diagnosticCodes.slice(0, diagnosticCodes.indexOf("invalid-condition")) as string[]);

const unfilled = (text: string): string[] =>
  checkFiles({ [path]: text }).diagnostics.flatMap(({ code, id = "" }) => (code === "unfilled-item" ? [id] : []));
const faults = (text: string): string[] =>
  checkFiles({ [path]: text })
    .diagnostics.filter(({ code }) => ofTextAndNames.has(code))
    .map(({ message }) => message);

describe("parts of documents that nothing fills", () => {
  it("are reported only where the system names the document", () => {
    assert.deepEqual(unfilled(bare("")), []);
    assert.deepEqual(unfilled(bare("documents: views")), ["GlobalSystemView", "SecurityUseCaseView", "UpdatabilityView"]);
    assert.ok(unfilled(bare("documents: gspr")).includes("Gspr23.4(v)"));
    assert.ok(!unfilled(bare("documents: gspr")).includes("GlobalSystemView"));
  });

  for (const kind of ["gspr", "views"])
    it(`are those that the document of kind ${kind} marks as missing`, () => {
      const text = bare(`documents: ${kind}`);
      const { gaps } = reportOf(reporterOf(analyseText(text)), kind);
      const marked = gaps.filter(({ state }) => state === "missing").map(({ item }) => item);
      assert.deepEqual(unfilled(text).sort(), marked.sort());
      assert.ok(marked.length >= 3, marked.join());
      // What is said of a view is what the document says.
      const { diagnostics } = analyseText(text);
      if (kind === "views")
        for (const { item, title, fill } of gaps) {
          const finding = diagnostics.find(({ id }) => id === item);
          assert.equal(finding?.help, fill);
          assert.ok(finding?.message.includes(title));
        }
    });

  it("are none in a complete model", () => {
    const text = completeText().replace("documents: instructions, administration, provider", "documents: gspr, views");
    assert.deepEqual(
      unfilled(text).filter((id) => id !== "Gspr23.4(v)" && id !== "SecurityUseCaseView"),
      [],
    );
  });

  describe("can be begun", () => {
    const text = bare("documents: gspr, views");
    let outcomes: readonly { readonly title: string; readonly left: readonly string[] }[] = [];

    before(() => {
      const snapshot = snapshotOf(checkFiles({ [path]: text }), "main.ward");
      assert.ok(snapshot);
      const start = text.indexOf('Demo "');
      const known = faults(text);
      const offered = fixes(snapshot, { start, end: start }).filter(({ codes }) => codes.includes("unfilled-item"));
      outcomes = offered.map(({ title, edits, caret }) => {
        const after = apply({ [path]: text }, edits)[path] ?? "";
        assert.ok(caret, title);
        assert.deepEqual(
          faults(after).filter((one) => !known.includes(one)),
          [],
          title,
        );
        return { title, left: unfilled(after) };
      });
    });

    for (const id of unfilled(text))
      it(id, () => {
        assert.ok(
          outcomes.some(({ left }) => !left.includes(id)),
          outcomes.map(({ title }) => title).join("\n"),
        );
      });
  });
});
