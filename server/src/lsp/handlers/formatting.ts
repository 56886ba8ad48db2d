// Formatting: document, range, and while typing.
import type { TextEdit } from "vscode-languageserver";
import { formatDocument, formatOnType, formatRange } from "../../ide/formatting.ts";
import { rangeOf } from "../../source/lines.ts";
import { type Context, guard, offsetIn, opened } from "../context.ts";
import { toTextEdits } from "../convert.ts";

/** Registers formatting. */
export function registerFormatting(context: Context): void {
  const { connection } = context;
  connection.onDocumentFormatting(
    guard(context, "textDocument/formatting", [] as TextEdit[], ({ textDocument }): TextEdit[] => {
      const found = opened(context, textDocument.uri);
      return found ? toTextEdits(formatDocument(found.snapshot)) : [];
    }),
  );
  connection.onDocumentRangeFormatting(
    guard(context, "textDocument/rangeFormatting", [] as TextEdit[], ({ textDocument, range }): TextEdit[] => {
      const found = opened(context, textDocument.uri);
      return found ? toTextEdits(formatRange(found.snapshot, rangeOf(found.snapshot.file.tree.text, range))) : [];
    }),
  );
  connection.onDocumentOnTypeFormatting(
    guard(context, "textDocument/onTypeFormatting", [] as TextEdit[], ({ textDocument, position, ch }): TextEdit[] => {
      const found = opened(context, textDocument.uri);
      return found ? toTextEdits(formatOnType(found.snapshot, offsetIn(found, position), ch)) : [];
    }),
  );
}
