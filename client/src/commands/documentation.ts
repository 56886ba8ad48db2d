// "Open documentation": the pages that come with the extension.
import * as vscode from "vscode";
import type { CommandContext } from "./index.ts";

/** Lets choose a page and shows it. */
export async function openDocumentation({ extension }: CommandContext): Promise<void> {
  const pages = [
    { label: "Read me", path: "README.md" },
    { label: "The language", path: "docs/language.md" },
    { label: "What the analysis means", path: "docs/analysis.md" },
    { label: "Catalogues", path: "docs/catalogue.md" },
    { label: "Diagnostics", path: "docs/diagnostics/README.md" },
  ];
  const page = await vscode.window.showQuickPick(pages, { placeHolder: "Page to open" });
  if (page) await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(extension.extensionUri, page.path));
}
