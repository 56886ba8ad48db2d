// Findings while one types: an uncovered flow shows up, a quick fix answers it, a broken line leaves the others alone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { control, misses, page } from "./page.ts";
import { until } from "./wait.ts";
import { codeOf, extension, findings, open, place, restore, shown } from "./workspace.ts";

const about = (name: string) => (one: vscode.Diagnostic) => one.message.includes(`\`${name}\``);
const threat = "Commands accepted from an unauthenticated source";
const onAdjust = (code: string) => (one: vscode.Diagnostic) =>
  codeOf(one) === code && one.message.startsWith(threat) && about("Adjust")(one);
const isOpen = onAdjust("uncovered-threat");
const isPlanned = onAdjust("planned-threat");
const problemRows = ".markers-panel .monaco-list-row";
const flow = "flow Adjust OrderServer -> Pump.Firmware { carries: Order  protocol: HTTPS  commands: yes }";

const focus = () => vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");

/** The Problems panel, with what it says of the flow. */
async function problems(): Promise<void> {
  await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  await vscode.commands.executeCommand("problems.action.clearFilterText");
  await vscode.commands.executeCommand("problems.action.focusFilter");
  await page.type("`Adjust`");
}

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
      await focus();
      await page.type(flow);
      await page.press("Escape", "Escape");
      await until("the flow is typed", () => {
        const text = editor.document.getText();
        return text.includes(`\n${flow}\n`) ? { value: text } : { seen: text };
      });
      await findings("pump.ward", "knows the flow", (all) => all.some(isOpen));
      await problems();
      await page.sees(problemRows, new RegExp(`${threat}.*Adjust`));
      await page.picture("problems");
    });

    it("offers a quick fix for it; the caret is where words are to be filled in, and the finding goes", async () => {
      const editor = await open("pump.ward");
      place(editor, "flow |Adjust");
      const offered = (): Promise<string[]> =>
        until("the menu of fixes is open", async () => {
          await focus();
          await page.press(`${control}+Period`);
          for (let look = 0; look < 20; look++) {
            const rows = await page.read(".action-widget .monaco-list-row");
            if (rows.some((row) => row.includes("control"))) return { value: rows.map((row) => row.replaceAll("\u00a0", " ")) };
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
          return { seen: "no menu" };
        });
      // The editor closes the menu when the text or its findings change under it; then it is opened again, as a person would.
      await until("a control is written", async () => {
        const rows = await offered();
        await page.picture("quick-fix");
        // The gravest finding comes first, with a way to answer it.
        const wanted = rows.find((one) => one.startsWith("Add a control with"))?.split("\n")[0] ?? "";
        const measure = /`(\w+)`/.exec(wanted)?.[1] ?? "";
        const isWritten = new RegExp(`control \\w+ "[^"]+" : ${measure} \\{\\s+protects: Adjust\\s`);
        try {
          await page.click(".action-widget .monaco-list-row", wanted);
        } catch (error) {
          return { seen: (error as Error).message };
        }
        for (let look = 0; look < 25; look++) {
          if (isWritten.test(editor.document.getText())) return { value: true };
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        return { seen: editor.document.getText() };
      });
      await findings("pump.ward", "has the threat as planned only", (all) => !all.some(isOpen) && all.some(isPlanned));
      await until("the title is selected", () => {
        const { document, selection } = shown(editor);
        const before = document.lineAt(selection.start.line).text.slice(0, selection.start.character);
        const chosen = !selection.isEmpty && /^control \w+ "$/.test(before);
        return chosen ? { value: true } : { seen: [before, document.getText(selection)] };
      });
      await focus();
      await page.type("Orders are signed");
      place(editor, "status: |planned");
      await vscode.commands.executeCommand("editor.action.addSelectionToNextFindMatch");
      await page.type("implemented");
      await page.press("Escape");
      await findings("pump.ward", "has no finding on that threat", (all) => !all.some((one) => isOpen(one) || isPlanned(one)));
      assert.match(editor.document.getText(), /"Orders are signed" : \w+ \{\s+protects: Adjust\s+status: implemented\s/);
      await problems();
      // What answers it may stand at one layer only, which is another finding.
      await misses(problemRows, new RegExp(`${threat}: .Adjust. has`));
      await page.sees(problemRows, /Adjust/);
      await page.picture("quick-fix-taken");
      await vscode.commands.executeCommand("problems.action.clearFilterText");
    });

    it("keeps the other findings while a line is broken", async () => {
      await restore();
      const editor = await open("pump.ward", "  carries: |Status");
      const stays = (all: vscode.Diagnostic[]) => all.filter((one) => codeOf(one) === "uncovered-threat" && !about("ReportStatus")(one));
      const before = await findings("pump.ward", "is as on disk", (all) => stays(all).length > 0 && !all.some(about("Adjust")));
      await focus();
      await page.type("} = (");
      await page.press("Escape");
      const broken = await findings("pump.ward", "has a syntax error", (all) => all.some((one) => codeOf(one) === "syntax-error"));
      assert.ok(editor.document.isDirty);
      const messages = stays(broken).map((one) => one.message);
      for (const one of stays(before)) assert.ok(messages.includes(one.message), `is gone: ${one.message}`);
    });
  });
}
