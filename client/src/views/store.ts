// What the views show, asked from the server once for each change that someone looks at.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { modelsRequest, type WireModel } from "../../../server/src/lsp/protocol.ts";

/** The models of the workspace as of the last change. */
export class ModelStore implements vscode.Disposable {
  private readonly client: BaseLanguageClient;
  private readonly emitter = new vscode.EventEmitter<void>();
  private readonly state: vscode.Disposable;
  private models: Promise<readonly WireModel[]> | undefined;
  private known: readonly WireModel[] = [];
  /** Fires when the models changed. */
  readonly onDidChange = this.emitter.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
    this.state = client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.changed();
    });
  }

  /** The server said that something changed. */
  changed(): void {
    this.models = undefined;
    this.emitter.fire();
  }

  /** The models. While the server is away they are as they were: a view that is emptied and filled again loses its place. */
  get(): Promise<readonly WireModel[]> {
    // Asking would start a server that nothing else wants yet.
    if (this.client.state === State.Stopped) return Promise.resolve(this.known);
    this.models ??= this.ask();
    return this.models;
  }

  private async ask(): Promise<readonly WireModel[]> {
    try {
      this.known = await this.client.sendRequest<readonly WireModel[]>(modelsRequest);
    } catch {
      this.models = undefined;
    }
    return this.known;
  }

  dispose(): void {
    this.state.dispose();
    this.emitter.dispose();
  }
}

/** Opens a document at a range. */
export function openAt(uri: string, range: WireModel["threats"][number]["range"]): vscode.Command {
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return { title: "Open", command: "vscode.open", arguments: [vscode.Uri.parse(uri), { selection }] };
}
