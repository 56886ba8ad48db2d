// Files for a server that cannot read them itself: all models of the workspace when it starts, and every change afterwards.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type FilesParams, filesNotification } from "../../server/src/lsp/protocol.ts";

const pattern = "**/{*.ward,ward.json,.gitignore}";

/** Whether a folder of the workspace is not on a disk: on a code host, in an archive. */
export function isVirtual(): boolean {
  return vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme !== "file") === true;
}

/** Sends files and keeps them up to date until the extension stops; a server that was started again gets all of them again. */
export function sendFiles(context: vscode.ExtensionContext, client: BaseLanguageClient, output: vscode.LogOutputChannel): void {
  const send = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const files = await Promise.all(uris.map(read));
    if (client.isRunning()) await client.sendNotification(filesNotification, { files } satisfies FilesParams);
  };
  const sendAll = async (): Promise<void> => {
    const uris = await vscode.workspace.findFiles(pattern, "**/node_modules/**");
    await send(uris);
  };
  const attempt = (work: Promise<void>): void =>
    void work.catch((error: Error) => output.error(`Reading the workspace failed: ${error.message}`));
  const changed = (uri: vscode.Uri): void => attempt(send([uri]));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
    // Of a folder that is deleted, the watcher names no file.
    vscode.workspace.onDidDeleteFiles(({ files }) => attempt(send(files))),
    vscode.workspace.onDidChangeWorkspaceFolders(() => attempt(sendAll())),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) attempt(sendAll());
    }),
  );
}

/** A file with its text; without text when it is gone. */
async function read(uri: vscode.Uri): Promise<FilesParams["files"][number]> {
  try {
    return { uri: uri.toString(), text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    return { uri: uri.toString() };
  }
}
