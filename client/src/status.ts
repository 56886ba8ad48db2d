// The status-bar item: how many threats are open and assumptions missing, and whether the server runs.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { ChangedParams } from "../../server/src/lsp/protocol.ts";

/** The item and how to give it new counts. */
export interface Status {
  readonly item: vscode.Disposable;
  readonly show: (counts: ChangedParams) => void;
}

/** Makes the item; it is shown beside `.ward` files only. */
export function createStatus(client: BaseLanguageClient): Status {
  const item = vscode.languages.createLanguageStatusItem("ward.status", [{ language: "ward" }]);
  item.name = "Ward";
  item.text = "Ward";
  item.busy = true;
  const state = client.onDidChangeState(({ newState }) => {
    item.busy = newState === State.Starting;
    if (newState !== State.Stopped) return;
    item.text = "Ward has stopped";
    item.severity = vscode.LanguageStatusSeverity.Error;
    item.command = { title: "Restart", command: "ward.restartServer" };
  });
  return {
    item: vscode.Disposable.from(item, state),
    show: ({ open, missing, errors, models }) => {
      item.busy = false;
      item.text = models === 0 ? "Ward: no model" : `$(shield) ${open} open, ${missing} missing`;
      item.detail = `${open} open ${open === 1 ? "threat" : "threats"}, ${missing} missing ${missing === 1 ? "assumption" : "assumptions"} in ${models} ${models === 1 ? "model" : "models"}`;
      item.severity = errors > 0 ? vscode.LanguageStatusSeverity.Error : open + missing > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
      item.command = { title: "Show threats", command: "ward.threats.focus" };
    },
  };
}
