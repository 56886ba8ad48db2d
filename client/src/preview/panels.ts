// All diagram panels: opens them, gives them back after a reload, and tells them what happens in the editor: models that change, other
// documents that become active, the cursor that moves.
import * as vscode from "vscode";
import type { PanelInfo, PreviewContext } from "./index.ts";
import { panelType } from "./index.ts";
import type { PanelState } from "./messages.ts";
import { dress } from "./page.ts";
import { Panel } from "./panel.ts";

/** The panels. */
export class Panels {
  private readonly context: PreviewContext;
  private readonly all = new Set<Panel>();
  private count = 0;
  private cursorTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PreviewContext) {
    this.context = context;
    context.extension.subscriptions.push(
      context.store.onDidChange(() => {
        for (const panel of this.all) panel.pull();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.cursor(textEditor)),
    );
  }

  /** Shows the diagram of a document's model: in the panel that follows the active model where there is one, else in a new one. */
  show(uri: vscode.Uri, column: vscode.ViewColumn): void {
    const following = [...this.all].find((panel) => !panel.state.pinned);
    if (following === undefined) this.add(uri, column, false);
    else {
      following.panel.reveal(undefined, true);
      following.follow(uri);
    }
  }

  /** Opens one more panel, which stays with the model of the document. */
  add(uri: vscode.Uri, column: vscode.ViewColumn, pinned: boolean): void {
    const panel = vscode.window.createWebviewPanel(panelType, "Diagram", { viewColumn: column, preserveFocus: true });
    this.take(panel, { ...fresh, uri: uri.toString(), pinned });
  }

  /** Takes a panel that VS Code gives back. */
  restore(panel: vscode.WebviewPanel, given: Partial<PanelState> | undefined): void {
    const uri = given?.uri ?? vscode.window.activeTextEditor?.document.uri.toString() ?? "";
    this.take(panel, { ...fresh, ...given, uri });
  }

  /** The panel that is looked at, or was last. */
  active(): Panel | undefined {
    const all = [...this.all];
    return all.find(({ panel }) => panel.active) ?? all.find(({ panel }) => panel.visible);
  }

  /** What the panels show. */
  infos(): PanelInfo[] {
    return [...this.all].map(({ panel, state, painted }) => ({ title: panel.title, view: state.view, painted }));
  }

  private take(webview: vscode.WebviewPanel, state: PanelState): void {
    dress(webview, this.context.extension.extensionUri);
    const panel = new Panel(this.context, webview, state, `panel ${++this.count}`);
    this.all.add(panel);
    webview.onDidDispose(() => {
      this.all.delete(panel);
      panel.dispose();
    });
  }

  private follow(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== "ward" || document.uri.scheme === "ward-catalogue") return;
    for (const panel of this.all) if (!panel.state.pinned) panel.follow(document.uri);
    this.cursor(editor);
  }

  // A cursor that is moved by holding a key down passes many places; only where it rests is asked for.
  private cursor(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== "ward" || this.all.size === 0) return;
    clearTimeout(this.cursorTimer);
    this.cursorTimer = setTimeout(() => {
      for (const panel of this.all) void panel.cursor(editor.document.uri, editor.selection.active);
    }, 60);
  }
}

const fresh: Omit<PanelState, "uri"> = { folded: [], unfolded: [], filter: {}, hide: false, pinned: false, step: 0 };
