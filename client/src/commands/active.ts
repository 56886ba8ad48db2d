// The model that a command is about.
import * as vscode from "vscode";

/** The document given, else the active or a visible one of Ward, else the first model of the workspace. */
export async function modelFile(given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const shown = editors.find(({ document }) => document.languageId === "ward");
  if (shown) return shown.document.uri;
  const [file] = await vscode.workspace.findFiles("**/*.ward", "**/node_modules/**", 1);
  if (file === undefined) await vscode.window.showInformationMessage("There is no Ward model in this workspace.");
  return file;
}
