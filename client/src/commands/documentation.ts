// "Open documentation": the pages that come with the extension.
import * as vscode from "vscode";
import type { CommandContext } from "./index.ts";

const pages = [
  { label: "Read me", path: "README.md" },
  { label: "The language", path: "docs/language.md" },
  { label: "What the analysis means", path: "docs/analysis.md" },
  { label: "Findings and how to resolve them", path: "docs/diagnostics/README.md" },
  { label: "Catalogues", path: "docs/catalogue.md" },
  { label: "The command line", path: "docs/cli.md" },
  { label: "Other editors", path: "docs/editors.md" },
];

/** Lets choose a page and shows it. */
export async function openDocumentation({ extension }: CommandContext): Promise<void> {
  const page = await vscode.window.showQuickPick(pages, { placeHolder: "Page to open" });
  if (page) await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(extension.extensionUri, page.path));
}
