// One quick fix from end to end: the finding is there, the fix changes these lines, and then the finding is gone and no
// error of text or names has come in its place.
import assert from "node:assert/strict";
import { format } from "../../grammar/print.ts";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { Fix } from "../../server/src/ide/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { checkFiles, splitFiles } from "../support/models.ts";
import { apply, difference } from "./changes.ts";

const ofTextAndNames = new Set(diagnosticCodes.slice(0, diagnosticCodes.indexOf("invalid-condition")) as string[]);

/** The fixes of the first finding of a code (`code`, or `code Threat@Element`) in `/main.ward`. */
export function fixesOf(files: Readonly<Record<string, string>>, finding: string): { fixes: Fix[]; checked: Checked; key: string } {
  const [code, id] = finding.split(" ");
  const checked = checkFiles(files);
  const found = checked.diagnostics.find(
    (one) => one.code === code && one.location.file.path === "main.ward" && (id === undefined || one.id === id),
  );
  assert.ok(found, `no ${finding} among ${checked.diagnostics.map((one) => `${one.code} ${one.id ?? ""}`).join(", ")}`);
  const snapshot = snapshotOf(checked, "main.ward");
  assert.ok(snapshot);
  const offered = fixes(snapshot, found.location.range).filter(({ codes }) => codes.includes(found.code));
  return { fixes: offered, checked, key: `${found.code} ${found.id ?? found.message}` };
}

/** Takes a fix by its title and asserts all that holds of every fix. Answers the lines that differ. */
export function takeFix(
  fixture: string,
  finding: string,
  title: string,
): { lines: string; selected: string | undefined; files: Record<string, string> } {
  const before = splitFiles(fixture);
  const { fixes: offered, checked, key } = fixesOf(before, finding);
  const fix = offered.find((one) => one.title === title);
  assert.ok(fix, `no fix “${title}”; there are\n${offered.map((one) => `“${one.title}”`).join("\n")}`);
  const after = apply(before, fix.edits);
  const checkedAfter = checkFiles(after);
  const keys = (all: Checked): string[] => all.diagnostics.map((one) => `${one.code} ${one.id ?? one.message}`);
  assert.ok(!keys(checkedAfter).includes(key), `${key} is still there:\n${after["/main.ward"]}`);
  const worse = (all: Checked): string[] =>
    all.diagnostics.filter((one) => ofTextAndNames.has(one.code)).map((one) => `${one.code}: ${one.message}`);
  const known = worse(checked);
  assert.deepEqual(
    worse(checkedAfter).filter((one) => !known.includes(one)),
    [],
    after["/main.ward"],
  );
  for (const [path, text] of Object.entries(before)) {
    if (format(text) === text) assert.equal(after[path], format(after[path] ?? ""), "the new text is not laid out as the formatter would");
  }
  const { caret } = fix;
  const selected = caret && (after[`/${caret.path}`] ?? "").slice(caret.offset, caret.offset + caret.length);
  return { lines: difference(before, after), selected, files: after };
}

/** A fix by its title, the text that it leaves selected, and the lines that it changes. */
export interface Expected {
  readonly fix: string;
  readonly selects?: string;
  readonly changes: string;
}

/** Tests of the fixes of one finding: each with its changes, offered in this order, and the same with CRLF. */
export function given(situation: string, finding: string, fixture: string, expected: readonly Expected[]): void {
  describe(`${situation} (${finding})`, () => {
    for (const { fix, selects, changes } of expected) {
      it(fix, () => {
        const { lines, selected, files } = takeFix(fixture, finding, fix);
        assert.equal(lines, changes.replace(/^\n/, "").replace(/\n$/, ""));
        assert.equal(selected, selects);
        const windows = takeFix(fixture.replaceAll("\n", "\r\n"), finding, fix);
        for (const [path, text] of Object.entries(windows.files)) assert.equal(text, files[path]?.replaceAll("\n", "\r\n"));
      });
    }

    it("offers them in this order", () => {
      const titles = fixesOf(splitFiles(fixture), finding).fixes.map(({ title }) => title);
      const wanted = expected.map(({ fix }) => fix);
      assert.deepEqual(titles.filter((title) => wanted.includes(title)), wanted);
    });
  });
}
