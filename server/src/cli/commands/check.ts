// `ward check`: checks models and writes what was found.
import path from "node:path";
import { type Command, type ExitStatus, Failure, type Input } from "../command.ts";
import { writeOutput } from "../files.ts";
import { type FormatName, formats } from "../formats/index.ts";
import { checkPaths, dayOf, type Result, type Trees } from "../project.ts";
import { type FailLevel, failLevels, fails } from "../summary.ts";
import { plain, type Terminal, usualWidth } from "../terminal.ts";
import { watchAndRun } from "../watch.ts";

/** `ward check [PATH…]`. */
export const check: Command = {
  name: "check",
  summary: "Check models: which threats apply, what answers them, what is missing",
  operands: "[PATH…]",
  fewest: 0,
  most: Number.POSITIVE_INFINITY,
  about:
    "PATH is a file, a folder (every .ward file below it that .gitignore does not exclude) or - for standard input; without PATH, this folder.",
  options: {
    format: { type: "text", words: Object.keys(formats), default: "text", doc: "How findings are written" },
    output: { type: "text", value: "FILE", short: "o", doc: "Write to a file instead of standard output" },
    "fail-on": { type: "text", words: failLevels, default: "error", doc: "Least severity that makes the exit status 1" },
    today: { type: "text", value: "DAY", doc: "Day on which decisions are judged, YYYY-MM-DD (default: today)" },
    watch: { type: "flag", short: "w", doc: "Check again whenever a file changes, until Ctrl-C" },
  },
  examples: [
    { line: "ward check", what: "Checks every model below this folder." },
    { line: "ward check pump.ward --fail-on warning", what: "Checks one file; warnings make the exit status 1, too." },
    { line: "ward check --format sarif --output ward.sarif", what: "Writes a log for a code-scanning service." },
    { line: "ward check - --format json < pump.ward", what: "Checks standard input, for other programs." },
  ],
  run: (input, terminal) => {
    if (!input.flag("watch")) return once(input, terminal);
    if (input.operands.includes("-")) throw new Failure("`--watch` cannot watch standard input");
    const trees: Trees = new Map();
    return watchAndRun(terminal, input.operands, () => {
      const result = checkPaths(input.operands, terminal.cwd, dayOf(input.text("today")), trees);
      return { folders: result.folders, show: () => write(input, terminal, result) };
    });
  },
};

function once(input: Input, terminal: Terminal): ExitStatus {
  const result = checkPaths(input.operands, terminal.cwd, dayOf(input.text("today")));
  write(input, terminal, result);
  if (result.incomplete) return 2;
  return result.diagnostics.some((one) => fails(one.severity, input.text("fail-on") as FailLevel)) ? 1 : 0;
}

function write(input: Input, terminal: Terminal, result: Result): void {
  const output = input.text("output");
  const format = formats[input.text("format") as FormatName];
  const toFile = output !== undefined;
  const text = format({
    result,
    failLevel: input.text("fail-on") as FailLevel,
    style: toFile ? plain : terminal.style,
    width: toFile ? usualWidth : terminal.width,
  });
  if (toFile) writeOutput(path.resolve(terminal.cwd, output), output, chunks(text));
  else for (const chunk of chunks(text)) terminal.out(chunk);
  for (const problem of result.problems) terminal.err(`ward: ${problem}\n`);
}

// Pieces joined to what one write takes at once.
function* chunks(text: string | Iterable<string>): Iterable<string> {
  if (typeof text === "string") {
    yield text;
    return;
  }
  let chunk = "";
  for (const piece of text) {
    chunk += piece;
    if (chunk.length < 65536) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
