// `--format text` as people see it: a golden page, frames that line up, and nothing that a terminal would obey.
import assert from "node:assert/strict";
import { frame } from "../../server/src/cli/frame.ts";
import { cellsOf, visible, widthOf, wrapped } from "../../server/src/cli/words.ts";
import { build, day, folder, small, ward } from "./ward.ts";

const golden = `warning[missing-catalogue]: \`Pump\` falls under a regulation, but the model does not import
  "ward:medical"
 --> model.ward:1:8
  |
1 | system Pump "Test pump" { regulation: MDR  environment: home }
  |        ^^^^
  = help: add \`import "ward:medical"\`

error[uncovered-threat]: Someone smudges it: \`Dose\` has no \`Seal\`
 --> model.ward:4:6
  |
3 | harm Overdose "Overdose" { severity: critical }
  |      -------- can lead to \`Overdose\`
4 | data Dose "Dose" { classification: internal  harms: Overdose }
  |      ^^^^ Smudge@Dose
  = help: add \`control Name : Seal { protects: Dose  status: planned }\`, or accept it:
          \`accept Smudge on Dose { reason: "…" }\`

Threats  open  planned  assumed  accepted  transferred  dismissed  mitigated  worst risk left
Pump        1        1        0         1            0          0          1  low

Environment  missing  unpublished  stated
Pump               0            0       0

1 file checked: 1 error, 1 warning, 0 infos
Next: ward explain Smudge@Dose  shows why it applies and what would close it
`;

describe("cli: text", () => {
  before(build);

  it("is this page for the small model", () => {
    const { stdout } = ward(["check", "--today", day], { cwd: folder(small) });
    assert.equal(stdout, golden);
  });

  it("groups findings by file when there are several", () => {
    const bad = 'data A "A" { classification: nonsense }\n';
    const { stdout } = ward(["check"], { cwd: folder({ "a.ward": bad, "b.ward": bad }) });
    assert.match(stdout, /^── a\.ward \(\d findings?\) ─+$[\s\S]*^── b\.ward \(\d findings?\) ─+$/m);
  });

  it("says what to mend first when a file cannot be read", () => {
    const { stdout } = ward(["check"], { cwd: folder({ "a.ward": "device {" }) });
    assert.match(stdout, /Next: mend a\.ward first/);
  });

  it("shows the first 20 syntax errors of a file and counts the others; programs get all", () => {
    const cwd = folder({ "a.ward": "}\n".repeat(50) });
    const { stdout } = ward(["check"], { cwd });
    const { diagnostics } = JSON.parse(ward(["check", "--format", "json"], { cwd }).stdout) as { diagnostics: { code: string }[] };
    const all = diagnostics.filter((one) => one.code === "syntax-error").length;
    assert.equal(all, 50);
    assert.equal(stdout.match(/^error\[syntax-error\]/gm)?.length, 20);
    assert.match(stdout, /^and 30 more syntax errors in this file/m);
  });

  it("keeps what would move the cursor or turn the text away from the terminal", () => {
    const { stdout } = ward(["check"], { cwd: folder({ "a.ward": 'data A "x\u001b[31m\u202e\u0007" { classification: nonsense }' }) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    assert.match(stdout, /x␛\[31m\ufffd␇/);
  });
});

describe("cli: frames", () => {
  const none = (text: string): string => text;
  const underline = (text: string, meant: string): string[] => {
    const start = text.indexOf(meant);
    return frame(text, [{ range: { start, end: start + meant.length }, label: "", sign: "^", mark: none }], 1, 60, none).slice(-2);
  };
  const columnsOf = (line: string, sign: string): number => widthOf(line.slice(0, line.indexOf(sign)));

  for (const before of ["", "  ", "\t", "a\t\tb", "注射 ", "e\u0301e\u0301 ", "👩‍⚕️ ", "ｆｕｌｌ ", "\u200d", "한국어\t"]) {
    it(`the underline stands below what is meant after ${JSON.stringify(before)}`, () => {
      const [code = "", carets = ""] = underline(`${before}meant rest`, "meant");
      assert.equal(columnsOf(carets, "^"), columnsOf(code, "meant"));
      assert.match(carets, / \^{5}$/);
    });
  }

  it("wide characters are underlined in their full width", () => {
    const [, carets = ""] = underline("data 注射 x", "注射");
    assert.match(carets, / \^{4}$/);
  });

  it("a long line is shown around the place, in both directions", () => {
    const text = `${"a ".repeat(500)}meant${" b".repeat(500)}`;
    const [code = "", carets = ""] = underline(text, "meant");
    assert.ok(widthOf(code) <= 60, code);
    assert.match(code, /^1 \| ….* meant .*…$/);
    assert.equal(columnsOf(carets, "^"), columnsOf(code, "meant"));
  });

  it("a place past the end of the line, an empty range and a range over lines get a caret", () => {
    assert.deepEqual(frame("ab\ncd", [{ range: { start: 2, end: 2 }, label: "", sign: "^", mark: none }], 1, 60, none), [
      "  |",
      "1 | ab",
      "  |   ^",
    ]);
    assert.deepEqual(frame("ab\ncd", [{ range: { start: 0, end: 5 }, label: "l", sign: "^", mark: none }], 1, 60, none), [
      "  |",
      "1 | ab",
      "  | ^^ l",
    ]);
  });

  it("text wraps at spaces, keeps code in one piece, and never loses a word", () => {
    assert.equal(wrapped("one two `three four` five", 14, "  "), "one two\n  `three four`\n  five");
    assert.equal(wrapped("averyveryverylongword x", 5), "averyveryverylongword\nx");
    assert.equal(wrapped("", 10), "");
  });

  it("tabs reach the next stop", () => {
    const shown = (line: string): string =>
      cellsOf(line)
        .map((cell) => cell.shown)
        .join("");
    assert.deepEqual([shown("\tx"), shown("ab\tx"), shown("注\tx")], ["    x", "ab  x", "注  x"]);
    assert.equal(visible("a\r\u0000b"), "a␍␀b");
  });
});
