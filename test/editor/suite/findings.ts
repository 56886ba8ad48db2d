// Findings while one types: an uncovered flow shows up, a quick fix answers it, a broken line leaves the others alone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { control, page } from "./page.ts";
import { until } from "./wait.ts";
import { codeOf, extension, findings, open, place, restore } from "./workspace.ts";

const about = (name: string) => (one: vscode.Diagnostic) => one.message.includes(`\`${name}\``);
const flow = "flow Adjust OrderServer -> Pump.Firmware { carries: Order  protocol: HTTPS  commands: yes }";

/** Defines the cases. */
export function findingCases(): void {
  describe("findings", () => {
    before(extension);
    after(restore);

    it("shows the findings of the model, also of files that are not open", async () => {
      const editor = await open("pump.ward", "flow |SendOrder");
      await findings("pump.ward", "has open threats", (all) => all.some((one) => codeOf(one) === "uncovered-threat"));
      await findings("clinic.ward", "misses assumptions", (all) => all.some((one) => codeOf(one) === "missing-assumption"));
      assert.equal(editor.document.languageId, "ward");
    });

    it("names the code, links it to its page, and relates places", async () => {
      const all = await findings("pump.ward", "has open threats", (found) => found.some(about("SendOrder")));
      const one = all.find((found) => codeOf(found) === "uncovered-threat" && (found.relatedInformation ?? []).length > 0);
      assert.ok(one, "a finding with related places");
      assert.equal(one.source, "ward");
      const target = typeof one.code === "object" ? one.code.target : undefined;
      assert.match(target?.path ?? "", /docs\/diagnostics\/uncovered-threat\.md$/);
      await vscode.workspace.fs.stat(vscode.Uri.file(target?.fsPath ?? ""));
    });

    it("sees a flow that is typed, in the editor and in the Problems panel", async () => {
      const editor = await open("pump.ward", "\ncontrol DoseLimits");
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      await page.type(flow);
      await page.press("Escape", "Escape");
      await until("the flow is typed", () => {
        const text = editor.document.getText();
        return text.includes(`\n${flow}\n`) ? { value: text } : { seen: text };
      });
      await findings("pump.ward", "knows the flow", (all) => all.some(about("Adjust")));
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await page.click(".panel input[placeholder^=Filter]");
      await page.type("`Adjust`");
      await page.sees(".markers-panel .monaco-list-row", /Adjust/);
      await page.picture("problems");
      await page.click(".panel input[placeholder^=Filter]");
      await page.press(`${control}+A`, "Delete");
    });

    it("offers a quick fix for it, and the finding goes", async () => {
      const editor = await open("pump.ward");
      place(editor, "flow |Adjust");
      const before = vscode.languages.getDiagnostics(editor.document.uri).filter(about("Adjust"));
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      await page.press(`${control}+Period`);
      const offered = await page.sees(".action-widget .monaco-list-row", /control/i);
      await page.picture("quick-fix");
      const wanted = offered.find((one) => /control/i.test(one))?.split("\n")[0] ?? "";
      await page.click(".action-widget .monaco-list-row", wanted);
      await until("a control is written", () => {
        const text = editor.document.getText();
        return /control \w+[^{]*\{[^}]*Adjust/.test(text) ? { value: text } : { seen: text };
      });
      const open2 = (all: vscode.Diagnostic[]) => all.filter((one) => about("Adjust")(one) && codeOf(one) === "uncovered-threat");
      await findings("pump.ward", "has fewer open threats on the flow", (all) => open2(all).length < open2(before).length);
      await page.picture("quick-fix-taken");
    });

    it("keeps the other findings while a line is broken", async () => {
      await restore();
      const editor = await open("pump.ward", "  carries: |Status");
      const stays = (all: vscode.Diagnostic[]) => all.filter((one) => codeOf(one) === "uncovered-threat" && !about("ReportStatus")(one));
      const before = await findings("pump.ward", "is as on disk", (all) => stays(all).length > 0 && !all.some(about("Adjust")));
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      await page.type("} = (");
      await page.press("Escape");
      const broken = await findings("pump.ward", "has a syntax error", (all) => all.some((one) => codeOf(one) === "syntax-error"));
      assert.ok(editor.document.isDirty);
      const messages = stays(broken).map((one) => one.message);
      for (const one of stays(before)) assert.ok(messages.includes(one.message), `is gone: ${one.message}`);
    });
  });
}
