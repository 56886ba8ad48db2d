// Quick fixes and "fix all". A fix that wants the caret somewhere asks the client to put it there afterwards.

import type * as lsp from "vscode-languageserver";
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { fixAll, fixes } from "../../ide/fixes/index.ts";
import type { Fix } from "../../ide/types.ts";
import { positionAt, rangeOf } from "../../source/lines.ts";
import { type Context, guard, type Opened, opened } from "../context.ts";
import { toWorkspaceEdit } from "../convert.ts";
import { uriOf } from "../uris.ts";

/** Registers code actions. */
export function registerActions(context: Context): void {
  context.connection.onCodeAction(
    guard(context, "textDocument/codeAction", [] as CodeAction[], ({ textDocument, range, context: asked }): CodeAction[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined || found.snapshot.file.origin === "catalogue") return [];
      const wanted = (kind: string): boolean =>
        asked.only === undefined || asked.only.some((one) => kind === one || kind.startsWith(`${one}.`));
      const offsets = rangeOf(found.snapshot.file.tree.text, range);
      const actions =
        wanted(CodeActionKind.QuickFix) || wanted(CodeActionKind.Refactor)
          ? fixes(found.snapshot, offsets).map((fix) => toAction(fix, found, asked.diagnostics))
          : [];
      if (wanted("source.fixAll") && asked.only !== undefined) {
        const edits = fixAll(found.snapshot);
        if (edits.length > 0)
          actions.push({ title: "Fix all that is safe to fix", kind: "source.fixAll.ward", edit: toWorkspaceEdit(edits, found.uriOf) });
      }
      return actions.filter((action) => wanted(action.kind ?? ""));
    }),
  );
}

function toAction(fix: Fix, found: Opened, diagnostics: readonly lsp.Diagnostic[]): CodeAction {
  const caret = caretCommand(fix, found);
  return {
    title: fix.title,
    kind: fix.kind === "quickfix" ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
    isPreferred: fix.preferred,
    diagnostics: diagnostics.filter(({ code }) => fix.codes.includes(String(code))),
    edit: toWorkspaceEdit(fix.edits, found.uriOf),
    ...(caret ? { command: caret } : {}),
  };
}

function caretCommand(fix: Fix, { room, snapshot }: Opened): lsp.Command | undefined {
  const { caret } = fix;
  if (caret === undefined) return undefined;
  const edits = fix.edits.filter((edit) => edit.file.path === caret.path).sort((a, b) => a.range.start - b.range.start);
  const base = edits[0]?.file.tree.text ?? snapshot.file.tree.text;
  let text = "";
  let at = 0;
  for (const { range, text: inserted } of edits) {
    text += base.slice(at, range.start) + inserted;
    at = range.end;
  }
  text += base.slice(at);
  const selection = { start: positionAt(text, caret.offset), end: positionAt(text, caret.offset + caret.length) };
  return {
    title: "Go to what is to be filled in",
    command: "ward.select",
    arguments: [uriOf(caret.path, room.workspace.root, room.uri), selection],
  };
}
