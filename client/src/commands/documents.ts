// Commands about documents: showing one beside the text, and writing all of them into a folder.
import * as vscode from "vscode";
import { type DocumentKind, type DocumentKindsResult, documentKindsRequest } from "../../../server/src/lsp/protocol.ts";
import type { WriteAnswers } from "../documents/write.ts";
import { modelFile } from "./active.ts";
import type { CommandContext } from "./index.ts";

/** Shows a document of the active model beside the text; asks which where it is not given. A menu gives things of its own after the file. */
export async function openDocument(context: CommandContext, uri?: vscode.Uri, kind?: unknown): Promise<void> {
  const file = await modelFile(uri);
  if (file === undefined) return;
  const chosen = typeof kind === "string" ? kind : await chooseKind(context, file);
  if (chosen !== undefined) (await context.documents.panels()).show(file, chosen, vscode.ViewColumn.Beside);
}

/** Writes all documents of the active model. Other commands may give the answers to what it asks. */
export async function writeDocuments(context: CommandContext, uri?: vscode.Uri, answers?: WriteAnswers): Promise<void> {
  const given = uri instanceof vscode.Uri && uri.path.endsWith(".ward") ? uri : undefined;
  const panel = given ? undefined : (await context.documents.panels()).active();
  const file = panel?.uri ?? (await modelFile(given));
  if (file === undefined) return;
  const { writeDocuments: write } = await import("../documents/write.ts");
  await write(context, { uri: file.toString(), ...(panel?.model === undefined ? {} : { model: panel.model }) }, answers);
}

// What the model says that it is for comes first.
async function chooseKind({ client }: CommandContext, uri: vscode.Uri): Promise<string | undefined> {
  const asked = client.sendRequest<DocumentKindsResult>(documentKindsRequest, { uri: uri.toString() });
  const items = asked.then(({ kinds }) => {
    const rows = (wanted: boolean) => kinds.filter((one) => one.wanted === wanted).map(rowOf);
    const [own, others] = [rows(true), rows(false)];
    return own.length === 0 ? others : [separator("Written from this model"), ...own, separator("Others"), ...others];
  });
  const options = { placeHolder: "Document to show", matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick<Row>(items, options))?.document;
}

interface Row extends vscode.QuickPickItem {
  readonly document?: string;
}

const rowOf = ({ kind, title, purpose }: DocumentKind): Row => ({ label: title, description: kind, detail: purpose, document: kind });
const separator = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
