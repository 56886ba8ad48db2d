// The contract of the diagram: plain data that passes between the stages (view, graph, layout, scene), to other threads and to pages.
//
//   views(model)                          → ViewInfo[]         views.ts    what can be shown
//   graph(model, view, options)           → Graph              graph.ts    what one view shows: structure and words
//   layout(graph, options, previous)      → Promise<Layout>    layout.ts   where everything stands; in a worker, cancellable
//   scene(graph, layout, options)         → Scene              scene.ts    both joined: what is drawn; `ward diagram --format json`
//   svg(scene, options)                   → string             svg.ts      and png.ts, drawio.ts, mermaid.ts
//
// Where `model` is an Analysis (`CheckedModel.analysis`) and `view` a name from `views`. `layout` takes `LayoutRun` and runs in a worker
// of Node; `layoutHere(graph, options, previous)` of layout.ts is the same in the caller's own thread (a web worker, tests).
// An unknown view gives `undefined` from `graph`.
//
// A layout depends on `graph.hash` only: where that stays the same, a kept layout with a new graph gives the new picture.
import type { State } from "../analysis/types.ts";

/** What a view is about. All but `declared` exist in every model that has something to show in them. */
export type ViewKind =
  | "declared"
  | "context"
  | "full"
  | "device"
  | "boundary"
  | "scenario"
  | "system"
  | "updates"
  | "multi-patient"
  | "security-use-case";

/** A view that a model offers. */
export interface ViewInfo {
  /** What `--view` takes: the name of a `view`, or `full`, `context`, `device:Pump`, `boundary:Clinical`, `scenario:Infuse`, `system`, … */
  readonly name: string;
  readonly title: string;
  readonly kind: ViewKind;
  /** Id of the view, device, boundary or scenario that it is about. */
  readonly about?: string;
  /** One sentence on what it shows. */
  readonly doc: string;
}

/** A place in the text, counted from 0, as the Language Server Protocol does. */
export interface Place {
  /** The file as it is named to people. */
  readonly file: string;
  readonly line: number;
  readonly character: number;
  /** Offsets of the whole declaration. */
  readonly start: number;
  readonly end: number;
}

/** Properties of an element that are marked beside its title. */
export type Mark = "safety-related" | "wireless" | "public" | "out-of-scope" | "multi-patient" | "debug" | "commands" | "disabled";

/** A threat of an element, as far as pictures, hover cards and filters need it. */
export interface ThreatNote {
  /** `Threat@Element`. */
  readonly id: string;
  readonly title: string;
  readonly stride: readonly string[];
  readonly state: State;
  readonly severity: string;
  /** Residual risk, a word of the scale. */
  readonly risk: string;
}

/** Counts of threats in a state, with the worst residual risk among them. */
export interface Badge {
  readonly state: "open" | "planned" | "accepted";
  readonly count: number;
  readonly risk: string;
  /** Place of that risk in the scale, from 0 (lowest) to 1 (highest). */
  readonly level: number;
}

/** What nodes, ports and edges have in common. */
export interface Item {
  /** The element's id; `source->target` where several flows are drawn as one. */
  readonly id: string;
  readonly title: string;
  /** What the kinds say, e.g. `Infusion pump`. */
  readonly kindTitle?: string;
  readonly marks: readonly Mark[];
  readonly badges: readonly Badge[];
  readonly threats: readonly ThreatNote[];
  readonly place?: Place;
  /** A filter has left it out; it stays in its place and is drawn faintly. */
  readonly dimmed?: boolean;
}

/** How a node is drawn. */
export type NodeKind = "actor" | "external" | "process" | "store" | "device" | "boundary";

/** A box of the diagram. */
export interface GraphNode extends Item {
  readonly kind: NodeKind;
  readonly parent: string | undefined;
  /** Who manages a boundary, a word of the language. */
  readonly managedBy?: string;
  readonly ports: readonly GraphPort[];
  /** Set on a container that is drawn closed: how many elements are inside. */
  readonly folded?: number;
  /** A container that has something inside, so that it can be folded or unfolded. */
  readonly container: boolean;
  /** Data that a store holds: ids. */
  readonly data: readonly string[];
}

/** An interface on the border of its device. */
export interface GraphPort extends Item {
  /** `443/tcp`, several with commas; empty without any. */
  readonly numbers: string;
  readonly direction?: "inbound" | "outbound" | "both";
  readonly medium?: string;
  readonly purpose?: string;
}

/** Whether what a flow carries is protected on its way. */
export type Protection =
  /** Confidentiality and integrity of the transmission are given. */
  | "protected"
  /** One of both. */
  | "partial"
  /** Neither. */
  | "unprotected"
  /** It stays inside a device or on a local medium, or a person is one end: there is no network to protect it from. */
  | "local";

/** An arrow of the diagram. */
export interface GraphEdge extends Item {
  readonly source: string;
  readonly target: string;
  /** Ports of devices that it passes, outgoing first; only those that are drawn. */
  readonly via: readonly string[];
  /** The flows it stands for: one, or several between folded containers. */
  readonly flows: readonly string[];
  /** Titles of protocols. */
  readonly protocols: readonly string[];
  /** Names of protocols, as labels have them. */
  readonly protocolNames: readonly string[];
  /** Titles of the data carried. */
  readonly carries: readonly string[];
  /** Ids of the data carried. */
  readonly data: readonly string[];
  readonly protection: Protection;
  /** The measures that protect it, in words. */
  readonly protectedBy: readonly string[];
  /** Which steps of the scenario it is, counted from 1, in views that follow one. */
  readonly steps: readonly number[];
  /** Data flow both ways: two flows between the same ends drawn as one. */
  readonly both?: boolean;
}

/** What is shown of a model. Plain data; the same model, view and options give the same graph. */
export interface Graph {
  readonly view: ViewInfo;
  /** Title of the system. */
  readonly system: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Key of the layout: structure, and the room that the words need in steps; other words of like length leave it as it is. */
  readonly hash: string;
  /** Key of everything that is drawn. */
  readonly contentHash: string;
}

/** What a filter keeps; everything else is dimmed or left out. Conditions are joined by `and`. */
export interface Filter {
  /** Inside these boundaries or devices. */
  readonly containers?: readonly string[];
  /** Has a threat of one of these STRIDE classes. */
  readonly stride?: readonly string[];
  /** Has a threat in one of these states. */
  readonly states?: readonly State[];
  /** The scenario that runs along it. */
  readonly scenario?: string;
  /** Carries or holds this datum, or lies at the end of a flow that carries it. */
  readonly data?: string;
  /** Can be reached along flows by an attacker who holds this element. */
  readonly reachedFrom?: string;
}

/** What to make of a view. */
export interface GraphOptions {
  /** Containers to draw closed. */
  readonly folded?: readonly string[];
  /** Containers to draw open though the size of the model would fold them. */
  readonly unfolded?: readonly string[];
  /** Containers fold by themselves past this many elements (default 150). */
  readonly foldPast?: number;
  readonly filter?: Filter;
  /** Leave out what the filter does not keep, instead of dimming it. */
  readonly hideFiltered?: boolean;
}

/** How to lay out. */
export interface LayoutOptions {
  /** Width to height aimed at (default 1.5, a landscape page). */
  readonly aspect?: number;
}

/** How a layout is run. */
export interface LayoutRun extends LayoutOptions {
  /** Ends the run and its worker; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the worker is ended and the promise rejected (default 10 000). */
  readonly timeout?: number;
}

/** A rectangle in absolute coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of a graph stand. Depends on `graph.hash` and options alone, besides the previous layout given as a hint. */
export interface Layout {
  /** The hash of the graph that was laid out. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** By id, as pairs: an id can be any word, `__proto__` too. */
  readonly nodes: readonly (readonly [string, Box])[];
  /** Middle of each port's mark on the border, and the side of the device. */
  readonly ports: readonly (readonly [string, PortPlace])[];
  readonly edges: readonly (readonly [string, EdgePlace])[];
  /** Room for the titles of containers. */
  readonly titles: readonly (readonly [string, Box])[];
  /** How each container was laid out, so that the next layout can leave it as it is. Opaque. */
  readonly memory: unknown;
}

/** Where a port stands. */
export interface PortPlace {
  readonly x: number;
  readonly y: number;
  readonly side: "north" | "east" | "south" | "west";
  /** The block in which its name stands, inside the device and on its border. */
  readonly box: Box;
}

/** Where an arrow runs and where its label has room. */
export interface EdgePlace {
  readonly points: readonly (readonly [number, number])[];
  readonly label: Box | undefined;
}

/** A line of text of the picture; `x` is where it starts, `y` the top of its box. */
export interface SceneLabel extends Box {
  readonly text: string;
  /** What the line is, which decides how it is set. */
  readonly role: "title" | "kind" | "port" | "protocol" | "data" | "step" | "note";
  readonly align: "left" | "middle" | "right";
  readonly size: number;
  readonly weight: "regular" | "bold";
}

/** A node with its place; coordinates are absolute, in CSS pixels. */
export interface SceneNode extends GraphNode, Box {
  readonly labels: readonly SceneLabel[];
  readonly ports: readonly ScenePort[];
}

/** A port with its place: `x` and `y` are its middle, on the device's border. */
export interface ScenePort extends GraphPort, PortPlace {
  readonly labels: readonly SceneLabel[];
}

/** An arrow with its way. */
export interface SceneEdge extends GraphEdge {
  readonly points: readonly (readonly [number, number])[];
  readonly labels: readonly SceneLabel[];
  /** Where its signs stand (steps, badges): on the line, or in a row of the label. */
  readonly anchor?: { readonly x: number; readonly y: number; readonly across: boolean; readonly align: SceneLabel["align"] };
}

/** An entry of the legend: a sign that the picture uses, and what it means. */
export interface LegendItem extends Box {
  /** Which sign; `svg` draws it. */
  readonly sign: string;
  readonly labels: readonly SceneLabel[];
}

/** Everything that is drawn, with absolute positions. */
export interface Scene {
  readonly version: 1;
  /** Name of the view. */
  readonly view: string;
  readonly title: string;
  readonly system: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Lines of the heading; none without a frame. */
  readonly heading: readonly SceneLabel[];
  readonly legend: readonly LegendItem[];
}

/** How to join graph and layout. */
export interface SceneOptions {
  /** With heading and legend (default yes). The preview shows its own. */
  readonly frame?: boolean;
}

/** Themes of the picture; `vscode` takes its colours from the editor's theme variables, high contrast included. */
export type ThemeName = "light" | "dark" | "high-contrast" | "print" | "vscode";

/**
 * How to draw. The picture has no script and no `style` attribute. Every node, port and arrow is a `<g>` with `data-id`, `data-kind`
 * and `class` (`node`, `port`, `edge`, with `dimmed` where it is); nodes and ports are moved by their `transform` alone.
 */
export interface SvgOptions {
  /** Default `light`. */
  readonly theme?: ThemeName;
  /** Gives the address that a click on an element opens; without it elements are no links. */
  readonly link?: (place: Place) => string | undefined;
  /** Starts the ids inside the picture (markers, title), so that several fit into one page (default `ward`). */
  readonly id?: string;
}
