// One `check` for each editor feature: fixture in, what it should give; differences fail with both sides written out.
import assert from "node:assert/strict";
import { declaration, definition, implementation, typeDefinition } from "../../server/src/ide/definition.ts";
import { incomingFlows, outgoingFlows, prepareFlows } from "../../server/src/ide/flows.ts";
import { folds } from "../../server/src/ide/folding.ts";
import { formatDocument, formatOnType, formatRange } from "../../server/src/ide/formatting.ts";
import { hover } from "../../server/src/ide/hover.ts";
import { inlayHints } from "../../server/src/ide/inlays.ts";
import { codeLenses } from "../../server/src/ide/lenses.ts";
import { linkedEditing } from "../../server/src/ide/linked.ts";
import { documentLinks } from "../../server/src/ide/links.ts";
import { highlights, references } from "../../server/src/ide/references.ts";
import { prepareRename, rename } from "../../server/src/ide/rename.ts";
import { selectionRanges } from "../../server/src/ide/selection.ts";
import { documentSymbols, workspaceSymbols } from "../../server/src/ide/symbols.ts";
import { semanticTokens } from "../../server/src/ide/tokens.ts";
import type { FlowCall, OutlineItem } from "../../server/src/ide/types.ts";
import type { Location } from "../../server/src/source/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { marked, placeText, withEdits } from "./editor.ts";
import { checkFiles } from "./models.ts";

const placed = ({ file, range }: Location) => ({ path: file.path, start: range.start, end: range.end });

/** The hover holds each of some texts and none of others; `<|…|>` is its range when marked. Without texts there is no hover. */
export function checkHover(fixture: string, holds: readonly string[], lacks: readonly string[] = []): void {
  const { snapshot, offset, ranges } = marked(fixture);
  const found = hover(snapshot, offset);
  if (holds.length === 0) {
    assert.equal(found?.markdown, undefined);
    return;
  }
  const { markdown } = found ?? { markdown: "(no hover)" };
  for (const text of holds) assert.ok(markdown.includes(text), `"${text}" is not in\n${markdown}`);
  for (const text of lacks) assert.ok(!markdown.includes(text), `"${text}" is in\n${markdown}`);
  const [range] = ranges;
  if (range && found)
    assert.deepEqual({ start: found.range.start, end: found.range.end }, { start: range.start, end: range.end }, "its range");
}

const ways = { definition, declaration, typeDefinition, implementation };

/** Going somewhere leads to the names `<|…|>`, and to these names of shipped files. */
export function checkTargets(way: keyof typeof ways, fixture: string, shipped: readonly string[] = []): void {
  const { snapshot, offset, ranges } = marked(fixture);
  const found = ways[way](snapshot, offset);
  assert.deepEqual(sorted(found.filter(({ file }) => file.origin === "user").map(placed)), ranges);
  assert.deepEqual(
    found
      .filter(({ file }) => file.origin === "catalogue")
      .map(placeText)
      .sort(),
    [...shipped].sort(),
  );
  for (const { full, range, origin } of found) {
    assert.ok(full.start <= range.start && range.end <= full.end, "the name stands in its declaration");
    assert.ok(origin && origin.start <= offset && offset <= origin.end, "the jump starts at the cursor");
  }
}

function sorted<T extends { readonly path: string; readonly start: number }>(places: readonly T[]): T[] {
  return [...places].sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1));
}

/** The references with declaration are the ranges `<|…|>`; without it, one fewer. */
export function checkReferences(fixture: string): void {
  const { snapshot, offset, ranges } = marked(fixture);
  assert.deepEqual(references(snapshot, offset, true).map(placed), ranges);
  assert.equal(references(snapshot, offset, false).length, Math.max(0, ranges.length - 1));
}

/** The highlights are the ranges `<|…|>`; these of them (counted from 0) are written. */
export function checkHighlights(fixture: string, written: readonly number[]): void {
  const { snapshot, offset, ranges } = marked(fixture);
  const expected = ranges.map(({ start, end }, index) => ({ range: { start, end }, write: written.includes(index) }));
  const found = highlights(snapshot, offset).map(({ range, write }) => ({ range: { start: range.start, end: range.end }, write }));
  assert.deepEqual(found, expected);
}

/** Renaming what is under the cursor changes the ranges `<|…|>` and nothing else, and the analysis changes by the new name only. */
export function checkRename(fixture: string, newName: string): void {
  const { checked, files, snapshot, offset, ranges } = marked(fixture);
  const prepared = prepareRename(snapshot, offset);
  if ("problem" in prepared) assert.fail(prepared.problem);
  assert.ok(prepared.range.start <= offset && offset <= prepared.range.end);
  const edits = rename(snapshot, offset, newName);
  if ("problem" in edits) assert.fail(edits.problem);
  assert.deepEqual(edits.map(placed), ranges);
  const after = checkFiles(withEdits(files, edits));
  const word = new RegExp(`(?<![\\p{L}\\p{N}_-])${prepared.placeholder}(?![\\p{L}\\p{N}_-])`, "gu");
  assert.deepEqual(
    findings(after),
    findings(checked)
      .map((line) => line.replace(word, newName))
      .sort(),
  );
}

// What the analysis says, without places and without words in which a name may stand unchanged by right (titles, reasons).
function findings({ models, diagnostics }: Checked): string[] {
  const instances = models.flatMap(({ analysis }) => [
    ...analysis.threats.map(({ id, state, risk, answers }) => `${id} ${state} ${risk.residual} ${answers.map((one) => one.id).join()}`),
    ...analysis.requirements.map(({ id, state }) => `${id} ${state}`),
  ]);
  return [...instances, ...diagnostics.map(({ code, id }) => `${code} ${id ?? ""}`)].sort();
}

/** Renaming is refused, by prepare already or with this name, with words that the sentence holds. */
export function checkNoRename(fixture: string, newName: string, ...words: readonly string[]): void {
  const { snapshot, offset } = marked(fixture);
  const result = rename(snapshot, offset, newName);
  assert.ok("problem" in result, "it was renamed");
  assert.match(result.problem, /^\S.*\.$/s);
  for (const word of words) assert.ok(result.problem.includes(word), `"${word}" is not in: ${result.problem}`);
}

/** The outline, one line for each item, indented. */
export function checkOutline(fixture: string, expected: readonly string[]): void {
  const { snapshot } = marked(fixture);
  const lines = (items: readonly OutlineItem[], depth: number): string[] =>
    items.flatMap((item) => {
      assert.ok(item.range.start <= item.nameRange.start && item.nameRange.end <= item.range.end, item.name);
      return [
        `${"  ".repeat(depth)}${item.keyword} ${item.name}${item.detail ? ` (${item.detail})` : ""}`,
        ...lines(item.children, depth + 1),
      ];
    });
  assert.deepEqual(lines(documentSymbols(snapshot), 0), expected);
}

/** The first things found in the workspace for a query. */
export function checkWorkspaceSymbols(fixture: string, query: string, expected: readonly string[]): void {
  const found = workspaceSymbols(marked(fixture).checked, query);
  const lines = found.map(
    ({ keyword, name, container, file }) => `${keyword} ${name}${container ? ` in ${container}` : ""} (${file.path})`,
  );
  assert.deepEqual(lines.slice(0, expected.length), expected);
  if (expected.length === 0) assert.deepEqual(lines, []);
}

/** The folds, as the first line that stays, the last line that goes, and the kind. */
export function checkFolds(fixture: string, expected: readonly (readonly [from: number, to: number, kind: string])[]): void {
  const { snapshot } = marked(fixture);
  const { text } = snapshot.file.tree;
  const line = (offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  assert.deepEqual(
    folds(snapshot).map(({ start, end, kind }) => [line(start), line(end), kind]),
    expected,
  );
}

/** The texts that a growing selection takes in, innermost first; long ones as their ends. */
export function checkSelection(fixture: string, expected: readonly string[]): void {
  const { snapshot, offset } = marked(fixture);
  const { text } = snapshot.file.tree;
  const shown = selectionRanges(snapshot, offset).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
  assert.deepEqual(
    shown.map((one) => (one.length > 60 ? `${one.slice(0, 28)} … ${one.slice(-28)}` : one)),
    expected,
  );
}

/** The tokens, as `text type modifiers`. */
export function checkTokens(fixture: string, expected: readonly string[]): void {
  const { snapshot } = marked(fixture);
  const { text } = snapshot.file.tree;
  const shown = semanticTokens(snapshot).map(({ start, end, type, modifiers }) => [text.slice(start, end), type, ...modifiers].join(" "));
  assert.deepEqual(shown, expected);
}

/** The text with its inlay hints put in as `[hint]`. */
export function checkInlays(fixture: string, expected: string): void {
  const { snapshot, ranges } = marked(fixture);
  const { text } = snapshot.file.tree;
  const hints = inlayHints(snapshot, ranges[0] ?? { start: 0, end: text.length });
  const shown = hints.reduceRight((all, hint) => `${all.slice(0, hint.offset)}[${hint.text}]${all.slice(hint.offset)}`, text);
  assert.equal(shown, expected);
}

/** The lenses, as `Name: title`, with the names of what they lead to. */
export function checkLenses(fixture: string, expected: readonly string[]): void {
  const { snapshot } = marked(fixture);
  const { text } = snapshot.file.tree;
  const shown = codeLenses(snapshot).map(
    ({ range, title, targets, command }) =>
      `${text.slice(range.start, range.end)}: ${title} -> ${command} ${targets.map(placeText).join(", ")}`,
  );
  assert.deepEqual(shown, expected);
}

/** The links: the ranges `<|…|>`, and where they lead. */
export function checkLinks(fixture: string, expected: readonly string[]): void {
  const { snapshot, ranges } = marked(fixture);
  const found = documentLinks(snapshot);
  assert.deepEqual(
    found.map(({ range }) => ({ path: snapshot.file.path, ...range })),
    ranges,
  );
  assert.deepEqual(
    found.map(({ target }) => ("url" in target ? target.url : target.path)),
    expected,
  );
}

/** Who is prepared, who talks to the first of them, and to whom it talks: `Party: Flow, Flow`. */
export function checkFlows(fixture: string, parties: readonly string[], incoming: readonly string[], outgoing: readonly string[]): void {
  const { snapshot, offset } = marked(fixture);
  const prepared = prepareFlows(snapshot, offset);
  assert.deepEqual(
    prepared.map(({ id }) => id),
    parties,
  );
  const line = ({ party, flows }: FlowCall): string => `${party.id}: ${flows.map(placeText).join(", ")}`;
  const id = prepared[0]?.id ?? "";
  assert.deepEqual(incomingFlows(snapshot, id).map(line), incoming);
  assert.deepEqual(outgoingFlows(snapshot, id).map(line), outgoing);
}

/** What is linked are the ranges `<|…|>`. */
export function checkLinked(fixture: string): void {
  const { snapshot, offset, ranges } = marked(fixture);
  const found = linkedEditing(snapshot, offset);
  assert.deepEqual(sorted(found.map((range) => ({ path: snapshot.file.path, ...range }))), ranges);
}

/** Formatting the document, the range `<|…|>`, or after the character before the cursor gives a text; every change is of space alone. */
export function checkFormatting(fixture: string, expected: string): void {
  const { snapshot, files, offset, ranges } = marked(fixture);
  const { text } = snapshot.file.tree;
  const [range] = ranges;
  const edits = range
    ? formatRange(snapshot, range)
    : offset > 0
      ? formatOnType(snapshot, offset, text[offset - 1] as string)
      : formatDocument(snapshot);
  for (const edit of edits) assert.match(text.slice(edit.range.start, edit.range.end) + edit.text, /^\s*$/, "a change of more than space");
  assert.equal(withEdits(files, edits)[`/${snapshot.file.path}`], expected);
}
