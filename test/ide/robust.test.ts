// Every editor feature at every stride of texts that are broken in many ways: none throws, and all ranges lie in their file.
import assert from "node:assert/strict";
import type { Range } from "../../grammar/syntax.ts";
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
import { type Snapshot, snapshotOf } from "../../server/src/ide/snapshot.ts";
import { documentSymbols, workspaceSymbols } from "../../server/src/ide/symbols.ts";
import { semanticTokens } from "../../server/src/ide/tokens.ts";
import type { OutlineItem } from "../../server/src/ide/types.ts";
import type { Location } from "../../server/src/source/types.ts";
import { checkFiles } from "../support/models.ts";
import { mutate, random } from "../support/mutate.ts";
import { pump } from "./pump.ts";

const lengthOf = ({ file }: Location | { file: Snapshot["file"] }): number => file.tree.text.length;

function within(range: Range, length: number, what: string): void {
  assert.ok(0 <= range.start && range.start <= range.end && range.end <= length, `${what}: ${range.start} to ${range.end} of ${length}`);
}

function placed(locations: readonly Location[], what: string): void {
  for (const location of locations) within(location.range, lengthOf(location), what);
}

function outline(items: readonly OutlineItem[], length: number): void {
  for (const item of items) {
    within(item.range, length, "symbols");
    within(item.nameRange, length, "symbols");
    assert.notEqual(item.name, "");
    outline(item.children, length);
  }
}

function wholeFile(snapshot: Snapshot): void {
  const { length } = snapshot.file.tree.text;
  const all = { start: 0, end: length };
  outline(documentSymbols(snapshot), length);
  placed(workspaceSymbols(snapshot.checked, "p"), "workspace symbols");
  for (const fold of folds(snapshot)) within(fold, length, "folds");
  for (const hint of inlayHints(snapshot, all)) within({ start: hint.offset, end: hint.offset }, length, "inlays");
  for (const lens of codeLenses(snapshot)) within(lens.range, length, "lenses");
  for (const link of documentLinks(snapshot)) within(link.range, length, "links");
  placed(formatDocument(snapshot), "formatting");
  let end = 0;
  for (const token of semanticTokens(snapshot)) {
    within(token, length, "tokens");
    assert.ok(token.start >= end && token.end > token.start, "tokens are in order and do not overlap");
    assert.ok(!/[\r\n]/.test(snapshot.file.tree.text.slice(token.start, token.end)), "a token stays in its line");
    end = token.end;
  }
}

function at(snapshot: Snapshot, offset: number): void {
  const { length } = snapshot.file.tree.text;
  const shown = hover(snapshot, offset);
  if (shown) {
    within(shown.range, length, "hover");
    assert.ok(shown.markdown.trim() !== "" && !shown.markdown.includes("undefined"), shown.markdown);
  }
  for (const way of [definition, declaration, typeDefinition, implementation]) {
    const targets = way(snapshot, offset);
    placed(targets, way.name);
    for (const target of targets) within(target.full, lengthOf(target), way.name);
  }
  placed(references(snapshot, offset, true), "references");
  for (const { range } of highlights(snapshot, offset)) within(range, length, "highlights");
  for (const range of selectionRanges(snapshot, offset)) within(range, length, "selection");
  for (const range of linkedEditing(snapshot, offset)) within(range, length, "linked editing");
  const prepared = prepareRename(snapshot, offset);
  if ("range" in prepared) within(prepared.range, length, "rename");
  for (const party of prepareFlows(snapshot, offset)) {
    placed([party], "flows");
    for (const call of [...incomingFlows(snapshot, party.id), ...outgoingFlows(snapshot, party.id)])
      placed([call.party, ...call.flows], "flows");
  }
  placed(formatRange(snapshot, { start: offset, end: Math.min(length, offset + 40) }), "range formatting");
  placed([...formatOnType(snapshot, offset, "}"), ...formatOnType(snapshot, offset, "\n")], "formatting on type");
}

function everywhere(text: string, stride: number, renames: number): void {
  const snapshot = snapshotOf(checkFiles({ "/main.ward": text }), "main.ward");
  assert.ok(snapshot);
  wholeFile(snapshot);
  for (let offset = 0; offset <= text.length; offset += stride) at(snapshot, offset);
  for (let one = 0; one < renames; one++) {
    const edits = rename(snapshot, Math.floor((text.length * one) / renames), "Renamed");
    if (!("problem" in edits)) placed(edits, "rename");
  }
}

/** The text without one of its tokens, for tokens at a stride. */
function* withoutTokens(text: string, stride: number): Iterable<string> {
  const tokens = [...text.matchAll(/"[^"\n]*"|[\p{L}\p{N}_-]+|[^\s\p{L}\p{N}_]/gu)];
  for (let index = 0; index < tokens.length; index += stride) {
    const { 0: token, index: start } = tokens[index] as RegExpExecArray;
    yield text.slice(0, start) + text.slice(start + token.length);
  }
}

describe("editor features on broken texts", () => {
  it("stand a whole text at every third offset", () => everywhere(pump, 3, 30));

  it("stand a text that ends anywhere", () => {
    for (let end = 0; end < pump.length; end += 173) everywhere(pump.slice(0, end), 59, 1);
  });

  it("stand a text that lacks any of its tokens", () => {
    for (const text of withoutTokens(pump, 17)) everywhere(text, 97, 1);
  });

  it("stand damage of every sort", () => {
    const next = random(7);
    for (let times = 0; times < 40; times++) everywhere(mutate(pump, next), 89, 1);
  });

  it("stand every sort of line break, and texts of nothing", () => {
    for (const text of [pump.replaceAll("\n", "\r\n"), pump.replaceAll("\n", "\r"), "", "\n", "\ufeff", "{", "accept", "😀", `${pump}\n/*`])
      everywhere(text, 83, 1);
  });
});
