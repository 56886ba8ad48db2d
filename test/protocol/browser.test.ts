// The programs for Node and browsers: in a browser's worker they ask for no module of Node, and the server works where there is none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { Diagnostic, InitializeResult } from "vscode-languageserver-protocol";
import type { DocumentResult, DocumentSetResult } from "../../server/src/lsp/protocol.ts";
import { hospital, pump } from "./model.ts";

const read = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), "utf8");
const folder = "vscode-vfs://github/someone/clinic";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The server in a world with what a worker has and nothing of Node; speaks by messages, as a worker does. */
class Worker {
  private readonly world: vm.Context & { onmessage?: (event: { data: Message }) => void };
  private readonly waiting = new Map<number | string, (message: Message) => void>();
  /** Modules that the program asked for. */
  readonly asked: string[] = [];
  private count = 0;

  /** Starts the server; it listens once it has chosen its door. */
  static async start(): Promise<Worker> {
    const worker = new Worker();
    await new Promise((resolve) => setImmediate(resolve));
    return worker;
  }

  private constructor() {
    const { TextEncoder, TextDecoder, URL, performance, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask } = globalThis;
    const postMessage = (message: Message): void => {
      if (message.method === undefined) this.waiting.get(message.id ?? "")?.(message);
      else if (message.id !== undefined) this.tell({ id: message.id, result: null });
    };
    const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
    // For errors only; messages come by `onmessage`.
    const addEventListener = (): void => {};
    const require = (name: string): never => {
      this.asked.push(name);
      throw new Error(`there is no ${name} here`);
    };
    this.world = vm.createContext({
      TextEncoder,
      TextDecoder,
      URL,
      performance,
      ...timers,
      console,
      postMessage,
      addEventListener,
      require,
      fetch: async (address: string) => ({ ok: true, status: 200, text: async () => read(address.replace(/^.*\//, "")) }),
    });
    vm.runInContext("var self = globalThis;", this.world);
    vm.runInContext(read("server.js"), this.world);
  }

  tell(message: Message): void {
    this.world.onmessage?.({ data: { jsonrpc: "2.0", ...message } as Message });
  }

  async ask<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++this.count;
    const answer = await new Promise<Message>((resolve) => {
      this.waiting.set(id, resolve);
      this.tell({ id, method, params });
    });
    assert.equal(answer.error, undefined, JSON.stringify(answer.error));
    // Made anew in the world of the tests: there, even an array is of another class.
    return structuredClone(answer.result) as Result;
  }
}

describe("browser", () => {
  it("the extension asks for nothing when it is loaded: what it needs comes with its activation", () => {
    const asked: string[] = [];
    const require = (name: string): object => {
      asked.push(name);
      return {};
    };
    const module = { exports: {} as Record<string, unknown> };
    vm.runInContext(read("extension.cjs"), vm.createContext({ module, exports: module.exports, require }));
    assert.deepEqual(asked, []);
    assert.deepEqual(Object.keys(module.exports).sort(), ["activate", "deactivate"]);
  });

  it("the server finds, completes and opens the catalogue there, in a folder that is on no disk", async () => {
    const server = await Worker.start();
    const { capabilities } = await server.ask<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      initializationOptions: { virtual: true, documents: "vscode-file://extension/dist/documents.cjs" },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      workspaceFolders: [{ uri: folder, name: "clinic" }],
    });
    assert.ok(capabilities.hoverProvider && capabilities.diagnosticProvider);
    server.tell({ method: "initialized", params: {} });
    const files = [
      { uri: `${folder}/pump.ward`, text: pump },
      { uri: `${folder}/hospital.ward`, text: hospital },
      { uri: `${folder}/drafts/x.ward`, text: "harm H { severity: bad }\n" },
      { uri: `${folder}/ward.json`, text: '{ "exclude": ["drafts/"] }' },
    ];
    server.tell({ method: "ward/files", params: { files } });
    const uri = `${folder}/pump.ward`;
    server.tell({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "ward", version: 1, text: pump } } });
    const { items } = await server.ask<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
    assert.ok(items.some(({ code }) => code === "uncovered-threat"));
    assert.ok(!items.some(({ code }) => code === "unresolved-import" || code === "unknown-name"));
    const all = await server.ask<{ items: { uri: string }[] }>("workspace/diagnostic", { previousResultIds: [] });
    assert.deepEqual(all.items.map((one) => one.uri).sort(), [`${folder}/hospital.ward`, uri]);
    const line = pump.split("\n").findIndex((one) => one.startsWith("device"));
    const [kind] = await server.ask<{ targetUri: string }[]>("textDocument/definition", {
      textDocument: { uri },
      position: { line, character: pump.split("\n")[line]?.indexOf("MedicalDevice") ?? 0 },
    });
    assert.match(await server.ask<string>("ward/catalogueText", { uri: kind?.targetUri }), /kind MedicalDevice/);
    // What writes documents is fetched from where the client says it is.
    const written = await server.ask<DocumentResult>("ward/document", { uri, kind: "instructions" });
    assert.ok(written.state === "document" && written.html.includes("Pump system"), JSON.stringify(written).slice(0, 300));
    const set = await server.ask<DocumentSetResult>("ward/documentSet", { uri, formats: ["md"] });
    assert.ok("files" in set && set.files.some(({ name }) => name === "index.md") && set.failures.length === 0);
    // A folder that is gone takes its files with it.
    server.tell({ method: "ward/files", params: { files: [{ uri: folder }] } });
    server.tell({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    assert.deepEqual(await server.ask("ward/models", undefined), []);
    assert.deepEqual(server.asked, []);
  });
});
