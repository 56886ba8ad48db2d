// `ward import`: what others say about vulnerabilities, as declarations beside the model.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { format } from "../../../../grammar/print.ts";
import type { Advisory } from "../../exchange/index.ts";
import type { Entity } from "../../model/types.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { relative } from "../../workspace/paths.ts";
import { type Command, counted, type ExitStatus, Failure } from "../command.ts";
import { writeOutput } from "../files.ts";
import { checkWorkspaces, dayOf } from "../project.ts";
import type { Terminal } from "../terminal.ts";
import { visible } from "../words.ts";

/** `ward import FILE…`. */
export const importCommand: Command = {
  name: "import",
  summary: "Take over what suppliers say about vulnerabilities",
  operands: "FILE…",
  fewest: 1,
  most: Number.POSITIVE_INFINITY,
  about:
    "FILE is a CycloneDX (VEX or bill of materials), CSAF or OSV file in JSON. What it says about components of the model is written as `vulnerability` declarations; they are found by `identifier` (package URL or CPE) or by name. Ids that the model has already are left as they are.",
  options: {
    model: { type: "text", value: "PATH", default: ".", doc: "The model whose components are meant: a file or folder" },
    output: { type: "text", value: "FILE", short: "o", doc: "Write to a new file instead of standard output" },
    force: { type: "flag", doc: "Overwrite the file of `--output` when it is there" },
  },
  examples: [
    { line: "ward import supplier.vex.json --model pump/", what: "Shows what a supplier's VEX document says about the pump's components." },
    { line: "ward import advisories/*.json --output pump/vulnerabilities.ward --model pump/", what: "Writes a new file of the model." },
  ],
  run: async (input, terminal) => {
    const output = input.text("output");
    if (output !== undefined && !input.flag("force") && existsSync(path.resolve(terminal.cwd, output)))
      throw new Failure(`\`${visible(output)}\` is already there and stays as it is`, "name another file, or overwrite it with `--force`");
    const { importAdvisories } = await import("../../exchange/index.ts");
    const { model, root } = modelOf(input.text("model") ?? ".", terminal);
    const advisories: Advisory[] = [];
    for (const operand of input.operands) advisories.push(...(await read(operand, terminal)));
    const { text, count, components, notes } = importAdvisories(model.analysis.model, advisories);
    for (const note of notes) terminal.err(`ward: ${visible(note)}\n`);
    if (count === 0) {
      terminal.err("ward: nothing to write\n");
      return 0;
    }
    return write(output, format(text), count, components, root, terminal);
  },
};

function write(
  output: string | undefined,
  text: string,
  count: number,
  components: readonly Entity[],
  root: string,
  terminal: Terminal,
): ExitStatus {
  if (output === undefined) {
    terminal.out(text);
    return 0;
  }
  const file = path.resolve(terminal.cwd, output);
  // The declarations see the components that they speak of.
  const folder = path.dirname(file).replaceAll("\\", "/");
  const sources = [...new Set(components.map((one) => path.resolve(root, one.file.path).replaceAll("\\", "/")))].sort();
  const imports = sources.filter((source) => source !== file.replaceAll("\\", "/")).map((source) => relative(folder, source));
  const head = imports.map((one) => `import "${one.startsWith(".") ? one : `./${one}`}"\n`).join("");
  writeOutput(file, output, [head === "" ? "" : `${head}\n`, text]);
  terminal.err(
    `${count === 1 ? "1 vulnerability" : `${count} vulnerabilities`} in ${visible(output)}\nNext: ward check ${visible(path.dirname(output))}\n`,
  );
  return 0;
}

async function read(operand: string, terminal: Terminal): Promise<readonly Advisory[]> {
  const { largestFile, readAdvisories } = await import("../../exchange/index.ts");
  const shown = visible(operand);
  let text: string;
  try {
    const file = path.resolve(terminal.cwd, operand);
    const { size } = statSync(file);
    if (size > largestFile)
      throw new Failure(`\`${shown}\` is larger than ${largestFile / 1024 / 1024} MB`, "give the part of it that is about your components");
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "permission denied",
    };
    throw new Failure(`cannot read \`${shown}\`: ${reasons[code ?? ""] ?? message}`);
  }
  const reading = readAdvisories(text);
  if ("problem" in reading)
    throw new Failure(`cannot import \`${shown}\`: ${visible(reading.problem)}`, "`ward import --help` says what can be read");
  terminal.err(`ward: ${shown}: ${reading.format}, ${counted(reading.advisories.length, "entry").replace("entrys", "entries")}\n`);
  return reading.advisories;
}

function modelOf(operand: string, terminal: Terminal): { readonly model: CheckedModel; readonly root: string } {
  const { workspaces, problems } = checkWorkspaces([operand], terminal.cwd, dayOf(undefined));
  for (const problem of problems) terminal.err(`ward: ${problem}\n`);
  const all = workspaces.flatMap(({ checked }) => checked.models);
  const systems = all.filter(({ analysis }) => analysis.model.system);
  const [model, second] = systems.length > 0 ? systems : all;
  if (model === undefined) throw new Failure(`there is no model in \`${visible(operand)}\``, "say where it is with `--model PATH`");
  if (second !== undefined) {
    const names = (systems.length > 0 ? systems : all).map(({ name }) => visible(name)).join(", ");
    throw new Failure(`\`${visible(operand)}\` holds several models: ${names}`, "name the files or the folder of one with `--model PATH`");
  }
  return { model, root: terminal.cwd };
}
