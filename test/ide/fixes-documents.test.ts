// Quick fixes of items of documents that nothing fills: the property is started where it belongs.
import assert from "node:assert/strict";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import { checkFiles } from "../support/models.ts";

const model = `import "ward:medical"
system Demo "Demo" { regulation: MDR environment: hospital documents: instructions }
device Pump "Pump" : InfusionPump { }
control Safe "Safe" : FailSafeMode { protects: Pump status: planned }
`;

function titlesAt(word: string): string[] {
  const snapshot = snapshotOf(checkFiles({ "/main.ward": model }), "main.ward");
  assert.ok(snapshot);
  const start = model.indexOf(word);
  return fixes(snapshot, { start, end: start })
    .filter(({ codes }) => codes.includes("unfilled-item"))
    .map(({ title }) => title);
}

describe("fixes of unfilled items", () => {
  it("start the properties of the system", () => {
    const titles = titlesAt('Demo "');
    assert.deepEqual(
      titles.filter((title) => title.endsWith("to `Demo`")),
      ["Add `first-use` to `Demo`", "Add `installation` to `Demo`"],
    );
    assert.ok(titles.includes('Declare control `PumpBackup` of `Backup` for "Backup and restore"'), titles.join("\n"));
    assert.ok(titles.includes("Add `configuration` to `Safe`"));
  });

  it("start the words of the control that lacks them", () => {
    assert.deepEqual(titlesAt('Safe "'), ["Add `procedure` to `Safe`"]);
  });

  it("lead to a text without the finding", () => {
    const snapshot = snapshotOf(checkFiles({ "/main.ward": model }), "main.ward");
    assert.ok(snapshot);
    const start = model.indexOf('Demo "');
    const fix = fixes(snapshot, { start, end: start }).find(({ title }) => title === "Add `installation` to `Demo`");
    const [edit] = fix?.edits ?? [];
    assert.ok(edit);
    const changed = model.slice(0, edit.range.start) + edit.text + model.slice(edit.range.end);
    const left = checkFiles({ "/main.ward": changed }).diagnostics.filter(({ id }) => id === "Installation");
    assert.deepEqual(left, []);
  });
});
