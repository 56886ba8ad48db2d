// The list of commands: a new one is one file and one line here.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ModelStore } from "../views/store.ts";
import { checkWorkspace } from "./check.ts";
import { openDocumentation } from "./documentation.ts";
import { explainThreat } from "./explain.ts";
import { newModel } from "./new-model.ts";
import { select, showReferences, showThreats } from "./places.ts";

/** What a command may use. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly store: ModelStore;
}

type Command = (context: CommandContext, ...parameters: never[]) => Promise<void> | void;

const commands: Readonly<Record<string, Command>> = {
  "ward.newModel": newModel,
  "ward.checkWorkspace": checkWorkspace,
  "ward.explain": explainThreat,
  "ward.openDocumentation": openDocumentation,
  "ward.showThreats": showThreats,
  "ward.showReferences": showReferences,
  "ward.select": select,
};

/** Registers all commands. */
export function registerCommands(extension: vscode.ExtensionContext, client: BaseLanguageClient, store: ModelStore, output: vscode.LogOutputChannel): void {
  const context: CommandContext = { extension, client, store };
  for (const [name, run] of Object.entries(commands)) {
    extension.subscriptions.push(vscode.commands.registerCommand(name, (...parameters: never[]) => run(context, ...parameters)));
  }
  extension.subscriptions.push(
    vscode.commands.registerCommand("ward.restartServer", async () => {
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand("ward.showLog", () => output.show()),
  );
}
