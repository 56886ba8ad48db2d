// "Check workspace": says what stands open, and shows the problems.
import * as vscode from "vscode";
import type { CommandContext } from "./index.ts";

/** Tells the counts of all models and opens the Problems panel. */
export async function checkWorkspace({ store }: CommandContext): Promise<void> {
  const models = await store.get();
  // Not the command of the menu, which closes the view when it is open already.
  await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  if (models.length === 0) {
    const start = "New model";
    const chosen = await vscode.window.showInformationMessage("There is no Ward model in this workspace.", start);
    if (chosen === start) await vscode.commands.executeCommand("ward.newModel");
    return;
  }
  const open = models.flatMap((model) => model.threats).filter((one) => one.state === "open").length;
  const missing = models.flatMap((model) => model.requirements).filter((one) => one.state === "missing").length;
  const where = models.length === 1 ? (models[0]?.title ?? "the model") : `${models.length} models`;
  vscode.window.setStatusBarMessage(`Ward: ${open} open threats and ${missing} missing assumptions in ${where}`, 8000);
}
