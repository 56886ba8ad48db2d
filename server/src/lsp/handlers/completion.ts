// Completion: what can stand at the cursor, as the editor lists it.
import { type CompletionItem, InsertTextFormat, MarkupKind } from "vscode-languageserver";
import { complete } from "../../ide/completion/index.ts";
import { type Context, guard, offsetIn, opened } from "../context.ts";
import { completionKinds, toRange } from "../convert.ts";

/** Registers completion. */
export function registerCompletion(context: Context): void {
  context.connection.onCompletion(
    guard(context, "textDocument/completion", [] as CompletionItem[], ({ textDocument, position }): CompletionItem[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return [];
      const { snippets, labelDetails } = context.abilities();
      return complete(found.snapshot, offsetIn(found, position)).map((one) => ({
        label: one.label,
        kind: completionKinds[one.kind],
        sortText: `${one.order} ${one.label}`,
        filterText: one.label,
        ...(one.detail === undefined ? {} : { detail: one.detail }),
        ...(one.note !== undefined && labelDetails ? { labelDetails: { description: one.note } } : {}),
        ...(one.documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: one.documentation } }),
        insertTextFormat: one.snippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: {
          range: toRange(found.snapshot.file, one.replace),
          newText: one.snippet && !snippets ? withoutTabStops(one.insert) : one.insert,
        },
        ...(one.retrigger ? { command: { title: "Suggest", command: "editor.action.triggerSuggest" } } : {}),
      }));
    }),
  );
}

// For clients without snippets. Of words to choose from the first is written, as an editor with snippets would.
function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([$}\\])/g, "$1");
}
