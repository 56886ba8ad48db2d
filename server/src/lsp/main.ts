// The program that runs the language server for the extension and for `ward lsp`.
import { version } from "../host/version.ts";
import { startNodeServer } from "./node.ts";

startNodeServer(version());
