// "New model from template": writes a starting model that checks, and opens it.
import * as vscode from "vscode";
import type { CommandContext } from "./index.ts";

const templates = [
  { label: "Infusion pump", description: "networked device in a hospital", name: "pump" },
  { label: "Imaging system", description: "DICOM, workstation, archive", name: "imaging" },
  { label: "Wearable", description: "sensor, phone app, cloud", name: "wearable" },
  { label: "In vitro diagnostic", description: "analyser in a laboratory", name: "ivd" },
  { label: "Implant", description: "implant, programmer, home monitor", name: "implant" },
];

/** Asks for a template, and for the folder where there are several; never overwrites a file. */
export async function newModel({ extension }: CommandContext): Promise<void> {
  const template = await vscode.window.showQuickPick(templates, { placeHolder: "What is the device?", matchOnDescription: true });
  if (template === undefined) return;
  const source = vscode.Uri.joinPath(extension.extensionUri, "server/templates", `${template.name}.ward`);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (folders.length > 1 && folder === undefined) return;
  if (folder === undefined || vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "ward", content: text }));
    return;
  }
  const target = await freeName(folder.uri);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  // Not `showTextDocument`: that keeps the document alive for minutes, even when the file is deleted and its editor closed.
  await vscode.commands.executeCommand("vscode.open", target);
}

async function freeName(folder: vscode.Uri): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const uri = vscode.Uri.joinPath(folder, count === 1 ? "model.ward" : `model-${count}.ward`);
    const exists = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!exists) return uri;
  }
}
