// The server's door for a browser's worker: the client sends the files, no Node module is used.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { Layout } from "../diagram/types.ts";
import { livingFiles } from "../host/memory.ts";
import { type LayoutParams, layoutRequest } from "./protocol.ts";
import { serve } from "./server.ts";

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const { fileSystem, receive } = livingFiles();

const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

serve(connection, {
  fileSystem,
  today: () => new Date().toISOString().slice(0, 10),
  version: "web",
  documentation: undefined,
  // A worker cannot start another one everywhere, so the extension does.
  layOut: async (graph, { signal, timeout = 10_000, ...options }, previous) => {
    signal?.throwIfAborted();
    const answer = await connection.sendRequest<Layout | "overrun">(layoutRequest, {
      graph,
      options,
      previous,
      timeout,
    } satisfies LayoutParams);
    if (answer === "overrun") throw new DOMException(`the layout took longer than ${timeout} ms`, "TimeoutError");
    return answer;
  },
  receive,
});
