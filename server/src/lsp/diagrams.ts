// Pictures for panels: graph, layout and drawing of one view, with what each panel was shown last, so that an edit that moves
// nothing needs no layout and one that does moves little. The engine is loaded when the first picture is asked for.

import { states } from "../analysis/types.ts";
import type { Graph, Layout, Scene } from "../diagram/types.ts";
import type { Entity } from "../model/types.ts";
import { hashOf } from "../source/hash.ts";
import { positionAt } from "../source/lines.ts";
import { stride } from "../vocabulary/words.ts";
import type { CheckedModel } from "../workspace/check.ts";
import { type Context, opened } from "./context.ts";
import type { BrokenText, DiagramChoice, DiagramChoices, DiagramParams, DiagramResult } from "./protocol.ts";

/** Milliseconds after which a layout is given up and the panel keeps what it shows; a panel that shows nothing yet waits longer. */
const patience = 10_000;
const patienceFirst = 60_000;
/** Layouts kept: those of the panels, and of what they showed before, so that going back finds everything in its place. */
const mostKept = 32;

/** The model that a document belongs to; of several the one of a name, else the first. */
export function modelOf(context: Context, uri: string, name: string | undefined): CheckedModel | undefined {
  const models = opened(context, uri)?.snapshot.models ?? [];
  return models.find((model) => model.name === name) ?? models[0];
}

/** Draws for panels. */
export class Diagrams {
  private readonly context: Context;
  private readonly kept = new Map<string, Layout>();
  private readonly last = new Map<string, Layout>();

  constructor(context: Context) {
    this.context = context;
  }

  /** The picture that a panel asks for, or why it keeps the one it has. */
  async draw(params: DiagramParams, signal: AbortSignal): Promise<DiagramResult> {
    await this.context.loaded;
    const model = modelOf(this.context, params.uri, params.model);
    if (model === undefined) return { state: "none" };
    const broken = firstProblem(model);
    if (broken && params.known !== undefined) return broken;
    const { views, graph, scene, svg } = await this.context.drawing.load();
    const offered = views(model.analysis);
    const view = offered.find(({ name }) => name === params.view) ?? offered[0];
    const shown = view && graph(model.analysis, view.name, params.options);
    if (view === undefined || shown === undefined) return { state: "none" };
    const choices: DiagramChoices = { ...choicesOf(model), views: offered, states };
    const key = hashOf(JSON.stringify([model.name, choices, JSON.stringify(shown, withoutPlaces)]));
    if (key === params.known && !params.anew) return { state: "same" };
    const arranged = await this.arrange(params, shown, signal);
    if ("state" in arranged) return arranged;
    const drawn = scene(shown, arranged, { frame: false });
    return {
      state: "picture",
      key,
      arrangement: hashOf(JSON.stringify([arranged.nodes, arranged.edges])),
      uri: params.uri,
      model: model.name,
      view,
      choices,
      scene: drawn,
      svg: svg(drawn, { theme: "vscode" }),
      legend: svg(legendOf(scene(shown, arranged, { frame: true })), { theme: "vscode", id: "legend" }),
      broken: broken !== undefined,
    };
  }

  private async arrange(params: DiagramParams, shown: Graph, signal: AbortSignal): Promise<Layout | DiagramResult> {
    const place = `${params.panel} ${params.model ?? ""} ${params.aspect ?? ""}`;
    const key = `${place} ${shown.hash}`;
    const room = `${place} ${shown.view.name}`;
    const known = params.anew ? undefined : this.kept.get(key);
    const options = params.aspect === undefined ? {} : { aspect: params.aspect };
    try {
      const longest = params.known === undefined ? patienceFirst : patience;
      const run = { ...options, signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]), timeout: longest };
      const found = known ?? (await this.context.drawing.layOut(shown, run, params.anew ? undefined : this.last.get(room)));
      keep(this.kept, key, found);
      keep(this.last, room, found);
      return found;
    } catch (error) {
      if (signal.aborted) throw error;
      const { name, message } = error as Error;
      return { state: "failed", reason: name === "TimeoutError" ? "overrun" : "error", message };
    }
  }
}

/** What is declared around a place of a document, innermost first. */
export function entitiesAt(model: CheckedModel, path: string, offset: number): Entity[] {
  const around = model.analysis.model.entities.filter(({ file, node }) => file.path === path && node.start <= offset && offset <= node.end);
  return around.sort((a, b) => b.node.start - a.node.start);
}

/** Ids of what is declared around a place of a document, innermost first. */
export function elementsAt(model: CheckedModel, path: string, offset: number): string[] {
  return entitiesAt(model, path, offset).map(({ id }) => id);
}

/** The element of an id. */
export function elementOf({ analysis }: CheckedModel, id: string): Entity | undefined {
  return analysis.model.byId(id);
}

/** The first syntax error of a model's texts. */
export function firstProblem({ files }: CheckedModel): BrokenText | undefined {
  const found = files.filter(({ tree }) => tree.problems.length > 0);
  const [file] = found;
  const problem = file?.tree.problems[0];
  if (file === undefined || problem === undefined) return undefined;
  const count = found.reduce((sum, { tree }) => sum + tree.problems.length, 0);
  return { state: "broken", file: file.path, line: positionAt(file.tree.text, problem.start).line, count };
}

function choicesOf({ analysis: { model } }: CheckedModel): Omit<DiagramChoices, "views" | "states"> {
  const choices = (all: readonly Entity[]): DiagramChoice[] => all.map(({ id, title }) => ({ id, title }));
  return {
    containers: choices([...model.of("boundary"), ...model.of("device")]),
    data: choices(model.of("data")),
    scenarios: choices(model.of("scenario")),
    stride: stride.words.map(([word]) => word),
  };
}

/** The legend of a framed picture alone, moved to the picture's corner. */
function legendOf(framed: Scene): Scene {
  const x = Math.min(...framed.legend.map((item) => item.x));
  const y = Math.min(...framed.legend.map((item) => item.y));
  const moved = <Box extends { readonly x: number; readonly y: number }>(box: Box): Box => ({ ...box, x: box.x - x, y: box.y - y });
  const legend = framed.legend.map((item) => ({ ...moved(item), labels: item.labels.map(moved) }));
  const width = Math.max(1, ...legend.map((item) => item.x + item.width));
  const height = Math.max(1, ...legend.map((item) => item.y + item.height));
  return { ...framed, width, height, nodes: [], edges: [], heading: [], legend };
}

// Where things stand in the text changes with every line that is put in above; panels ask for it when they need it.
function withoutPlaces(key: string, value: unknown): unknown {
  return key === "place" || key === "contentHash" ? undefined : value;
}

function keep(all: Map<string, Layout>, key: string, layout: Layout): void {
  all.delete(key);
  all.set(key, layout);
  if (all.size > mostKept) all.delete(all.keys().next().value as string);
}
