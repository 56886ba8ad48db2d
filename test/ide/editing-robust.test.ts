// Completion and quick fixes at every stride of texts that are broken in many ways: neither throws, what is replaced lies
// around the cursor, and edits lie inside their file.
import assert from "node:assert/strict";
import { complete } from "../../server/src/ide/completion/index.ts";
import { fixAll, fixes } from "../../server/src/ide/fixes/index.ts";
import { type Snapshot, snapshotOf } from "../../server/src/ide/snapshot.ts";
import { checkFiles } from "../support/models.ts";
import { mutate, random } from "../support/mutate.ts";
import { apply } from "./changes.ts";
import { pump } from "./pump.ts";

const catalogue = `import "./nowhere.ward"
kind Probe "Probe" of device : MedicalDevice { portable: yes }
measure Seal "Seal" { capability: SAHD  reaches: itself  layer: device }
threat Broken "Broken" on flow, device {
  stride: tampering
  when: (is device and portable) or any incoming where source-party >= user and not (source is actor)
  severity: critical when target is MedicalDevice, high otherwise
  mitigated-by: Seal or (NodeAuthentication and AuditLogging)
  references: CWE-306
}
override threat Broken { severity: low }
disable threat Eavesdropping { reason: "x" }
matrix M { columns: low, high row low { cells: low, high } }
`;

function snapshot(text: string): Snapshot {
  const found = snapshotOf(checkFiles({ "/main.ward": text }), "main.ward");
  assert.ok(found);
  return found;
}

function everywhere(text: string, stride: number): void {
  const at = snapshot(text);
  for (let offset = 0; offset <= text.length; offset += stride) {
    for (const { replace, label, insert } of complete(at, offset)) {
      assert.ok(
        0 <= replace.start && replace.start <= offset && offset <= replace.end && replace.end <= text.length,
        `${label} at ${offset} of ${JSON.stringify(text)}`,
      );
      assert.ok(!/[\r\n]/.test(text.slice(replace.start, replace.end)), `${label} replaces more than a line`);
      assert.notEqual(insert, "");
    }
  }
  for (const fix of fixes(at, { start: 0, end: text.length })) {
    const after = apply({ "/main.ward": text }, fix.edits);
    if (fix.caret) assert.ok(fix.caret.offset + fix.caret.length <= (after["/main.ward"] ?? "").length, fix.title);
  }
  apply({ "/main.ward": text }, fixAll(at));
}

describe("completion and fixes of broken texts", () => {
  for (const [name, text] of Object.entries({ "a model": pump, "a catalogue": catalogue })) {
    it(`${name}, whole`, () => everywhere(text, 3));

    it(`${name} with CRLF`, () => everywhere(text.replaceAll("\n", "\r\n"), 11));

    it(`${name}, cut off`, () => {
      for (let end = 0; end < text.length; end += 61) {
        const cut = text.slice(0, end);
        const at = snapshot(cut);
        complete(at, end);
        for (const fix of fixes(at, { start: 0, end })) apply({ "/main.ward": cut }, fix.edits);
      }
    });

    it(`${name}, damaged`, () => {
      const next = random(17);
      for (let round = 0; round < 40; round++) everywhere(mutate(text, next), 97);
    });
  }

  it("texts of nothing much", () => {
    for (const text of [
      "",
      " ",
      "\n",
      "{",
      "}",
      '"',
      "'",
      "/*",
      "///",
      "import",
      'import "',
      "control",
      "control X :",
      "accept",
      "->",
      "a:",
      "a: {",
      ":",
      ".",
      "\ufeff",
      "é",
      "😀",
      "\ud83d",
    ])
      everywhere(text, 1);
  });
});
