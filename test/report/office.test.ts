// Holds DOCX and XLSX files against their formats: well-formed parts, limits, text that stays text, and LibreOffice opening them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { validateXML } from "xmllint-wasm";
import type { ReportDocument } from "../../server/src/report/types.ts";
import { writeDocx } from "../../server/src/report/write/docx.ts";
import { limits, writeXlsx } from "../../server/src/report/write/xlsx.ts";
import { analyseText } from "../support/models.ts";
import { completeText, reporterOf, reportOf } from "./complete.ts";

const long = "long ".repeat(10_000);
const hostileText = completeText()
  .replace('"Overdose"', () => `"=cmd|' /C calc'!A0"`)
  .replace('"Send an order"', '"<w:p>&amp; ]]> _x000D_ \\u0000\\u0007"')
  .replace('"Audit"', '"سجل 😀 \ud800"')
  .replace('"Rated"', `"${long}"`);

const documentOf = (text: string, kind: string): ReportDocument => reportOf(reporterOf(analyseText(text)), kind);

/** The XML parts of an office file, each well formed. */
async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const texts = Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
  const xml = Object.entries(texts).map(([fileName, contents]) => ({ fileName: fileName.replaceAll("/", "-"), contents }));
  const { errors } = await validateXML({ xml, normalization: "format", maxMemoryPages: 4096 });
  assert.deepEqual(errors, []);
  return texts;
}

describe("office files", function () {
  this.timeout(180_000);
  const threats = documentOf(hostileText, "threats");
  const instructions = documentOf(hostileText, "instructions");

  it("DOCX keeps text as text, and its links lead somewhere", async () => {
    for (const document of [threats, instructions]) {
      const parts = await partsOf(await writeDocx(document));
      const body = parts["word/document.xml"] ?? "";
      const names = [...body.matchAll(/<w:bookmarkStart w:name="([^"]+)" w:id="(\d+)"/g)];
      assert.ok(names.length > 20);
      assert.equal(new Set(names.map(([, name]) => name)).size, names.length);
      assert.equal(new Set(names.map(([, , id]) => id)).size, names.length);
      const known = new Set(names.map(([, name]) => name));
      for (const [, anchor = ""] of body.matchAll(/w:anchor="([^"]+)"/g)) assert.ok(known.has(anchor), anchor);
      for (const [, name = ""] of names) assert.match(name, /^[A-Za-z]\w{0,39}$/);
      assert.ok(!body.includes("\u0000") && !body.includes("\u0007"));
    }
    const [first, second] = [threats, documentOf(hostileText, "controls")].map(writeDocx);
    assert.ok((await partsOf(await (first as Promise<Uint8Array>)))["word/document.xml"]?.includes("&lt;w:p&gt;"));
    assert.ok((await partsOf(await (second as Promise<Uint8Array>)))["word/document.xml"]?.includes("سجل"));
  });

  it("DOCX keeps a heading with what is below it", async () => {
    const body = (await partsOf(await writeDocx(instructions)))["word/document.xml"] ?? "";
    const serves = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*Serves (?:(?!<\/w:p>).)*<\/w:p>/g)].map(([paragraph]) => paragraph);
    assert.ok(serves.length > 10);
    for (const paragraph of serves) assert.ok(paragraph.includes("<w:keepNext/>"), paragraph);
  });

  it("XLSX holds texts only, within the limits", async () => {
    for (const document of [threats, instructions, documentOf(hostileText, "gspr"), documentOf(hostileText, "mds2")]) {
      const parts = await partsOf(writeXlsx(document));
      const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""]) =>
        name.replaceAll("&amp;", "&"),
      );
      assert.ok(names.length > 2);
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
      for (const name of names) {
        assert.ok(name.length > 0 && name.length <= limits.sheetName, name);
        assert.doesNotMatch(name, /[[\]:*?/\\]|^'|'$/);
      }
      for (const [name, text] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/"))) {
        assert.doesNotMatch(text, /<f>|<f /, name);
        for (const [, cell = ""] of text.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)) assert.ok(cell.length <= limits.cell * 1.01);
        for (const [, sort] of text.matchAll(/<c r="[A-Z]+\d+" s="\d" t="(\w+)">/g)) assert.equal(sort, "inlineStr");
        for (const [, style] of text.matchAll(/s="(\d)" t="inlineStr"><is><t xml:space="preserve">=/g)) assert.equal(style, "3");
      }
    }
    const all = Object.values(await partsOf(writeXlsx(threats))).join();
    assert.ok(all.includes("=cmd|' /C calc'!A0") && all.includes("_x005F_x000D_"));
  });

  it("give the same bytes for the same model, whatever the clock says", async () => {
    const again = documentOf(hostileText, "threats");
    const first = await writeDocx(threats);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    assert.deepEqual(await writeDocx(again), first);
    assert.deepEqual(writeXlsx(again), writeXlsx(threats));
  });

  it("are opened by LibreOffice", async () => {
    const office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);
    assert.ok(office, "there is no LibreOffice in /usr/bin");
    const folder = mkdtempSync(path.join(tmpdir(), "ward-office-"));
    try {
      writeFileSync(path.join(folder, "document.docx"), await writeDocx(instructions));
      writeFileSync(path.join(folder, "workbook.xlsx"), writeXlsx(threats));
      const home = `-env:UserInstallation=file://${folder}/home`;
      execFileSync(office, ["--headless", home, "--convert-to", "pdf", "--outdir", folder, path.join(folder, "document.docx")], {
        stdio: "ignore",
      });
      execFileSync(office, ["--headless", home, "--convert-to", "csv", "--outdir", folder, path.join(folder, "workbook.xlsx")], {
        stdio: "ignore",
      });
      assert.ok(readFileSync(path.join(folder, "document.pdf")).length > 20_000);
      assert.match(readFileSync(path.join(folder, "workbook.csv"), "utf8"), /Demonstration pump/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
