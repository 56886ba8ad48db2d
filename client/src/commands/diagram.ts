// Commands about diagrams: opening a panel and writing a view into a file.
import * as vscode from "vscode";
import { exportDiagram } from "../preview/export.ts";
import { modelFile } from "./active.ts";
import type { CommandContext } from "./index.ts";

/** Opens the diagram of the active model beside the text. */
export async function openDiagramToSide(context: CommandContext, uri?: vscode.Uri): Promise<void> {
  const document = await modelFile(uri);
  if (document) (await context.preview.panels()).show(document, vscode.ViewColumn.Beside);
}

/** Opens the diagram of the active model in the active group. */
export async function openDiagram(context: CommandContext, uri?: vscode.Uri): Promise<void> {
  const document = await modelFile(uri);
  if (document) (await context.preview.panels()).show(document, vscode.ViewColumn.Active);
}

/** Opens one more panel, for another view or another model. */
export async function openAnotherDiagram(context: CommandContext, uri?: vscode.Uri): Promise<void> {
  const document = await modelFile(uri);
  if (document) (await context.preview.panels()).add(document, vscode.ViewColumn.Beside, true);
}

/** Writes the view of the panel that is looked at, or the whole model of the active document. Other commands may give the answers. */
export async function writeDiagram(
  context: CommandContext,
  answers?: { readonly format?: string; readonly target?: vscode.Uri },
): Promise<void> {
  const panel = (await context.preview.panels()).active();
  if (panel) return await panel.export(answers?.format, answers?.target);
  const document = await modelFile(undefined);
  if (document) await exportDiagram(context.client, { uri: document.toString() }, answers?.format, answers?.target);
}
