// The status bar: how many threats are open and assumptions missing. And the language status, which says whether the server runs.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { ChangedParams } from "../../server/src/lsp/protocol.ts";

/** The items and how to give them new counts. */
export interface Status {
  readonly item: vscode.Disposable;
  readonly show: (counts: ChangedParams) => void;
}

/** Makes the items: one in the status bar while there is a model, one in the language status beside `.ward` files. */
export function createStatus(client: BaseLanguageClient): Status {
  const counts = vscode.window.createStatusBarItem("ward.counts", vscode.StatusBarAlignment.Left, 40);
  counts.name = "Ward";
  counts.command = "ward.threats.focus";
  const server = vscode.languages.createLanguageStatusItem("ward.server", [{ language: "ward" }]);
  server.name = "Ward language server";
  const follow = (state: State): void => {
    server.busy = state === State.Starting;
    server.text = state === State.Stopped ? "Ward has stopped" : state === State.Starting ? "Ward is starting" : "Ward is running";
    server.severity = state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    server.command =
      state === State.Stopped ? { title: "Restart", command: "ward.restartServer" } : { title: "Log", command: "ward.showLog" };
  };
  follow(State.Starting);
  return {
    item: vscode.Disposable.from(
      counts,
      server,
      client.onDidChangeState(({ newState }) => follow(newState)),
    ),
    show: ({ open, missing, errors, models }) => {
      counts.text = `$(shield) ${open} open, ${missing} missing`;
      const words = [counted(open, "open threat"), counted(missing, "missing assumption"), counted(errors, "error")].join(", ");
      counts.tooltip = `Ward: ${words} in ${counted(models, "model")}. Click to show the threats.`;
      counts.accessibilityInformation = { label: `Ward: ${words}` };
      if (models > 0) counts.show();
      else counts.hide();
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
