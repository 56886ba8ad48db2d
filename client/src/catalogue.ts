// Shipped catalogue files as read-only documents, so that go-to-definition can open them.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CatalogueTextParams, catalogueScheme, catalogueTextRequest } from "../../server/src/lsp/protocol.ts";

/** Serves the documents of the catalogue's scheme from the server. */
export function registerCatalogueDocuments(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) => {
      const text = await client.sendRequest<string | null>(catalogueTextRequest, { uri: uri.toString() } satisfies CatalogueTextParams);
      return text ?? "// This catalogue file does not exist.\n";
    },
  };
  context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(catalogueScheme, provider));
}
