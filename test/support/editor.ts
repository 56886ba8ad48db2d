// Fixtures for editor features: `$0` is the cursor, `<|…|>` are ranges, `//- /file.ward` begins a file. The marks are taken out
// before the text is checked.
import type { Range } from "../../grammar/syntax.ts";
import { type Snapshot, snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { TextEdit } from "../../server/src/ide/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { checkFiles, splitFiles } from "./models.ts";

/** A range of a file of a fixture. */
export interface MarkedRange extends Range {
  readonly path: string;
}

/** A fixture without its marks, and what they mark. */
export interface Marked {
  readonly checked: Checked;
  /** Texts by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** The file with the cursor, or else the first. */
  readonly snapshot: Snapshot;
  readonly offset: number;
  /** In the order of files and text. */
  readonly ranges: readonly MarkedRange[];
}

const mark = /\$0|<\||\|>/g;

/** Reads a fixture and checks its files. */
export function marked(fixture: string): Marked {
  const files: Record<string, string> = {};
  const ranges: MarkedRange[] = [];
  let cursor: { path: string; offset: number } | undefined;
  for (const [path, text] of Object.entries(splitFiles(fixture))) {
    let clean = "";
    let at = 0;
    const opened: number[] = [];
    for (const { 0: found, index } of text.matchAll(mark)) {
      clean += text.slice(at, index);
      at = index + found.length;
      if (found === "$0") cursor = { path, offset: clean.length };
      else if (found === "<|") opened.push(clean.length);
      else ranges.push({ path: path.slice(1), start: opened.pop() ?? 0, end: clean.length });
    }
    files[path] = clean + text.slice(at);
  }
  const checked = checkedOnce(files);
  const path = (cursor?.path ?? Object.keys(files)[0] ?? "").slice(1);
  const snapshot = snapshotOf(checked, path);
  if (snapshot === undefined) throw new Error(`the fixture has no file ${path}`);
  return {
    checked,
    files,
    snapshot,
    offset: cursor?.offset ?? 0,
    ranges: ranges.sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1)),
  };
}

const known = new Map<string, Checked>();

// Many cases put their cursor into the same text, and what was checked never changes.
function checkedOnce(files: Readonly<Record<string, string>>): Checked {
  const key = JSON.stringify(files);
  const checked = known.get(key) ?? checkFiles(files);
  known.set(key, checked);
  return checked;
}

/** Texts of files after changes; throws when changes overlap or lie outside their file. */
export function withEdits(files: Readonly<Record<string, string>>, edits: readonly TextEdit[]): Record<string, string> {
  const changed = { ...files };
  const sorted = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  const reached = new Map<string, number>();
  for (const { file, range, text } of sorted) {
    const path = `/${file.path}`;
    const before = changed[path];
    if (before === undefined) throw new Error(`a change of ${file.path}, which is no file of the fixture`);
    if (range.start < 0 || range.end < range.start || range.end > (reached.get(path) ?? before.length))
      throw new Error(`changes of ${file.path} overlap or lie outside`);
    reached.set(path, range.start);
    changed[path] = before.slice(0, range.start) + text + before.slice(range.end);
  }
  return changed;
}

/** Where a place is, as tests write it: `main.ward: Pump`, the text at it; of a shipped file only its text. */
export function placeText({ file, range }: { readonly file: Snapshot["file"]; readonly range: Range }): string {
  const text = file.tree.text.slice(range.start, range.end);
  return file.origin === "catalogue" ? `${file.path}: ${text}` : text;
}
