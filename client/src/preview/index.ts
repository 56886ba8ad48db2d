// Diagram panels, as far as the extension knows of them while none is open: how to open one, and how VS Code gives one back after a
// reload. What panels do is loaded with the first of them.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ModelStore } from "../views/store.ts";
import type { Painted, PanelState } from "./messages.ts";
import type { Panels } from "./panels.ts";

/** The type of the panels, by which VS Code knows them. */
export const panelType = "ward.diagram";

/** What the panels need. */
export interface PreviewContext {
  readonly extension: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly store: ModelStore;
  readonly output: vscode.LogOutputChannel;
}

/** What a panel shows now, for tests. */
export interface PanelInfo {
  readonly title: string;
  readonly view: string | undefined;
  readonly painted: Painted;
}

/** The way to the panels. */
export class Preview {
  private readonly context: PreviewContext;
  private loading: Promise<Panels> | undefined;
  private loaded: Panels | undefined;

  constructor(context: PreviewContext) {
    this.context = context;
    const serializer: vscode.WebviewPanelSerializer = {
      deserializeWebviewPanel: async (panel, state: Partial<PanelState> | undefined) => (await this.panels()).restore(panel, state),
    };
    context.extension.subscriptions.push(vscode.window.registerWebviewPanelSerializer(panelType, serializer));
  }

  /** The panels, loaded when they are first needed. */
  panels(): Promise<Panels> {
    this.loading ??= import("./panels.ts").then((module) => {
      this.loaded = new module.Panels(this.context);
      return this.loaded;
    });
    return this.loading;
  }

  /** What is open. */
  open(): readonly PanelInfo[] {
    return this.loaded?.infos() ?? [];
  }
}
