// Looking around: hover, the way into the shipped catalogue, outline, code lenses, references, the hierarchy of flows.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, open, place, restore } from "./workspace.ts";

const focus = () => vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");

/** Defines the cases. */
export function navigationCases(): void {
  describe("navigation", () => {
    before(async () => {
      await extension();
      await open("pump.ward");
      await findings("pump.ward", "has been checked", (all) => all.length > 0);
    });
    after(restore);

    it("hovers over an element with its threats", async () => {
      const editor = await open("pump.ward");
      place(editor, "flow Report|Status");
      await focus();
      const shown = await hover(/Report status/);
      assert.match(shown.join("\n"), /mitigated/);
      await page.picture("hover");
      assert.ok(!shown.join("").includes("\\"), `escapes show: ${shown.join("")}`);
      await page.press("Escape");
    });

    it("hovers over a kind with what it is", async () => {
      const editor = await open("pump.ward");
      place(editor, ": Infusion|Pump {");
      await focus();
      await hover(/Infusion pump/);
      await page.picture("hover-kind");
      await page.press("Escape");
    });

    it("jumps from the name of a threat into the shipped catalogue, which cannot be edited", async () => {
      const pump = await open("pump.ward");
      const end = pump.document.positionAt(pump.document.getText().length);
      await pump.edit((edit) => edit.insert(end, '\naccept UnauthenticatedCommands on SendOrder { reason: "test" }\n'));
      place(pump, "accept Unauth|enticatedCommands");
      await focus();
      await page.press("F12");
      const editor = await until("the catalogue is open", () => {
        const now = vscode.window.activeTextEditor;
        return now?.document.uri.scheme === "ward-catalogue" ? { value: now } : { seen: now?.document.uri.toString() };
      });
      assert.equal(editor.document.languageId, "ward");
      assert.equal(editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)), "UnauthenticatedCommands");
      const before = editor.document.getText();
      await page.type("x");
      assert.equal(editor.document.getText(), before);
      await page.press("Escape");
      await page.picture("catalogue");
      // Features work there as well, and find nothing wrong with it.
      assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        editor.document.uri,
      );
      assert.ok(
        symbols.some(({ name }) => name.includes("UnauthenticatedCommands")),
        JSON.stringify(symbols.slice(0, 3)),
      );
      await restore();
    });

    it("shows code lenses, and a click on one shows the threats of the element", async () => {
      await open("pump.ward", "flow |SendOrder");
      await page.sees(".codelens-decoration a", /open/);
      await page.picture("lenses");
      await page.click(".codelens-decoration a", "open");
      await page.sees(".pane-body .monaco-list-row.selected", /\w/);
    });

    it("lists the outline and finds references and declarations", async () => {
      const editor = await open("pump.ward");
      const { uri } = editor.document;
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", uri);
      assert.ok(symbols.some(({ name }) => name === "Pump"));
      const position = place(editor, "data Or|der");
      const places = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", uri, position);
      assert.ok(places.length >= 3, `${places.length} places`);
      const declared = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        uri,
        place(editor, "Nur|se -> Pump"),
      );
      const first = declared[0] as vscode.Location & vscode.LocationLink;
      assert.match((first.targetUri ?? first.uri).path, /clinic\.ward$/);
    });

    it("shows who talks to whom as a call hierarchy", async () => {
      const editor = await open("pump.ward");
      const position = place(editor, "process Firm|ware");
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        "vscode.prepareCallHierarchy",
        editor.document.uri,
        position,
      );
      const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", items[0]);
      assert.ok(
        incoming.some(({ from }) => /Medication server|OrderServer/.test(from.name)),
        JSON.stringify(incoming),
      );
    });

    it("colours words by what they mean, and folds", async () => {
      const { document } = await open("pump.ward");
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
      assert.ok(tokens.data.length > 100);
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
      assert.ok(folds.length > 5);
    });
  });
}

/** Shows the hover at the cursor. Again and again: the editor closes it when it scrolls or is drawn anew. */
async function hover(text: RegExp): Promise<string[]> {
  return await until(`a hover shows ${text}`, async () => {
    await vscode.commands.executeCommand("editor.action.showHover");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const shown = await page.read(".monaco-hover");
    return shown.some((one) => text.test(one)) ? { value: shown } : { seen: shown };
  });
}
