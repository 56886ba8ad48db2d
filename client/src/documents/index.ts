// Document panels, as far as the extension knows of them while none is open: how to open one, and how VS Code gives one back after a
// reload. What panels do is loaded with the first of them.
import * as vscode from "vscode";
import type { PreviewContext } from "../preview/index.ts";
import type { DocumentState, Shown } from "./messages.ts";
import type { DocumentPanels } from "./panels.ts";

/** The type of the panels, by which VS Code knows them. */
export const panelType = "ward.document";

/** What a panel shows now, for tests. */
export interface DocumentInfo {
  readonly title: string;
  readonly kind: string | undefined;
  readonly shown: Shown;
}

/** The way to the panels. */
export class DocumentPreview {
  private readonly context: PreviewContext;
  private loading: Promise<DocumentPanels> | undefined;
  private loaded: DocumentPanels | undefined;

  constructor(context: PreviewContext) {
    this.context = context;
    const serializer: vscode.WebviewPanelSerializer = {
      deserializeWebviewPanel: async (panel, state: Partial<DocumentState> | undefined) => (await this.panels()).restore(panel, state),
    };
    context.extension.subscriptions.push(vscode.window.registerWebviewPanelSerializer(panelType, serializer));
  }

  /** The panels, loaded when they are first needed. */
  panels(): Promise<DocumentPanels> {
    this.loading ??= import("./panels.ts").then((module) => {
      this.loaded = new module.DocumentPanels(this.context);
      return this.loaded;
    });
    return this.loading;
  }

  /** What is open. */
  open(): readonly DocumentInfo[] {
    return this.loaded?.infos() ?? [];
  }
}
