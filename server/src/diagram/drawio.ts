// A scene as a draw.io file: real containers, ports on their devices, arrows that stay attached; for those who go on drawing.

import { attributes, quoted } from "./svg/pen.ts";
import { drawable } from "./text.ts";
import { boundaryDashes, flowDashes, themes } from "./themes.ts";
import type { Box, Item, Scene, SceneEdge, SceneNode, ScenePort } from "./types.ts";

const { light } = themes;

type Style = Readonly<Record<string, string | number | undefined>>;

/** The draw.io file of a scene. */
export function drawio(scene: Scene): string {
  const byId = new Map<string, Box>(scene.nodes.map((node) => [node.id, node]));
  const ids = new Map<string, string>();
  for (const node of scene.nodes) {
    ids.set(node.id, `n${ids.size}`);
    for (const port of node.ports) ids.set(port.id, `n${ids.size}`);
  }
  const cells = [
    ...scene.nodes.flatMap((node) => {
      const parent = node.parent === undefined ? undefined : byId.get(node.parent);
      const isOpen = node.container && node.folded === undefined;
      return [
        vertex(
          node,
          ids.get(node.id) as string,
          parent === undefined ? "1" : (ids.get(node.parent as string) as string),
          relative(node, parent),
          nodeStyle(node, isOpen),
          nodeWords(node),
        ),
        ...node.ports.map((port) =>
          vertex(port, ids.get(port.id) as string, ids.get(node.id) as string, relative(port.box, node), portStyle(port), portWords(port)),
        ),
      ];
    }),
    ...scene.edges.map((edge, index) => connector(edge, `e${index}`, ids, byId, scene)),
  ];
  const page = attributes({ dx: scene.width, dy: scene.height, grid: 0, page: 0, pageWidth: scene.width, pageHeight: scene.height });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<mxfile host="ward" type="device"><diagram id="ward" ${attributes({ name: drawable(scene.title) })}><mxGraphModel ${page}><root>`,
    '<mxCell id="0"/><mxCell id="1" parent="0"/>',
    ...cells,
    "</root></mxGraphModel></diagram></mxfile>\n",
  ].join("\n");
}

function relative(box: Box, parent: Box | undefined): Box {
  return { x: box.x - (parent?.x ?? 0), y: box.y - (parent?.y ?? 0), width: box.width, height: box.height };
}

/** A style in draw.io's own form; words of a model never get into one. */
function styleText(style: Style): string {
  return Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === "" ? name : `${name}=${value}`))
    .join(";");
}

/** Labels are HTML to draw.io: escaped once for that, and again as an attribute. */
const html = (text: string): string => quoted(drawable(text));

function vertex(item: Item, id: string, parent: string, box: Box, style: Style, words: string): string {
  const geometry = `<mxGeometry ${attributes({ x: box.x, y: box.y, width: box.width, height: box.height, as: "geometry" })}/>`;
  const cell = `<mxCell ${attributes({ style: styleText({ ...style, html: 1, whiteSpace: "wrap" }), vertex: 1, parent })}>${geometry}</mxCell>`;
  return `<object ${attributes({ id, label: words, ward: item.id, tooltip: drawable(item.title) })}>${cell}</object>`;
}

function nodeWords(node: SceneNode): string {
  const below = node.kind === "boundary" ? `managed by ${(node.managedBy ?? "nobody named").replaceAll("-", " ")}` : (node.kindTitle ?? "");
  const badges = node.badges.map((badge) => `${badge.count} ${badge.state} (${badge.risk})`).join(", ");
  return [
    `<b>${html(node.title)}</b>`,
    ...[below, node.marks.join(", "), badges].filter((one) => one !== "").map((one) => `<font style="font-size: 10px">${html(one)}</font>`),
  ].join("<br>");
}

function portWords(port: ScenePort): string {
  return [port.title, port.numbers, port.marks.join(", ")]
    .filter((one) => one !== "")
    .map(html)
    .join("<br>");
}

function nodeStyle(node: SceneNode, isOpen: boolean): Style {
  const container = isOpen
    ? { container: 1, collapsible: 0, recursiveResize: 0, verticalAlign: "top", align: "left", spacingLeft: 12, spacingTop: 4 }
    : {};
  const line = { strokeColor: light.line, fontColor: light.text, fontFamily: "Arial", fontSize: 12 };
  switch (node.kind) {
    case "process":
      return { rounded: 1, arcSize: 40, fillColor: light.process, ...line };
    case "store":
      return { shape: "partialRectangle", right: 0, fillColor: light.store, ...line };
    case "external":
      return { rounded: 0, shadow: 1, fillColor: light.external, ...line };
    case "actor":
      return { rounded: 0, fillColor: light.external, ...line };
    case "device":
      return { rounded: 1, arcSize: 2, strokeWidth: 2, fillColor: light.device, ...line, ...container };
    case "boundary":
      return {
        rounded: 1,
        arcSize: 2,
        strokeWidth: 2,
        dashed: 1,
        dashPattern: boundaryDashes[node.managedBy ?? ""] ?? "8 4",
        fillColor: light.boundary,
        ...line,
        strokeColor: light.managers[node.managedBy ?? ""] ?? light.line,
        ...container,
      };
  }
}

function portStyle(port: ScenePort): Style {
  return {
    rounded: 0,
    fillColor: light.port,
    strokeColor: light.line,
    fontSize: 10,
    fontFamily: "Arial",
    fontColor: light.text,
    align: port.side === "east" ? "right" : port.side === "west" ? "left" : "center",
    spacing: 6,
  };
}

function connector(edge: SceneEdge, id: string, ids: ReadonlyMap<string, string>, byId: ReadonlyMap<string, Box>, scene: Scene): string {
  const boxOf = (end: string): Box =>
    byId.get(end) ?? (scene.nodes.flatMap((node) => node.ports).find((port) => port.id === end)?.box as Box);
  const [first, last] = [edge.points[0], edge.points.at(-1)] as [readonly [number, number], readonly [number, number]];
  const share = (at: number, from: number, size: number): number =>
    Math.min(1, Math.max(0, Math.round(((at - from) / (size || 1)) * 1000) / 1000));
  const [source, target] = [boxOf(edge.source), boxOf(edge.target)];
  const dashes = flowDashes[edge.protection];
  const style = styleText({
    edgeStyle: "none",
    rounded: 1,
    html: 1,
    strokeColor: light.protection[edge.protection],
    strokeWidth: edge.protection === "local" ? 1 : 2,
    ...(dashes ? { dashed: 1, dashPattern: dashes } : {}),
    endArrow: "block",
    endFill: 1,
    fontSize: 10,
    fontFamily: "Arial",
    fontColor: light.text,
    labelBackgroundColor: light.background,
    exitX: share(first[0], source.x, source.width),
    exitY: share(first[1], source.y, source.height),
    entryX: share(last[0], target.x, target.width),
    entryY: share(last[1], target.y, target.height),
  });
  const steps = edge.steps.length > 0 ? `${edge.steps.join(", ")}. ` : "";
  const words = [
    `<b>${html(`${steps}${edge.title}`)}</b>`,
    ...[edge.protocols.join(", "), edge.carries.join(", ")].filter((one) => one !== "").map(html),
  ].join("<br>");
  const bends = edge.points.slice(1, -1).map(([x, y]) => `<mxPoint ${attributes({ x, y })}/>`);
  const points = bends.length > 0 ? `<Array as="points">${bends.join("")}</Array>` : "";
  const cell = `<mxCell ${attributes({ style, edge: 1, parent: "1", source: ids.get(edge.source), target: ids.get(edge.target) })}><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`;
  return `<object ${attributes({ id, label: words, ward: edge.id, tooltip: drawable(edge.title) })}>${cell}</object>`;
}
