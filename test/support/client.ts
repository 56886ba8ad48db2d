// A language client for tests: starts the built server as a process and speaks the protocol with it over its pipes.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol/node";

const program = fileURLToPath(new URL("../../dist/ward.cjs", import.meta.url));

/** What a modern client says of itself; a test may take abilities away. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source.fixAll"] } } },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

const running = new Set<ChildProcess>();

/** Ends the servers of tests that failed before they could stop them; else the process of the tests would wait for them. */
export function endAll(): void {
  for (const child of running) child.kill();
}

/** A running server with a folder of its own. */
export class Client {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly published = new Map<string, Diagnostic[]>();
  readonly log: string[] = [];
  /** Settings under `ward`: of the editor, and by the URI of a folder. */
  readonly settings: Record<string, unknown> = {};
  /** What the server asked of the client: registered methods, refreshes, progress. */
  readonly asked: string[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(folder: string, process: ChildProcess) {
    this.folder = folder;
    this.process = process;
    this.connection = createProtocolConnection(
      new StreamMessageReader(process.stdout as NonNullable<typeof process.stdout>),
      new StreamMessageWriter(process.stdin as NonNullable<typeof process.stdin>),
    );
    this.connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: PublishDiagnosticsParams) => void this.published.set(uri, diagnostics),
    );
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.log.push(message));
    this.connection.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
      this.asked.push(...registrations.map(({ method }) => `register ${method}`));
      return null;
    });
    for (const feature of ["diagnostic", "codeLens", "inlayHint", "semanticTokens"]) {
      this.connection.onRequest(`workspace/${feature}/refresh`, () => {
        this.asked.push(`refresh ${feature}`);
        return null;
      });
    }
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.settings[scopeUri ?? ""] ?? this.settings[""] ?? null),
    );
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.onNotification(
      "$/progress",
      ({ value }: { value: { kind: string } }) => void this.asked.push(`progress ${value.kind}`),
    );
    this.connection.listen();
  }

  /** Starts a server on files by relative path; `folders` are the workspace folders, by default the whole. */
  static async start(
    files: Readonly<Record<string, string>>,
    capabilities = fullCapabilities,
    folders: readonly string[] = ["."],
  ): Promise<Client> {
    const folder = mkdtempSync(path.join(tmpdir(), "ward-protocol-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    const client = new Client(folder, child);
    child.stderr?.on("data", (data: Buffer) => client.log.push(data.toString()));
    await client.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((name) => ({ uri: client.uri(name === "." ? "" : name), name })),
    });
    await client.notify("initialized", {});
    return client;
  }

  uri(name: string): string {
    return pathToFileURL(name === "" ? this.folder : path.join(this.folder, name)).toString();
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params) as Promise<T>;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(name: string, text: string): Promise<void> {
    this.versions.set(name, 1);
    await this.notify("textDocument/didOpen", { textDocument: { uri: this.uri(name), languageId: "ward", version: 1, text } });
  }

  async change(name: string, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(name) ?? 0) + 1;
    this.versions.set(name, version);
    await this.notify("textDocument/didChange", { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  /** Findings of a document, pulled. */
  async pull(name: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items?: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri: this.uri(name) } });
    return report.items ?? [];
  }

  /** Asks for something at a position. */
  at<T>(method: string, name: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.request<T>(method, { textDocument: { uri: this.uri(name) }, position: { line, character }, ...more });
  }

  /** Tells of a change on disk. 1 created, 2 changed, 3 deleted. */
  watched(name: string, type: 1 | 2 | 3): Promise<void> {
    return this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: this.uri(name), type }] });
  }

  /** Gives the settings, and tells the server that they changed. */
  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    Object.assign(this.settings, settings);
    await this.notify("workspace/didChangeConfiguration", { settings: null });
  }

  async stop(): Promise<void> {
    await this.request("shutdown", null);
    await this.notify("exit", undefined);
    await new Promise((resolve) => this.process.once("exit", resolve));
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until something holds; fails after a generous time with what it waited for. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`waited in vain for ${what}`);
}
