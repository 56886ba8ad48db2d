// "Explain": why a threat or requirement stands as it does, as a Markdown preview.
import * as vscode from "vscode";
import { explainRequest } from "../../../server/src/lsp/protocol.ts";
import type { ThreatRow } from "../views/threats.ts";
import type { CommandContext } from "./index.ts";

/** Explains the given instance, or asks which. */
export async function explainThreat({ client, store }: CommandContext, target?: ThreatRow | string): Promise<void> {
  const id = typeof target === "string" ? target : target?.row === "threat" ? target.threat.id : await choose(store);
  if (id === undefined) return;
  const markdown = await client.sendRequest<string | null>(explainRequest, { id });
  if (markdown === null) {
    await vscode.window.showWarningMessage(`Nothing in this workspace is called ${id}.`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: markdown });
  await vscode.commands.executeCommand("markdown.showPreview", document.uri);
}

async function choose(store: CommandContext["store"]): Promise<string | undefined> {
  const models = await store.get();
  const items = models.flatMap((model) => [
    ...model.threats.map((one) => ({ label: one.title, description: `${one.element} · ${one.state}`, detail: one.id, id: one.id })),
    ...model.requirements.map((one) => ({ label: one.title, description: `${one.place} · ${one.state}`, detail: one.id, id: one.id })),
  ]);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Threat or requirement to explain", matchOnDescription: true, matchOnDetail: true });
  return chosen?.id;
}
