// The extension for VS Code in a browser and for virtual workspaces: the server runs in a worker, and gets its files
// from here.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith, clientOptions } from "./activate.ts";
import { sendFiles } from "./files.ts";

// The one thing used of the browser; its whole library of types would clash with Node's.
declare const Worker: new (address: string) => never;

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.ward` file is opened or a command of Ward is used. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, "dist/server-web.js").toString(true));
  const output = vscode.window.createOutputChannel("Ward", { log: true });
  const client = new LanguageClient("ward", "Ward", clientOptions(output, { virtual: true }), worker);
  stop = await activateWith(context, client, output);
  await sendFiles(context, client);
}

/** Called by VS Code when the extension is switched off. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
