// `ward report`: the documents that an auditor, an operator or a healthcare provider asks for.
import { createHash } from "node:crypto";
import path from "node:path";
import { readInside } from "../../host/inside.ts";
import { version } from "../../host/version.ts";
import { nearest } from "../../model/suggest.ts";
import type { FormatName, Reporter } from "../../report/index.ts";
import type { Language } from "../../report/types.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import type { Settings } from "../../workspace/settings.ts";
import { type Command, counted, type ExitStatus, Failure, type Input } from "../command.ts";
import { drawerOf } from "../drawing.ts";
import { optimise } from "../engine.ts";
import { writeOutput } from "../files.ts";
import { checkWorkspaces, dayOf } from "../project.ts";
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
  about:
    "KIND is a document of `ward report --list`, or `all` for the whole set with an index. PATH as for `ward check`; unless KIND is `all`, it must hold one model.",
  options: {
    list: { type: "flag", doc: "List the kinds of documents and the formats" },
    format: {
      type: "text",
      value: "FORMAT",
      default: "html",
      doc: "How it is written; `all` takes several with commas",
    },
    output: { type: "text", value: "FILE", short: "o", doc: "Write to a file instead of standard output; for `all`, the folder" },
    language: { type: "text", words: languages, doc: "Language of the fixed texts (default: en, or what ward.json says)" },
    today: { type: "text", value: "DAY", doc: "Day of the document, YYYY-MM-DD (default: today)" },
  },
  examples: [
    { line: "ward report --list", what: "Shows what there is to write." },
    { line: "ward report instructions pump/ --output ifu.html", what: "Writes the security section of the instructions for use." },
    { line: "ward report threats pump/ --format csv", what: "Writes the threat register for a spreadsheet." },
    { line: "ward report all pump/ --format html,csv --output documents/", what: "Writes every document, an index and the list of gaps." },
  ],
  run: async (input, terminal) => {
    if (input.flag("list")) return await list(input, terminal);
    const [kind, ...paths] = input.operands;
    if (kind === undefined) throw new Failure("`ward report` needs a KIND", "`ward report --list` shows what there is");
    return kind === "all" ? await all(paths, input, terminal) : await one(kind, paths, input, terminal);
  },
};

/** Loaded only here, so that no other command pays for it. */
const room = () => {
  optimise();
  return import("../../report/index.ts");
};

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
    const content = { version: 1, tool: { name: "ward", version: version() }, documents: kinds, formats: ways };
    terminal.out(`${JSON.stringify(content, undefined, 2)}\n`);
    return 0;
  }
  const width = Math.max(...[...kinds, ...ways].map(({ name }) => name.length));
  const lines = (rows: readonly { readonly name: string; readonly text: string }[]): string[] =>
    rows.map(({ name, text }) => `  ${terminal.style.cyan(padded(name, width))}  ${text}`);
  terminal.out(
    [
      terminal.style.bold("Documents"),
      ...lines(kinds.map(({ name, purpose }) => ({ name, text: purpose }))),
      ...lines([{ name: "all", text: "All of them, with an index and the list of gaps." }]),
      "",
      terminal.style.bold("Formats"),
      ...lines(ways.map(({ name, title }) => ({ name, text: title }))),
      "",
    ].join("\n"),
  );
  return 0;
}

async function one(kind: string, paths: readonly string[], input: Input, terminal: Terminal): Promise<ExitStatus> {
  const { deliverables } = await room();
  const deliverable = deliverables.find((each) => each.kind === kind);
  if (deliverable === undefined) {
    const near = nearest(kind, [...deliverables.map((each) => each.kind), "all"]);
    throw new Failure(`there is no document \`${kind}\``, near ? `did you mean \`${near}\`?` : "`ward report --list` shows what there is");
  }
  const [format, ...more] = await formatsOf(input);
  if (format === undefined || more.length > 0) throw new Failure("one document has one format", "`ward report all` takes several");
  const { subjects, incomplete } = subjectsOf(paths, terminal, dayOf(input.text("today")));
  const [subject, second] = subjects;
  if (subject === undefined) throw new Failure("there is no model to report on");
  if (second !== undefined) {
    const names = subjects.map(({ model }) => visible(model.name)).join(", ");
    throw new Failure(`these paths hold ${subjects.length} models: ${names}`, "name the files or the folder of one");
  }
  const { reporter, problems } = await reporterOf(subject, input, terminal);
  const { content } = await reporter.written(deliverable, format);
  const output = input.text("output");
  if (output !== undefined) writeOutput(path.resolve(terminal.cwd, output), output, [content], { makeFolder: true });
  else if (typeof content === "string") terminal.out(content);
  else throw new Failure(`\`--format ${format}\` is no text`, "say where it goes with `--output FILE`");
  return incomplete || problems > 0 ? 2 : 0;
}

async function all(paths: readonly string[], input: Input, terminal: Terminal): Promise<ExitStatus> {
  const { deliverables, writeSet } = await room();
  const output = input.text("output");
  if (output === undefined) throw new Failure("`ward report all` needs a folder", "say which with `--output DIR`");
  const names = await formatsOf(input);
  const { subjects, incomplete } = subjectsOf(paths, terminal, dayOf(input.text("today")));
  let bad = incomplete;
  for (const [index, subject] of subjects.entries()) {
    // A system's name is letters, digits and `_`; models without one are counted.
    const inner = subjects.length === 1 ? "" : (subject.model.analysis.model.system?.name ?? `model-${index + 1}`);
    const folder = path.join(output, inner);
    const { reporter, problems } = await reporterOf(subject, input, terminal);
    // Pictures take longest; a failure is told of where the document is written.
    for (const deliverable of deliverables) if (deliverable.views) reporter.prepare(deliverable).catch(() => {});
    const { files, failures } = await writeSet(reporter, names);
    for (const { name, content } of files)
      writeOutput(path.resolve(terminal.cwd, folder, name), path.join(folder, name), [content], { makeFolder: true });
    for (const { kind, error } of failures) {
      terminal.err(
        `ward: the document \`${kind}\` could not be written: ${error instanceof Error ? error.message.split("\n")[0] : error}\n`,
      );
      if (process.env.WARD_DEBUG && error instanceof Error) terminal.err(`${error.stack}\n`);
    }
    terminal.err(`${counted(files.length, "file")} in ${visible(folder)}\n`);
    bad ||= failures.length > 0 || problems > 0;
  }
  return bad ? 2 : 0;
}

async function formatsOf(input: Input): Promise<FormatName[]> {
  const { formats } = await room();
  const names = [...new Set((input.text("format") ?? "html").split(",").map((name) => name.trim()))];
  for (const name of names) {
    if (Object.hasOwn(formats, name)) continue;
    const near = nearest(name, Object.keys(formats));
    throw new Failure(
      `there is no format \`${visible(name)}\``,
      near ? `did you mean \`${near}\`?` : `it is one of ${Object.keys(formats).join(", ")}`,
    );
  }
  return names as FormatName[];
}

async function reporterOf(subject: Subject, input: Input, terminal: Terminal): Promise<{ reporter: Reporter; problems: number }> {
  const { Reporter, readSupplierLists, readTemplate, templateLogo } = await room();
  const { template, problems: found } = readTemplate(subject.settings.report);
  const read = (file: string, largest: number) => readInside(subject.root, file, largest);
  const { logo, problem } = templateLogo(template, read);
  // Files of a model have the paths under which they are shown: from where the command was given.
  const shown = (file: string, largest: number) => read(path.resolve(terminal.cwd, file), largest);
  const suppliers = readSupplierLists(subject.model.analysis.model, shown);
  const lists = [...suppliers.problems].map(([{ id, file }, why]) => `${file.path}: the list of parts of \`${id}\` is not merged: ${why}`);
  const problems = [...found, ...(problem === undefined ? [] : [problem]), ...lists];
  for (const problem of problems) terminal.err(`ward: ${visible(problem)}\n`);
  const options = {
    language: (input.text("language") ?? template.language ?? "en") as Language,
    tool: version(),
    digestOf: (text: string) => createHash("sha256").update(text).digest("hex"),
    suppliers,
    draw: drawerOf(subject.model.analysis),
  };
  return { reporter: new Reporter(subject.model.analysis, options, template, logo), problems: problems.length };
}

function subjectsOf(operands: readonly string[], terminal: Terminal, today: string): { subjects: Subject[]; incomplete: boolean } {
  const { workspaces, problems } = checkWorkspaces(operands, terminal.cwd, today);
  for (const problem of problems) terminal.err(`ward: ${problem}\n`);
  let incomplete = problems.length > 0;
  const subjects = workspaces.flatMap(({ root, settings, checked }) => {
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
