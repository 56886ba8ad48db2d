// What the views show, asked from the server once for each change that someone looks at.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { modelsRequest, type WireModel } from "../../../server/src/lsp/protocol.ts";

/** The models of the workspace as of the last change. */
export class ModelStore implements vscode.Disposable {
  private readonly client: BaseLanguageClient;
  private readonly emitter = new vscode.EventEmitter<void>();
  private models: Promise<readonly WireModel[]> | undefined;
  /** Fires when the models changed. */
  readonly onDidChange = this.emitter.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** The server said that something changed. */
  changed(): void {
    this.models = undefined;
    this.emitter.fire();
  }

  /** The models; an empty list while the server is not there. */
  get(): Promise<readonly WireModel[]> {
    this.models ??= this.client.isRunning() ? this.client.sendRequest<readonly WireModel[]>(modelsRequest) : Promise.resolve([]);
    return this.models;
  }

  dispose(): void {
    this.emitter.dispose();
  }
}

/** Opens a document at a range. */
export function openAt(uri: string, range: { start: { line: number; character: number }; end: { line: number; character: number } }): vscode.Command {
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return { title: "Open", command: "vscode.open", arguments: [vscode.Uri.parse(uri), { selection }] };
}
