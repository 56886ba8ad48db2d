// The entry of the command line: finds the command, reads its arguments, runs it, and turns every way to fail into a
// sentence and an exit status. A stack trace is for us, and shown under WARD_DEBUG only.
import { version } from "../host/version.ts";
import { nearest } from "../model/suggest.ts";
import { helpOf, helpOfAll, readArguments } from "./arguments.ts";
import { Failure } from "./command.ts";
import { commands } from "./commands/index.ts";
import { processTerminal } from "./terminal.ts";

const words = process.argv.slice(2);
const terminal = processTerminal(optionsOnly(words).includes("--no-color"));

async function run(): Promise<number> {
  const rest = [...words];
  while (rest[0] === "--no-color") rest.shift();
  const first = rest.shift();
  if (first === undefined) {
    terminal.err(helpOfAll(commands));
    return 2;
  }
  if (first === "--help" || first === "-h") {
    terminal.out(helpOfAll(commands));
    return 0;
  }
  if (first === "--version" || first === "-V") {
    terminal.out(`${version()}\n`);
    return 0;
  }
  const command = commands.find((one) => one.name === first);
  if (command === undefined) throw unknownWord(first);
  const input = readArguments(command, rest);
  if (input.flag("help")) {
    terminal.out(helpOf(command));
    return 0;
  }
  return await command.run(input, terminal);
}

function unknownWord(word: string): Failure {
  if (word.startsWith("-")) {
    const near = nearest(word, ["--help", "--version", "--no-color"]);
    return new Failure(
      `there is no option \`${word}\` before a command`,
      near ? `did you mean \`${near}\`?` : "`ward --help` lists what there is",
    );
  }
  const near = nearest(
    word,
    commands.map((one) => one.name),
  );
  return new Failure(`there is no command \`${word}\``, near ? `did you mean \`ward ${near}\`?` : "`ward --help` lists what there is");
}

function optionsOnly(all: readonly string[]): readonly string[] {
  const end = all.indexOf("--");
  return end < 0 ? all : all.slice(0, end);
}

function tell(error: unknown): void {
  process.exitCode = 2;
  if (error instanceof Failure) {
    terminal.err(`${terminal.style.red("ward:")} ${error.message}\n${error.help === undefined ? "" : `      ${error.help}\n`}`);
    return;
  }
  const cause = error instanceof Error ? error.message.split("\n")[0] : String(error);
  terminal.err(`ward: internal error: ${cause}\n`);
  terminal.err("      This is a bug in Ward. Please report it with the files that show it and what WARD_DEBUG=1 adds to this message.\n");
  if (process.env.WARD_DEBUG) terminal.err(`${error instanceof Error ? error.stack : error}\n`);
}

process.on("uncaughtException", (error) => {
  tell(error);
  process.exit();
});

run().then((status) => {
  process.exitCode ??= status;
}, tell);
