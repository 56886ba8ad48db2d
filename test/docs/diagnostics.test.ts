// Holds the pages on diagnostics to the table: every code has its page, and what the page shows is what Ward does.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DiagnosticCode, diagnosticCodes, diagnosticTable } from "../../server/src/diagnostics/table.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { nodeFiles } from "../../server/src/host/node.ts";
import { check } from "../../server/src/workspace/check.ts";
import { load } from "../../server/src/workspace/load.ts";
import { noSettings, readSettings } from "../../server/src/workspace/settings.ts";
import { checkFiles, splitFiles, today } from "../support/models.ts";

const folder = new URL("../../docs/diagnostics/", import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
const sections = ["What it means", "Example", "How to resolve", "Configure"];

/** Codes whose example no fixture can show, and why. */
const withoutExample: Partial<Record<DiagnosticCode, string>> = {
  "unreadable-file":
    "a page holds text, and this is about files that are none; one stands beside the page, and the tests of the command line make others",
};

interface Page {
  readonly text: string;
  readonly opening: string;
  readonly models: readonly string[];
  readonly settings: string;
}

function readPage(code: string): Page {
  const text = readFileSync(new URL(`${code}.md`, folder), "utf8");
  const fenced = (language: string): string[] =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, block = ""]) => block);
  return { text, opening: text.split("\n").slice(0, 3).join("\n"), models: fenced("ward"), settings: fenced("json")[0] ?? "" };
}

const codesOf = (model: string): string[] => checkFiles(splitFiles(model)).diagnostics.map(({ code }) => code);

describe("pages on diagnostics", () => {
  it("there is one for each code, and none besides", () => {
    assert.deepEqual(pages.map((file) => file.replace(/\.md$/, "")).sort(), [...diagnosticCodes].sort());
  });

  it("the models beside them show every code", () => {
    const root = fileURLToPath(folder).replace(/\/$/, "");
    const paths = readdirSync(root).filter((file) => file.endsWith(".ward"));
    const loaded = load(
      paths.map((file) => `${root}/${file}`),
      { fileSystem: nodeFiles, root, shownFrom: root },
    );
    const shown = new Set(check(loaded, today, noSettings).diagnostics.map(({ code }) => code));
    assert.deepEqual(
      diagnosticCodes.filter((code) => !shown.has(code)),
      [],
    );
  });

  for (const code of diagnosticCodes) {
    it(`${code} is described as the table has it`, () => {
      const { text, opening } = readPage(code);
      const { title, severity } = diagnosticTable[code];
      assert.ok(opening.startsWith(`# \`${code}\`\n\n${title}. Default severity: ${severity}.`), opening);
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
        sections,
      );
    });

    it(`${code} can be configured as its page says`, () => {
      const { settings, problems } = readSettings(memoryFiles({ "/ward.json": readPage(code).settings }), "/");
      assert.deepEqual(problems, []);
      assert.deepEqual(Object.keys(settings.severity), [code]);
      assert.notEqual(settings.severity[code], diagnosticTable[code].severity);
    });

    if (withoutExample[code] !== undefined) continue;

    it(`${code} is shown by its example, and gone when resolved`, () => {
      const { models } = readPage(code);
      assert.equal(models.length, 2, "one example and one resolution");
      const [example = "", resolution = ""] = models;
      const shown = codesOf(example);
      assert.ok(shown.includes(code), `the example shows ${shown.join(", ") || "nothing"}`);
      assert.ok(!codesOf(resolution).includes(code), "the resolution still shows it");
    });
  }
});
