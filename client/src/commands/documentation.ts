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
  { label: "Diagrams", path: "docs/diagram.md" },
  { label: "The live diagram", path: "docs/preview.md" },
  { label: "Documents", path: "docs/reports.md" },
  { label: "Other editors", path: "docs/editors.md" },
];

/** Lets choose a page and shows it. */
export async function openDocumentation({ extension }: CommandContext): Promise<void> {
  const page = await vscode.window.showQuickPick(pages, { placeHolder: "Page to open" });
  if (page) await vscode.commands.executeCommand("markdown.showPreview", await locate(extension.extensionUri, page.path));
}

// The packaging tool gives the read-me a name in small letters, which is another file on most systems.
async function locate(folder: vscode.Uri, path: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, path);
  return await vscode.workspace.fs.stat(uri).then(
    () => uri,
    () => vscode.Uri.joinPath(folder, path.toLowerCase()),
  );
}
