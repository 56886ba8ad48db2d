// Lays out the inside of one box: hands the engine a graph of what is directly in it and reads back places, relative to the box. A run knows
// nothing but its graph, so equal graphs have equal results and are laid out once.

import { hashOf } from "../../source/hash.ts";
import { header, type Size } from "../shape.ts";
import { type Bar, barsOf, elkBar, pitch } from "./bars.ts";
import type { ElkBox, ElkEdge, Engine } from "./elk.ts";
import { type HintSource, type Hints, noHints, type Recipe } from "./hints.ts";
import { type Direction, firstSide, lastSide, type Plan, type Side } from "./plan.ts";
import { readRun } from "./read.ts";
import { freeSpot, inRows, type Taken } from "./spots.ts";
import type { Box, Gate, Stretch, StretchEnd, Tree } from "./tree.ts";

/** A point relative to the box it was laid out in. */
export type Point = readonly [number, number];

/** The inside of a box. */
export interface Inside {
  readonly size: Size;
  /** Corners of the boxes inside. */
  readonly places: ReadonlyMap<Box, Point>;
  readonly sizes: ReadonlyMap<Box, Size>;
  /** Where arrows pass the border. */
  readonly gates: ReadonlyMap<Gate, Point>;
  /** Ports by id: corner and size of their block, and the side of the border they are on. */
  readonly ports: ReadonlyMap<string, { readonly at: Point; readonly size: Size; readonly side: Side }>;
  readonly ways: ReadonlyMap<Stretch, readonly Point[]>;
  readonly labels: ReadonlyMap<Stretch, { readonly at: Point; readonly size: Size }>;
  /** Room for the title of the box itself. */
  readonly title?: { readonly at: Point; readonly size: Size };
  /** How it was made. */
  readonly recipe?: Recipe;
}

/** What a run needs to know of the rest. */
export interface Surroundings {
  readonly tree: Tree;
  readonly plan: Plan;
  readonly hints: HintSource;
  readonly insides: ReadonlyMap<Box, Inside>;
}

const pad = 16;

const spacing: Readonly<Record<string, string>> = {
  "elk.algorithm": "layered",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "22",
  "elk.spacing.edgeNode": "14",
  "elk.spacing.edgeEdge": "10",
  "elk.spacing.portPort": "12",
  "elk.spacing.edgeLabel": "0",
  "elk.spacing.labelNode": "6",
  "elk.spacing.nodeSelfLoop": "12",
  "elk.layered.spacing.nodeNodeBetweenLayers": "24",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.thoroughness": "6",
  "elk.separateConnectedComponents": "false",
  "elk.hierarchyHandling": "SEPARATE_CHILDREN",
};

/** Lays out what is inside a box whose boxes are laid out already. */
export function runBox(box: Box, around: Surroundings, engine: Engine): Inside {
  const key = once(() => new Run(box, around, noHints).key());
  const run = new Run(box, around, around.hints.hintsFor(box, key));
  const inside = layOut(run, engine);
  return { ...inside, recipe: { key: key(), ...run.given() } };
}

function layOut(run: Run, engine: Engine): Inside {
  const { box } = run;
  const lone = run.lone();
  if (lone.length === 0) return run.with(engine, false);
  // Boxes that no arrow touches go where room is left; where there is none, they take part in the layout as one.
  const touched = box.children.length > lone.length ? run.with(engine, false) : undefined;
  return (touched && run.fill(touched, lone)) ?? run.with(engine, true);
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One run. */
export class Run {
  readonly box: Box;
  readonly around: Surroundings;
  readonly direction: Direction;
  readonly isAcross: boolean;
  readonly bars: readonly Bar[];
  private readonly hints: Hints;
  private readonly ids = new Map<unknown, string>();

  constructor(box: Box, around: Surroundings, hints: Hints) {
    this.box = box;
    this.around = around;
    this.hints = hints;
    this.direction = around.plan.direction.get(box) ?? "RIGHT";
    this.isAcross = this.direction === "RIGHT";
    this.bars = box.shape?.kind === "device" ? barsOf(box, this.direction, around.plan, hints) : [];
  }

  /** Boxes that no arrow touches. */
  lone(): Box[] {
    const touched = new Set(this.box.stretches.flatMap(({ from, to }) => [from, to].flatMap((end) => ("own" in end ? [] : [end.box]))));
    return this.box.children.filter((child) => !touched.has(child));
  }

  /** Runs the engine, with or without the boxes that no arrow touches. */
  with(engine: Engine, withLone: boolean): Inside {
    const lone = this.lone();
    const { graph, wrapped, block } = this.graph(withLone);
    const result = wrapped
      ? engine({ id: "w", layoutOptions: { "elk.algorithm": "layered" }, children: [graph] }).children?.[0]
      : engine(graph);
    const places = new Map(block?.places.map((place, index) => [lone[index] as Box, place]) ?? []);
    return readRun(this, result as ElkBox, places);
  }

  /** A key of all that the result depends on. */
  key(): string {
    return hashOf(JSON.stringify(this.graph(true).graph));
  }

  /** The hints that were used, as plain data. */
  given(): Pick<Recipe, "gates" | "places"> {
    const { box, hints } = this;
    const idOf = (edge: number): string => this.around.tree.edges[edge]?.id ?? "";
    const gates = box.gates.flatMap((gate): [string, number][] => {
      const hint = hints.gate(box, gate.edge);
      return hint === undefined ? [] : [[idOf(gate.edge), hint]];
    });
    const places = box.children.flatMap((child): [string, Point][] => {
      const place = hints.place(child);
      return place === undefined ? [] : [[child.shape?.id ?? "", place]];
    });
    return { gates, places };
  }

  private graph(withLone: boolean): { graph: ElkBox; wrapped: boolean; block: ReturnType<Run["block"]> | undefined } {
    const { box } = this;
    const lone = this.lone();
    const block = withLone && lone.length > 0 ? this.block(lone) : undefined;
    const children: ElkBox[] = box.children.filter((child) => !lone.includes(child)).map((child) => this.child(child));
    if (block) children.push({ id: "b", ...block.size });
    const isDevice = box.shape?.kind === "device";
    // Where ports stand along the top, the title stands among them.
    if (isDevice && !this.isAcross)
      children.push({
        id: "t",
        width: box.shape?.width ?? 0,
        height: header,
        layoutOptions: { "elk.layered.layering.layerConstraint": "FIRST_SEPARATE", "elk.alignment": "TOP", "elk.position": "(-1,0)" },
      });
    for (const bar of this.bars) children.push(elkBar(bar, this.direction, (thing) => this.idOf(thing)));
    const ports = isDevice ? [] : this.ports();
    const graph: ElkBox = {
      id: "r",
      layoutOptions: this.options(ports),
      ports,
      children,
      edges: box.stretches.map((one) => this.edge(one)),
    };
    // The engine takes gates on a border only where there is a graph around it.
    return { graph, wrapped: ports.length > 0, block };
  }

  private options(ports: readonly ElkBox[]): Record<string, string> {
    const { shape, parent } = this.box;
    const { hints } = this;
    const has = (side: Side): boolean => this.bars.some((bar) => bar.side === side);
    const isDevice = shape?.kind === "device";
    const [wide, top] = shape ? [pad, header] : [0, 0];
    const padding = {
      top: isDevice && !this.isAcross ? 0 : top + (ports.some((port) => port.layoutOptions?.["elk.port.side"] === "NORTH") ? 10 : 2),
      left: has("WEST") ? 0 : wide,
      bottom: has("SOUTH") ? 0 : wide,
      right: has("EAST") ? 0 : wide,
    };
    const knowsOrder =
      this.bars.some((bar) => bar.hint !== undefined) || this.box.children.some((child) => hints.place(child) !== undefined);
    return {
      ...spacing,
      "elk.direction": this.direction,
      "elk.padding": `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${shape?.width ?? 0},${shape?.height ?? 0})`,
      ...(knowsOrder ? { "elk.layered.crossingMinimization.semiInteractive": "true" } : {}),
      ...(ports.length > 0
        ? { "elk.portConstraints": ports[0]?.layoutOptions?.["elk.port.index"] === undefined ? "FIXED_SIDE" : "FIXED_ORDER" }
        : {}),
      ...(parent === undefined
        ? { "elk.separateConnectedComponents": "true", "elk.aspectRatio": "1.5", "elk.spacing.componentComponent": "30" }
        : {}),
    };
  }

  /** Gates on the border of a boundary, in their order where it is known. */
  private ports(): ElkBox[] {
    const { box } = this;
    const { hints } = this;
    const { plan } = this.around;
    const gates = box.gates.filter((gate) => plan.side.has(gate));
    const isKnown = gates.every((gate) => hints.gate(box, gate.edge) !== undefined);
    const hint = (gate: Gate): number => hints.gate(box, gate.edge) ?? 0;
    const clockwise = (["NORTH", "EAST", "SOUTH", "WEST"] as const).flatMap((side) => {
      const own = gates.filter((gate) => plan.side.get(gate) === side).sort((a, b) => hint(a) - hint(b) || a.edge - b.edge);
      return side === "SOUTH" || side === "WEST" ? own.reverse() : own;
    });
    return (isKnown ? clockwise : gates).map((gate, index) => ({
      id: this.idOf(gate),
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": plan.side.get(gate) as Side, ...(isKnown ? { "elk.port.index": String(index) } : {}) },
    }));
  }

  /** Size of a box inside; one without contents grows with the arrows at it. */
  sizeOf(child: Box): Size {
    const inside = this.around.insides.get(child);
    if (inside) return inside.size;
    const { width, height } = child.shape as Size;
    const at = (which: 0 | 1): number =>
      this.box.stretches.filter((stretch) => {
        const end = this.directed(stretch)[which];
        return !("own" in end) && end.box === child;
      }).length;
    const room = (Math.max(at(0), at(1)) + 1) * pitch;
    return this.isAcross ? { width, height: Math.max(height, room) } : { width: Math.max(width, room), height };
  }

  /** A short name for the engine; the same for equal runs. */
  idOf(thing: unknown): string {
    const known = this.ids.get(thing);
    if (known) return known;
    const id = `i${this.ids.size}`;
    this.ids.set(thing, id);
    return id;
  }

  private child(child: Box): ElkBox {
    const { hints } = this;
    const { insides, plan } = this.around;
    const inside = insides.get(child);
    const place = hints.place(child);
    const options = place ? { "elk.position": `(${Math.round(place[0])},${Math.round(place[1])})` } : {};
    const own: ElkBox = { id: this.idOf(child), ...this.sizeOf(child), layoutOptions: options };
    if (!inside || inside.gates.size === 0) return own;
    return {
      ...own,
      layoutOptions: { ...options, "elk.portConstraints": "FIXED_POS" },
      ports: [...inside.gates].map(([gate, [x, y]]) => ({
        id: this.idOf(gate),
        x,
        y,
        width: 0,
        height: 0,
        layoutOptions: { "elk.port.side": plan.side.get(gate) as Side },
      })),
    };
  }

  /** The ends of a stretch in the direction of reading, whichever way its arrow points. */
  directed({ from, to }: Stretch): readonly [StretchEnd, StretchEnd] {
    const [a, b] = [this.placeOf(from), this.placeOf(to)];
    return a !== undefined && b !== undefined && a > b ? [to, from] : [from, to];
  }

  private placeOf(end: StretchEnd): number | undefined {
    const { plan } = this.around;
    if (!("own" in end)) return plan.rank.get(end.box) ?? 0;
    const side = plan.side.get(end.gate);
    if (side === firstSide(this.direction)) return Number.NEGATIVE_INFINITY;
    return side === lastSide(this.direction) ? Number.POSITIVE_INFINITY : undefined;
  }

  private edge(stretch: Stretch): ElkEdge {
    const end = (one: StretchEnd): string => this.idOf("own" in one ? one.gate : (one.gate ?? one.box));
    const [source, target] = this.directed(stretch).map(end) as [string, string];
    const edge = this.around.tree.edges[stretch.edge];
    const size = stretch.main && edge ? (this.isAcross ? edge.across : edge.down) : undefined;
    const inline = String(this.isAcross && source !== target);
    const label = {
      id: `${this.idOf(stretch)}l`,
      text: "x",
      ...size,
      layoutOptions: { "elk.edgeLabels.placement": "CENTER", "elk.edgeLabels.inline": inline },
    };
    return { id: this.idOf(stretch), sources: [source], targets: [target], ...(size ? { labels: [label] } : {}) };
  }

  private block(lone: readonly Box[]): { places: Point[]; size: Size } {
    const sizes = lone.map((child) => this.sizeOf(child));
    const isAlone = lone.length === this.box.children.length;
    const columns =
      isAlone || !this.isAcross
        ? Math.ceil(Math.sqrt(lone.length * (isAlone ? 1 : 2)))
        : Math.max(1, Math.floor(Math.sqrt(lone.length / 2)));
    return inRows(sizes, columns);
  }

  /** Puts boxes that no arrow touches where room is left, or below or beside the rest where the border is free. */
  fill(inside: Inside, lone: readonly Box[]): Inside | undefined {
    const sizes = lone.map((child) => this.sizeOf(child));
    const shapes = lone.map((_, index) => inRows(sizes, index + 1));
    const taken = takenIn(inside);
    const top = this.box.shape ? header + 2 : 0;
    const edge = this.box.shape ? pad : 0;
    const inner = (size: Size): Taken => ({ x: edge, y: top, width: size.width - 2 * edge, height: size.height - top - edge });
    const placed = (places: readonly Point[], [x, y]: Point, size: Size): Inside => ({
      ...inside,
      size,
      places: new Map([
        ...inside.places,
        ...lone.map((child, index): [Box, Point] => [child, [x + (places[index]?.[0] ?? 0), y + (places[index]?.[1] ?? 0)]]),
      ]),
    });
    for (const shape of shapes) {
      const spot = freeSpot(shape.size, inner(inside.size), taken);
      if (spot) return placed(shape.places, spot, inside.size);
    }
    const free = (side: Side): boolean =>
      ![...inside.gates.keys()].some((gate) => this.around.plan.side.get(gate) === side) && !this.bars.some((bar) => bar.side === side);
    let best: Inside | undefined;
    for (const shape of shapes) {
      const { width, height } = inside.size;
      const lower = { width: Math.max(width, shape.size.width + 2 * edge), height: height + shape.size.height + pad };
      if (free("SOUTH") && (free("EAST") || lower.width === width))
        best = smaller(best, placed(shape.places, [edge, height - edge + pad], lower));
      const wider = { width: width + shape.size.width + pad, height: Math.max(height, shape.size.height + top + edge) };
      if (free("EAST") && (free("SOUTH") || wider.height === height))
        best = smaller(best, placed(shape.places, [width - edge + pad, top], wider));
    }
    return best;
  }
}

function smaller(a: Inside | undefined, b: Inside): Inside {
  const cost = ({ size }: Inside): number => Math.max(size.width, size.height * 1.5) + 0.2 * Math.min(size.width, size.height);
  return a && cost(a) <= cost(b) ? a : b;
}

function takenIn(inside: Inside): Taken[] {
  const rectangle = ([x, y]: Point, { width, height }: Size): Taken => ({ x, y, width, height });
  return [
    ...[...inside.places].map(([box, at]) => rectangle(at, inside.sizes.get(box) as Size)),
    ...[...inside.ports.values(), ...inside.labels.values()].map(({ at, size }) => rectangle(at, size)),
    ...[...inside.ways.values()].flatMap((points) =>
      points.slice(1).map(([x, y], index): Taken => {
        const [px, py] = points[index] as Point;
        return { x: Math.min(x, px), y: Math.min(y, py), width: Math.abs(x - px), height: Math.abs(y - py) };
      }),
    ),
    ...(inside.title ? [rectangle(inside.title.at, inside.title.size)] : []),
  ];
}
