// The views of Ward's side bar and the status bar: rows, grouping, filters, reveal.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { misses, page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, open, restore } from "./workspace.ts";

const rows = ".pane .monaco-list-row";

/** Defines the cases. */
export function viewCases(): void {
  describe("views", () => {
    before(async () => {
      await extension();
      await open("pump.ward");
      await findings("pump.ward", "has been checked", (all) => all.length > 0);
      await vscode.commands.executeCommand("ward.threats.focus");
      // Wide enough for the pictures.
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      for (let step = 0; step < 3; step++) await vscode.commands.executeCommand("workbench.action.decreaseViewWidth");
    });
    after(restore);

    it("lists the threats by element", async () => {
      await vscode.commands.executeCommand("ward.threats.by.element");
      const seen = await page.sees(rows, /SendOrder/);
      assert.ok(
        seen.some((row) => /\d+ open/.test(row)),
        seen.join("; "),
      );
      // A click opens the group, or closes it when it is open already.
      await until("the group of SendOrder is open", async () => {
        const found = await page.read(rows);
        if (found.some((row) => row.includes("Commands accepted from an unauthenticated source"))) return { value: true };
        await page.click(rows, "SendOrder");
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return { seen: found };
      });
      await page.picture("threats");
    });

    it("groups by state and by STRIDE class", async () => {
      await vscode.commands.executeCommand("ward.threats.by.state");
      await page.sees(rows, /^Open/m);
      await vscode.commands.executeCommand("ward.threats.by.stride");
      await page.sees(rows, /^Tampering/m);
      await page.picture("threats-stride");
      await vscode.commands.executeCommand("ward.threats.by.element");
      await page.sees(rows, /SendOrder/);
    });

    it("shows only what calls for an act, and all again", async () => {
      await vscode.commands.executeCommand("ward.threats.by.state");
      await page.sees(rows, /^Mitigated/m);
      await vscode.commands.executeCommand("ward.threats.onlyOpen");
      await misses(rows, /^Mitigated/m);
      await page.sees(rows, /^Open/m);
      await vscode.commands.executeCommand("ward.threats.all");
      await page.sees(rows, /^Mitigated/m);
    });

    it("filters by a text and says so", async () => {
      await vscode.commands.executeCommand("ward.threats.by.element");
      await vscode.commands.executeCommand("ward.threats.filter", "commands");
      await page.sees(".pane .message", /commands/);
      await page.sees(rows, /unauthenticated source/);
      await page.picture("threats-filtered");
      await vscode.commands.executeCommand("ward.threats.clearFilter");
      await page.sees(rows, /ReportStatus/);
    });

    it("goes to an element from its threat", async () => {
      await vscode.commands.executeCommand("ward.threats.filter", "unauthenticated source");
      await page.sees(rows, /unauthenticated source/);
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await page.click(rows, "unauthenticated source");
      await page.sees(".tabs-container .tab", /pump\s*\.ward/);
      await until("the element is selected", () => {
        const { activeTextEditor: editor } = vscode.window;
        const selected = editor?.document.getText(editor.selection);
        return selected === "SendOrder" ? { value: true } : { seen: selected };
      });
      await vscode.commands.executeCommand("ward.threats.clearFilter");
    });

    it("lists the requirements on the operating environment with their state", async () => {
      await vscode.commands.executeCommand("ward.requirements.focus");
      await page.sees(rows, /missing/);
      await page.picture("requirements");
    });

    it("counts in the status bar", async () => {
      await page.sees(".statusbar-item", /\d+ open, \d+ missing/);
    });
  });
}
