// Draws a scene as SVG: no script, no style sheet, nothing from elsewhere. Every word of a model is escaped on its way.
import { fontFamily } from "../text.ts";
import { themes } from "../themes.ts";
import type { Scene, SvgOptions } from "../types.ts";
import { drawEdge } from "./edge.ts";
import { drawLegend } from "./legend.ts";
import { drawNode, drawPorts } from "./node.ts";
import { attributes, type Pen, quoted, tag, texts } from "./pen.ts";

/** The picture of a scene. */
export function svg(scene: Scene, options: SvgOptions = {}): string {
  const id = (options.id ?? "ward").replace(/[^\w-]/g, "");
  const pen: Pen = { theme: themes[options.theme ?? "light"], ...(options.link ? { link: options.link } : {}) };
  const open = scene.nodes.filter((node) => node.container && node.folded === undefined);
  const closed = scene.nodes.filter((node) => !open.includes(node));
  const { width, height } = scene;
  const head = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "graphics-document document",
    "aria-labelledby": `${id}-title ${id}-desc`,
    "font-family": fontFamily,
  });
  const title = scene.system === "" ? scene.title : `${scene.title} – ${scene.system}`;
  const parts = [
    `<svg ${head}>`,
    `<title id="${id}-title">${quoted(title)}</title>`,
    `<desc id="${id}-desc">${quoted(description(scene))}</desc>`,
    tag("rect", { class: "background", width, height, fill: pen.theme.background }),
    texts(scene.heading, pen),
    ...open.map((node) => drawNode(node, pen, true)),
    ...scene.edges.map((edge) => drawEdge(edge, pen)),
    ...closed.map((node) => drawNode(node, pen, false)),
    ...scene.nodes.map((node) => drawPorts(node, pen)),
    drawLegend(scene, pen),
    "</svg>\n",
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function description(scene: Scene): string {
  const count = (kind: string, one: string, many: string): string[] => {
    const found = scene.nodes.filter((node) => node.kind === kind).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  };
  const parts = [
    ...count("boundary", "trust boundary", "trust boundaries"),
    ...count("device", "device", "devices"),
    ...count("process", "process", "processes"),
    ...count("store", "data store", "data stores"),
    ...count("external", "external system", "external systems"),
    ...count("actor", "person", "persons"),
  ];
  return `Data-flow diagram with ${[...parts, `${scene.edges.length} ${scene.edges.length === 1 ? "flow" : "flows"}`].join(", ")}.`;
}
