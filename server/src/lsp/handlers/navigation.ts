// Hover and all ways to go somewhere: definition and its relatives, references, highlights, symbols of the workspace.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type Location,
  type LocationLink,
  MarkupKind,
  type SymbolInformation,
} from "vscode-languageserver";
import type { Scoring } from "../../cvss/score.ts";
import { declaration, definition, implementation, typeDefinition } from "../../ide/definition.ts";
import { hover } from "../../ide/hover.ts";
import { highlights, references } from "../../ide/references.ts";
import type { Snapshot } from "../../ide/snapshot.ts";
import { workspaceSymbols } from "../../ide/symbols.ts";
import type { Target } from "../../ide/types.ts";
import { type Context, guard, offsetIn, opened } from "../context.ts";
import { symbolKind, toLink, toLocation, toRange } from "../convert.ts";
import { scoringFor } from "../scoring.ts";
import { allChecked, fileUri } from "../workspaces.ts";

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Registers hover, definitions, references, highlights and workspace symbols. */
export function registerNavigation(context: Context): void {
  const { connection } = context;
  const shown = guard(
    context,
    "textDocument/hover",
    null as Hover | null,
    ({ textDocument, position, scoring }: At & { readonly scoring: Scoring | undefined }): Hover | null => {
      const found = opened(context, textDocument.uri);
      const told = found && hover(found.snapshot, offsetIn(found, position), scoring);
      return told
        ? { contents: { kind: MarkupKind.Markdown, value: told.markdown }, range: toRange(found.snapshot.file, told.range) }
        : null;
    },
  );
  connection.onHover((at, token) => {
    const found = opened(context, at.textDocument.uri);
    const scoring = found && scoringFor(found.snapshot);
    return scoring instanceof Promise ? scoring.then((one) => shown({ ...at, scoring: one }, token)) : shown({ ...at, scoring }, token);
  });
  const goTo = (name: string, find: (snapshot: Snapshot, offset: number) => Target[]) =>
    guard(context, name, [] as LocationLink[], ({ textDocument, position }: At): LocationLink[] => {
      const found = opened(context, textDocument.uri);
      return found ? find(found.snapshot, offsetIn(found, position)).map((target) => toLink(target, found.snapshot.file, found.uriOf)) : [];
    });
  connection.onDefinition(goTo("textDocument/definition", definition));
  connection.onDeclaration(goTo("textDocument/declaration", declaration));
  connection.onTypeDefinition(goTo("textDocument/typeDefinition", typeDefinition));
  connection.onImplementation(goTo("textDocument/implementation", implementation));
  connection.onReferences(
    guard(
      context,
      "textDocument/references",
      [] as Location[],
      ({ textDocument, position, context: { includeDeclaration } }): Location[] => {
        const found = opened(context, textDocument.uri);
        return found
          ? references(found.snapshot, offsetIn(found, position), includeDeclaration).map((one) => toLocation(one, found.uriOf))
          : [];
      },
    ),
  );
  connection.onDocumentHighlight(
    guard(context, "textDocument/documentHighlight", [] as DocumentHighlight[], ({ textDocument, position }: At): DocumentHighlight[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return [];
      return highlights(found.snapshot, offsetIn(found, position)).map(({ range, write }) => ({
        range: toRange(found.snapshot.file, range),
        kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onWorkspaceSymbol(
    guard(context, "workspace/symbol", [] as SymbolInformation[], ({ query }): SymbolInformation[] =>
      [...allChecked(context.workspaces)].flatMap(({ room, checked }) =>
        workspaceSymbols(checked, query).map((one) => ({
          name: one.name,
          kind: symbolKind(one.keyword),
          location: toLocation(one, (file) => fileUri(room, file)),
          ...(one.container === undefined ? {} : { containerName: one.container }),
        })),
      ),
    ),
  );
}
