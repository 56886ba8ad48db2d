// The tests' entry for the extension in the browser's worker: no Node there, so a few cases without Mocha, and the results go into
// a file of the workspace.
import * as vscode from "vscode";
import type { Result } from "../protocol.ts";
import { until } from "./wait.ts";
import { codeOf, findings, open, place, uriOf } from "./workspace.ts";

const uncovered = (all: vscode.Diagnostic[]): boolean => all.some((one) => codeOf(one) === "uncovered-threat");

const cases: Readonly<Record<string, () => Promise<void>>> = {
  "runs in the worker of the browser": async () => {
    await vscode.extensions.getExtension("ward.ward")?.activate();
    if ("process" in globalThis && "versions" in process && process.versions.node) throw new Error("this is Node");
  },
  "finds what is open, in files that are not open too": async () => {
    await open("pump.ward");
    await findings("pump.ward", "has open threats", uncovered);
    await findings("clinic.ward", "misses assumptions", (all) => all.some((one) => codeOf(one) === "missing-assumption"));
  },
  "completes, and goes into the shipped catalogue": async () => {
    const editor = await open("pump.ward");
    const { uri } = editor.document;
    const at = place(editor, "  within: Clinic\n|");
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", uri, at);
    if (!list.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "physical-access"))
      throw new Error("no completion");
    const [found] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      "vscode.executeDefinitionProvider",
      uri,
      place(editor, ": Infusion|Pump {"),
    );
    const target = await vscode.workspace.openTextDocument(found?.targetUri as vscode.Uri);
    if (!target.getText().includes("kind InfusionPump")) throw new Error(`${target.uri} is not the catalogue`);
  },
  "follows files that come and go": async () => {
    const text = new TextEncoder().encode('import "ward:medical"\nsystem Other "Other" { regulation: Nothing }\n');
    await vscode.workspace.fs.writeFile(uriOf("other.ward"), text);
    await findings("other.ward", "is known", (all) => all.length > 0);
    await vscode.workspace.fs.delete(uriOf("other.ward"));
    await findings("other.ward", "is forgotten", (all) => all.length === 0);
  },
  "draws diagrams, with the layout in a worker": async () => {
    const { document } = await open("pump.ward");
    await vscode.commands.executeCommand("ward.openDiagramToSide");
    const api = vscode.extensions.getExtension("ward.ward")?.exports;
    await until("a picture is painted", () => {
      const [panel] = api.diagrams();
      return panel?.painted.serial > 0 && panel.view === "full" ? { value: true } : { seen: panel };
    });
    const target = uriOf("full.svg");
    await vscode.commands.executeCommand("ward.exportDiagram", { format: "svg", target });
    const svg = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    if (!svg.includes('data-id="Pump.Firmware"')) throw new Error(svg.slice(0, 500));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.window.showTextDocument(document);
  },
  "shows documents, and writes them into the workspace": async () => {
    const { document } = await open("pump.ward");
    await vscode.commands.executeCommand("ward.openDocument", document.uri, "instructions");
    const api = vscode.extensions.getExtension("ward.ward")?.exports;
    await until("a document is shown", () => {
      const [panel] = api.documents();
      return panel?.kind === "instructions" && panel.shown.key !== "" ? { value: true } : { seen: panel };
    });
    const target = uriOf("documents");
    await vscode.commands.executeCommand("ward.writeDocuments", document.uri, { formats: ["md"], language: "en", target });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(target, "instructions.md")));
    await vscode.workspace.fs.delete(target, { recursive: true });
    if (!text.startsWith("# Instructions for use")) throw new Error(text.slice(0, 500));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.window.showTextDocument(document);
  },
  "starts anew on command, with all files": async () => {
    await vscode.commands.executeCommand("ward.restartServer");
    const { document } = await open("pump.ward");
    await until("the server answers", async () => {
      const symbols = await vscode.commands.executeCommand<unknown[]>("vscode.executeDocumentSymbolProvider", document.uri);
      return symbols?.length > 0 ? { value: true } : { seen: symbols };
    });
    await findings("pump.ward", "has open threats", uncovered);
    await findings("clinic.ward", "misses assumptions", (all) => all.some((one) => codeOf(one) === "missing-assumption"));
  },
};

/** Called by VS Code. */
export async function run(): Promise<void> {
  const results: Result[] = [];
  for (const [title, test] of Object.entries(cases)) {
    const start = Date.now();
    const end = (state: Result["state"], error?: string): void => {
      results.push({ title: ["in the browser", title], state, milliseconds: Date.now() - start, ...(error ? { error } : {}) });
    };
    await test().then(
      () => end("passed"),
      (error: Error) => end("failed", error.stack ?? error.message),
    );
  }
  await vscode.workspace.fs.writeFile(uriOf("results.json"), new TextEncoder().encode(JSON.stringify(results)));
  if (results.some(({ state }) => state === "failed")) throw new Error("tests failed");
}
