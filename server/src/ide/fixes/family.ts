// What a family of fixes works with, and how a fix is made: edits with marks that say where the caret should stand.
import type { Range } from "../../../../grammar/syntax.ts";
import type { Analysis } from "../../analysis/types.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import type { SourceFile } from "../../source/types.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Fix } from "../types.ts";

/** A change before its marks are read. */
export interface Edit {
  readonly file: SourceFile;
  readonly range: Range;
  /** Lines end with LF; they get the file's own line ending. */
  readonly text: string;
}

/** A fix, and whether it may be applied without asking. */
export interface Draft extends Fix {
  readonly safe: boolean;
}

/** A finding that fixes are wanted for, with what is known around it. */
export interface Problem {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis;
  readonly diagnostic: Diagnostic;
  readonly file: SourceFile;
  readonly text: string;
  readonly range: Range;
}

/** The fixes of a finding; the best one first. */
export type Family = (problem: Problem) => Iterable<Draft | undefined>;

const begin = "\u0002";
const end = "\u0003";

/** Marks the text that is to be selected after the fix. */
export function selected(text: string): string {
  return `${begin}${text}${end}`;
}

/** A placeholder for the writer's own words, selected. */
export const placeholder = `"${selected("…")}"`;

/** A text without marks. */
export function unmarked(text: string): string {
  return text.replaceAll(begin, "").replaceAll(end, "");
}

/** A text that was laid out anew, with the mark of the text before around the same words. */
export function remarked(marked: string, laidOut: string): string {
  const from = marked.indexOf(begin);
  if (from < 0) return laidOut;
  const words = unmarked(marked.slice(from, marked.indexOf(end)));
  const at = laidOut.indexOf(words, Math.max(0, from - 4));
  return at < 0 ? laidOut : laidOut.slice(0, at) + selected(words) + laidOut.slice(at + words.length);
}

/** What a fix may say besides its title and edits. */
export interface DraftOptions {
  readonly preferred?: boolean;
  readonly safe?: boolean;
  readonly kind?: Fix["kind"];
}

/** A fix from edits; undefined when one of them is undefined or changes a file that ships with the tool. */
export function draft(
  { diagnostic }: Problem,
  title: string,
  edits: readonly (Edit | undefined)[],
  options: DraftOptions = {},
): Draft | undefined {
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length === 0 || known.length < edits.length || known.some(({ file }) => file.origin !== "user")) return undefined;
  return {
    title,
    codes: [diagnostic.code],
    kind: options.kind ?? "quickfix",
    preferred: options.preferred ?? false,
    safe: options.safe ?? false,
    edits: known.map(({ file, range, text }) => ({ file, range, text: withLineEnding(unmarked(text), file) })),
    caret: caretOf(known),
  };
}

function caretOf(edits: readonly Edit[]): Fix["caret"] {
  const marked = edits.find(({ text }) => text.includes(begin));
  if (marked === undefined) return undefined;
  const { file, range } = marked;
  const from = marked.text.indexOf(begin);
  const selection = withLineEnding(unmarked(marked.text.slice(from, marked.text.indexOf(end))), file);
  // The edits before it in the same file move it; of insertions at one place those that come first in the list.
  const precedes = (edit: Edit): boolean =>
    edit.range.end < range.start || (edit.range.end === range.start && edits.indexOf(edit) < edits.indexOf(marked));
  const moved = edits
    .filter((edit) => edit !== marked && edit.file === file && precedes(edit))
    .reduce((sum, edit) => sum + withLineEnding(unmarked(edit.text), file).length - (edit.range.end - edit.range.start), 0);
  const before = withLineEnding(unmarked(marked.text.slice(0, from)), file).length;
  return { path: file.path, offset: range.start + moved + before, length: selection.length };
}

/** A text with the line ending that its file uses. */
function withLineEnding(text: string, file: SourceFile): string {
  const source = file.tree.text;
  const ending = source.includes("\r\n") ? "\r\n" : source.includes("\n") || !source.includes("\r") ? "\n" : "\r";
  return ending === "\n" ? text : text.replaceAll("\n", ending);
}
