// Explanations as read-only Markdown documents, shown in VS Code's preview. They follow the model while one types.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { explainRequest } from "../../server/src/lsp/protocol.ts";
import type { ModelStore } from "./views/store.ts";

const scheme = "ward-explanation";

/** Serves the documents of explanations from the server, anew after each change of a model. */
export function registerExplanations(context: vscode.ExtensionContext, client: BaseLanguageClient, store: ModelStore): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const id = uri.path.slice(1, -".md".length);
      return (
        (await client.sendRequest<string | null>(explainRequest, { id })) ??
        `# Gone\n\nNothing in this workspace is called \`${id}\` any more.\n`
      );
    },
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    store.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    }),
  );
}

/** The document that explains a threat or requirement. */
export function explanationUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${id}.md` });
}
