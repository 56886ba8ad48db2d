// The proof that a rename changes names and nothing else: the changed texts are bound again, and every name must mean the
// same declaration as before. Trying is the only way to be sure, since a name is seen from many scopes and files.
import { parse } from "../../../../grammar/parser/index.ts";
import type { Analysis } from "../../analysis/types.ts";
import { compileCatalogue } from "../../catalogue/catalogue.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { bind } from "../../model/bind.ts";
import type { Model } from "../../model/model.ts";
import type { Entity, Reference } from "../../model/types.ts";
import { positionAt } from "../../source/lines.ts";
import type { ResolvedImport, SourceFile } from "../../source/types.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { coreCatalogue } from "../../workspace/shipped.ts";
import type { TextEdit } from "../types.ts";

/** What would no longer mean what it means, as a part of a sentence; nothing when the changes are safe in a model. */
export function changedMeaning({ analysis }: CheckedModel, renamed: Entity, edits: readonly TextEdit[]): string | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) byFile.set(edit.file.path, [...(byFile.get(edit.file.path) ?? []), edit]);
  const files = changedFiles(analysis.model.files, byFile);
  for (const file of files) {
    const before = analysis.model.files.find(({ path }) => path === file.path);
    if (before && file.tree.problems.length > before.tree.problems.length) return `${file.path} would no longer be well formed`;
  }
  const model = bind(files, coreCatalogue());
  // Names in conditions are resolved when the catalogue is compiled.
  const problems = [...model.problems, ...compileCatalogue(model).problems];
  return changedReference(analysis.model, model, renamed, byFile) ?? newProblem(analysis, problems);
}

function changedFiles(files: readonly SourceFile[], edits: ReadonlyMap<string, readonly TextEdit[]>): SourceFile[] {
  const copies = new Map<string, SourceFile & { imports: readonly ResolvedImport[] }>();
  for (const file of files) {
    const own = edits.get(file.path);
    copies.set(file.path, file.origin === "catalogue" ? file : { ...file, tree: own ? parse(applied(file.tree.text, own)) : file.tree });
  }
  for (const copy of copies.values()) {
    if (copy.origin === "user")
      copy.imports = copy.imports.map((one) => ({ ...one, files: one.files.map((file) => copies.get(file.path) ?? file) }));
  }
  return [...copies.values()];
}

/** A text with changes made; they are in the order of the text. */
function applied(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { range, text: inserted } of edits) {
    result += text.slice(at, range.start) + inserted;
    at = range.end;
  }
  return result + text.slice(at);
}

function changedReference(
  before: Model,
  after: Model,
  renamed: Entity,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): string | undefined {
  // The same declarations in the same order: only their names and offsets differ.
  const counterparts = new Map(before.entities.map((entity, index) => [entity, after.entities[index]]));
  const found = new Map(after.references.map((reference) => [`${reference.file.path} ${reference.range.start}`, reference]));
  for (const reference of before.references) {
    const { file, range, target } = reference;
    if (file.origin === "catalogue" && target.file.origin === "catalogue") continue;
    const now = found.get(`${file.path} ${shifted(edits.get(file.path) ?? [], range.start)}`);
    if (now && now.target === counterparts.get(target)) continue;
    return `${placeOf(reference)} would ${now ? `mean \`${now.target.id}\`` : "no longer be clear"}${target === renamed ? "" : ` instead of \`${target.id}\``}`;
  }
  return undefined;
}

/** Where an offset has gone. */
function shifted(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { range, text } of edits) {
    if (range.start >= offset) break;
    moved += text.length - (range.end - range.start);
  }
  return moved;
}

function placeOf({ file, range }: Reference): string {
  const { text } = file.tree;
  return `\`${text.slice(range.start, range.end)}\` in ${file.path}, line ${positionAt(text, range.start).line + 1},`;
}

/** A problem of names or types that was not there before; messages may name what is renamed, so they are counted by code. */
function newProblem({ model, catalogue }: Analysis, after: readonly Diagnostic[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { code } of [...model.problems, ...catalogue.problems]) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code, message } of after) {
    const left = (counts.get(code) ?? 0) - 1;
    if (left < 0) return message;
    counts.set(code, left);
  }
  return undefined;
}
