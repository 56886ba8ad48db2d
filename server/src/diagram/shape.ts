// The part of a graph that the layout depends on: structure, and the room that words need, in steps so that small changes of words change
// nothing. The words are set in that room by scene.ts with the same functions.
import { lineHeight, type Weight, widthOf, wrap, wrapEvenly } from "./text.ts";
import type { GraphEdge, GraphNode, GraphPort } from "./types.ts";

/** A box to be placed. */
export interface ShapeNode {
  readonly id: string;
  readonly parent: string | undefined;
  /** Of a container: the least size, for its title. */
  readonly width: number;
  readonly height: number;
  readonly kind: "leaf" | "device" | "boundary";
  readonly ports: readonly ShapePort[];
}

/** A port to be placed on the border of its box. */
export interface ShapePort {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An arrow to be routed, with the room that its label needs beside a line that runs across and one that runs down. */
export interface ShapeEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly via: readonly string[];
  readonly across: Size;
  readonly down: Size;
}

/** Width and height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** All that a layout depends on. */
export interface Shape {
  readonly nodes: readonly ShapeNode[];
  readonly edges: readonly ShapeEdge[];
}

/** Sizes of letters. */
export const sizes = { title: 12, kind: 10, container: 13, port: 10, flow: 11, detail: 10 } as const;

/** Room for step numbers and badges on the line that a label belongs to. */
export const strip = 16;

/** Room for the title of a container at its top. */
export const header = 40;

/** How far the mark of a port reaches into its device. */
export const plug = 12;

const step = (value: number, by: number): number => Math.ceil(value / by) * by;

/** A line of text and how it is set. */
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly role: "title" | "kind" | "port" | "protocol" | "data" | "note";
}

const lines = (texts: readonly string[], size: number, weight: Weight, role: Line["role"]): Line[] =>
  texts.map((text) => ({ text, size, weight, role }));

/** Height of some lines. */
export function heightOf(all: readonly Line[]): number {
  return all.reduce((sum, line) => sum + line.size * lineHeight, 0);
}

/** Width of the widest of some lines. */
export function widest(all: readonly Line[]): number {
  return Math.max(0, ...all.map((line) => widthOf(line.text, line.size, line.weight)));
}

const narrow = 88;
const broad = 124;

/** The words in a box without contents. */
export function nodeLines(node: GraphNode): Line[] {
  const short = wrapEvenly(node.title, narrow, sizes.title, "bold", 2);
  const words = node.title.split(/[\s-]+/).map((word) => widthOf(word, sizes.title, "bold"));
  const fits = !short.at(-1)?.endsWith("…") && Math.max(...words) <= narrow;
  const title = fits ? short : wrapEvenly(node.title, broad, sizes.title, "bold", 4);
  const kind = subtitle(node);
  return [
    ...lines(title, sizes.title, "bold", "title"),
    ...lines(
      kind === ""
        ? []
        : wrap(kind, fits ? Math.max(narrow, widest(lines(short, sizes.title, "bold", "title"))) : broad, sizes.kind, "regular", 2),
      sizes.kind,
      "regular",
      "kind",
    ),
  ];
}

function subtitle(node: GraphNode): string {
  if (node.folded !== undefined) return `${node.folded} inside`;
  const kind = node.kindTitle ?? "";
  return kind.toLowerCase() === node.title.toLowerCase() ? "" : kind;
}

/** Room for the sign of a person or device to the left of the words. */
export const signRoom = 22;

/** Room for the marks of a box below its words. */
export const markRow = 16;

/** The words at the top of a container. */
export function containerLines(node: GraphNode): Line[] {
  const below = node.kind === "boundary" ? `managed by ${(node.managedBy ?? "nobody named").replaceAll("-", " ")}` : subtitle(node);
  return [
    ...lines(wrap(node.title, 300, sizes.container, "bold", 1), sizes.container, "bold", "title"),
    ...lines(below === "" ? [] : wrap(below, 300, sizes.kind, "regular", 1), sizes.kind, "regular", "kind"),
  ];
}

/** The words at a port. */
export function portLines(port: GraphPort): Line[] {
  return [
    ...lines(wrapEvenly(port.title, 96, sizes.port, "regular", 2), sizes.port, "regular", "port"),
    ...lines(port.numbers === "" ? [] : wrap(port.numbers, 96, sizes.port, "bold", 2), sizes.port, "bold", "note"),
  ];
}

/** The words at an arrow: what it is, and below the line over what it goes and what it carries. */
export function edgeLines(edge: GraphEdge): { above: Line[]; below: Line[] } {
  const title = wrapEvenly(edge.title, 116, sizes.flow, "bold", 3);
  const protocols = edge.protocolNames.join(", ");
  const carries = edge.carries.join(", ");
  return {
    above: lines(title, sizes.flow, "bold", "title"),
    below: [
      ...lines(protocols === "" ? [] : wrapEvenly(protocols, 120, sizes.detail, "regular", 2), sizes.detail, "regular", "protocol"),
      ...lines(carries === "" ? [] : wrapEvenly(carries, 120, sizes.detail, "regular", 3), sizes.detail, "regular", "data"),
    ],
  };
}

/** The shape of a graph. */
export function shapeOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Shape {
  const parents = new Set(nodes.map((node) => node.parent));
  return { nodes: nodes.map((node) => nodeShape(node, parents.has(node.id))), edges: edges.map(edgeShape) };
}

function nodeShape(node: GraphNode, hasContents: boolean): ShapeNode {
  const { id, parent } = node;
  const ports = node.ports.map(portShape);
  if (hasContents) {
    const words = containerLines(node);
    const width = step(widest(words) + marksWidth(node) + 28, 8);
    return { id, parent, width, height: header + 20, kind: node.kind === "device" ? "device" : "boundary", ports };
  }
  const words = nodeLines(node);
  const sign = node.kind === "actor" || node.kind === "device" || node.kind === "boundary" || node.kind === "store" ? signRoom : 0;
  return {
    id,
    parent,
    width: Math.max(96, step(widest(words) + sign + 20, 12)),
    height: Math.max(46, step(heightOf(words) + 16, 4)) + (node.marks.length > 0 ? markRow : 0),
    kind: "leaf",
    ports,
  };
}

/** Room for the marks at the right of a title. */
export function marksWidth(node: GraphNode): number {
  return node.marks.length * 18;
}

function portShape(port: GraphPort): ShapePort {
  const words = portLines(port);
  const icons = port.marks.length * 15;
  return {
    id: port.id,
    width: step(Math.max(widest(words), 24) + icons + plug + 10, 8),
    height: Math.max(24, step(heightOf(words) + 8, 4)),
  };
}

function edgeShape(edge: GraphEdge): ShapeEdge {
  const { above, below } = edgeLines(edge);
  const width = step(widest([...above, ...below]) + 8, 8);
  const half = step(Math.max(heightOf(above), heightOf(below)) + 1, 2);
  return {
    id: edge.id,
    source: edge.source,
    target: edge.target,
    via: edge.via,
    across: { width, height: half * 2 + strip },
    down: { width: width + 4, height: step(heightOf(above) + heightOf(below) + strip, 4) },
  };
}
