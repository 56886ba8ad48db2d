// One quick fix from end to end: the finding is there, the fix changes these lines, and then the finding is gone and no
// error of text or names has come in its place.
import assert from "node:assert/strict";
import { format } from "../../grammar/print.ts";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import type { Diagnostic } from "../../server/src/diagnostics/types.ts";
import { fixes } from "../../server/src/ide/fixes/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { Fix } from "../../server/src/ide/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { checkFiles, splitFiles } from "../support/models.ts";
import { apply, difference } from "./changes.ts";

const ofTextAndNames = new Set(diagnosticCodes.slice(0, diagnosticCodes.indexOf("invalid-condition")) as string[]);

type Files = Readonly<Record<string, string>>;

/** The finding that a test is about, with the fixes that are offered for it. */
export interface Found {
  readonly files: Files;
  readonly fixes: readonly Fix[];
  readonly checked: Checked;
  readonly key: string;
}

/** The fixes of the first finding of a code (`code`, or `code Threat@Element`) in `/main.ward`. */
export function fixesOf(files: Files, finding: string): Found {
  const [code, id] = finding.split(" ");
  const checked = checkFiles(files);
  const isWanted = (one: Diagnostic): boolean =>
    one.code === code && one.location.file.path === "main.ward" && (id === undefined || one.id === id);
  const found = checked.diagnostics.find(isWanted);
  assert.ok(found, `no ${finding} among ${checked.diagnostics.map((one) => `${one.code} ${one.id ?? ""}`).join(", ")}`);
  const snapshot = snapshotOf(checked, "main.ward");
  assert.ok(snapshot);
  const offered = fixes(snapshot, found.location.range).filter(({ codes }) => codes.includes(found.code));
  return { files, fixes: offered, checked, key: keyOf(found) };
}

/** What a fix did: its lines that differ, with `«»` around the text that it leaves selected, and all files. */
interface Taken {
  readonly lines: string;
  readonly files: Files;
}

/** Takes a fix by its title and asserts all that holds of every fix. */
export function takeFix({ files: before, fixes: offered, checked, key }: Found, title: string): Taken {
  const fix = offered.find((one) => one.title === title);
  assert.ok(fix, `no fix “${title}”; there are\n${offered.map((one) => `“${one.title}”`).join("\n")}`);
  const after = apply(before, fix.edits);
  // A control that is only planned leaves the assumption in place: the finding goes when it is built.
  const checkedAfter = checkFiles(title.startsWith("Plan ") ? built(after) : after);
  assert.ok(!checkedAfter.diagnostics.some((one) => keyOf(one) === key), `${key} is still there:\n${after["/main.ward"]}`);
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
  return { lines: difference(before, marked(after, fix)), files: after };
}

const keyOf = (one: Diagnostic): string => `${one.code} ${one.id ?? one.message}`;

function built(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll("status: planned", "status: implemented")]));
}

function marked(files: Readonly<Record<string, string>>, { caret }: Fix): Record<string, string> {
  if (caret === undefined) return { ...files };
  const path = `/${caret.path}`;
  const text = files[path] ?? "";
  const end = caret.offset + caret.length;
  assert.ok(caret.length > 0 && end <= text.length, "the caret selects nothing");
  return { ...files, [path]: `${text.slice(0, caret.offset)}«${text.slice(caret.offset, end)}»${text.slice(end)}` };
}

/**
 * Tests of the fixes of one finding. `expected` lists them in their order: a line `> title`, then the lines that change, with
 * `«»` around what is selected. Each is also taken in the same text with CRLF.
 */
export function given(situation: string, finding: string, fixture: string, expected: string): void {
  const wanted = expected
    .split(/^> /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.trimEnd().split("\n");
      return { title, lines: lines.join("\n") };
    });
  const files = splitFiles(fixture);
  const inWindows = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]));
  let found: Found;
  let windows: Found;
  describe(`${situation} (${finding})`, () => {
    before(() => {
      found = fixesOf(files, finding);
      windows = fixesOf(inWindows, finding);
    });

    for (const { title, lines } of wanted) {
      it(title, () => {
        const taken = takeFix(found, title);
        assert.equal(taken.lines, lines);
        const fix = windows.fixes.find((one) => one.title === title);
        for (const [path, text] of Object.entries(apply(inWindows, fix?.edits ?? [])))
          assert.equal(text, taken.files[path]?.replaceAll("\n", "\r\n"));
      });
    }

    it("offers them in this order", () => {
      const titles = wanted.map(({ title }) => title);
      assert.deepEqual(
        found.fixes.map(({ title }) => title).filter((title) => titles.includes(title)),
        titles,
      );
    });
  });
}
