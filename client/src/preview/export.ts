// Writes a view into a file: the bytes come from the server, which makes them as the command line does.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type DiagramExportParams, type DiagramExportResult, diagramExportRequest } from "../../../server/src/lsp/protocol.ts";

const formats = [
  { label: "SVG", description: "picture for documents and the web", format: "svg", extension: "svg" },
  { label: "PNG", description: "picture in pixels", format: "png", extension: "png" },
  { label: "draw.io", description: "to edit further", format: "drawio", extension: "drawio" },
  { label: "Mermaid", description: "text for Markdown", format: "mermaid", extension: "mmd" },
  { label: "JSON", description: "elements with their positions, for programs", format: "json", extension: "json" },
];

/** Asks for format and file where they are not given, and writes. */
export async function exportDiagram(
  client: BaseLanguageClient,
  view: Omit<DiagramExportParams, "format">,
  format?: string,
  target?: vscode.Uri,
): Promise<void> {
  const chosen = formats.find((one) => one.format === format) ?? (await vscode.window.showQuickPick(formats, { placeHolder: "Format" }));
  if (chosen === undefined) return;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      defaultUri: suggested(view, chosen.extension),
      filters: { [chosen.label]: [chosen.extension] },
    }));
  if (uri === undefined) return;
  const params: DiagramExportParams = { ...view, format: chosen.format };
  const progress = { location: vscode.ProgressLocation.Window, title: `Writing ${chosen.label}` };
  const result = await vscode.window.withProgress(progress, () => client.sendRequest<DiagramExportResult>(diagramExportRequest, params));
  if ("problem" in result) return void vscode.window.showErrorMessage(`The diagram cannot be written: ${result.problem}`);
  await vscode.workspace.fs.writeFile(uri, bytesOf(result.base64));
  const open = "Open";
  if (target) return;
  const answer = await vscode.window.showInformationMessage(`The diagram is in ${vscode.workspace.asRelativePath(uri)}.`, open);
  if (answer === open) await vscode.commands.executeCommand("vscode.open", uri);
}

function suggested({ uri, model, view }: Omit<DiagramExportParams, "format">, extension: string): vscode.Uri {
  const name = [model ?? "diagram", view ?? "full"].join("-").replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return vscode.Uri.joinPath(vscode.Uri.parse(uri), "..", `${name}.${extension}`);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
