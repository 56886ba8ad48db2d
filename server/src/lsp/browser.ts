// The server's door for a browser's worker: the client sends the files, no Node module is used.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { livingFiles } from "../host/memory.ts";
import { version } from "../host/version.ts";
import { webDrawing } from "./drawing-web.ts";
import { serve } from "./server.ts";
import { webWriting } from "./writing-web.ts";

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const { fileSystem, receive } = livingFiles();

const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

serve(connection, {
  fileSystem,
  today: () => new Date().toISOString().slice(0, 10),
  version: version(),
  documentation: undefined,
  drawing: webDrawing(connection),
  writing: webWriting,
  receive,
});
