// The files of the workspace under test: opening them, their findings, and putting them back.
import * as vscode from "vscode";
import { until } from "./wait.ts";

const files = ["pump.ward", "clinic.ward"];

/** The address of a file of the workspace. */
export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file in the editor, with the cursor before a text, or at the start. */
export async function open(name: string, at?: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf(name));
  if (at !== undefined) place(editor, at);
  return editor;
}

/** The editor that shows a document now: VS Code may put a new one in the place of the one that it gave before. */
export function shown(given: vscode.TextEditor): vscode.TextEditor {
  return vscode.window.visibleTextEditors.find(({ document }) => document === given.document) ?? given;
}

/** Puts the cursor before a text; `|` in it marks the place inside. */
export function place(given: vscode.TextEditor, text: string): vscode.Position {
  const editor = shown(given);
  const inside = Math.max(text.indexOf("|"), 0);
  const index = editor.document.getText().indexOf(text.replace("|", ""));
  if (index < 0) throw new Error(`${text} is not in ${editor.document.uri.path}`);
  const position = editor.document.positionAt(index + inside);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter);
  return position;
}

/** Waits until the findings of a file are as wanted; gives them. */
export function findings(name: string, what: string, fits: (all: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return until(`${name} ${what}`, () => {
    const all = vscode.languages.getDiagnostics(uriOf(name));
    return fits(all) ? { value: all } : { seen: all.map((one) => `${codeOf(one)}: ${one.message.split("\n")[0]}`) };
  });
}

/** The code of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** The extension under test, running. */
export async function extension(): Promise<vscode.Extension<Api>> {
  const found = vscode.extensions.getExtension<Api>("ward.ward");
  if (found === undefined) throw new Error("the extension is not there");
  await found.activate();
  return found;
}

/** What the extension gives to tests. */
export interface Api {
  readonly serverProcess: () => number | undefined;
  readonly diagrams: () => readonly {
    readonly title: string;
    readonly painted: { readonly serial: number; readonly at: number; readonly moved: boolean };
  }[];
}

/** The document that was made from a template, once it is shown. */
export function newModel(): Promise<vscode.TextDocument> {
  return until("the new model is shown", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.path.endsWith("/model.ward") ? { value: document } : { seen: document?.uri.path };
  });
}

/** Throws away what was changed and not saved, and closes all editors. */
export async function restore(): Promise<void> {
  for (const name of files) {
    const document = await vscode.workspace.openTextDocument(uriOf(name));
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  // The filter of the Problems panel stays with the panel, and is cleared where the panel is at hand.
  await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  await vscode.commands.executeCommand("problems.action.clearFilterText");
  // The panel takes an emptied filter in after a moment, and not when it is closed before.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await vscode.commands.executeCommand("workbench.action.closePanel");
}
