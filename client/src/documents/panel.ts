// One document panel: asks the server for the one document that it shows whenever something changed, one question at a time, and does
// what its page asks for.
import * as vscode from "vscode";
import {
  type DocumentContent,
  type DocumentKeysParams,
  type DocumentParams,
  type DocumentPlaceParams,
  type DocumentResult,
  documentKeysRequest,
  documentPlaceRequest,
  documentRequest,
  type WirePlace,
} from "../../../server/src/lsp/protocol.ts";
import { asked } from "../preview/ask.ts";
import type { PreviewContext } from "../preview/index.ts";
import { pageOf } from "../preview/page.ts";
import { showPlace } from "../preview/place.ts";
import type { DocumentState, DocumentStatus, FromDocumentPage, Shown, ToDocumentPage } from "./messages.ts";

/** A panel. */
export class DocumentPanel {
  readonly panel: vscode.WebviewPanel;
  state: DocumentState;
  shown: Shown = { key: "" };
  private readonly context: PreviewContext;
  private readonly subscriptions: vscode.Disposable[];
  private content: DocumentContent | undefined;
  /** What the document was asked for with; one of something else is not kept while the text is broken. */
  private contentOf = "";
  private status: Extract<ToDocumentPage, { type: "status" }> = { type: "status", kind: "waiting", text: "" };
  private ready = false;
  private asking = false;
  private again = false;

  constructor(context: PreviewContext, panel: vscode.WebviewPanel, state: DocumentState) {
    this.context = context;
    this.panel = panel;
    this.state = state;
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromDocumentPage) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        // A page that is hidden is gone; when it is shown again it says that it is ready.
        if (panel.visible) this.pull();
        else this.ready = false;
      }),
    ];
    const parts = { name: "document", title: "Document", images: true };
    panel.webview.html = pageOf(panel.webview, context.extension.extensionUri, parts);
  }

  /** Asks for the document, now or after the answer that is awaited; a panel that nobody sees asks when it is shown. */
  pull(): void {
    if (!this.ready) return;
    if (this.asking) this.again = true;
    else void this.ask();
  }

  /** Goes over to the model of another document; stays where the document has none. */
  follow(uri: vscode.Uri): void {
    const next = uri.toString();
    if (next === this.state.uri) return;
    const { model: _, ...rest } = this.state;
    this.state = { ...rest, uri: next };
    this.pull();
  }

  /** Marks what was made from the declaration around a place in the text. */
  async cursor(uri: vscode.Uri, { line, character }: vscode.Position): Promise<void> {
    if (!this.ready) return;
    const params = { ...this.model(), uri: uri.toString(), position: { line, character } };
    this.post({ type: "cursor", keys: (await asked<DocumentKeysParams, string[]>(this.context, documentKeysRequest, params)) ?? [] });
  }

  dispose(): void {
    this.ready = false;
    for (const one of this.subscriptions) one.dispose();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      do {
        this.again = false;
        await this.askOnce();
      } while (this.again && this.ready);
    } finally {
      this.asking = false;
    }
  }

  private async askOnce(): Promise<void> {
    const { uri, kind, language } = this.state;
    const asked = questionOf(this.state);
    const known = keyOf(this.state) === this.contentOf ? this.content?.key : undefined;
    const params: DocumentParams = {
      uri,
      ...this.model(),
      ...(kind === undefined ? {} : { kind }),
      ...(language === undefined ? {} : { language }),
      ...(known === undefined ? {} : { known }),
    };
    try {
      const result = await this.context.client.sendRequest<DocumentResult>(documentRequest, params);
      // What was chosen meanwhile is asked for next.
      if (questionOf(this.state) === asked) this.take(result);
      else this.again = true;
    } catch (error) {
      this.tell("failed", `The language server gave no document: ${(error as Error).message}`);
    }
  }

  private take(result: DocumentResult): void {
    const kept = this.content ? " The document is the last one that could be written." : "";
    switch (result.state) {
      case "none":
        // A text without a model takes no document away.
        if (this.content) this.state = { ...this.state, uri: this.content.uri, model: this.content.model };
        else this.tell("none", "This text belongs to no Ward model.");
        break;
      case "broken": {
        const errors = result.count === 1 ? "a syntax error" : `${result.count} syntax errors`;
        this.tell("broken", `${result.file}, line ${result.line + 1}: ${errors}. The document is the last one without.`);
        break;
      }
      case "failed":
        this.tell("failed", `The document cannot be written: ${result.message}.${kept}`);
        break;
      case "same":
        this.tell("fresh", this.remarks());
        break;
      case "document":
        this.content = result;
        this.state = { ...this.state, model: result.model, kind: result.kind };
        this.contentOf = keyOf(this.state);
        this.panel.title = `${result.title}: ${result.subject}`;
        this.post({ type: "state", state: this.state });
        this.post({ type: "document", document: result });
        this.tell("fresh", this.remarks());
    }
  }

  // What there is to say although the document is as the text has it.
  private remarks(): string {
    const { broken = false, problems = [] } = this.content ?? {};
    return [...(broken ? ["The text has syntax errors; what cannot be read is not in the document."] : []), ...problems].join(" ");
  }

  private async receive(message: FromDocumentPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.ready = true;
        this.post({ type: "state", state: this.state });
        if (this.content) this.post({ type: "document", document: this.content });
        this.post(this.status);
        return this.pull();
      case "state": {
        const { uri, model } = this.state;
        const before = keyOf(this.state);
        this.state = { ...message.state, uri, ...(model === undefined ? {} : { model }) };
        return keyOf(this.state) === before ? undefined : this.pull();
      }
      case "reveal": {
        const params = { ...this.model(), uri: this.state.uri, key: message.key };
        const place = await asked<DocumentPlaceParams, WirePlace | null>(this.context, documentPlaceRequest, params);
        return place ? await showPlace(place, this.panel, message.focus) : undefined;
      }
      case "write":
        return void (await vscode.commands.executeCommand("ward.writeDocuments"));
      case "new-model":
        return void (await vscode.commands.executeCommand("ward.newModel"));
      case "shown":
        this.shown = { key: message.key };
    }
  }

  private model(): { readonly model?: string } {
    return this.state.model === undefined ? {} : { model: this.state.model };
  }

  private tell(kind: DocumentStatus, text: string): void {
    this.status = { type: "status", kind, text };
    this.post(this.status);
  }

  private post(message: ToDocumentPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }
}

/** What the panel chooses; a document of another choice is not kept. */
function keyOf({ kind, language }: DocumentState): string {
  return JSON.stringify([kind, language]);
}

function questionOf({ uri, model, kind, language }: DocumentState): string {
  return JSON.stringify([uri, model, kind, language]);
}
