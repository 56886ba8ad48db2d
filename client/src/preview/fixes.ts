// Quick fixes for an element of the picture: those that the editor offers at its name.
import * as vscode from "vscode";
import type { WirePlace } from "../../../server/src/lsp/protocol.ts";

const most = 12;

/** What the fixes are called; those that the server prefers come first. */
export async function fixTitles(place: WirePlace): Promise<string[]> {
  const all = await fixesAt(place);
  const preferred = (fix: vscode.CodeAction): number => Number(fix.isPreferred === true);
  return [...new Set(all.sort((a, b) => preferred(b) - preferred(a)).map(({ title }) => title))].slice(0, most);
}

/** Applies the fix of a name; leaves the cursor where the fix wants it. */
export async function applyFix(place: WirePlace, title: string): Promise<void> {
  const fix = (await fixesAt(place)).find((one) => one.title === title);
  if (fix?.edit === undefined || !(await vscode.workspace.applyEdit(fix.edit))) return;
  if (fix.command) await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
}

async function fixesAt({ uri, range: { start, end } }: WirePlace): Promise<vscode.CodeAction[]> {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const kind = vscode.CodeActionKind.QuickFix.value;
  return (
    (await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", vscode.Uri.parse(uri), range, kind)) ??
    []
  );
}
