// What both extensions do: start the client, register commands, views, status and the documents that the server gives.
import type * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type ChangedParams, catalogueScheme, changedNotification, type InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { registerCatalogueDocuments } from "./catalogue.ts";
import { registerCommands } from "./commands/index.ts";
import { registerExplanations } from "./explanation.ts";
import { createStatus } from "./status.ts";
import { traceChannel } from "./trace.ts";
import { registerRequirementView } from "./views/requirements.ts";
import { ModelStore } from "./views/store.ts";
import { registerThreatView } from "./views/threats.ts";

/** How the client talks to the server: which documents, where it logs. */
export function clientOptions(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  initializationOptions: InitializationOptions,
): LanguageClientOptions {
  return {
    documentSelector: [{ language: "ward" }, { scheme: catalogueScheme }],
    outputChannel: output,
    traceOutputChannel: traceChannel(context, output),
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
  output.info(`Ward ${context.extension.packageJSON.version}`);
  const store = new ModelStore(client);
  const status = createStatus(client);
  context.subscriptions.push(output, status.item, store);
  client.onNotification(changedNotification, (counts: ChangedParams) => {
    status.show(counts);
    store.changed();
  });
  registerCatalogueDocuments(context, client);
  registerExplanations(context, client, store);
  const threats = registerThreatView(context, store);
  registerRequirementView(context, store);
  registerCommands({ extension: context, client, store, threats, output });
  await client.start();
  return () => client.stop();
}
