// All document panels: opens them, gives them back after a reload, and tells them what happens in the editor: models that change, other
// models that become active, the cursor that moves.
import * as vscode from "vscode";
import { catalogueScheme } from "../../../server/src/lsp/protocol.ts";
import type { PreviewContext } from "../preview/index.ts";
import { dress } from "../preview/page.ts";
import { type DocumentInfo, panelType } from "./index.ts";
import type { DocumentState } from "./messages.ts";
import { DocumentPanel } from "./panel.ts";

/** The panels. */
export class DocumentPanels {
  private readonly context: PreviewContext;
  private readonly all = new Set<DocumentPanel>();
  private cursorTimer: ReturnType<typeof setTimeout> | undefined;
  private changeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PreviewContext) {
    this.context = context;
    context.extension.subscriptions.push(
      context.store.onDidChange(() => this.changed()),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.cursor(textEditor)),
    );
  }

  /** Shows a document of a model: in the panel that has it already, else in a new one. */
  show(uri: vscode.Uri, kind: string, column: vscode.ViewColumn): void {
    const same = [...this.all].find((panel) => panel.state.kind === kind);
    if (same) {
      same.panel.reveal(undefined, true);
      same.follow(uri);
      return;
    }
    const panel = vscode.window.createWebviewPanel(panelType, "Document", { viewColumn: column, preserveFocus: true });
    this.take(panel, { uri: uri.toString(), kind });
  }

  /** Takes a panel that VS Code gives back. */
  restore(panel: vscode.WebviewPanel, given: Partial<DocumentState> | undefined): void {
    this.take(panel, { ...given, uri: given?.uri ?? vscode.window.activeTextEditor?.document.uri.toString() ?? "" });
  }

  /** The model of the panel that is looked at. */
  active(): { readonly uri: vscode.Uri; readonly model: string | undefined } | undefined {
    const found = [...this.all].find(({ panel }) => panel.active);
    return found && { uri: vscode.Uri.parse(found.state.uri), model: found.state.model };
  }

  /** What the panels show. */
  infos(): DocumentInfo[] {
    return [...this.all].map(({ panel, state, shown }) => ({ title: panel.title, kind: state.kind, shown }));
  }

  private take(webview: vscode.WebviewPanel, state: DocumentState): void {
    dress(webview, this.context.extension.extensionUri);
    const panel = new DocumentPanel(this.context, webview, state);
    this.all.add(panel);
    webview.onDidDispose(() => {
      this.all.delete(panel);
      panel.dispose();
    });
  }

  // Writing a document takes longer than a keystroke; while one types on, the server is there for that.
  private changed(): void {
    clearTimeout(this.changeTimer);
    this.changeTimer = setTimeout(() => {
      for (const panel of this.all) panel.pull();
    }, 150);
  }

  private follow(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== "ward" || document.uri.scheme === catalogueScheme) return;
    for (const panel of this.all) panel.follow(document.uri);
    this.cursor(editor);
  }

  // A cursor that is moved by holding a key down passes many places; only where it rests is asked for.
  private cursor(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== "ward" || this.all.size === 0) return;
    clearTimeout(this.cursorTimer);
    this.cursorTimer = setTimeout(() => {
      for (const panel of this.all) void panel.cursor(editor.document.uri, editor.selection.active);
    }, 100);
  }
}
