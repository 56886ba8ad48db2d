// What a command is: its name, its arguments, its examples, and what it does. Help, parsing and suggestions all read this.
import type { Terminal } from "./terminal.ts";

/** An option of a command. */
export interface OptionSpec {
  /** `flag` takes no value. */
  readonly type: "text" | "flag";
  /** How the value is named in the help, e.g. `FILE`; options with `words` need none. */
  readonly value?: string;
  /** The only values allowed. */
  readonly words?: readonly string[];
  readonly default?: string;
  readonly short?: string;
  readonly doc: string;
}

/** What was given to a command, checked against its table. */
export interface Input {
  readonly operands: readonly string[];
  /** The value of a text option: as given, else its default. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/** 0: nothing to act on; 1: findings; 2: the command could not do its work. */
export type ExitStatus = 0 | 1 | 2;

/** A command. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How the operands are written, e.g. `[PATH…]`. */
  readonly operands: string;
  readonly fewest: number;
  readonly most: number;
  /** What the operands mean. */
  readonly about: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly { readonly line: string; readonly what: string }[];
  readonly run: (input: Input, terminal: Terminal) => ExitStatus | Promise<ExitStatus>;
}

/** Something the person at the keyboard can mend: told in a sentence, without a stack, with exit status 2. */
export class Failure extends Error {
  /** The way out, as a further line. */
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
