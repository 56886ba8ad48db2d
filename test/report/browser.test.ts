// Opens HTML documents in Chromium: nothing is asked of the network, nothing of the model runs, and axe-core finds no fault.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium } from "playwright-core";
import { formats } from "../../server/src/report/index.ts";
import type { ReportDocument } from "../../server/src/report/types.ts";
import { analyseText } from "../support/models.ts";
import { allDocuments, completeText, drawnReportOf } from "./complete.ts";

interface Axe {
  readonly run: () => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

describe("HTML documents in a browser", function () {
  this.timeout(180_000);
  let browser: Browser;
  let folder: string;

  before(async () => {
    const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
    assert.ok(executablePath, "there is no Chromium in /usr/bin");
    folder = mkdtempSync(path.join(tmpdir(), "ward-report-"));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens documents one after another; what they ask for, run or break is a fault, and so is what axe finds. */
  async function faults(documents: readonly ReportDocument[], withAxe: boolean): Promise<string[]> {
    // A page's own policy would keep axe out.
    const context = await browser.newContext({ bypassCSP: withAxe });
    const page = await context.newPage();
    const found: string[] = [];
    let file = "";
    page.on("request", (request) => request.url() === pathToFileURL(file).href || found.push(`${file} asks for ${request.url()}`));
    page.on("dialog", (dialog) => found.push(`${file} runs ${dialog.message()}`));
    page.on("pageerror", (error) => found.push(`${file}: ${error.message}`));
    for (const document of documents) {
      file = path.join(folder, `${document.kind}.html`);
      writeFileSync(file, formats.html.write(document));
      await page.goto(pathToFileURL(file).href);
      if (!withAxe) continue;
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
      for (const { id, nodes } of violations) found.push(`axe ${id} in ${document.kind}: ${nodes[0]?.html}`);
    }
    await context.close();
    return found;
  }

  it("have no fault in a complete model", async () => {
    const documents = allDocuments(analyseText(completeText()));
    assert.deepEqual(await faults(documents, false), []);
    // These two hold every sort of block, and the widest table.
    const shown = documents.filter(({ kind }) => kind === "instructions" || kind === "streams");
    assert.equal(shown.length, 2);
    assert.deepEqual(await faults(shown, true), []);
  });

  it("have no fault in a model with hardly anything, in German", async () => {
    const text =
      'import "ward:medical"\nsystem S { regulation: MDR environment: home }\ndevice D : InfusionPump { interface I : Ethernet }';
    assert.deepEqual(await faults(allDocuments(analyseText(text), "de"), true), []);
  });

  it("have no fault with pictures of views, also of hostile words", async () => {
    const text = completeText()
      .replace('"Send an order"', '"<script>alert(3)</script>"')
      .replace('"Overdose"', "\"<svg onload='alert(4)'>\"");
    const document = await drawnReportOf(analyseText(text), "views");
    assert.deepEqual(await faults([document], false), []);
    assert.deepEqual(await faults([document], true), []);
  });

  it("run nothing that a model holds", async () => {
    const text = completeText()
      .replace('"Overdose"', '"<script>alert(1)</script>"')
      .replace('"Signed updates"', "\"<img src='https://example.com/x' onerror='alert(2)'>\"");
    assert.deepEqual(await faults(allDocuments(analyseText(text)), false), []);
  });

  it("can be read by keyboard, and print with page numbers", async () => {
    const [document] = allDocuments(analyseText(completeText()));
    assert.ok(document);
    const page = await browser.newPage();
    await page.setContent(formats.html.write(document));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.className"), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "content");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(pdf.length > 10_000);
    await page.close();
  });
});
