// Quick fixes of every item of every document: what is taken away from a complete model can be begun again with one of them.
import assert from "node:assert/strict";
import { items } from "../../server/src/analysis/documents/index.ts";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { Fix } from "../../server/src/ide/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { completeText } from "../report/complete.ts";
import { mayBeAway, without } from "../report/without.ts";
import { checkFiles } from "../support/models.ts";
import { apply } from "./changes.ts";

const ofTextAndNames = new Set(diagnosticCodes.slice(0, diagnosticCodes.indexOf("invalid-condition")) as string[]);
const path = "/main.ward";

const isOpen = (checked: Checked, fill: string): boolean =>
  checked.diagnostics.some(({ code, help }) => code === "unfilled-item" && help === fill);
const faults = (checked: Checked): string[] =>
  checked.diagnostics.filter(({ code }) => ofTextAndNames.has(code)).map(({ code, message }) => `${code}: ${message}`);

/** The finding on an item in a text without what fills it, and its fixes. */
function lacking(id: string): { text: string; offered: Fix[]; before: Checked; fill: string } {
  const item = items.find((one) => one.id === id);
  const text = completeText().replace(without[id] as RegExp, "");
  const before = checkFiles({ [path]: text });
  const fill = item?.fill ?? "";
  const finding = before.diagnostics.find(({ code, help }) => code === "unfilled-item" && help === fill);
  assert.ok(finding, `${id} is not found`);
  const snapshot = snapshotOf(before, finding.location.file.path);
  assert.ok(snapshot);
  const others = before.diagnostics.filter((one) => one.code === "unfilled-item" && one !== finding).map(({ help }) => help);
  assert.deepEqual(
    others.filter((help) => help === fill),
    [],
  );
  return { text, offered: fixes(snapshot, finding.location.range).filter(({ codes }) => codes.includes("unfilled-item")), before, fill };
}

describe("fixes of every item", () => {
  for (const item of items.filter(({ id, told }) => !told && !mayBeAway.has(id))) {
    it(`${item.id} can be begun`, () => {
      const { text, offered, before, fill } = lacking(item.id);
      const known = faults(before);
      const outcomes = offered.map((fix) => {
        const after = checkFiles(apply({ [path]: text }, fix.edits));
        const { caret } = fix;
        assert.ok(caret && caret.length > 0, `${fix.title} leaves nothing to be filled in`);
        assert.deepEqual(
          faults(after).filter((one) => !known.includes(one)),
          [],
          fix.title,
        );
        return { title: fix.title, gone: !isOpen(after, fill) };
      });
      assert.ok(
        outcomes.some(({ gone }) => gone),
        `nothing offered fills ${item.id}: ${JSON.stringify(outcomes)}`,
      );
    });
  }
});
