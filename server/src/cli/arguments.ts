// Reads the words of the command line against a command's table, and writes the help from the same table.
import { parseArgs } from "node:util";
import { didYouMean, nearest } from "../model/suggest.ts";
import { type Command, Failure, type Input, type OptionSpec } from "./command.ts";
import { usualWidth } from "./terminal.ts";
import { wrapped } from "./words.ts";

const common: Readonly<Record<string, OptionSpec>> = {
  "no-color": { type: "flag", doc: "Write without colour, as with NO_COLOR=1" },
  help: { type: "flag", short: "h", doc: "Show this help" },
};

/** Reads the arguments of a command; unknown or incomplete ones are failures that say what would be right. */
export function readArguments(command: Command, words: readonly string[]): Input {
  const options = { ...command.options, ...common };
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        { type: type === "flag" ? ("boolean" as const) : ("string" as const), ...(short === undefined ? {} : { short }) },
      ]),
    ),
  });
  const operands: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind === "option") given.set(token.name, valueGiven(command, options, token));
  }
  if (!given.has("help")) checkOperands(command, operands);
  return {
    operands,
    text: (name) => given.get(name) ?? options[name]?.default,
    flag: (name) => given.has(name),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueGiven(command: Command, options: Readonly<Record<string, OptionSpec>>, token: OptionToken): string {
  const { name, rawName, value } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const near = didYouMean(
      rawName,
      Object.keys(options).map((one) => `--${one}`),
    );
    throw new Failure(`\`ward ${command.name}\` has no option \`${rawName}\``, near ?? seeHelp(command));
  }
  if (option.type === "flag") {
    if (value !== undefined) throw new Failure(`\`${rawName}\` takes no value`, seeHelp(command));
    return "";
  }
  const wanted = option.words ? `one of ${option.words.join(", ")}` : `a value: ${rawName} ${option.value ?? "VALUE"}`;
  if (value === undefined || value === "" || (!token.inlineValue && /^-./.test(value))) throw new Failure(`\`${rawName}\` needs ${wanted}`);
  if (option.words && !option.words.includes(value)) {
    const near = nearest(value, option.words);
    throw new Failure(`\`${rawName}\` takes ${wanted}, not \`${value}\``, near === undefined ? undefined : `did you mean \`${near}\`?`);
  }
  return value;
}

function checkOperands(command: Command, operands: readonly string[]): void {
  if (operands.includes("")) throw new Failure("an argument is empty", "`.` stands for this folder");
  if (operands.length < command.fewest) throw new Failure(`\`ward ${command.name}\` needs ${command.operands}`, seeHelp(command));
  if (operands.length > command.most) {
    throw new Failure(
      `\`ward ${command.name}\` takes no \`${operands[command.most]}\``,
      `usage: ward ${command.name} ${command.operands}`.trimEnd(),
    );
  }
}

function seeHelp(command: Command): string {
  return `\`ward ${command.name} --help\` lists what there is`;
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const options = Object.entries({ ...command.options, ...common }).map(([name, option]): [string, string] => {
    const value = option.type === "flag" ? "" : ` ${option.words?.join("|") ?? option.value ?? "VALUE"}`;
    const preset = option.default === undefined ? "" : ` (default: ${option.default})`;
    return [`${option.short ? `-${option.short}, ` : ""}--${name}${value}`, option.doc + preset];
  });
  return [
    `${command.summary}.`,
    "",
    `Usage: ward ${command.name} ${`${command.operands} [OPTION…]`.trimStart()}`,
    "",
    wrapped(command.about, usualWidth),
    "",
    "Options:",
    ...columns(options),
    "",
    "Examples:",
    ...command.examples.flatMap(({ line, what }) => [`  ${line}`, `      ${what}`]),
    "",
    "Exit status: 0 nothing to act on, 1 findings, 2 the command could not do its work.",
    "",
  ].join("\n");
}

/** The help of the whole program. */
export function helpOfAll(commands: readonly Command[]): string {
  return [
    "Ward: secure-by-design threat models of medical devices, as text.",
    "",
    "Usage: ward COMMAND [ARGUMENT…] [OPTION…]",
    "",
    "Commands:",
    ...columns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trimEnd(), summary])),
    "",
    "Options:",
    ...columns([
      ["-h, --help", "Show this help; after a command, the help of that command"],
      ["-V, --version", "Show the version"],
    ]),
    "",
    "Examples:",
    "  ward init infusion-pump --template pump",
    "      Starts a model in a new folder.",
    "  ward check infusion-pump",
    "      Checks it: threats, how they are answered, what the environment has to provide.",
    "",
    "Exit status: 0 nothing to act on, 1 findings, 2 the command could not do its work.",
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) =>
    left.length > width ? [`  ${left}`, `  ${" ".repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
  );
}
