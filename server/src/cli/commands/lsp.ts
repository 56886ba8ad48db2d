// `ward lsp`: the language server, for any editor. A program of its own, so that no other command pays for loading it.
import { createRequire } from "node:module";
import { type Command, Failure } from "../command.ts";

/** `ward lsp --stdio`. */
export const lsp: Command = {
  name: "lsp",
  summary: "Run the language server",
  operands: "",
  fewest: 0,
  most: 0,
  about: "Speaks the Language Server Protocol on standard input and output until the editor ends it.",
  options: { stdio: { type: "flag", doc: "Use standard input and output" } },
  examples: [{ line: "ward lsp --stdio", what: "What an editor starts." }],
  run: async (input) => {
    if (!input.flag("stdio")) throw new Failure("`ward lsp` needs `--stdio`", "it is an editor that starts it: see docs/editors.md");
    createRequire(`${import.meta.dirname}/ward.cjs`)("./server.js");
    // The connection ends the process when the editor goes away.
    return await new Promise<never>(() => {});
  },
};
