// Quick fixes of every item of every document: what is taken away from a complete model can be begun again with one of them.
import assert from "node:assert/strict";
import { fillingOf, items } from "../../server/src/analysis/documents/index.ts";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import type { Diagnostic } from "../../server/src/diagnostics/types.ts";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { completeText } from "../report/complete.ts";
import { mayBeAway, without } from "../report/without.ts";
import { checkFiles } from "../support/models.ts";
import { apply } from "./changes.ts";

const ofTextAndNames = new Set(diagnosticCodes.slice(0, diagnosticCodes.indexOf("invalid-condition")) as string[]);
const path = "/main.ward";

const faults = (checked: Checked): string[] =>
  checked.diagnostics.filter(({ code }) => ofTextAndNames.has(code)).map(({ code, message }) => `${code}: ${message}`);
const keyOf = ({ code, id, message }: Diagnostic): string => [code, id, message].join(" ");

/** The findings that a text has and the complete one has not: those on items first, since others may tell of the same more precisely. */
function newIn(checked: Checked, whole: Checked): Diagnostic[] {
  const known = new Set(whole.diagnostics.map(keyOf));
  const found = checked.diagnostics.filter((one) => !known.has(keyOf(one)));
  return found.sort((a, b) => Number(b.code === "unfilled-item") - Number(a.code === "unfilled-item"));
}

describe("fixes of every item", () => {
  const whole = checkFiles({ [path]: completeText() });

  for (const item of items.filter(({ id, told }) => !told && !mayBeAway.has(id))) {
    it(`${item.id} can be begun`, () => {
      const text = completeText().replace(without[item.id] as RegExp, "");
      const before = checkFiles({ [path]: text });
      const known = faults(before);
      const tried: string[] = [];
      for (const finding of newIn(before, whole)) {
        const snapshot = snapshotOf(before, finding.location.file.path);
        assert.ok(snapshot);
        for (const fix of fixes(snapshot, finding.location.range).filter(({ codes }) => codes.includes(finding.code))) {
          const after = checkFiles(apply({ [path]: text }, fix.edits));
          assert.deepEqual(
            faults(after).filter((one) => !known.includes(one)),
            [],
            fix.title,
          );
          tried.push(fix.title);
          const [model] = after.models;
          if (model && fix.caret && fillingOf(model.analysis, item).state === "filled") return;
        }
      }
      assert.fail(`nothing offered fills ${item.id}:\n${tried.join("\n")}`);
    });
  }
});
