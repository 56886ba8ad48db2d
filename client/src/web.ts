// The extension for VS Code in a browser: the server runs in a worker, and gets its files from here.
import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import type { Layout } from "../../server/src/diagram/types.ts";
import { type LayoutParams, layoutRequest } from "../../server/src/lsp/protocol.ts";
import { type Api, activateWith, clientOptions } from "./activate.ts";
import { sendFiles } from "./files.ts";
import { Layouts } from "./layouts.ts";

// The one thing used of the browser; its whole library of types would clash with Node's.
declare const Worker: new (address: string) => { terminate(): void };

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code when a `.ward` file is opened or a command or view of Ward is used. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const addressOf = (name: string): string => vscode.Uri.joinPath(context.extensionUri, "dist", name).toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  // Each start gets a new worker: a server that was told to exit does not start again in the old one. The client would make the
  // transports itself, but does not know a worker of VS Code's, which is of another class, as one.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(addressOf("server.js"));
    return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
  };
  const output = vscode.window.createOutputChannel("Ward", { log: true });
  const options = { virtual: true, documents: addressOf("documents.cjs") };
  const client = new LanguageClient("ward", "Ward", start, clientOptions(context, output, options));
  const layouts = new Layouts(addressOf("layout-web.js"), addressOf("layout.cjs"));
  context.subscriptions.push(layouts);
  client.onRequest<Layout | "overrun", void>(layoutRequest, (params: LayoutParams) => layouts.run(params));
  sendFiles(context, client, output);
  const { stop: end, api } = await activateWith(context, client, output);
  stop = end;
  return api;
}

/** Called by VS Code when the extension is switched off. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
