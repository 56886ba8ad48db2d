// The list of commands: a new one is one file and one line here.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { DocumentPreview } from "../documents/index.ts";
import type { Preview } from "../preview/index.ts";
import type { ModelStore } from "../views/store.ts";
import type { ThreatView } from "../views/threats.ts";
import { checkWorkspace } from "./check.ts";
import { openAnotherDiagram, openDiagram, openDiagramToSide, writeDiagram } from "./diagram.ts";
import { openDocumentation } from "./documentation.ts";
import { openDocument, writeDocuments } from "./documents.ts";
import { explain } from "./explain.ts";
import { newModel } from "./new-model.ts";
import { select, showReferences, showThreats } from "./places.ts";
import { restartServer, showLog } from "./server.ts";

/** What a command may use. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly store: ModelStore;
  readonly threats: ThreatView;
  readonly preview: Preview;
  readonly documents: DocumentPreview;
  readonly output: vscode.LogOutputChannel;
}

type Command = (context: CommandContext, ...parameters: never[]) => Promise<void> | void;

const commands: Readonly<Record<string, Command>> = {
  "ward.newModel": newModel,
  "ward.checkWorkspace": checkWorkspace,
  "ward.explain": explain,
  "ward.openDiagram": openDiagram,
  "ward.openDiagramToSide": openDiagramToSide,
  "ward.openAnotherDiagram": openAnotherDiagram,
  "ward.exportDiagram": writeDiagram,
  "ward.openDocument": openDocument,
  "ward.writeDocuments": writeDocuments,
  "ward.openDocumentation": openDocumentation,
  "ward.restartServer": restartServer,
  "ward.showLog": showLog,
  "ward.showThreats": showThreats,
  "ward.showReferences": showReferences,
  "ward.select": select,
};

/** Registers all commands. */
export function registerCommands(context: CommandContext): void {
  for (const [name, run] of Object.entries(commands)) {
    const command = vscode.commands.registerCommand(name, (...parameters: never[]) => run(context, ...parameters));
    context.extension.subscriptions.push(command);
  }
}
