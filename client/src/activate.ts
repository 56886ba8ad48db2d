// What both extensions do: start the client, register commands, views, status and the documents that the server gives.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type ChangedParams, catalogueScheme, changedNotification, type InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { registerCatalogueDocuments } from "./catalogue.ts";
import { registerCommands } from "./commands/index.ts";
import { type DocumentInfo, DocumentPreview } from "./documents/index.ts";
import { registerExplanations } from "./explanation.ts";
import { type PanelInfo, Preview } from "./preview/index.ts";
import { extendMarkdownIt, type MarkdownIt } from "./preview/markdown.ts";
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

/** What the extension gives to others: VS Code's Markdown preview, and the tests. */
export interface Api {
  /** Called by the Markdown preview: fenced blocks of the language become diagrams. */
  readonly extendMarkdownIt: <Reader extends MarkdownIt>(reader: Reader) => Reader;
  /** The diagram panels that are open. */
  readonly diagrams: () => readonly PanelInfo[];
  /** The document panels that are open. */
  readonly documents: () => readonly DocumentInfo[];
}

/** Starts everything; the result stops it, and has what others can use. */
export async function activateWith(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
): Promise<{ readonly stop: () => Promise<void>; readonly api: Api }> {
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
  const preview = new Preview({ extension: context, client, store, output });
  const documents = new DocumentPreview({ extension: context, client, store, output });
  registerCommands({ extension: context, client, store, threats, preview, documents, output });
  await startWhenWanted(context, client);
  return {
    stop: () => client.stop(),
    api: {
      extendMarkdownIt: (reader) => extendMarkdownIt(reader, client),
      diagrams: () => preview.open(),
      documents: () => documents.open(),
    },
  };
}

// VS Code activates the extension for every Markdown preview as well. The server is started when there is a model, or something asks.
async function startWhenWanted(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const isModel = ({ languageId }: vscode.TextDocument): boolean => languageId === "ward";
  if (vscode.workspace.textDocuments.some(isModel)) return await client.start();
  const pattern = "**/*.ward";
  const start = (): void => void (client.needsStart() && client.start());
  const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(start),
    vscode.workspace.onDidOpenTextDocument((document) => isModel(document) && start()),
  );
  const [model] = await vscode.workspace.findFiles(pattern, "**/node_modules/**", 1);
  if (model) await client.start();
}
