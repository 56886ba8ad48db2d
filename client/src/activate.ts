// What both extensions do: start the client, register commands, views, the status bar and the catalogue's documents.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { catalogueScheme, type ChangedParams, changedNotification, type InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { registerCatalogueDocuments } from "./catalogue.ts";
import { registerCommands } from "./commands/index.ts";
import { createStatus } from "./status.ts";
import { ModelStore } from "./views/store.ts";
import { registerRequirementView } from "./views/requirements.ts";
import { registerThreatView } from "./views/threats.ts";

/** How the client talks to the server: which documents, where it logs. */
export function clientOptions(output: vscode.LogOutputChannel, initializationOptions: InitializationOptions): LanguageClientOptions {
  return {
    documentSelector: [{ language: "ward" }, { scheme: catalogueScheme }],
    outputChannel: output,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    markdown: { isTrusted: false, supportHtml: false },
    connectionOptions: { maxRestartCount: 5 },
  };
}

/** Starts everything; the result stops it. */
export async function activateWith(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
): Promise<() => Promise<void>> {
  const store = new ModelStore(client);
  const status = createStatus(client);
  context.subscriptions.push(output, status.item, store);
  client.onNotification(changedNotification, (counts: ChangedParams) => {
    status.show(counts);
    store.changed();
  });
  registerCatalogueDocuments(context, client);
  registerThreatView(context, store);
  registerRequirementView(context, store);
  registerCommands(context, client, store, output);
  await client.start();
  return () => client.stop();
}
