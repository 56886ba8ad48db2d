// The extension as one program for all kinds of VS Code: takes the part for Node or that for a browser's worker.
import type * as vscode from "vscode";
import type { Api } from "./activate.ts";

const isNode = typeof process === "object" && typeof process.versions?.node === "string";
const part = () => (isNode ? import("./extension.ts") : import("./web.ts"));

/** Called by VS Code when a `.ward` file is opened, a command or view of Ward is used, or a Markdown preview is shown. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  return await (await part()).activate(context);
}

/** Called by VS Code when the extension is switched off. */
export async function deactivate(): Promise<void> {
  await (await part()).deactivate();
}
