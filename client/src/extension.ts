// The extension for desktop VS Code: starts and stops, nothing else. The server runs in a process of its own.
import * as vscode from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { clientOptions, activateWith } from "./activate.ts";

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.ward` file is opened or a command of Ward is used. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  const output = vscode.window.createOutputChannel("Ward", { log: true });
  const client = new LanguageClient("ward", "Ward", server, clientOptions(output, {}));
  stop = await activateWith(context, client, output);
}

/** Called by VS Code when the extension is switched off. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
