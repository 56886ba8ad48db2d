// Writes all documents of a model into a folder: asks for formats, language and folder, and before it overwrites anything.
import * as vscode from "vscode";
import { ProgressType } from "vscode-languageclient";
import {
  type DocumentKindsParams,
  type DocumentKindsResult,
  type DocumentLanguage,
  type DocumentSetParams,
  type DocumentSetResult,
  documentKindsRequest,
  documentSetRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { PreviewContext } from "../preview/index.ts";

/** What the command would ask. */
export interface WriteAnswers {
  readonly formats?: readonly string[];
  readonly language?: DocumentLanguage;
  readonly target?: vscode.Uri;
  readonly overwrite?: boolean;
}

type DocumentFile = Extract<DocumentSetResult, { files: unknown }>["files"][number];
interface Report {
  readonly message?: string;
  readonly percentage?: number;
}

const languages: readonly { readonly label: string; readonly language: DocumentLanguage }[] = [
  { label: "English", language: "en" },
  { label: "Deutsch", language: "de" },
];

/** Asks for what is not answered yet, and writes. */
export async function writeDocuments(context: PreviewContext, of: DocumentKindsParams, answers: WriteAnswers = {}): Promise<void> {
  const { client } = context;
  const known = await client.sendRequest<DocumentKindsResult>(documentKindsRequest, of);
  if (known.model === undefined) return void vscode.window.showInformationMessage("This text belongs to no Ward model.");
  const formats = answers.formats ?? (await chooseFormats(known));
  if (formats === undefined || formats.length === 0) return;
  const language = answers.language ?? (await chooseLanguage(known.language));
  if (language === undefined) return;
  const target = answers.target ?? (await chooseFolder(vscode.Uri.parse(of.uri)));
  if (target === undefined) return;
  if (vscode.workspace.fs.isWritableFileSystem(target.scheme) === false)
    return void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} is read-only. Choose another folder.`);
  const params: DocumentSetParams = { ...of, model: known.model, formats, language };
  const set = await working("Writing documents", (report, token) => written(context, params, report, token));
  if (set === undefined) return;
  if ("problem" in set) return void vscode.window.showErrorMessage(`The documents cannot be written: ${set.problem}.`);
  const files = await changed(target, set.files);
  const replaced = files.filter(({ exists }) => exists).length;
  if (replaced > 0 && !(answers.overwrite ?? (await mayReplace(target, replaced, set.files.length)))) return;
  const failed = await working("Writing files", (report, token) => write(target, files, report, token));
  if (failed === undefined) return;
  await tell(target, set, failed);
}

async function chooseFormats({ formats }: DocumentKindsResult): Promise<readonly string[] | undefined> {
  const items = formats.map(({ name, title }) => ({ label: name, description: title, picked: name === "html" }));
  const placeHolder = "Formats (docx, xlsx and CycloneDX: `ward report all`)";
  return (await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder }))?.map(({ label }) => label);
}

async function chooseLanguage(usual: DocumentLanguage): Promise<DocumentLanguage | undefined> {
  const items = [...languages].sort((a, b) => Number(b.language === usual) - Number(a.language === usual));
  return (await vscode.window.showQuickPick(items, { placeHolder: "Language of the fixed texts" }))?.language;
}

async function chooseFolder(model: vscode.Uri): Promise<vscode.Uri | undefined> {
  const usual = vscode.Uri.joinPath(model, "..", "documents");
  const other = "Another folder…";
  const items = [{ label: vscode.workspace.asRelativePath(usual), description: "beside the model" }, { label: other }];
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Folder to write into" });
  if (chosen?.label !== other) return chosen && usual;
  const options = { canSelectFiles: false, canSelectFolders: true, defaultUri: vscode.Uri.joinPath(model, ".."), openLabel: "Write here" };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** Shows that something is going on, which can be stopped; undefined when it was. */
async function working<Result>(
  title: string,
  work: (report: (value: { message: string; percentage: number }) => void, token: vscode.CancellationToken) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(options, (progress, token) => {
    let done = 0;
    return work(({ message, percentage }) => {
      progress.report({ message, increment: percentage - done });
      done = percentage;
    }, token);
  });
}

async function written(
  { client }: PreviewContext,
  params: DocumentSetParams,
  report: (value: { message: string; percentage: number }) => void,
  token: vscode.CancellationToken,
): Promise<DocumentSetResult | undefined> {
  const workDoneToken = `ward-documents-${Date.now()}`;
  const listener = client.onProgress(new ProgressType<Report>(), workDoneToken, ({ message = "", percentage = 0 }) =>
    report({ message, percentage }),
  );
  try {
    return await client.sendRequest<DocumentSetResult>(documentSetRequest, { ...params, workDoneToken }, token);
  } catch (error) {
    return token.isCancellationRequested ? undefined : { problem: (error as Error).message };
  } finally {
    listener.dispose();
  }
}

interface Change extends DocumentFile {
  readonly uri: vscode.Uri;
  /** Something else is there already. */
  readonly exists: boolean;
}

/** The files that are not there yet as they should be. */
async function changed(folder: vscode.Uri, files: readonly DocumentFile[]): Promise<Change[]> {
  const all = await Promise.all(
    files.map(async (file) => {
      const uri = vscode.Uri.joinPath(folder, file.name);
      const found = await vscode.workspace.fs.readFile(uri).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      );
      return found === file.text ? [] : [{ ...file, uri, exists: found !== undefined }];
    }),
  );
  return all.flat();
}

async function mayReplace(folder: vscode.Uri, count: number, all: number): Promise<boolean> {
  const overwrite = "Overwrite";
  const where = vscode.workspace.asRelativePath(folder);
  const question = `${count} of ${all} files are in ${where} already, with other contents.`;
  return (await vscode.window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
}

/** Writes; gives what could not be written, or nothing when it was stopped. */
async function write(
  folder: vscode.Uri,
  files: readonly Change[],
  report: (value: { message: string; percentage: number }) => void,
  token: vscode.CancellationToken,
): Promise<string[] | undefined> {
  const failed: string[] = [];
  try {
    await vscode.workspace.fs.createDirectory(folder);
  } catch (error) {
    return [`${vscode.workspace.asRelativePath(folder)}: ${(error as Error).message}`];
  }
  for (const [index, { uri, name, text }] of files.entries()) {
    if (token.isCancellationRequested) return undefined;
    report({ message: name, percentage: (100 * index) / files.length });
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      failed.push(`${name}: ${(error as Error).message}`);
    }
  }
  return failed;
}

async function tell(folder: vscode.Uri, set: Extract<DocumentSetResult, { files: unknown }>, failed: readonly string[]): Promise<void> {
  const where = vscode.workspace.asRelativePath(folder);
  const problems = [
    ...set.failures.map(({ kind, message }) => `the document "${kind}" could not be made (${message})`),
    // What is wrong with one file is mostly wrong with all.
    ...failed.slice(0, 1).map((one) => (failed.length > 1 ? `${one}, and ${failed.length - 1} more` : one)),
    ...set.problems,
  ];
  const text = `${set.files.length - failed.length} files are in ${where}.${problems.length > 0 ? ` But: ${problems.join("; ")}.` : ""}`;
  const show = problems.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const index = set.files.find(({ name }) => name.startsWith("index."));
  const [openIndex, openFolder] = ["Open Index", "Open Folder"];
  // Not awaited by the command: the message may stay for long.
  void show(text, openIndex, openFolder).then(async (answer) => {
    if (answer === openIndex && index) await openFile(vscode.Uri.joinPath(folder, index.name));
    else if (answer === openFolder) await reveal(folder);
  });
}

// A browser of this machine shows HTML; where the files are elsewhere, the editor shows them.
async function openFile(uri: vscode.Uri): Promise<void> {
  if (isHere(uri) && uri.path.endsWith(".html")) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand(uri.path.endsWith(".md") ? "markdown.showPreview" : "vscode.open", uri);
}

async function reveal(folder: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand(isHere(folder) ? "revealFileInOS" : "revealInExplorer", folder);
}

function isHere({ scheme }: vscode.Uri): boolean {
  return scheme === "file" && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}
