// The extension for desktop VS Code and remote hosts: starts and stops, nothing else. The server runs in a process of its own.
import * as vscode from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { activateWith, clientOptions, type Api as SharedApi } from "./activate.ts";
import { isVirtual, sendFiles } from "./files.ts";

let stop: (() => Promise<void>) | undefined;

/** What other extensions, and the tests, can ask. */
interface Api extends SharedApi {
  /** The process of the language server, while it runs. */
  readonly serverProcess: () => number | undefined;
}

/** Called by VS Code when a `.ward` file is opened or a command or view of Ward is used. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath("dist/server.js");
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  const output = vscode.window.createOutputChannel("Ward", { log: true });
  const virtual = isVirtual();
  const client = new LanguageClient("ward", "Ward", server, clientOptions(context, output, { virtual }));
  if (virtual) sendFiles(context, client, output);
  const { stop: end, api } = await activateWith(context, client, output);
  stop = end;
  return { ...api, serverProcess: () => client.serverProcess?.pid };
}

/** Called by VS Code when the extension is switched off. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
