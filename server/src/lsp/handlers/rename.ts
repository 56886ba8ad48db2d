// Rename, with a clear word where it cannot be.

import type * as lsp from "vscode-languageserver";
import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { prepareRename, rename } from "../../ide/rename.ts";
import { type Context, offsetIn, opened } from "../context.ts";
import { toRange, toWorkspaceEdit } from "../convert.ts";

/** Registers rename and its preparation. */
export function registerRename(context: Context): void {
  const { connection } = context;
  connection.onPrepareRename(({ textDocument, position }) => {
    const found = opened(context, textDocument.uri);
    if (found === undefined) return null;
    const prepared = prepareRename(found.snapshot, offsetIn(found, position));
    if ("problem" in prepared) return refuse<{ range: lsp.Range; placeholder: string }>(prepared.problem);
    return { range: toRange(found.snapshot.file, prepared.range), placeholder: prepared.placeholder };
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const found = opened(context, textDocument.uri);
    if (found === undefined) return null;
    const edits = rename(found.snapshot, offsetIn(found, position), newName);
    return "problem" in edits ? refuse<WorkspaceEdit>(edits.problem) : toWorkspaceEdit(edits, found.uriOf);
  });
}

function refuse<T>(problem: string): T {
  // The protocol has no other way to show a reason than an error of the request.
  throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
}
