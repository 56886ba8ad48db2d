// `ward report`: the documents that an auditor, an operator or a healthcare provider asks for.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../host/version.ts";
import { nearest } from "../../model/suggest.ts";
import type { FormatName } from "../../report/index.ts";
import type { Language } from "../../report/types.ts";
import { type CheckedModel, check } from "../../workspace/check.ts";
import { load } from "../../workspace/load.ts";
import type { Settings } from "../../workspace/settings.ts";
import { type Command, type ExitStatus, Failure, type Input } from "../command.ts";
import { findInputs } from "../inputs.ts";
import { dayOf } from "../project.ts";
import type { Terminal } from "../terminal.ts";
import { padded, visible } from "../words.ts";

const languages: readonly Language[] = ["en", "de"];

/** `ward report KIND [PATH…]`. */
export const report: Command = {
  name: "report",
  summary: "Write documents: instructions for use, registers, checklists",
  operands: "[KIND] [PATH…]",
  fewest: 0,
  most: Number.POSITIVE_INFINITY,
  about: "KIND is a document of `ward report --list`. PATH as for `ward check`; it must hold one model.",
  options: {
    list: { type: "flag", doc: "List the kinds of documents and the formats" },
    format: { type: "text", value: "FORMAT", default: "html", doc: "How it is written; `--list` shows the formats" },
    output: { type: "text", value: "FILE", short: "o", doc: "Write to a file instead of standard output" },
    language: { type: "text", words: languages, doc: "Language of the fixed texts (default: en)" },
    today: { type: "text", value: "DAY", doc: "Day of the document, YYYY-MM-DD (default: today)" },
  },
  examples: [
    { line: "ward report --list", what: "Shows what there is to write." },
    { line: "ward report instructions pump/ --output ifu.html", what: "Writes the security section of the instructions for use." },
    { line: "ward report threats pump/ --format csv", what: "Writes the threat register for a spreadsheet." },
  ],
  run: async (input, terminal) => {
    if (input.flag("list")) return await list(input, terminal);
    return await one(input, terminal);
  },
};

/** Loaded only here, so that no other command pays for it. */
const room = () => import("../../report/index.ts");

interface Subject {
  readonly root: string;
  readonly settings: Settings;
  readonly model: CheckedModel;
}

async function list(input: Input, terminal: Terminal): Promise<ExitStatus> {
  const { deliverables, formats } = await room();
  const language = (input.text("language") ?? "en") as Language;
  const kinds = deliverables.map(({ kind, title, purpose }) => ({ name: kind, title: title[language], purpose: purpose[language] }));
  const ways = Object.entries(formats).map(([name, { title }]) => ({ name, title }));
  if (input.text("format") === "json") {
    terminal.out(
      `${JSON.stringify({ version: 1, tool: { name: "ward", version: version() }, documents: kinds, formats: ways }, undefined, 2)}\n`,
    );
    return 0;
  }
  const width = Math.max(...[...kinds, ...ways].map(({ name }) => name.length));
  const lines = (rows: readonly { readonly name: string; readonly text: string }[]): string[] =>
    rows.map(({ name, text }) => `  ${terminal.style.cyan(padded(name, width))}  ${text}`);
  terminal.out(
    [
      terminal.style.bold("Documents"),
      ...lines(kinds.map(({ name, purpose }) => ({ name, text: purpose }))),
      "",
      terminal.style.bold("Formats"),
      ...lines(ways.map(({ name, title }) => ({ name, text: title }))),
      "",
    ].join("\n"),
  );
  return 0;
}

async function one(input: Input, terminal: Terminal): Promise<ExitStatus> {
  const { deliverables, formats, Reporter } = await room();
  const [kind, ...paths] = input.operands;
  if (kind === undefined) throw new Failure("`ward report` needs a KIND", "`ward report --list` shows what there is");
  const deliverable = deliverables.find((each) => each.kind === kind);
  if (deliverable === undefined) {
    const near = nearest(
      kind,
      deliverables.map((each) => each.kind),
    );
    throw new Failure(`there is no document \`${kind}\``, near ? `did you mean \`${near}\`?` : "`ward report --list` shows what there is");
  }
  const name = input.text("format") ?? "html";
  if (!Object.hasOwn(formats, name)) throw new Failure(`there is no format \`${name}\``, `it is one of ${Object.keys(formats).join(", ")}`);
  const { subjects, incomplete } = subjectsOf(paths, terminal, dayOf(input.text("today")));
  const [subject, second] = subjects;
  if (subject === undefined) throw new Failure("there is no model to report on");
  if (second !== undefined) {
    const names = subjects.map(({ model }) => visible(model.name)).join(", ");
    throw new Failure(`these paths hold ${subjects.length} models: ${names}`, "name the files or the folder of one");
  }
  const reporter = new Reporter(subject.model.analysis, {
    language: (input.text("language") ?? "en") as Language,
    tool: version(),
    digestOf: (text) => createHash("sha256").update(text).digest("hex"),
  });
  const { content } = await reporter.written(deliverable, name as FormatName);
  const output = input.text("output");
  if (output !== undefined) writeTo(path.resolve(terminal.cwd, output), output, content);
  else if (typeof content === "string") terminal.out(content);
  else throw new Failure(`\`--format ${name}\` is no text`, "say where it goes with `--output FILE`");
  return incomplete ? 2 : 0;
}

function subjectsOf(operands: readonly string[], terminal: Terminal, today: string): { subjects: Subject[]; incomplete: boolean } {
  const { workspaces, problems, fileSystem } = findInputs(operands, terminal.cwd);
  for (const problem of problems) terminal.err(`ward: ${problem}\n`);
  let incomplete = problems.length > 0;
  const subjects = workspaces.flatMap(({ root, settings, files }) => {
    const loaded = load(files, { fileSystem, root, shownFrom: terminal.cwd });
    const checked = check(loaded, today, settings);
    for (const { code, message, location } of checked.diagnostics) {
      if (code !== "unreadable-file" && code !== "unresolved-import") continue;
      terminal.err(`ward: ${visible(location.file.path)}: ${message}\n`);
      incomplete = true;
    }
    // A file that only others build on, such as a hospital, is no device to report on.
    const systems = checked.models.filter(({ analysis }) => analysis.model.system);
    return (systems.length > 0 ? systems : checked.models).map((model) => ({ root, settings, model }));
  });
  return { subjects, incomplete };
}

function writeTo(file: string, shown: string, content: string | Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new Failure(`cannot write \`${shown}\`: ${(error as Error).message.split("\n")[0]}`);
  }
}
