// Words beside the text: inlay hints and code lenses, each off or on by a setting.
import { type CodeLens, type InlayHint, InlayHintKind } from "vscode-languageserver";
import { inlayHints } from "../../ide/inlays.ts";
import { codeLenses } from "../../ide/lenses.ts";
import { positionAt, rangeOf } from "../../source/lines.ts";
import { type Context, guard, opened } from "../context.ts";
import { toLocation, toRange } from "../convert.ts";

/** Registers inlay hints and code lenses. */
export function registerHints(context: Context): void {
  const { connection } = context;
  connection.languages.inlayHint.on(
    guard(context, "textDocument/inlayHint", [] as InlayHint[], ({ textDocument, range }): InlayHint[] => {
      const found = context.settings().inlayHints.enabled ? opened(context, textDocument.uri) : undefined;
      if (found === undefined) return [];
      const { text } = found.snapshot.file.tree;
      return inlayHints(found.snapshot, rangeOf(text, range)).map((hint) => ({
        position: positionAt(text, hint.offset),
        label: hint.text,
        kind: InlayHintKind.Type,
        paddingLeft: !hint.before,
        paddingRight: hint.before,
        ...(hint.tooltip === undefined ? {} : { tooltip: hint.tooltip }),
      }));
    }),
  );
  connection.onCodeLens(
    guard(context, "textDocument/codeLens", [] as CodeLens[], ({ textDocument }): CodeLens[] => {
      const found = context.settings().codeLens.enabled ? opened(context, textDocument.uri) : undefined;
      if (found === undefined) return [];
      return codeLenses(found.snapshot).map((lens) => {
        const range = toRange(found.snapshot.file, lens.range);
        const places = lens.targets.map((target) => toLocation(target, found.uriOf));
        const command = lens.command ? `ward.${lens.command}` : "";
        return { range, command: { title: lens.title, command, arguments: [textDocument.uri, range.start, places] } };
      });
    }),
  );
}
