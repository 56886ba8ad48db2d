// Completion as tests read it: a text with `$0` at the cursor, what is suggested first, what is not, and the line that
// taking a suggestion gives.
import assert from "node:assert/strict";
import { complete } from "../../server/src/ide/completion/index.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import type { Completion } from "../../server/src/ide/types.ts";
import { checkFiles, splitFiles } from "../support/models.ts";

/** What is expected at a cursor. */
export interface Expected {
  /** The first suggestions, in order; an empty list for none at all. */
  readonly first?: readonly string[];
  /** All suggestions, in order. */
  readonly all?: readonly string[];
  readonly has?: readonly string[];
  readonly not?: readonly string[];
  /** Suggestions with the line that each gives; `|` is where the cursor then stands, placeholders stand in `<>`. */
  readonly gives?: Readonly<Record<string, string>>;
  /** Suggestions with a part of their detail. */
  readonly details?: Readonly<Record<string, string>>;
  /** Suggestions with a part of their documentation. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Suggestions after which completion is asked for again. */
  readonly retriggers?: readonly string[];
}

/** The suggestions at the `$0` of `/main.ward`. */
export function completionsAt(fixture: string): { items: Completion[]; text: string; offset: number } {
  const files = splitFiles(fixture);
  const marked = files["/main.ward"] ?? "";
  const offset = marked.indexOf("$0");
  assert.ok(offset >= 0, "no $0 in the text");
  const text = marked.replace("$0", "");
  const snapshot = snapshotOf(checkFiles({ ...files, "/main.ward": text }), "main.ward");
  assert.ok(snapshot);
  return { items: complete(snapshot, offset), text, offset };
}

/** Asserts what is suggested at `$0`. */
export function suggests(fixture: string, expected: Expected): void {
  const { items, text } = completionsAt(fixture);
  const labels = items.map(({ label }) => label);
  const find = (label: string): Completion => {
    const found = items.find((one) => one.label === label);
    assert.ok(found, `${label} is not among ${labels.slice(0, 40).join(", ")}`);
    return found;
  };
  if (expected.first) assert.deepEqual(expected.first.length === 0 ? labels : labels.slice(0, expected.first.length), expected.first);
  if (expected.all) assert.deepEqual(labels, expected.all);
  for (const label of expected.has ?? []) find(label);
  for (const label of expected.not ?? []) assert.ok(!labels.includes(label), `${label} is suggested`);
  for (const [label, line] of Object.entries(expected.gives ?? {})) assert.equal(taken(text, find(label)), line);
  for (const [label, part] of Object.entries(expected.details ?? {}))
    assert.ok(find(label).detail?.includes(part), `detail of ${label}: ${find(label).detail}`);
  for (const [label, part] of Object.entries(expected.documents ?? {}))
    assert.ok(find(label).documentation?.includes(part), `${label}: ${find(label).documentation}`);
  for (const label of expected.retriggers ?? []) assert.ok(find(label).retrigger, `${label} does not ask again`);
}

/** The line, or the lines of a snippet, after a suggestion was taken. */
function taken(text: string, { insert, snippet, replace }: Completion): string {
  const shown = snippet ? plain(insert) : `${insert}|`;
  const before = text.slice(0, replace.start);
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(replace.end))?.[0] ?? "";
  return `${before.slice(start)}${shown}${rest}`;
}

function plain(snippet: string): string {
  const cursor = snippet.includes("$1") || snippet.includes("${1") ? /\$1/ : /\$0/;
  return snippet
    .replace(cursor, "|")
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "<$1>")
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, "<$1>")
    .replaceAll(/\$\d+/g, "");
}
