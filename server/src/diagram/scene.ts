// Joins a graph with its layout: words in their places, heading and legend around. All that is left to do is draw.
import { legendOf } from "./legend.ts";
import {
  containerLines,
  edgeLines,
  header,
  heightOf,
  type Line,
  markRow,
  nodeLines,
  plug,
  portLines,
  signRoom,
  strip,
  widest,
} from "./shape.ts";
import { lineHeight, widthOf, wrap } from "./text.ts";
import type {
  Box,
  EdgePlace,
  Graph,
  GraphEdge,
  GraphNode,
  GraphPort,
  Layout,
  PortPlace,
  Scene,
  SceneEdge,
  SceneLabel,
  SceneNode,
  SceneOptions,
  ScenePort,
} from "./types.ts";

/** Least width of a picture with heading and legend. */
const narrowest = 640;
const margin = 24;

/** Everything that is drawn. */
export function scene(graph: Graph, layout: Layout, options: SceneOptions = {}): Scene {
  const hasFrame = options.frame ?? true;
  const width = hasFrame ? Math.max(narrowest, layout.width) : layout.width;
  const heading = hasFrame ? headingOf(graph, width) : [];
  const top = hasFrame ? Math.max(...heading.map((line) => line.y + line.height)) - 8 : 0;
  const left = Math.round((width - layout.width) / 2);
  const boxes = new Map(layout.nodes.map(([id, box]) => [id, moved(box, left, top)]));
  const titles = new Map(layout.titles.map(([id, box]) => [id, moved(box, left, top)]));
  const ports = new Map(layout.ports.map(([id, place]) => [id, { ...moved(place, left, top), box: moved(place.box, left, top) }]));
  const edges = new Map(layout.edges);
  const nodes = graph.nodes.flatMap((node) => {
    const box = boxes.get(node.id);
    return box ? [sceneNode(node, box, titles.get(node.id), ports)] : [];
  });
  const drawn = graph.edges.flatMap((edge) => {
    const place = edges.get(edge.id);
    return place && place.points.length > 1 ? [sceneEdge(edge, shifted(place, left, top))] : [];
  });
  const bottom = top + layout.height;
  const legend = hasFrame ? legendOf(nodes, drawn, { x: margin, y: bottom, width: width - 2 * margin }) : [];
  const height = legend.length > 0 ? Math.max(...legend.map((item) => item.y + item.height)) + margin : bottom;
  const { name, title } = graph.view;
  return { version: 1, view: name, title, system: graph.system, width, height: Math.ceil(height), nodes, edges: drawn, heading, legend };
}

function moved<Place extends { readonly x: number; readonly y: number }>(place: Place, dx: number, dy: number): Place {
  return { ...place, x: place.x + dx, y: place.y + dy };
}

function shifted(place: EdgePlace, dx: number, dy: number): EdgePlace {
  return { points: place.points.map(([x, y]) => [x + dx, y + dy]), label: place.label && moved(place.label, dx, dy) };
}

function headingOf(graph: Graph, width: number): SceneLabel[] {
  const room = width - 2 * margin;
  const title = wrap(graph.view.title, room, 20, "bold", 2).map((text): Line => ({ text, size: 20, weight: "bold", role: "title" }));
  const system = wrap(graph.system, room, 13, "regular", 1).map((text): Line => ({ text, size: 13, weight: "regular", role: "note" }));
  return setLines([...title, ...system], { x: margin, y: 20, width: room }, "left");
}

/** Sets lines below each other. */
export function setLines(
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  align: SceneLabel["align"],
): SceneLabel[] {
  let y = at.y;
  return lines.map(({ text, size, weight, role }) => {
    const width = widthOf(text, size, weight);
    const height = size * lineHeight;
    const x = at.x + (align === "left" ? 0 : align === "right" ? at.width - width : (at.width - width) / 2);
    const label: SceneLabel = { text, x: round(x), y: round(y), width: round(width), height: round(height), role, align, size, weight };
    y += height;
    return label;
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

type PlacedPorts = ReadonlyMap<string, PortPlace>;

function sceneNode(node: GraphNode, box: Box, title: Box | undefined, places: PlacedPorts): SceneNode {
  const ports = node.ports.flatMap((port): ScenePort[] => {
    const place = places.get(port.id);
    return place ? [{ ...port, ...place, labels: portLabels(port, place) }] : [];
  });
  return { ...node, ...box, labels: title ? titleLabels(node, title) : leafLabels(node, box, ports), ports };
}

function titleLabels(node: GraphNode, title: Box): SceneLabel[] {
  const lines = containerLines(node);
  const above = Math.max(4, (Math.min(header, title.height) - heightOf(lines)) / 2);
  return setLines(lines, { x: title.x, y: title.y + above, width: title.width }, "left");
}

/** Whether the words of a box stand to the right of a sign. */
export function hasSign(node: GraphNode): boolean {
  return node.kind === "actor" || node.kind === "device" || node.kind === "boundary" || node.kind === "store";
}

function leafLabels(node: GraphNode, box: Box, ports: readonly ScenePort[]): SceneLabel[] {
  const lines = nodeLines(node);
  const free = freeOf(box, ports);
  const wide = widest(lines);
  const sign = hasSign(node) ? signRoom : 0;
  const x = free.x + (free.width - wide - sign) / 2 + sign;
  const marks = node.marks.length > 0 ? markRow : 0;
  return setLines(lines, { x, y: free.y + (free.height - marks - heightOf(lines)) / 2, width: wide }, sign > 0 ? "left" : "middle");
}

/** What ports leave of a closed device. */
function freeOf(box: Box, ports: readonly ScenePort[]): Box {
  const depth = (side: PortPlace["side"], size: (box: Box) => number): number =>
    Math.max(0, ...ports.filter((port) => port.side === side).map((port) => size(port.box)));
  const [west, east] = [depth("west", (one) => one.width), depth("east", (one) => one.width)];
  const [north, south] = [depth("north", (one) => one.height), depth("south", (one) => one.height)];
  return { x: box.x + west, y: box.y + north, width: box.width - west - east, height: box.height - north - south };
}

function portLabels(port: GraphPort, { box, side }: PortPlace): SceneLabel[] {
  const lines = portLines(port);
  const icons = port.marks.length * 15;
  const wide = Math.max(widest(lines), 0);
  const y = box.y + (box.height - heightOf(lines)) / 2;
  if (side === "west") return setLines(lines, { x: box.x + plug, y, width: wide }, "left");
  if (side === "east") return setLines(lines, { x: box.x + box.width - plug - wide, y, width: wide }, "right");
  return setLines(lines, { x: box.x + (box.width - wide - icons) / 2, y, width: wide }, "middle");
}

function sceneEdge(edge: GraphEdge, { points, label }: EdgePlace): SceneEdge {
  const anchor = label && anchorOf(points, label);
  return { ...edge, points, labels: label && anchor ? edgeLabels(edge, label, anchor) : [], ...(anchor ? { anchor } : {}) };
}

/** Where the signs of an arrow stand: on the line where it runs across, else in the last row of the label. */
function anchorOf(points: SceneEdge["points"], label: Box): { x: number; y: number; across: boolean; align: SceneLabel["align"] } {
  const [middle, center] = [label.x + label.width / 2, label.y + label.height / 2];
  const across = points.some(([x, y], index) => {
    const next = points[index + 1];
    return (
      next !== undefined &&
      Math.abs(y - next[1]) < 0.1 &&
      Math.abs(y - center) < 2 &&
      Math.min(x, next[0]) <= label.x + 4 &&
      Math.max(x, next[0]) >= label.x + label.width - 4
    );
  });
  if (across) return { x: middle, y: center, across, align: "middle" };
  const near = points.flatMap(([x, y], index) => {
    const next = points[index + 1];
    if (next === undefined || Math.abs(x - next[0]) > 0.1) return [];
    return Math.min(y, next[1]) <= center && Math.max(y, next[1]) >= center ? [x] : [];
  });
  const line = near.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const align = line === undefined ? "middle" : line <= middle ? "left" : "right";
  const x = align === "left" ? label.x + 4 : align === "right" ? label.x + label.width - 4 : middle;
  return { x, y: label.y + label.height - strip / 2, across, align };
}

function edgeLabels(edge: GraphEdge, label: Box, anchor: { readonly across: boolean; readonly align: SceneLabel["align"] }): SceneLabel[] {
  const { above, below } = edgeLines(edge);
  const center = label.y + label.height / 2;
  if (anchor.across) {
    return [
      ...setLines(above, { x: label.x, y: center - strip / 2 - heightOf(above), width: label.width }, "middle"),
      ...setLines(below, { x: label.x, y: center + strip / 2, width: label.width }, "middle"),
    ];
  }
  return setLines([...above, ...below], { x: label.x + 4, y: label.y, width: label.width - 8 }, anchor.align);
}
