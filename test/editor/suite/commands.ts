// Commands: all that the manifest promises, a new model from a template, explanations, documentation, the walkthrough.
import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, newModel, open, restore } from "./workspace.ts";

/** Defines the cases. */
export function commandCases(): void {
  describe("commands", () => {
    before(extension);
    afterEach(restore);

    it("registers every command of the manifest", async () => {
      const { packageJSON } = await extension();
      const known = await vscode.commands.getCommands(true);
      const promised = (packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
      assert.deepEqual(
        promised.filter((command) => !known.includes(command)),
        [],
      );
    });

    it("writes a new model from a template and opens it", async () => {
      const running = vscode.commands.executeCommand("ward.newModel");
      await page.sees(".quick-input-widget .monaco-list-row", /Infusion pump/);
      await page.picture("new-model");
      await page.type("wear");
      await page.press("Enter");
      await running;
      const document = await newModel();
      assert.match(document.getText(), /^system /m);
      await findings("model.ward", "is checked", (all) => all.length > 0);
      await vscode.workspace.fs.delete(document.uri);
      await restore();
      // A file that is gone takes its findings with it.
      await findings("model.ward", "is forgotten", (all) => all.length === 0);
    });

    it("explains a threat in a preview that follows the model", async () => {
      await open("pump.ward");
      await vscode.commands.executeCommand("ward.explain", "UnauthenticatedCommands@SendOrder");
      await page.sees("h1", /Commands accepted from an unauthenticated source/);
      const text = (await page.read("body.vscode-body")).join("\n");
      assert.ok(text.includes("Why it applies"), text.slice(0, 500));
      assert.ok(!text.includes("\\"), `escapes show: ${text}`);
      await page.picture("explain");
    });

    it("asks what to explain", async () => {
      await open("pump.ward");
      const running = vscode.commands.executeCommand("ward.explain");
      await page.sees(".quick-input-widget .monaco-list-row", /\w/);
      await page.type("UnauthenticatedCommands@SendOrder");
      await page.sees(".quick-input-widget .monaco-list-row", /UnauthenticatedCommands@SendOrder/);
      await page.press("Enter");
      await running;
      await page.sees("h1", /Commands accepted from an unauthenticated source/);
    });

    it("opens the documentation", async () => {
      const running = vscode.commands.executeCommand("ward.openDocumentation");
      await page.sees(".quick-input-widget .monaco-list-row", /The language/);
      await page.type("The language");
      await page.press("Enter");
      await running;
      await page.sees("h1", /language/i);
    });

    it("checks the workspace and shows the problems", async () => {
      await vscode.commands.executeCommand("ward.checkWorkspace");
      // VS Code may keep a filter of an earlier test although its text is gone; a person would clear it.
      await until("the panel shows the problems", async () => {
        const rows = await page.read(".markers-panel .monaco-list-row");
        if (rows.some((row) => /pump\s*\.ward/.test(row.replaceAll("\u00a0", " ")))) return { value: true };
        const words = await page.read(".markers-panel a");
        if (words.some((word) => word.includes("Clear Filters"))) await page.click(".markers-panel a", "Clear Filters");
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { seen: [rows, words] };
      });
    });

    it("has a walkthrough", async () => {
      // In a narrow window a walkthrough leaves out what stands beside its steps.
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
      await vscode.commands.executeCommand("workbench.action.openWalkthrough", "ward.ward#start", false);
      await page.sees(".getting-started-step", /Start a model/);
      await page.sees("h1", /A model is text/);
      await page.picture("walkthrough");
    });

    it("shows its log", async () => {
      await vscode.commands.executeCommand("ward.showLog");
      await page.sees(".panel .view-lines", /Ward \d/);
      await vscode.commands.executeCommand("workbench.action.closePanel");
    });

    it("logs the conversation with the server when it is asked to", async () => {
      const configuration = vscode.workspace.getConfiguration("ward");
      await configuration.update("trace.server", "messages", vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand("ward.showLog");
      const editor = await open("pump.ward");
      await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", editor.document.uri);
      await until("the log has messages", async () => {
        const lines = await page.read(".panel .view-lines");
        return lines.join("").includes("textDocument/") ? { value: true } : { seen: lines };
      });
      await page.picture("log");
      await configuration.update("trace.server", undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand("workbench.action.closePanel");
    });
  });
}
