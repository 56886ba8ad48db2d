// The page of a document panel in Chromium, under the policy that it has in VS Code: what it shows, where it stands, what it tells the panel.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { drawerOf } from "../../server/src/cli/drawing.ts";
import type { DocumentContent } from "../../server/src/lsp/protocol.ts";
import { deliverables, htmlBody, keyOf, reporterOf, style } from "../../server/src/report/editor.ts";
import { completeText } from "../report/complete.ts";
import { analyseText } from "../support/models.ts";

const read = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), "utf8");
const origin = "https://ward.test";
const policy = `default-src 'none'; style-src ${origin}; script-src 'nonce-n1'; img-src data:`;
const themes: Readonly<Record<string, string>> = {
  light:
    "--vscode-editor-foreground:#1f1f1f;--vscode-editor-background:#fff;--vscode-descriptionForeground:#55595f;--vscode-textLink-foreground:#005fb8;--vscode-editorWidget-background:#f8f8f8;--vscode-panel-border:#ccc;--vscode-errorForeground:#b01011;--vscode-editorWarning-foreground:#8a5a00;--vscode-testing-iconPassed:#2a6f3a;--vscode-inputValidation-warningBackground:#fff4d6;--vscode-dropdown-background:#fff;--vscode-dropdown-foreground:#1f1f1f;--vscode-editor-lineHighlightBackground:#eee",
  dark: "--vscode-editor-foreground:#ccc;--vscode-editor-background:#1f1f1f;--vscode-descriptionForeground:#a5a5a5;--vscode-textLink-foreground:#4daafc;--vscode-editorWidget-background:#202020;--vscode-panel-border:#444;--vscode-errorForeground:#f88070;--vscode-editorWarning-foreground:#cca700;--vscode-testing-iconPassed:#73c991;--vscode-inputValidation-warningBackground:#352a05;--vscode-dropdown-background:#313131;--vscode-dropdown-foreground:#ccc;--vscode-editor-lineHighlightBackground:#282828",
};

async function content(text: string, kind: string, key = "k1"): Promise<DocumentContent> {
  const analysis = analyseText(text);
  const { reporter } = reporterOf(analysis, { settings: undefined, read: undefined, draw: drawerOf(analysis), language: "en", tool: "0" });
  const deliverable = deliverables.find((one) => one.kind === kind);
  assert.ok(deliverable);
  await reporter.prepare(deliverable);
  const document = reporter.document(deliverable);
  return {
    state: "document",
    key,
    uri: "file:///m.ward",
    model: "Demo",
    kind,
    language: "en",
    title: document.title,
    subject: document.subject,
    kinds: deliverables.map((one) => ({ kind: one.kind, title: one.title.en, purpose: one.purpose.en, wanted: one.kind === "provider" })),
    html: htmlBody(document, "data-style"),
    style,
    gaps: document.gaps.length,
    declarations: document.declarations.map(({ anchor, key: of }) => ({ anchor, key: of })),
    problems: [],
    broken: false,
  };
}

describe("webview: documents", function () {
  this.timeout(60_000);
  let browser: Browser;

  before(async () => {
    const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
    assert.ok(executablePath, "there is no Chromium in /usr/bin");
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  after(() => browser?.close());

  /** A page as VS Code would hold it; what it complains about is kept. */
  async function opened(theme = "light", bypassCSP = false): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: { width: 700, height: 600 }, bypassCSP });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => faults.push(dialog.message()));
    await page.route("**/*", async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === "/") {
        const start = `globalThis.told=[];globalThis.kept=undefined;globalThis.acquireVsCodeApi=()=>({postMessage:(m)=>told.push(m),setState:(s)=>{kept=s},getState:()=>undefined})`;
        const body = `<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Document</title><link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/document.css"></head><body><script nonce="n1">${start}</script><script nonce="n1" src="/document.js"></script></body></html>`;
        await route.fulfill({ contentType: "text/html", body });
      } else if (path === "/theme.css") await route.fulfill({ contentType: "text/css", body: `html{${themes[theme]}}` });
      else if (path === "/document.css") await route.fulfill({ contentType: "text/css", body: read("document.css") });
      else if (path === "/document.js") await route.fulfill({ contentType: "text/javascript", body: read("document.js") });
      else faults.push(`asks for ${path}`);
    });
    await page.goto(`${origin}/`);
    return { page, faults };
  }
  const post = (page: Page, message: unknown): Promise<void> =>
    page.evaluate(`void window.dispatchEvent(new MessageEvent("message", { data: ${JSON.stringify(message)} }))`);
  const seen = async (page: Page, selector: string): Promise<string> => (await page.locator(selector).allInnerTexts()).join("\n");
  const told = (page: Page): Promise<{ type: string; key?: string; focus?: boolean }[]> =>
    page.evaluate(() => (globalThis as unknown as { told: never[] }).told);
  const show = async (page: Page, document: DocumentContent): Promise<void> => {
    await post(page, { type: "state", state: { uri: document.uri, kind: document.kind } });
    await post(page, { type: "document", document });
    await page.waitForFunction(
      (key) => (globalThis as unknown as { told: { key?: string }[] }).told.some((one) => one.key === key),
      document.key,
    );
  };

  it("shows a document, and complains of nothing", async () => {
    const { page, faults } = await opened();
    assert.deepEqual(
      (await told(page)).map(({ type }) => type),
      ["ready"],
    );
    await show(page, await content(completeText(), "instructions"));
    assert.equal(await seen(page, ".paper h1"), "Instructions for use: security");
    assert.equal(await page.inputValue("select.kinds"), "instructions");
    assert.match(await seen(page, "select.kinds optgroup"), /healthcare providers/);
    assert.ok(
      (
        await page
          .locator(".paper col")
          .first()
          .evaluate((one: { style: { width: string } }) => one.style.width)
      ).endsWith("%"),
    );
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it("shows hostile titles as text", async () => {
    const { page, faults } = await opened();
    const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>x</a>`;
    const text = completeText().replaceAll('"Records system"', `"${hostile} ${"long ".repeat(100)}"`);
    await show(page, await content(text, "provider"));
    assert.ok((await seen(page, ".paper")).includes("<script>alert(2)</script>"));
    assert.equal(await page.locator('.paper img, .paper script, .paper a[href^="javascript"]').count(), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it("tells which declaration a row, a name and a line of the index lead to, and scrolls to what is inside", async () => {
    const { page } = await opened();
    const document = await content(completeText(), "controls");
    await show(page, document);
    const keys = new Map(document.declarations.map(({ anchor, key }) => [anchor, key]));
    const last = async () => (await told(page)).filter(({ type }) => type === "reveal").at(-1);
    const row = page.locator(".paper tr[id^=s]:has(.from a)").first();
    const first = (await row.locator(".from a").first().getAttribute("href"))?.slice(1) ?? "";
    await row.locator("td").first().click();
    assert.deepEqual(await last(), { type: "reveal", key: keys.get(first), focus: false });
    const name = row.locator(".from a").last();
    const second = (await name.getAttribute("href"))?.slice(1) ?? "";
    await name.focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await last(), { type: "reveal", key: keys.get(second), focus: true });
    await page.locator("#d2 td code").click();
    assert.equal((await last())?.key, keys.get("d2"));
    const count = (await told(page)).length;
    await page.locator(".contents a").last().click();
    const place = await page.evaluate<string>("document.activeElement.id");
    assert.match(place, /^s\d/);
    assert.equal((await told(page)).length, count);
    await page.context().close();
  });

  it("keeps its place when the text changes, and the focus", async () => {
    const { page } = await opened();
    const text = completeText();
    await show(page, await content(text, "instructions"));
    await page.evaluate('document.querySelector("#s9").scrollIntoView()');
    const top = () => page.locator("#s9").evaluate((one: { getBoundingClientRect(): { top: number } }) => one.getBoundingClientRect().top);
    await page.locator("#s9 .from a").first().focus();
    const before = await top();
    const href = await page.evaluate<string>('document.activeElement.getAttribute("href")');
    const longer = text.replace('installation: "Mount', `installation: "${"First of all. ".repeat(80)}Mount`);
    await show(page, await content(longer, "instructions", "k2"));
    assert.ok((await seen(page, ".paper")).includes("First of all."));
    assert.ok(Math.abs((await top()) - before) <= 1, `${before} is now ${await top()}`);
    assert.equal(await page.evaluate<string>('document.activeElement.getAttribute("href")'), href);
    await page.waitForFunction(() =>
      (globalThis as unknown as { kept?: { scroll?: { anchor: string } } }).kept?.scroll?.anchor.startsWith("s9"),
    );
    await page.context().close();
  });

  it("marks the rows of the declaration at the cursor, the innermost that it knows", async () => {
    const { page } = await opened();
    const document = await content(completeText(), "provider");
    await show(page, document);
    const analysis = analyseText(completeText());
    const [external] = analysis.model.of("external");
    assert.ok(external);
    await post(page, { type: "cursor", keys: ["flow Unknown", keyOf(external), "system Demo"] });
    const marked = await page.locator(".at-cursor").allInnerTexts();
    assert.ok(marked.length > 0 && marked.every((one) => one.includes(external.title) || one.includes(external.id)), marked.join("\n"));
    await post(page, { type: "cursor", keys: [] });
    assert.equal(await page.locator(".at-cursor").count(), 0);
    await page.context().close();
  });

  it("shows pictures of views, whatever their words hold", async () => {
    const { page, faults } = await opened();
    const hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    const text = completeText().replaceAll('"Records system"', `"${hostile}"`);
    await show(page, await content(text, "views"));
    assert.ok((await page.locator(".paper figure.diagram svg").count()) > 0);
    assert.equal(await page.locator(".paper img, .paper script, .paper [onerror]").count(), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it("says what is wrong and keeps the document", async () => {
    const { page } = await opened();
    await post(page, { type: "status", kind: "none", text: "This text belongs to no Ward model." });
    assert.match(await seen(page, ".empty"), /no Ward model/);
    await show(page, await content(completeText(), "controls"));
    await post(page, { type: "status", kind: "broken", text: "m.ward, line 3: a syntax error." });
    assert.equal(await seen(page, "[role=status]"), "m.ward, line 3: a syntax error.");
    assert.equal(await seen(page, ".paper h1"), "Security controls");
    assert.equal(await page.locator(".empty").isVisible(), false);
    await page.context().close();
  });

  for (const [theme, kind] of [...Object.keys(themes).map((name) => [name, "instructions"] as const), ["dark", "views"] as const])
    it(`has no fault that axe finds, in a ${theme} theme, with ${kind}`, async () => {
      // A page's own policy would keep axe out.
      const { page } = await opened(theme, true);
      await show(page, await content(completeText().replace(/installation: .*/, ""), kind));
      await page.evaluate(axe.source);
      type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] };
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
        [],
      );
      await page.context().close();
    });
});
