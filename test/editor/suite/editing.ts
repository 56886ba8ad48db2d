// Writing: completion, formatting, rename over files, and the language's own ways of the editor.
import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { control, page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, open, place, restore, shown, uriOf } from "./workspace.ts";

const focus = () => vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");

/** Defines the cases. */
export function editingCases(): void {
  describe("editing", () => {
    before(extension);
    afterEach(restore);

    it("completes measures, best first, in the list of suggestions", async () => {
      const editor = await open("pump.ward");
      await findings("pump.ward", "has been checked", (all) => all.length > 0);
      const end = editor.document.positionAt(editor.document.getText().length);
      await editor.edit((edit) => edit.insert(end, "\ncontrol OrderChannel : \n"));
      place(editor, "control OrderChannel : |");
      await focus();
      await page.press(`${control}+Space`);
      await page.sees(".suggest-widget .monaco-list-row", /\w/);
      await page.picture("completion");
      await page.type("MutualTl");
      await page.sees(".suggest-widget .monaco-list-row", /MutualTls/);
      await page.press("Enter");
      await until("the measure is put in", () => {
        const text = editor.document.getText();
        return text.includes("control OrderChannel : MutualTls") ? { value: text } : { seen: text.slice(-200) };
      });
    });

    it("completes the properties that a declaration still lacks, with their documentation", async () => {
      const editor = await open("pump.ward");
      place(editor, "  within: Clinic|\n");
      await focus();
      await page.press("Enter");
      await page.type("phys");
      await page.press(`${control}+Space`);
      await page.sees(".suggest-widget .monaco-list-row", /physical-access/);
      const details = await page.read(".suggest-details");
      if (details.length === 0) await page.press(`${control}+Space`);
      await page.sees(".suggest-details", /touch/);
      await page.picture("completion-property");
      await page.press("Enter");
      await until("the property is put in", () => {
        const line = editor.document.lineAt(shown(editor).selection.active.line).text;
        return /^ {2}physical-access: /.test(line) ? { value: line } : { seen: line };
      });
    });

    it("renames an element in both files", async () => {
      const editor = await open("pump.ward", "|OrderServer -> Pump.Firmware");
      await focus();
      await page.press("F2");
      await page.sees(".rename-box input:focus", "");
      await page.type("Dispatcher");
      await page.press("Enter");
      await until("both files have the new name", async () => {
        const clinic = (await vscode.workspace.openTextDocument(uriOf("clinic.ward"))).getText();
        const pump = editor.document.getText();
        const done = clinic.includes("external Dispatcher") && pump.includes("Dispatcher -> Pump") && !pump.includes("OrderServer");
        return done ? { value: true } : { seen: [clinic, pump] };
      });
    });

    it("formats the document", async () => {
      const editor = await open("pump.ward");
      const whole = editor.document.getText();
      const mess = whole.replace("  regulation: MDR\n  class: IIb\n", "regulation:MDR\n      class:   IIb\n");
      assert.notEqual(mess, whole);
      const last = editor.document.positionAt(whole.length);
      await editor.edit((edit) => edit.replace(new vscode.Range(new vscode.Position(0, 0), last), mess));
      await focus();
      await vscode.commands.executeCommand("editor.action.formatDocument");
      await until("the document is laid out", () => {
        const text = editor.document.getText();
        return text === whole ? { value: text } : { seen: text.slice(0, 400) };
      });
    });

    it("closes brackets, indents and comments by the rules of the language", async () => {
      const editor = await open("pump.ward");
      const end = editor.document.positionAt(editor.document.getText().length);
      shown(editor).selection = new vscode.Selection(end, end);
      await focus();
      await page.type('harm Delay "Late" {');
      await page.press("Escape", "Enter");
      await page.type("severity: minor");
      await page.press("Escape");
      await until("the declaration is there", () => {
        const text = editor.document.getText().slice(-80);
        return text.endsWith('harm Delay "Late" {\n  severity: minor\n}') ? { value: text } : { seen: text };
      });
      await focus();
      await vscode.commands.executeCommand("editor.action.commentLine");
      await until("the line is a comment", () => {
        const text = editor.document.getText().slice(-60);
        return /\n {2}\/\/ severity: minor\n/.test(text) ? { value: text } : { seen: text };
      });
    });
  });
}
