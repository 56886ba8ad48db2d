// Lays out the inside of one box: hands the engine a graph of what is directly in it and reads back places, relative to the box. A run knows
// nothing but its graph, so equal graphs have equal results and are laid out once.
import { header, type Size } from "../shape.ts";
import { type Block, blockOf } from "./block.ts";
import type { ElkBox, ElkEdge, Engine } from "./elk.ts";
import { type Direction, firstSide, lastSide, type Plan, type Side } from "./plan.ts";
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
}

/** Distance between arrows at a port. */
export const pitch = 14;

const spacing: Readonly<Record<string, string>> = {
  "elk.algorithm": "layered",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "26",
  "elk.spacing.edgeNode": "16",
  "elk.spacing.edgeEdge": "12",
  "elk.spacing.portPort": "14",
  "elk.spacing.edgeLabel": "0",
  "elk.spacing.labelNode": "8",
  "elk.spacing.nodeSelfLoop": "12",
  "elk.layered.spacing.nodeNodeBetweenLayers": "30",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.nodePlacement.favorStraightEdges": "true",
  "elk.layered.crossingMinimization.greedySwitch.type": "TWO_SIDED",
  "elk.layered.thoroughness": "12",
  "elk.layered.mergeEdges": "false",
  "elk.separateConnectedComponents": "false",
  "elk.hierarchyHandling": "SEPARATE_CHILDREN",
};

/** Lays out what is inside a box whose boxes are laid out already. */
export function runBox(box: Box, tree: Tree, plan: Plan, insides: ReadonlyMap<Box, Inside>, engine: (graph: ElkBox) => ElkBox): Inside {
  return new Run(box, tree, plan, insides).with(engine);
}

class Run {
  private readonly box: Box;
  private readonly tree: Tree;
  private readonly plan: Plan;
  private readonly insides: ReadonlyMap<Box, Inside>;
  private readonly direction: Direction;
  private readonly first: Side;
  private readonly last: Side;
  private readonly isAcross: boolean;
  /** Boxes without any arrow, placed together as one. */
  private readonly block: Block | undefined;
  private readonly bars = new Map<string, { readonly id: string; readonly size: Size; readonly side: Side; readonly gates: Gate[] }>();
  private readonly ids = new Map<unknown, string>();

  constructor(box: Box, tree: Tree, plan: Plan, insides: ReadonlyMap<Box, Inside>) {
    this.box = box;
    this.tree = tree;
    this.plan = plan;
    this.insides = insides;
    this.direction = plan.direction.get(box) ?? "RIGHT";
    this.first = firstSide(this.direction);
    this.last = lastSide(this.direction);
    this.isAcross = this.direction === "RIGHT";
    const touched = new Set(box.stretches.flatMap(({ from, to }) => [from, to].flatMap((end) => ("own" in end ? [] : [end.box]))));
    this.block = blockOf(
      box.children.filter((child) => !touched.has(child)),
      (child) => this.sizeOf(child),
      this.direction,
      box.parent === undefined || touched.size > 0,
    );
    this.planBars();
  }

  with(engine: (graph: ElkBox) => ElkBox): Inside {
    const { box, block } = this;
    const isDevice = box.shape?.kind === "device";
    const children: ElkBox[] = [];
    for (const child of this.ordered()) children.push(this.child(child));
    if (block) children.push({ id: this.idOf(block), width: block.size.width, height: block.size.height });
    for (const bar of this.bars.values()) children.push(this.bar(bar));
    // Where ports stand along the top, the title stands among them.
    const titleAmongPorts = isDevice && !this.isAcross;
    if (titleAmongPorts)
      children.push({
        id: "t",
        width: box.shape?.width ?? 0,
        height: header,
        layoutOptions: { "elk.layered.layering.layerConstraint": "FIRST_SEPARATE", "elk.alignment": "TOP" },
      });
    const edges = box.stretches.map((stretch) => this.edge(stretch));
    const top = box.shape ? header : 0;
    const pad = box.shape ? 18 : 0;
    // Blocks of ports stand on the border itself.
    const has = (side: Side): boolean => [...this.bars.values()].some((bar) => bar.side === side);
    const padding = isDevice
      ? { top: titleAmongPorts ? 0 : top + 4, left: has("WEST") ? 0 : pad, bottom: has("SOUTH") ? 0 : pad, right: has("EAST") ? 0 : pad }
      : { top: top + (this.borderGates("NORTH") ? 12 : 4), left: pad, bottom: pad, right: pad };
    const ports: ElkBox[] = box.gates
      .filter((gate) => this.plan.side.has(gate) && !this.barOf(gate))
      .map((gate) => ({ id: this.idOf(gate), width: 0, height: 0, layoutOptions: { "elk.port.side": this.plan.side.get(gate) as Side } }));
    const graph: ElkBox = {
      id: "r",
      layoutOptions: {
        ...spacing,
        "elk.direction": this.direction,
        "elk.padding": `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
        "elk.nodeSize.constraints": "MINIMUM_SIZE",
        "elk.nodeSize.minimum": `(${box.shape?.width ?? 0},${box.shape?.height ?? 0})`,
        ...(ports.length > 0 ? { "elk.portConstraints": "FIXED_SIDE" } : {}),
        ...(box.parent === undefined
          ? { "elk.separateConnectedComponents": "true", "elk.aspectRatio": "1.5", "elk.spacing.componentComponent": "32" }
          : {}),
      },
      ports,
      children,
      edges,
    };
    // The engine takes gates on a border only where there is a graph around it.
    if (ports.length === 0) return this.read(engine(graph));
    return this.read(engine({ id: "w", layoutOptions: { "elk.algorithm": "layered" }, children: [graph] }).children?.[0] as ElkBox);
  }

  private title(own: ElkBox | undefined, size: Size, gates: ReadonlyMap<Gate, Point>): Pick<Inside, "title"> {
    const { shape } = this.box;
    if (shape === undefined) return {};
    if (own) return { title: { at: [(own.x ?? 0) + 14, own.y ?? 0], size: { width: shape.width - 20, height: header } } };
    const crossings = [...gates].filter(([gate]) => this.plan.side.get(gate) === "NORTH").map(([, [x]]) => x);
    const [x, y] = freeTitle(shape.width, size.width, crossings);
    return { title: { at: [x + 14, y], size: { width: shape.width - 20, height: header } } };
  }

  private borderGates(side: Side): boolean {
    return this.box.gates.some((gate) => this.plan.side.get(gate) === side);
  }

  /** Boxes inside in their order; the engine takes it as a hint where it has no other reason. */
  private ordered(): Box[] {
    const { block, plan } = this;
    return this.box.children
      .filter((child) => !block?.boxes.includes(child))
      .sort((a, b) => (plan.rank.get(a) ?? 0) - (plan.rank.get(b) ?? 0));
  }

  private sizeOf(child: Box): Size {
    const inside = this.insides.get(child);
    if (inside) return inside.size;
    const { width, height } = child.shape as Size;
    const count = (leaves: boolean): number =>
      this.box.stretches.filter(({ from, to }) => {
        const [near, far] = this.isBackward(from, to) ? [to, from] : [from, to];
        return !("own" in (leaves ? near : far)) && ((leaves ? near : far) as { box: Box }).box === child;
      }).length;
    const room = (Math.max(count(true), count(false)) + 1) * pitch;
    return this.isAcross ? { width, height: Math.max(height, room) } : { width: Math.max(width, room), height };
  }

  private idOf(thing: unknown): string {
    const known = this.ids.get(thing);
    if (known) return known;
    const id = `i${this.ids.size}`;
    this.ids.set(thing, id);
    return id;
  }

  private child(child: Box): ElkBox {
    const size = this.sizeOf(child);
    const inside = this.insides.get(child);
    const own: ElkBox = { id: this.idOf(child), width: size.width, height: size.height };
    if (!inside || inside.gates.size === 0) return own;
    return {
      ...own,
      layoutOptions: { "elk.portConstraints": "FIXED_POS" },
      ports: [...inside.gates].map(([gate, [x, y]]) => ({
        id: this.idOf(gate),
        x,
        y,
        width: 0,
        height: 0,
        layoutOptions: { "elk.port.side": this.plan.side.get(gate) as Side },
      })),
    };
  }

  /** Blocks of the ports of a device, and of single arrows that pass its border without a port. */
  private planBars(): void {
    const { box, plan } = this;
    if (box.shape?.kind !== "device") return;
    const add = (key: string, size: Size, side: Side): { gates: Gate[] } => {
      const known = this.bars.get(key);
      if (known) return known;
      const made = { id: this.idOf(`bar ${key}`), size, side, gates: [] };
      this.bars.set(key, made);
      return made;
    };
    for (const [index, gate] of box.gates.entries()) {
      const side = plan.side.get(gate);
      if (side === undefined) continue;
      const size = gate.port ? { width: gate.port.width, height: gate.port.height } : { width: 0, height: 0 };
      add(gate.port?.id ?? `gate ${index}`, size, side).gates.push(gate);
    }
    // Ports that nothing passes fill the emptier side.
    for (const port of box.shape.ports) {
      if (this.bars.has(port.id)) continue;
      const load = (side: Side): number => [...this.bars.values()].filter((bar) => bar.side === side && bar.size.width > 0).length;
      add(port.id, { width: port.width, height: port.height }, load(this.first) <= load(this.last) ? this.first : this.last);
    }
  }

  private barOf(gate: Gate): { readonly id: string; readonly gates: Gate[] } | undefined {
    for (const bar of this.bars.values()) if (bar.gates.includes(gate)) return bar;
    return undefined;
  }

  private bar(bar: { readonly id: string; readonly size: Size; readonly side: Side; readonly gates: readonly Gate[] }): ElkBox {
    const { width, height } = this.barSize(bar);
    const isFirst = bar.side === this.first;
    const inner = isFirst ? this.last : this.first;
    return {
      id: bar.id,
      width,
      height,
      layoutOptions: {
        "elk.layered.layering.layerConstraint": isFirst ? "FIRST_SEPARATE" : "LAST_SEPARATE",
        "elk.portConstraints": "FIXED_SIDE",
        "elk.portAlignment.default": "CENTER",
        "elk.alignment": isFirst ? (this.isAcross ? "LEFT" : "TOP") : this.isAcross ? "RIGHT" : "BOTTOM",
      },
      ports: bar.gates.map((gate) => ({ id: this.idOf(gate), width: 0, height: 0, layoutOptions: { "elk.port.side": inner } })),
    };
  }

  private barSize(bar: { readonly size: Size; readonly gates: readonly Gate[] }): Size {
    const room = bar.size.width === 0 ? 0 : bar.gates.length * pitch + 6;
    return this.isAcross
      ? { width: bar.size.width, height: Math.max(bar.size.height, room) }
      : { width: Math.max(bar.size.width, room), height: bar.size.height };
  }

  private isBackward(from: StretchEnd, to: StretchEnd): boolean {
    const { plan } = this;
    const place = (end: StretchEnd): number | undefined => {
      if (!("own" in end)) return plan.rank.get(end.box) ?? 0;
      const side = plan.side.get(end.gate);
      return side === this.first ? Number.NEGATIVE_INFINITY : side === this.last ? Number.POSITIVE_INFINITY : undefined;
    };
    const [a, b] = [place(from), place(to)];
    return a !== undefined && b !== undefined && a > b;
  }

  private edge(stretch: Stretch): ElkEdge {
    const { from, to } = stretch;
    const end = (one: StretchEnd): string => this.idOf("own" in one ? one.gate : (one.gate ?? one.box));
    const ends = [end(from), end(to)];
    if (this.isBackward(from, to)) ends.reverse();
    const [source, target] = ends as [string, string];
    const edge = this.tree.edges[stretch.edge];
    const size = stretch.main && edge ? (this.isAcross ? edge.across : edge.down) : undefined;
    return {
      id: this.idOf(stretch),
      sources: [source],
      targets: [target],
      ...(size
        ? {
            labels: [
              {
                id: `${this.idOf(stretch)}l`,
                text: "x",
                width: size.width,
                height: size.height,
                layoutOptions: {
                  "elk.edgeLabels.placement": "CENTER",
                  "elk.edgeLabels.inline": String(this.isAcross && source !== target),
                },
              },
            ],
          }
        : {}),
    };
  }

  private read(result: ElkBox): Inside {
    const { box, block } = this;
    const byId = new Map((result.children ?? []).map((one) => [one.id, one]));
    const at = (one: ElkBox | undefined): Point => [one?.x ?? 0, one?.y ?? 0];
    const places = new Map<Box, Point>();
    const sizes = new Map<Box, Size>();
    for (const child of box.children) {
      sizes.set(child, this.sizeOf(child));
      const own = byId.get(this.idOf(child));
      if (own) places.set(child, at(own));
    }
    if (block) {
      const [x, y] = at(byId.get(this.idOf(block)));
      for (const [child, [dx, dy]] of block.places) places.set(child, [x + dx, y + dy]);
    }
    const size = { width: result.width ?? 0, height: result.height ?? 0 };
    const gates = new Map<Gate, Point>();
    for (const port of result.ports ?? []) for (const gate of box.gates) if (this.idOf(gate) === port.id) gates.set(gate, at(port));
    const ports = new Map<string, { at: Point; size: Size; side: Side }>();
    for (const [key, bar] of this.bars) {
      const own = byId.get(bar.id) as ElkBox;
      const [x, y] = at(own);
      if (bar.size.width > 0) ports.set(key, { at: [x, y], size: { width: own.width ?? 0, height: own.height ?? 0 }, side: bar.side });
      for (const gate of bar.gates) {
        const port = own.ports?.find((one) => one.id === this.idOf(gate));
        const [px, py] = [x + (port?.x ?? 0), y + (port?.y ?? 0)];
        const border = { WEST: [0, py], EAST: [size.width, py], NORTH: [px, 0], SOUTH: [px, size.height] } as const;
        gates.set(gate, border[bar.side]);
      }
    }
    const ways = new Map<Stretch, readonly Point[]>();
    const labels = new Map<Stretch, { at: Point; size: Size }>();
    const edges = new Map((result.edges ?? []).map((edge) => [edge.id, edge]));
    for (const stretch of box.stretches) {
      const edge = edges.get(this.idOf(stretch));
      const section = edge?.sections?.[0];
      if (!edge || !section) throw new Error("the layout engine left an arrow out");
      const points: Point[] = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => [x, y]);
      if (this.isBackward(stretch.from, stretch.to)) points.reverse();
      // An arrow through the border of a device goes on to the border itself.
      for (const [end, isStart] of [
        [stretch.from, true],
        [stretch.to, false],
      ] as const) {
        const gate = "own" in end && this.barOf(end.gate) ? gates.get(end.gate) : undefined;
        if (gate && isStart) points.unshift(gate);
        else if (gate) points.push(gate);
      }
      ways.set(stretch, points);
      const label = edge.labels?.[0];
      if (label) labels.set(stretch, { at: at(label), size: { width: label.width ?? 0, height: label.height ?? 0 } });
    }
    return { size, places, sizes, gates, ports, ways, labels, ...this.title(byId.get("t"), size, gates) };
  }
}

/** Room for a title along the top of a box, between the arrows that pass its border there. */
function freeTitle(wanted: number, width: number, crossings: readonly number[]): Point {
  const stops = [...crossings].sort((a, b) => a - b);
  const starts = [0, ...stops];
  const left = starts.find((from, index) => (stops[index] ?? width) - from >= wanted + (index > 0 ? 8 : 0)) ?? 0;
  return [left === 0 ? 0 : left + 8, 0];
}

/** An engine that answers from a store what it was asked before. */
export function remembering(engine: Engine, store: Map<string, ElkBox>, most = 2000): Engine {
  return (graph) => {
    const key = JSON.stringify(graph);
    const known = store.get(key);
    if (known) {
      store.delete(key);
      store.set(key, known);
      return known;
    }
    const result = engine(graph);
    store.set(key, result);
    if (store.size > most) for (const oldest of [...store.keys()].slice(0, most / 4)) store.delete(oldest);
    return result;
  };
}
