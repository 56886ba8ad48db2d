// Goes from a panel to a place in the text: in the editor that shows it, else beside the panel.
import * as vscode from "vscode";
import type { WirePlace } from "../../../server/src/lsp/protocol.ts";

/** Shows a place; the focus stays in the panel unless it is asked for. */
export async function showPlace(place: WirePlace, panel: vscode.WebviewPanel, focus: boolean): Promise<void> {
  const { start, end } = place.range;
  const uri = vscode.Uri.parse(place.uri);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const other = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === "ward");
  const beside = panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? other?.viewColumn ?? beside,
    preserveFocus: !focus,
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}
