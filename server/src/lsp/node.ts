// The server's door for Node: standard input and output, or Node's own channel when the extension starts it.
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { livingFiles } from "../host/memory.ts";
import { nodeFiles } from "../host/node.ts";
import { drawing } from "./drawing-node.ts";
import { serve } from "./server.ts";
import { writing } from "./writing-node.ts";

/** Starts the server on standard input and output, or on Node's channel, as the arguments of the process say. */
export function startNodeServer(version: string): void {
  const connection = createConnection(ProposedFeatures.all);
  // A folder on a code host is not on this disk: what the client sends of it lies over the files that are.
  const { fileSystem, receive } = livingFiles(nodeFiles);
  serve(connection, { fileSystem, today, version, documentation: documentation(), drawing, writing, receive });
}

/** The day in the user's time zone, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

// The pages of the codes stand beside the bundle, in the repository and in the packaged extension alike.
function documentation(): string | undefined {
  const folder = new URL("../docs/diagnostics", pathToFileURL(`${import.meta.dirname}/`));
  return existsSync(fileURLToPath(folder)) ? folder.href : undefined;
}
