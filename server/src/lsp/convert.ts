// Plain editor data to protocol types: offsets become positions here and nowhere else.
import * as lsp from "vscode-languageserver";
import type { Range } from "../../../grammar/syntax.ts";
import type { Diagnostic, Severity } from "../diagnostics/types.ts";
import type { EditorDiagnostic } from "../ide/diagnostics.ts";
import type { CompletionKind, Target, TextEdit } from "../ide/types.ts";
import { positionsOf } from "../source/lines.ts";
import type { Location, SourceFile } from "../source/types.ts";

/** Gives the URI of a file by how it is shown. */
export type UriOf = (file: SourceFile) => string;

const severityOf: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };

/** A range of a file. */
export function toRange(file: SourceFile, range: Range): lsp.Range {
  return positionsOf(file.tree.text, range);
}

/** A place in a file. */
export function toLocation({ file, range }: Location, uriOf: UriOf): lsp.Location {
  return { uri: uriOf(file), range: toRange(file, range) };
}

/** A place to go to. */
export function toLink(target: Target, from: SourceFile, uriOf: UriOf): lsp.LocationLink {
  return {
    targetUri: uriOf(target.file),
    targetRange: toRange(target.file, target.full),
    targetSelectionRange: toRange(target.file, target.range),
    ...(target.origin ? { originSelectionRange: toRange(from, target.origin) } : {}),
  };
}

/** A finding as the editor draws it; `documentation` is the address of the folder with the codes' pages. */
export function toDiagnostic(one: EditorDiagnostic, uriOf: UriOf, documentation: string | undefined): lsp.Diagnostic {
  const { file, range } = one.location;
  const tags = one.tag === "unnecessary" ? [lsp.DiagnosticTag.Unnecessary] : one.tag === "deprecated" ? [lsp.DiagnosticTag.Deprecated] : [];
  return {
    range: toRange(file, range),
    severity: severityOf[one.severity],
    code: one.code,
    ...(documentation ? { codeDescription: { href: `${documentation}/${one.code}.md` } } : {}),
    source: "ward",
    message: one.help ? `${one.message}\nhelp: ${one.help}` : one.message,
    tags,
    relatedInformation: one.related.map(({ message, location }) => ({ message, location: toLocation(location, uriOf) })),
    data: { ids: one.members.map((member: Diagnostic) => member.id).filter((id) => id !== undefined) },
  };
}

/** Changes of texts, by document. */
export function toWorkspaceEdit(edits: readonly TextEdit[], uriOf: UriOf): lsp.WorkspaceEdit {
  const changes: Record<string, lsp.TextEdit[]> = {};
  for (const edit of edits) {
    const uri = uriOf(edit.file);
    const list = changes[uri] ?? [];
    changes[uri] = list;
    list.push({ range: toRange(edit.file, edit.range), newText: edit.text });
  }
  return { changes };
}

/** Changes of one text. */
export function toTextEdits(edits: readonly TextEdit[]): lsp.TextEdit[] {
  return edits.map((edit) => ({ range: toRange(edit.file, edit.range), newText: edit.text }));
}

/** Icon of a completion. */
export const completionKinds: Readonly<Record<CompletionKind, lsp.CompletionItemKind>> = {
  keyword: lsp.CompletionItemKind.Keyword,
  property: lsp.CompletionItemKind.Property,
  word: lsp.CompletionItemKind.EnumMember,
  kind: lsp.CompletionItemKind.Class,
  element: lsp.CompletionItemKind.Variable,
  measure: lsp.CompletionItemKind.Function,
  requirement: lsp.CompletionItemKind.Interface,
  threat: lsp.CompletionItemKind.Event,
  file: lsp.CompletionItemKind.File,
  snippet: lsp.CompletionItemKind.Snippet,
  value: lsp.CompletionItemKind.Value,
  attribute: lsp.CompletionItemKind.Field,
};

const symbolKinds: Readonly<Record<string, lsp.SymbolKind>> = {
  system: lsp.SymbolKind.Package,
  boundary: lsp.SymbolKind.Namespace,
  device: lsp.SymbolKind.Class,
  external: lsp.SymbolKind.Class,
  actor: lsp.SymbolKind.Object,
  process: lsp.SymbolKind.Function,
  store: lsp.SymbolKind.Struct,
  interface: lsp.SymbolKind.Interface,
  flow: lsp.SymbolKind.Event,
  data: lsp.SymbolKind.Variable,
  harm: lsp.SymbolKind.Constant,
  control: lsp.SymbolKind.Method,
  assumption: lsp.SymbolKind.Boolean,
  component: lsp.SymbolKind.Module,
  kind: lsp.SymbolKind.TypeParameter,
  threat: lsp.SymbolKind.Event,
  measure: lsp.SymbolKind.Operator,
  requirement: lsp.SymbolKind.Property,
  protocol: lsp.SymbolKind.Enum,
};

/** Icon of a declaration. */
export function symbolKind(keyword: string): lsp.SymbolKind {
  return symbolKinds[keyword] ?? lsp.SymbolKind.Field;
}
