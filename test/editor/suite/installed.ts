// What only the packaged extension can get wrong: that all its parts are in the package.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { codeOf, extension, findings, newModel, open, place, restore, uriOf } from "./workspace.ts";

/** Defines the cases. */
export function installedCases(): void {
  describe("installed", () => {
    afterEach(restore);

    it("is the packaged extension, and starts", async () => {
      const { extensionPath } = await extension();
      assert.match(extensionPath, /extensions[\\/]ward\.ward-/);
    });

    it("finds what is open, with pages for the codes", async () => {
      await open("pump.ward");
      const all = await findings("pump.ward", "has open threats", (found) => found.some((one) => codeOf(one) === "uncovered-threat"));
      const { code } = all[0] as vscode.Diagnostic;
      await vscode.workspace.fs.stat(vscode.Uri.file(typeof code === "object" ? code.target.fsPath : ""));
    });

    it("colours, completes and hovers", async () => {
      const editor = await open("pump.ward");
      const { uri } = editor.document;
      const position = place(editor, "device |Pump");
      const hovers = await until("a hover comes", async () => {
        const found = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
        return found.length > 0 ? { value: found } : { seen: found };
      });
      assert.ok(hovers.length > 0);
      const inside = place(editor, "  within: Clinic\n|");
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", uri, inside);
      assert.ok(list.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "physical-access"));
    });

    it("has snippets", async () => {
      const editor = await open("pump.ward");
      const end = editor.document.positionAt(editor.document.getText().length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        editor.document.uri,
        end,
      );
      assert.ok(list.items.some(({ kind }) => kind === vscode.CompletionItemKind.Snippet));
    });

    it("shows threats and opens the catalogue, a template and the documentation", async () => {
      await vscode.commands.executeCommand("ward.threats.focus");
      await page.sees(".pane .monaco-list-row", /SendOrder/);
      const created = vscode.commands.executeCommand("ward.newModel");
      await page.sees(".quick-input-widget .monaco-list-row", /Imaging system/);
      await page.type("Imaging");
      await page.press("Enter");
      await created;
      await vscode.workspace.fs.delete((await newModel()).uri);
      const opened = vscode.commands.executeCommand("ward.openDocumentation");
      await page.sees(".quick-input-widget .monaco-list-row", /Read me/);
      await page.press("Enter");
      await opened;
      await page.sees("h1", /Ward/);
    });

    it("has its walkthrough with pictures and texts", async () => {
      // In a narrow window a walkthrough leaves out what stands beside its steps.
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
      await vscode.commands.executeCommand("workbench.action.openWalkthrough", "ward.ward#start", false);
      await page.sees(".getting-started-step", /Start a model/);
      await page.sees("body", /A model is text/);
      await page.picture("installed-walkthrough");
    });

    it("draws the diagram, and writes it as a PNG", async () => {
      await open("pump.ward");
      await vscode.commands.executeCommand("ward.openDiagramToSide");
      await until("the diagram is drawn", async () => {
        const found = await page.inspect('.sheet [data-id="Pump.Firmware"]');
        return found.length > 0 ? { value: true } : { seen: await page.read(".empty") };
      });
      const target = uriOf("full.png");
      await vscode.commands.executeCommand("ward.exportDiagram", { format: "png", target });
      const bytes = Buffer.from(await vscode.workspace.fs.readFile(target));
      await vscode.workspace.fs.delete(target);
      assert.equal(bytes.subarray(1, 4).toString("latin1"), "PNG");
      assert.ok(bytes.length > 10_000, `${bytes.length} bytes`);
    });
  });
}
