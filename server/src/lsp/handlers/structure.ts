// The structure of one document: outline, folding, selection, links, linked names.
import {
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type LinkedEditingRanges,
  type SelectionRange,
} from "vscode-languageserver";
import { folds } from "../../ide/folding.ts";
import { linkedEditing } from "../../ide/linked.ts";
import { documentLinks } from "../../ide/links.ts";
import { selectionRanges } from "../../ide/selection.ts";
import { documentSymbols } from "../../ide/symbols.ts";
import type { OutlineItem } from "../../ide/types.ts";
import { positionAt } from "../../source/lines.ts";
import type { SourceFile } from "../../source/types.ts";
import { type Context, guard, offsetIn, opened } from "../context.ts";
import { symbolKind, toRange } from "../convert.ts";
import { uriOf, uriOfPath } from "../uris.ts";

const foldingKinds = { comment: FoldingRangeKind.Comment, imports: FoldingRangeKind.Imports, region: undefined } as const;

/** Registers outline, folding, selection ranges, links and linked editing. */
export function registerStructure(context: Context): void {
  const { connection } = context;
  connection.onDocumentSymbol(
    guard(context, "textDocument/documentSymbol", [] as DocumentSymbol[], ({ textDocument }): DocumentSymbol[] => {
      const found = opened(context, textDocument.uri);
      return found ? documentSymbols(found.snapshot).map((one) => toSymbol(one, found.snapshot.file)) : [];
    }),
  );
  connection.onFoldingRanges(
    guard(context, "textDocument/foldingRange", [] as FoldingRange[], ({ textDocument }): FoldingRange[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return [];
      const { text } = found.snapshot.file.tree;
      return folds(found.snapshot).map((fold) => {
        const kind = foldingKinds[fold.kind];
        return { startLine: positionAt(text, fold.start).line, endLine: positionAt(text, fold.end).line, ...(kind ? { kind } : {}) };
      });
    }),
  );
  connection.onSelectionRanges(
    guard(context, "textDocument/selectionRange", [] as SelectionRange[], ({ textDocument, positions }): SelectionRange[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return [];
      return positions.map((position) => {
        const ranges = selectionRanges(found.snapshot, offsetIn(found, position)).map((range) => toRange(found.snapshot.file, range));
        return (
          ranges.reduceRight<SelectionRange | undefined>((parent, range) => (parent ? { range, parent } : { range }), undefined) ?? {
            range: { start: position, end: position },
          }
        );
      });
    }),
  );
  connection.onDocumentLinks(
    guard(context, "textDocument/documentLink", [] as DocumentLink[], ({ textDocument }): DocumentLink[] => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return [];
      const { workspace, uri } = found.room;
      return documentLinks(found.snapshot).map(({ range, target, tooltip }) => ({
        range: toRange(found.snapshot.file, range),
        target:
          "url" in target
            ? target.url
            : target.path.startsWith("/")
              ? uriOfPath(target.path, uri)
              : uriOf(target.path, workspace.root, uri),
        ...(tooltip === undefined ? {} : { tooltip }),
      }));
    }),
  );
  connection.languages.onLinkedEditingRange(
    guard(
      context,
      "textDocument/linkedEditingRange",
      null as LinkedEditingRanges | null,
      ({ textDocument, position }): LinkedEditingRanges | null => {
        const found = opened(context, textDocument.uri);
        const ranges = found ? linkedEditing(found.snapshot, offsetIn(found, position)) : [];
        return found && ranges.length > 1 ? { ranges: ranges.map((range) => toRange(found.snapshot.file, range)) } : null;
      },
    ),
  );
}

function toSymbol(one: OutlineItem, file: SourceFile): DocumentSymbol {
  return {
    name: one.name || one.keyword,
    detail: one.detail,
    kind: symbolKind(one.keyword),
    range: toRange(file, one.range),
    selectionRange: toRange(file, one.nameRange),
    children: one.children.map((child) => toSymbol(child, file)),
  };
}
