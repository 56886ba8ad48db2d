// What the server offers.
import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { semanticTokenModifiers, semanticTokenTypes } from "../ide/types.ts";
import type { ClientAbilities } from "./context.ts";

/** The capabilities, for a client with these abilities. */
export function capabilities(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.pullDiagnostics
      ? { diagnosticProvider: { identifier: "ward", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    completionProvider: { triggerCharacters: [":", ".", ",", '"', "/", ">", " "], resolveProvider: false },
    hoverProvider: true,
    definitionProvider: true,
    declarationProvider: true,
    typeDefinitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: { delta: true },
      range: true,
    },
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: false },
    documentLinkProvider: { resolveProvider: false },
    callHierarchyProvider: true,
    linkedEditingRangeProvider: true,
    codeActionProvider: { codeActionKinds: ["quickfix", "refactor", "source.fixAll"] },
    ...(client.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}
