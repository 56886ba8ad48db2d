// The server's door for a browser's worker: the client sends the files, no Node module is used.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { memoryFiles } from "../host/memory.ts";
import type { FileSystem } from "../host/types.ts";
import { serve } from "./server.ts";

const files: Record<string, string> = {};
let fileSystem = memoryFiles(files);

// The files change while the server runs: the folders that follow from them are made anew after each change.
const living: FileSystem = {
  kind: (path) => fileSystem.kind(path),
  read: (path) => fileSystem.read(path),
  list: (folder) => fileSystem.list(folder),
  real: (path) => path,
};

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  fileSystem: living,
  today: () => new Date().toISOString().slice(0, 10),
  version: "web",
  documentation: undefined,
  receive: (path, text) => {
    if (text === undefined) delete files[path];
    else files[path] = text;
    fileSystem = memoryFiles(files);
  },
});
