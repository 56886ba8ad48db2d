// Diagrams as files and in other documents: a view of a model in a format, byte for byte as the command line writes it, and the picture
// of a text that stands by itself.
import { memoryFiles } from "../host/memory.ts";
import { type CheckedModel, check } from "../workspace/check.ts";
import { load } from "../workspace/load.ts";
import { noSettings } from "../workspace/settings.ts";
import type { Drawing } from "./context.ts";
import type { DiagramExportParams, DiagramExportResult, DiagramOfTextParams, DiagramOfTextResult } from "./protocol.ts";

/** A view as a file. */
export async function exportDiagram(
  { analysis }: CheckedModel,
  { view: wanted, format }: DiagramExportParams,
  drawing: Drawing,
): Promise<DiagramExportResult> {
  const engine = await drawing.load();
  const view = wanted ?? engine.views(analysis)[0]?.name;
  const graph = view === undefined ? undefined : engine.graph(analysis, view);
  if (graph === undefined) return { problem: "there is nothing to draw" };
  const scene = engine.scene(graph, await drawing.layOut(graph, {}, undefined));
  const { textFormats } = engine;
  if (Object.hasOwn(textFormats, format)) return base64(textFormats[format as keyof typeof textFormats](scene, { theme: "light" }));
  if (format !== "png") return { problem: `there is no format ${format}` };
  if (drawing.png === undefined) return { problem: "a browser cannot make PNG files; write SVG" };
  return base64(await drawing.png(textFormats.svg(scene, { theme: "light" })));
}

/** The picture of a text, such as a block of a Markdown document. It can import shipped catalogues and nothing else. */
export async function textDiagram({ text, id }: DiagramOfTextParams, today: string, drawing: Drawing): Promise<DiagramOfTextResult> {
  const path = "/block/block.ward";
  const loaded = load([path], { fileSystem: memoryFiles({ [path]: text }), root: "/block", shownFrom: "/block" });
  const [model] = check(loaded, today, noSettings).models;
  const [problem] = model?.files.flatMap(({ tree }) => tree.problems) ?? [];
  if (problem) return { problem: `This block cannot be drawn: ${problem.message}.` };
  const { views, graph, scene, svg } = await drawing.load();
  const [view] = model ? views(model.analysis) : [];
  const shown = model && view && graph(model.analysis, view.name);
  if (shown === undefined) return { problem: "There is nothing to draw in this block." };
  const laidOut = await drawing.layOut(shown, { timeout: 30_000 }, undefined);
  return { svg: svg(scene(shown, laidOut, { frame: false }), { theme: "vscode", id }) };
}

function base64(content: string | Uint8Array): DiagramExportResult {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let text = "";
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return { base64: btoa(text) };
}
