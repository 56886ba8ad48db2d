// `ward fmt`: gives files the usual layout.
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { parse } from "../../../../grammar/parser/index.ts";
import { format } from "../../../../grammar/print.ts";
import { positionAt } from "../../source/lines.ts";
import { relative } from "../../workspace/paths.ts";
import { type Command, counted, type ExitStatus, Failure } from "../command.ts";
import { findInputs } from "../inputs.ts";
import { readStandardInput, stdinName } from "../stdin.ts";
import type { Terminal } from "../terminal.ts";
import { visible } from "../words.ts";

/** `ward fmt [PATH…]`. */
export const fmt: Command = {
  name: "fmt",
  summary: "Give files the usual layout",
  operands: "[PATH…]",
  fewest: 0,
  most: Number.POSITIVE_INFINITY,
  about:
    "PATH is a file, a folder or - for standard input to standard output; without PATH, this folder. Declarations with syntax errors stay as they are.",
  options: { check: { type: "flag", doc: "Change nothing; list what would change, with exit status 1" } },
  examples: [
    { line: "ward fmt", what: "Formats every .ward file below this folder." },
    { line: "ward fmt --check", what: "For a build: fails when a file is not formatted." },
  ],
  run: (input, terminal) => {
    const check = input.flag("check");
    if (input.operands.includes("-")) {
      if (input.operands.length > 1) throw new Failure("`-` stands alone: either standard input or files");
      return formatStandardInput(terminal, check);
    }
    return formatFiles(input.operands, terminal, check);
  },
};

function formatStandardInput(terminal: Terminal, check: boolean): ExitStatus {
  const content = readStandardInput();
  if ("problem" in content) throw new Failure(`standard input cannot be read: ${content.problem}`);
  const formatted = format(content.text);
  const isWhole = reportProblems(terminal, stdinName, content.text);
  if (!check) terminal.out(formatted);
  else if (formatted !== content.text) terminal.out(`${stdinName}\n`);
  return !isWhole || (check && formatted !== content.text) ? 1 : 0;
}

function formatFiles(operands: readonly string[], terminal: Terminal, check: boolean): ExitStatus {
  const { workspaces, problems, fileSystem } = findInputs(operands, terminal.cwd);
  for (const problem of problems) terminal.err(`ward: ${problem}\n`);
  let unreadable = problems.length;
  let broken = 0;
  let changed = 0;
  const files = workspaces.flatMap((workspace) => workspace.files);
  for (const file of files) {
    const shown = relative(terminal.cwd, file);
    const content = fileSystem.read(file);
    if ("problem" in content) {
      terminal.err(`ward: ${visible(shown)} cannot be read: ${content.problem}\n`);
      unreadable++;
      continue;
    }
    const formatted = format(content.text);
    if (!reportProblems(terminal, shown, content.text)) broken++;
    if (formatted === content.text) continue;
    changed++;
    if (!check) replaceFile(fileSystem.real(file), shown, formatted);
    terminal.out(`${visible(shown)}\n`);
  }
  const rest = files.length - changed - unreadable + problems.length;
  terminal.err(
    `${counted(changed, "file")} ${check ? "would change" : "formatted"}, ${rest} as they should be${broken > 0 ? `, ${broken} with syntax errors` : ""}\n`,
  );
  if (unreadable > 0) return 2;
  return broken > 0 || (check && changed > 0) ? 1 : 0;
}

function reportProblems(terminal: Terminal, shown: string, text: string): boolean {
  const { problems } = parse(text);
  for (const problem of problems.slice(0, 10)) {
    const { line, character } = positionAt(text, problem.start);
    terminal.err(`${visible(shown)}:${line + 1}:${character + 1}: not formatted here: ${visible(problem.message)}\n`);
  }
  if (problems.length > 10) terminal.err(`${visible(shown)}: and ${problems.length - 10} more\n`);
  return problems.length === 0;
}

// Written beside and moved over: whoever reads the file meanwhile sees the old text or the new one, never half.
function replaceFile(file: string, shown: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(file).mode, flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(
      `cannot write \`${shown}\`: ${(error as NodeJS.ErrnoException).code === "EACCES" ? "permission denied" : (error as Error).message}`,
    );
  }
}
