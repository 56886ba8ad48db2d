// `ward diagram`: draws views of a model. What draws is loaded when the command runs, so that no other command pays for it.
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Analysis } from "../../analysis/types.ts";
import type { Place, Scene, ThemeName, ViewInfo } from "../../diagram/types.ts";
import { pixelsOf } from "../../host/drawing.ts";
import { nearest } from "../../model/suggest.ts";
import { type Command, type ExitStatus, Failure, type Input } from "../command.ts";
import { optimise } from "../engine.ts";
import { writeOutput } from "../files.ts";
import { checkPaths, dayOf, type Result } from "../project.ts";
import type { Terminal } from "../terminal.ts";

type Engine = typeof import("../../diagram/index.ts");

/** Formats by name; PNG is the only one that is no text. */
const formats = ["svg", "png", "drawio", "mermaid", "json"] as const;
const themes: readonly ThemeName[] = ["light", "dark", "high-contrast", "print"];

/** `ward diagram [PATH…]`. */
export const diagram: Command = {
  name: "diagram",
  summary: "Draw a model as a data-flow diagram",
  operands: "[PATH…]",
  fewest: 0,
  most: Number.POSITIVE_INFINITY,
  about: "PATH as for `ward check`. Without `--view` the whole model is drawn; `--views` lists what else there is.",
  options: {
    format: { type: "text", words: formats, default: "svg", doc: "How the diagram is written" },
    view: { type: "text", value: "NAME", doc: "The view to draw: a `view` of the model or one of those that every model has" },
    views: { type: "flag", doc: "List the views of the model and draw nothing" },
    system: { type: "text", value: "NAME", doc: "The system to draw, where PATH holds several" },
    output: { type: "text", value: "FILE", short: "o", doc: "Write to a file instead of standard output" },
    theme: { type: "text", words: themes, default: "light", doc: "Colours of SVG and PNG" },
    scale: { type: "text", value: "FACTOR", default: "2", doc: "How many times as large a PNG is, 0.1 to 10" },
    links: { type: "flag", doc: "Make elements of an SVG open the lines that declare them" },
    today: { type: "text", value: "DAY", doc: "Day on which decisions are judged, YYYY-MM-DD (default: today)" },
  },
  examples: [
    { line: "ward diagram samples/infusion-pump --output pump.svg", what: "Draws the whole model." },
    { line: "ward diagram --view updates --format png --scale 3 -o updates.png", what: "The way of updates, for a technical file." },
    { line: "ward diagram --views", what: "Lists the views of the model below this folder." },
  ],
  run: async (input, terminal) => {
    const result = checkPaths(input.operands, terminal.cwd, dayOf(input.text("today")));
    for (const problem of result.problems) terminal.err(`ward: ${problem}\n`);
    const analysis = modelOf(result, input.text("system"));
    const scale = scaleOf(input.text("scale") ?? "");
    optimise();
    const engine: Engine = await import("../../diagram/index.ts");
    const all = engine.views(analysis);
    const first = all[0];
    if (first === undefined) throw new Failure("there is nothing to draw: the model has no elements");
    if (input.flag("views")) {
      listViews(all, terminal);
      return statusOf(result);
    }
    const name = input.text("view") ?? first.name;
    if (!all.some((view) => view.name === name)) throw unknownView(name, all);
    const graph = engine.graph(analysis, name);
    if (graph === undefined) throw unknownView(name, all);
    const scene = engine.scene(graph, await engine.layoutHere(graph));
    await write(input, terminal, engine, scene, scale);
    return statusOf(result);
  },
};

function statusOf(result: Result): ExitStatus {
  return result.incomplete ? 2 : 0;
}

function modelOf(result: Result, wanted: string | undefined): Analysis {
  const { models } = result;
  const systems = models.filter(({ analysis }) => analysis.model.system !== undefined);
  const all = systems.length > 0 ? systems : models;
  const names = all.map((model) => model.name);
  const found = wanted === undefined ? all : all.filter((model) => model.name === wanted);
  if (found.length === 1) return (found[0] as (typeof found)[number]).analysis;
  if (all.length === 0) throw new Failure("there is no model to draw");
  if (wanted === undefined) throw new Failure(`there are ${all.length} models`, `say which with \`--system\`: ${names.join(", ")}`);
  if (found.length > 1) throw new Failure(`${found.length} models have the system \`${wanted}\``, "give the PATH of one of them");
  const near = nearest(wanted, names);
  throw new Failure(`there is no system \`${wanted}\``, near ? `did you mean \`${near}\`?` : `there are: ${names.join(", ")}`);
}

function scaleOf(text: string): number {
  const scale = Number(text);
  if (text.trim() === "" || !(scale >= 0.1 && scale <= 10)) throw new Failure(`\`--scale\` takes a number from 0.1 to 10, not \`${text}\``);
  return scale;
}

function unknownView(name: string, all: readonly ViewInfo[]): Failure {
  const near = nearest(
    name,
    all.map((view) => view.name),
  );
  return new Failure(`there is no view \`${name}\``, near ? `did you mean \`${near}\`?` : "`ward diagram --views` lists them");
}

function listViews(all: readonly ViewInfo[], { out, style }: Terminal): void {
  const width = Math.max(...all.map((view) => view.name.length));
  for (const { name, title, doc } of all) out(`${style.bold(name.padEnd(width))}  ${title}${doc === "" ? "" : style.dim(`: ${doc}`)}\n`);
}

async function write(input: Input, terminal: Terminal, engine: Engine, scene: Scene, scale: number): Promise<void> {
  const output = input.text("output");
  const content = await contentOf(input, terminal.cwd, engine, scene, scale);
  if (output !== undefined) return writeOutput(path.resolve(terminal.cwd, output), output, [content]);
  if (typeof content === "string") return terminal.out(content);
  if (terminal.isTerminal) throw new Failure("a PNG is nothing for a terminal", "give a file with `--output`");
  terminal.out(content);
}

async function contentOf(input: Input, cwd: string, engine: Engine, scene: Scene, scale: number): Promise<string | Uint8Array> {
  const theme = input.text("theme") as ThemeName;
  const format = input.text("format") as (typeof formats)[number];
  if (format === "png") return await picture(engine, scene, theme, scale);
  const link = (place: Place): string => `${pathToFileURL(path.resolve(cwd, place.file))}#L${place.line + 1}`;
  return engine.textFormats[format](scene, { theme, ...(input.flag("links") ? { link } : {}) });
}

async function picture(engine: Engine, scene: Scene, theme: ThemeName, scale: number): Promise<Uint8Array> {
  const { width, height } = scene;
  if (width * height * scale ** 2 > engine.mostPixels) {
    const fitting = Math.floor(Math.sqrt(engine.mostPixels / (width * height)) * 10) / 10;
    throw new Failure(
      `a picture of ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels is too large`,
      `a \`--scale\` of ${fitting} fits`,
    );
  }
  const drawn = engine.svg(scene, { theme });
  return await pixelsOf(engine, drawn, scale);
}
