// The preview of documents: it opens, follows the text and leads back to it, keeps its place; and the command that writes a folder.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, open, place, restore, shown, uriOf } from "./workspace.ts";

/** Defines the cases. */
export function documentCases(): void {
  describe("documents", () => {
    before(async () => {
      await extension();
      await open("pump.ward");
      await findings("pump.ward", "has been checked", (all) => all.length > 0);
    });
    afterEach(restore);
    after(() => vscode.workspace.fs.delete(uriOf("documents"), { recursive: true }).then(undefined, () => {}));

    it("asks which document, and opens it beside the text", async () => {
      await open("pump.ward");
      await page.click('.editor-actions a[aria-label^="Open Document Preview"]');
      await page.sees(".quick-input-widget .monaco-list-row", /Instructions for use: security/);
      await page.picture("document-kinds");
      await page.type("Security controls");
      await page.press("Enter");
      await page.sees(".paper h1", "Security controls");
      await page.sees(".paper tr", /Hard limits in the drive board/);
      assert.ok(vscode.window.tabGroups.all.length >= 2, "the panel is not beside the text");
      await page.picture("document");
    });

    it("follows the text, keeps its place, and stays while the text is broken", async () => {
      const editor = await show("threats");
      // Outside of every declaration, so that no row is brought into view.
      place(editor, "// An infusion");
      await scroll();
      const before = await top();
      const at = editor.document.positionAt(editor.document.getText().indexOf("limits in the drive board"));
      await edit((edit) => edit.insert(editor.document.uri, at, "and fast "));
      await page.sees(".paper td", /Hard and fast limits/);
      assert.ok(Math.abs((await top()) - before) < 3, "the page moved");
      const line = editor.document.positionAt(editor.document.getText().indexOf("  process Firmware"));
      await edit((edit) => edit.insert(editor.document.uri, line, "  process { \n"));
      await page.sees(".status.broken", /pump\.ward, line \d+: .*syntax error.* last one without/);
      await page.picture("document-broken");
      await page.sees(".paper h1", "Threat register");
      await edit((edit) => edit.delete(editor.document.uri, new vscode.Range(line, line.translate(1))));
      await until("it says so no longer", async () => {
        const found = await page.read(".status");
        return found.length === 0 ? { value: true } : { seen: found };
      });
    });

    it("jumps from a row to its declaration, and marks the rows of the declaration at the cursor", async () => {
      const editor = await show("controls");
      place(editor, "system |PumpSystem");
      await page.clickInside('.paper tr[id^="s"]:has(a[href="#d1"]) td');
      await until("the cursor is at a declaration", () => {
        const text = editor.document.getText(shown(editor).selection);
        return text === "DoseLimits" ? { value: true } : { seen: text };
      });
      await page.sees(".paper tr.at-cursor", /Hard limits in the drive board/);
      await page.picture("document-cursor");
    });

    it("changes to another document and another language", async () => {
      await show("controls");
      await page.choose(".bar select.kinds", "instructions");
      await page.sees(".paper h1", "Instructions for use: security");
      await page.choose('.bar select[aria-label^="Language"]', "de");
      await page.sees(".paper h1", "Gebrauchsanweisung: Sicherheit");
      await page.picture("document-german");
    });

    it("writes all documents into a folder, and overwrites only what it may", async () => {
      await open("pump.ward");
      const target = uriOf("documents");
      const answers = { formats: ["html", "md"], language: "en", target };
      await vscode.commands.executeCommand("ward.writeDocuments", uriOf("pump.ward"), answers);
      await vscode.commands.executeCommand("notifications.showList");
      const told = await page.sees(".notification-list-item", /\d+ files are in documents/);
      await page.picture("documents-written");
      const names = (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name);
      assert.ok(
        told.some((one) => one.includes(`${names.length} files are in documents`)),
        `${names.length}: ${told}`,
      );
      assert.ok(names.length >= 40 && names.includes("index.html") && names.includes("gspr.md"), names.join());
      await page.click(".notification-list-item .monaco-button", "Open Folder");
      const file = vscode.Uri.joinPath(target, "index.md");
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("mine"));
      // In tests VS Code shows no modal question, so that its answer is given here.
      const write = (overwrite: boolean) =>
        vscode.commands.executeCommand("ward.writeDocuments", uriOf("pump.ward"), { ...answers, overwrite });
      const text = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      await write(false);
      assert.equal(await text(), "mine");
      await write(true);
      assert.match(await text(), /^# /);
    });

    it("asks for formats, language and folder", async () => {
      await open("pump.ward");
      const running = vscode.commands.executeCommand("ward.writeDocuments");
      await page.sees(".quick-input-widget .monaco-list-row", /Markdown/);
      await page.picture("documents-formats");
      await page.press("Enter");
      await page.sees(".quick-input-widget .monaco-list-row", /Deutsch/);
      await page.press("Enter");
      await page.sees(".quick-input-widget .monaco-list-row", /beside the model/);
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      await running;
    });
  });
}

/** The model's text on the left, a document on the right. */
async function show(kind: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf("pump.ward"), { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand("ward.openDocument", uriOf("pump.ward"), kind);
  await page.sees(".paper h1", /\w/);
  return editor;
}

async function edit(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const all = new vscode.WorkspaceEdit();
  change(all);
  await vscode.workspace.applyEdit(all);
}

/** Goes down in the document, as the keyboard does. */
async function scroll(): Promise<void> {
  await page.clickInside(".paper h1");
  await page.press("PageDown");
  await page.press("PageDown");
  let last = Number.NaN;
  await until("the page has moved, and stands", async () => {
    const [before, now] = [last, await top()];
    last = now;
    return now < -100 && now === before ? { value: true } : { seen: now };
  });
}

/** Where the heading of the document is. */
async function top(): Promise<number> {
  const [heading] = await page.inspect(".paper h1");
  return heading?.box.y ?? Number.NaN;
}
