// `ward init`: a starting model that checks, from a template.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { templates } from "../../host/templates.ts";
import { nearest } from "../../model/suggest.ts";
import { type Command, Failure } from "../command.ts";

const fileName = "model.ward";

/** `ward init [DIR]`. */
export const init: Command = {
  name: "init",
  summary: "Start a model from a template",
  operands: "[DIR]",
  fewest: 0,
  most: 1,
  about: `Writes ${fileName} into DIR, which is made when it is not there; without DIR, into this folder. Nothing is ever overwritten.`,
  options: { template: { type: "text", value: "pump|imaging|wearable|ivd|implant", default: "pump", doc: "The device to start from" } },
  examples: [
    { line: "ward init", what: "Starts with an infusion pump in this folder." },
    { line: "ward init analyser --template ivd", what: "Starts with a laboratory analyser in a new folder." },
  ],
  run: (input, terminal) => {
    const all = templates();
    const name = input.text("template") ?? "";
    const template = all.find((one) => one.name === name);
    const names = all.map((one) => one.name);
    if (template === undefined) {
      const near = nearest(name, names);
      throw new Failure(`there is no template \`${name}\``, near ? `did you mean \`${near}\`?` : `templates: ${names.join(", ")}`);
    }
    const folder = input.operands[0] ?? ".";
    const shown = path.join(folder, fileName);
    write(path.resolve(terminal.cwd, folder), shown, template.text);
    terminal.out(`Wrote ${shown}.\nNext: ward check ${folder === "." ? fileName : shown}\n`);
    return 0;
  },
};

function write(folder: string, shown: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, fileName), text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOTDIR") {
      throw code === "EEXIST" && !isFolderProblem(error)
        ? new Failure(`\`${shown}\` is already there and stays as it is`)
        : new Failure(`\`${path.dirname(shown)}\` is a file, not a folder`);
    }
    throw new Failure(`cannot write \`${shown}\`: ${code === "EACCES" ? "permission denied" : message}`);
  }
}

function isFolderProblem(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall === "mkdir";
}
