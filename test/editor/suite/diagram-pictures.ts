// The diagrams of the samples in the editor's themes: they are drawn whole, in colours that follow the theme. The pictures are for people.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension } from "./workspace.ts";

const samples = {
  "infusion-pump": "pump.ward",
  "glucose-monitor": "monitor.ward",
  "ct-scanner": "scanner.ward",
  "ivd-analyser": "analyser.ward",
  "cardiac-implant": "implant.ward",
};
const themes = { light: "Light Modern", dark: "Dark Modern", "high-contrast": "Default High Contrast" };

/** Defines the cases. */
export function diagramPictureCases(): void {
  describe("diagram: samples", () => {
    const workbench = vscode.workspace.getConfiguration("workbench");
    const earlier = workbench.get<string>("colorTheme");

    before(async () => {
      await extension();
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
    });
    after(async () => {
      await workbench.update("colorTheme", earlier, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    });

    for (const [sample, file] of Object.entries(samples)) {
      it(`draws ${sample} in light, dark and high contrast`, async function () {
        this.timeout(180_000);
        const { extensionPath } = await extension();
        const uri = vscode.Uri.file(join(extensionPath, "samples", sample, file));
        await vscode.commands.executeCommand("workbench.action.closeAllEditors");
        await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
        await vscode.commands.executeCommand("ward.openDiagram");
        await until(
          "it is drawn",
          async () => {
            const found = await page.inspect(".sheet [data-id]");
            return found.length > 3 ? { value: true } : { seen: found.length };
          },
          100_000,
        );
        const backgrounds = new Set<string>();
        for (const [name, theme] of Object.entries(themes)) {
          await workbench.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
          await until("the page has the theme", async () => {
            const [body] = await page.inspect("body:has(.canvas)");
            const kind = body?.attributes["data-vscode-theme-kind"];
            return kind === `vscode-${name}` ? { value: true } : { seen: kind };
          });
          const [root] = await page.inspect("html:has(.canvas)");
          backgrounds.add(/--vscode-editor-background: ([^;]+)/.exec(root?.attributes.style ?? "")?.[1] ?? "none");
          await new Promise((resolve) => setTimeout(resolve, 500));
          await page.picture(`sample-${sample}-${name}`);
        }
        assert.equal(backgrounds.size, 3, [...backgrounds].join());
      });
    }
  });
}
