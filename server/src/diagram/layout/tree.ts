// The shape as nested boxes, and the stretches of each arrow: one for each box whose inside it runs through.
import type { Shape, ShapeEdge, ShapeNode, ShapePort } from "../shape.ts";

/** A box with what is inside. The root has no shape. */
export interface Box {
  readonly index: number;
  readonly shape: ShapeNode | undefined;
  readonly parent: Box | undefined;
  readonly children: Box[];
  readonly depth: number;
  /** The stretches that run inside it. */
  readonly stretches: Stretch[];
  /** Where arrows pass or touch its border. */
  readonly gates: Gate[];
}

/** A point on the border of a box at which one arrow passes or ends. */
export interface Gate {
  readonly box: Box;
  readonly edge: number;
  /** The port that it belongs to. */
  readonly port: ShapePort | undefined;
}

/** An end of a stretch: a box without contents, a gate of a box inside, or a gate of the box itself. */
export type StretchEnd = { readonly box: Box; readonly gate?: Gate } | { readonly gate: Gate; readonly own: true };

/** The part of an arrow inside one box. */
export interface Stretch {
  readonly edge: number;
  readonly from: StretchEnd;
  readonly to: StretchEnd;
  /** The stretch that carries the label: the one in the innermost box around both ends. */
  readonly main: boolean;
}

/** The boxes of a shape and the way of each arrow. */
export interface Tree {
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly edges: readonly ShapeEdge[];
  /** The boxes whose stretches make up an arrow, from its source to its target. */
  readonly ways: readonly (readonly { readonly box: Box; readonly stretch: Stretch }[])[];
}

/** Whether a box has something inside or ports, so that arrows pass gates on its border instead of ending anywhere on it. */
export function isGated(box: Box): boolean {
  return box.children.length > 0 || (box.shape?.ports.length ?? 0) > 0;
}

/** Builds the tree. */
export function treeOf(shape: Shape): Tree {
  const boxes: Box[] = [];
  const make = (node: ShapeNode | undefined, parent: Box | undefined): Box => {
    const depth = parent ? parent.depth + 1 : 0;
    const box: Box = { index: boxes.length, shape: node, parent, children: [], depth, stretches: [], gates: [] };
    boxes.push(box);
    parent?.children.push(box);
    return box;
  };
  const root = make(undefined, undefined);
  const byId = new Map<string, Box>();
  const ports = new Map<string, { box: Box; port: ShapePort }>();
  // Containers stand before what they contain.
  for (const node of shape.nodes) {
    const box = make(node, (node.parent !== undefined && byId.get(node.parent)) || root);
    byId.set(node.id, box);
    for (const port of node.ports) ports.set(port.id, { box, port });
  }
  const ways = shape.edges.map((edge, index) => wayOf(edge, index, byId, ports));
  return { root, boxes, edges: shape.edges, ways };
}

function wayOf(
  edge: ShapeEdge,
  index: number,
  byId: ReadonlyMap<string, Box>,
  ports: ReadonlyMap<string, { box: Box; port: ShapePort }>,
): { box: Box; stretch: Stretch }[] {
  const [source, target] = [edge.source, edge.target].map((id) => ports.get(id) ?? { box: byId.get(id), port: undefined });
  if (source?.box === undefined || target?.box === undefined) return [];
  const via = new Map(edge.via.map((id) => ports.get(id)).map((one) => [one?.box, one?.port]));
  const chain = (box: Box): Box[] => (box.parent ? [box, ...chain(box.parent)] : [box]);
  const [left, entered] = [chain(source.box), chain(target.box)];
  const common = commonBox(source.box, target.box, left, entered);
  const gate = (box: Box, port: ShapePort | undefined): Gate => {
    const made = { box, edge: index, port };
    box.gates.push(made);
    return made;
  };
  const way: { box: Box; stretch: Stretch }[] = [];
  const add = (box: Box, from: StretchEnd, to: StretchEnd, main: boolean): void => {
    const stretch = { edge: index, from, to, main };
    box.stretches.push(stretch);
    way.push({ box, stretch });
  };
  // From an end outwards to the common box; on the way in, the same backwards.
  const climb = (
    end: { box: Box; port: ShapePort | undefined },
    boxes: readonly Box[],
  ): { last: StretchEnd; steps: [Box, StretchEnd, StretchEnd][] } => {
    if (end.box === common) return { last: { gate: gate(end.box, end.port), own: true }, steps: [] };
    let at: StretchEnd = isGated(end.box) ? { box: end.box, gate: gate(end.box, end.port ?? via.get(end.box)) } : { box: end.box };
    const steps: [Box, StretchEnd, StretchEnd][] = [];
    for (const box of boxes.slice(1)) {
      if (box === common) break;
      const border = gate(box, via.get(box));
      steps.push([box, at, { gate: border, own: true }]);
      at = { box, gate: border };
    }
    return { last: at, steps };
  };
  const out = climb(source as { box: Box; port: ShapePort | undefined }, left);
  const into = climb(target as { box: Box; port: ShapePort | undefined }, entered);
  for (const [box, from, to] of out.steps) add(box, from, to, false);
  add(common, out.last, into.last, true);
  for (const [box, from, to] of into.steps.reverse()) add(box, to, from, false);
  return way;
}

/** The innermost box around both ends; an end that contains the other one is itself that box. */
function commonBox(source: Box, target: Box, left: readonly Box[], entered: readonly Box[]): Box {
  const common = left.find((box) => entered.includes(box)) as Box;
  // An arrow from a box to itself runs outside of it, unless it has an inside to run in.
  return source === target && source.children.length === 0 ? (common.parent ?? common) : common;
}
