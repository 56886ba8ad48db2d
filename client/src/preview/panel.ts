// One diagram panel: asks the server for the one view that it shows whenever something changed, one question at a time, and does what
// its page asks for.
import * as vscode from "vscode";
import {
  type DiagramElementsParams,
  type DiagramParams,
  type DiagramPicture,
  type DiagramPlaceParams,
  type DiagramResult,
  diagramElementsRequest,
  diagramPlaceRequest,
  diagramRequest,
  type WirePlace,
} from "../../../server/src/lsp/protocol.ts";
import { asked } from "./ask.ts";
import { exportDiagram } from "./export.ts";
import { applyFix, fixTitles } from "./fixes.ts";
import type { PreviewContext } from "./index.ts";
import type { FromPage, Painted, PanelState, StatusKind, ToPage } from "./messages.ts";
import { pageOf } from "./page.ts";
import { patchOf } from "./patch.ts";
import { showPlace } from "./place.ts";

/** A panel. */
export class Panel {
  readonly panel: vscode.WebviewPanel;
  state: PanelState;
  painted: Painted = { serial: 0, at: 0, moved: false };
  private readonly context: PreviewContext;
  private readonly id: string;
  private readonly subscriptions: vscode.Disposable[];
  private aspect: number | undefined;
  private picture: DiagramPicture | undefined;
  /** What the picture was asked for with; a picture of something else is not kept while the text is broken. */
  private pictureOf = "";
  private serial = 0;
  private status: Extract<ToPage, { type: "status" }> = { type: "status", kind: "waiting", text: "" };
  private ready = false;
  private asking: vscode.CancellationTokenSource | undefined;
  private again = false;
  private anew = false;

  constructor(context: PreviewContext, panel: vscode.WebviewPanel, state: PanelState, id: string) {
    this.context = context;
    this.panel = panel;
    this.state = state;
    this.id = id;
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        // A page that is hidden is gone; when it is shown again it says that it is ready.
        if (panel.visible) this.pull();
        else this.ready = false;
      }),
    ];
    panel.webview.html = pageOf(panel.webview, context.extension.extensionUri, { name: "preview", title: "Diagram" });
  }

  /** Asks for the picture, now or after the answer that is awaited; a panel that nobody sees asks when it is shown. */
  pull(): void {
    if (!this.ready) return;
    if (this.asking) this.again = true;
    else void this.ask();
  }

  /** Goes over to the model of another document; stays where the document has none. */
  follow(uri: vscode.Uri): void {
    const { state } = this;
    const next = uri.toString();
    if (next === state.uri) return;
    this.state = { ...state, uri: next };
    if (this.ready) this.pull();
  }

  /** Marks the element around a place in the text. */
  async cursor(uri: vscode.Uri, position: vscode.Position): Promise<void> {
    if (!this.ready) return;
    const { line, character } = position;
    const ids = await asked<DiagramElementsParams, string[]>(this.context, diagramElementsRequest, {
      ...this.model(),
      uri: uri.toString(),
      position: { line, character },
    });
    this.post({ type: "cursor", ids: ids ?? [] });
  }

  /** Writes the view into a file. */
  async export(format?: string, target?: vscode.Uri): Promise<void> {
    const { uri, view } = this.state;
    await exportDiagram(this.context.client, { ...this.model(), uri, ...(view === undefined ? {} : { view }) }, format, target);
  }

  dispose(): void {
    this.ready = false;
    this.asking?.cancel();
    for (const one of this.subscriptions) one.dispose();
  }

  private async ask(): Promise<void> {
    const token = new vscode.CancellationTokenSource();
    this.asking = token;
    try {
      do {
        this.again = false;
        await this.askOnce(token.token);
      } while (this.again && !token.token.isCancellationRequested);
    } finally {
      if (this.asking === token) this.asking = undefined;
      token.dispose();
    }
  }

  private async askOnce(token: vscode.CancellationToken): Promise<void> {
    const { uri, view, folded, unfolded, filter, hide } = this.state;
    const options = { folded, unfolded, filter, hideFiltered: hide };
    const known = keyOf(this.state) === this.pictureOf ? this.picture?.key : undefined;
    const params: DiagramParams = {
      uri,
      panel: this.id,
      options,
      ...this.model(),
      ...(view === undefined ? {} : { view }),
      ...(this.aspect === undefined ? {} : { aspect: this.aspect }),
      ...(known === undefined ? {} : { known }),
      ...(this.anew ? { anew: true } : {}),
    };
    this.anew = false;
    let result: DiagramResult;
    try {
      result = await this.context.client.sendRequest<DiagramResult>(diagramRequest, params, token);
    } catch (error) {
      if (!token.isCancellationRequested) this.tell("failed", `The language server gave no picture: ${(error as Error).message}`);
      return;
    }
    if (!token.isCancellationRequested) this.take(result);
  }

  private take(result: DiagramResult): void {
    switch (result.state) {
      case "none":
        // A document without a model takes no picture away.
        if (this.picture) this.state = { ...this.state, uri: this.picture.uri };
        else this.tell("none", "This document belongs to no Ward model.");
        break;
      case "broken": {
        const { file, line, count } = result;
        const errors = count === 1 ? "a syntax error" : `${count} syntax errors`;
        this.tell("broken", `${file}, line ${line + 1}: ${errors}. The picture is the last one without.`);
        break;
      }
      case "failed": {
        const overrun = result.reason === "overrun";
        const what = overrun ? "The layout took too long and was stopped" : `The layout failed: ${result.message}`;
        this.tell(overrun ? "overrun" : "failed", `${what}.${this.picture ? " The picture is the one before." : ""}`);
        break;
      }
      case "same":
        this.tell("fresh", "");
        break;
      case "picture": {
        const patch = this.picture && patchOf(this.picture, result);
        const since = this.serial;
        this.picture = result;
        this.serial++;
        this.state = { ...this.state, model: result.model, view: result.view.name };
        this.pictureOf = keyOf(this.state);
        this.panel.title = `${result.scene.system || result.model}: ${result.view.title}`;
        this.post({ type: "state", state: this.state });
        if (patch) this.post({ type: "patch", patch, since, serial: this.serial });
        else this.post({ type: "picture", picture: result, serial: this.serial });
        this.tell("fresh", result.broken ? "The text has syntax errors; what cannot be read is not in the picture." : "");
      }
    }
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.aspect ??= message.aspect;
        this.ready = true;
        this.post({ type: "state", state: this.state });
        if (this.picture) this.post({ type: "picture", picture: this.picture, serial: this.serial });
        this.post(this.status);
        return this.pull();
      case "state":
        return this.change(message.state);
      case "arrange":
        this.aspect = message.aspect;
        this.anew = true;
        return this.pull();
      case "reveal":
        return await this.reveal(message.id, message.focus);
      case "explain":
        return void (await vscode.commands.executeCommand("ward.explain", message.id));
      case "fixes": {
        const place = await this.place(message.id);
        return this.post({ type: "fixes", id: message.id, titles: place ? await fixTitles(place) : [] });
      }
      case "fix": {
        const place = await this.place(message.id);
        return place && (await applyFix(place, message.title));
      }
      case "export":
        return await this.export();
      case "new-model":
        return void (await vscode.commands.executeCommand("ward.newModel"));
      case "painted":
        this.painted = message;
    }
  }

  private change(state: PanelState): void {
    const { uri, model } = this.state;
    const before = keyOf(this.state);
    this.state = { ...state, uri, ...(model === undefined ? {} : { model }) };
    if (keyOf(this.state) === before) return;
    // What was asked for is no longer wanted; its layout need not be finished.
    this.asking?.cancel();
    this.asking = undefined;
    this.pull();
  }

  private async reveal(id: string, focus: boolean): Promise<void> {
    const place = await this.place(id);
    if (place) await showPlace(place, this.panel, focus);
  }

  private async place(id: string): Promise<WirePlace | undefined> {
    return (
      (await asked<DiagramPlaceParams, WirePlace | null>(this.context, diagramPlaceRequest, {
        ...this.model(),
        uri: this.state.uri,
        id,
      })) ?? undefined
    );
  }

  private model(): { readonly model?: string } {
    return this.state.model === undefined ? {} : { model: this.state.model };
  }

  private tell(kind: StatusKind, text: string): void {
    this.status = { type: "status", kind, text };
    this.post(this.status);
  }

  private post(message: ToPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }
}

/** The part of the state on which the picture depends. */
function keyOf({ view, folded, unfolded, filter, hide }: PanelState): string {
  return JSON.stringify([view, folded, unfolded, filter, hide]);
}
