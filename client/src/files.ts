// Files for a server without file system: all models of the workspace once, and every change afterwards.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type FilesParams, filesNotification } from "../../server/src/lsp/protocol.ts";

const pattern = "**/{*.ward,ward.json,.gitignore}";

/** Sends the workspace's files and keeps them up to date until the extension stops. */
export async function sendFiles(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const send = (files: FilesParams["files"]): Promise<void> => client.sendNotification(filesNotification, { files } satisfies FilesParams);
  const read = async (uri: vscode.Uri): Promise<FilesParams["files"][number]> => {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { uri: uri.toString(), text: new TextDecoder().decode(bytes) };
  };
  const uris = await vscode.workspace.findFiles(pattern, "**/node_modules/**");
  await send(await Promise.all(uris.map(read)));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const changed = async (uri: vscode.Uri): Promise<void> => send([await read(uri)]);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete((uri) => send([{ uri: uri.toString() }])),
  );
}
