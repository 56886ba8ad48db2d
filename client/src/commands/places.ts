// Commands that code lenses and quick fixes use to go somewhere.
import * as vscode from "vscode";
import type { CommandContext } from "./index.ts";

interface WirePosition {
  readonly line: number;
  readonly character: number;
}

interface WireLocation {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

const position = ({ line, character }: WirePosition): vscode.Position => new vscode.Position(line, character);
const range = (one: WireLocation["range"]): vscode.Range => new vscode.Range(position(one.start), position(one.end));

/** Shows the view of threats, at the element that a code lens stands over. */
export async function showThreats(
  { store, threats }: CommandContext,
  _uri?: string,
  _at?: WirePosition,
  places: readonly WireLocation[] = [],
): Promise<void> {
  const place = places[0];
  const models = place === undefined ? [] : await store.get();
  const found = models
    .flatMap((model) => model.threats)
    .find((one) => place !== undefined && one.uri === place.uri && same(one.range.start, place.range.start));
  await threats.reveal(found?.element);
}

/** Shows places in the peek view at a position. */
export async function showReferences(_: CommandContext, uri: string, at: WirePosition, places: readonly WireLocation[]): Promise<void> {
  const locations = places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), range(place.range)));
  await vscode.commands.executeCommand("editor.action.showReferences", vscode.Uri.parse(uri), position(at), locations);
}

/** Selects what a quick fix left to be filled in. */
export async function select(_: CommandContext, uri: string, selection: WireLocation["range"]): Promise<void> {
  const wanted = range(selection);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: wanted });
  // Right after an edit the editor may still be taking that in, and the selection is lost on the way.
  editor.selection = new vscode.Selection(wanted.start, wanted.end);
}

function same(one: WirePosition, other: WirePosition): boolean {
  return one.line === other.line && one.character === other.character;
}
