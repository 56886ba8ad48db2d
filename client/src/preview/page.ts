// The document of a panel's page: what it may load is its own script and style, and nothing else.
import * as vscode from "vscode";

/** Gives a new panel Ward's icon, and lets its page load its own script and style. */
export function dress(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, "client/media/ward-light.svg"),
    dark: vscode.Uri.joinPath(extensionUri, "client/media/ward-dark.svg"),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [resourceRoot(extensionUri)] };
}

/** The folder that the page's script and style lie in. */
function resourceRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist");
}

/** What a page is made from: the stem of its script and style, its title, and whether it shows images that it holds itself. */
export interface PageParts {
  readonly name: string;
  readonly title: string;
  readonly images?: boolean;
}

/** The document. */
export function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri, { name: stem, title, images = false }: PageParts): string {
  const nonce = randomWord();
  const address = (name: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(resourceRoot(extensionUri), name));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'${images ? "; img-src data:" : ""}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${stem}.css`)}">
</head>
<body>
<script nonce="${nonce}" src="${address(`${stem}.js`)}"></script>
</body>
</html>`;
}

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
