// What a layout leaves for the next one, so that an edit moves as little as possible, and for a second round of itself.
import type { Arrangement } from "./assemble.ts";
import type { Hints } from "./hints.ts";
import type { Direction, Side, Style } from "./plan.ts";
import type { Point } from "./run.ts";
import type { Box, StretchEnd, Tree } from "./tree.ts";

type Pairs<Value> = readonly (readonly [string, Value])[];

/** What is kept, by ids: it crosses threads as plain data. */
export interface Memory {
  readonly directions: Pairs<Direction>;
  readonly ranks: Pairs<number>;
  readonly places: Pairs<Point>;
  /** Where arrows pass borders: by box and arrow. */
  readonly gates: Pairs<number>;
}

const idOf = (box: Box): string => box.shape?.id ?? "";
const gateKey = (box: Box, edge: string): string => `${idOf(box)}\n${edge}`;

/** What to keep of a layout. */
export function memoryOf(made: Arrangement, style: Style): Memory {
  const { tree, plan, corner } = made;
  const gates: [string, number][] = [];
  for (const box of tree.boxes)
    for (const [gate, [x, y]] of made.insides.get(box)?.gates ?? []) {
      const side = plan.side.get(gate);
      const [left, top] = corner.get(box) as Point;
      gates.push([gateKey(box, tree.edges[gate.edge]?.id ?? ""), side === "WEST" || side === "EAST" ? top + y : left + x]);
    }
  return {
    directions: tree.boxes.flatMap((box): (readonly [string, Direction])[] => {
      const own = style.get(box.index);
      return own ? [[idOf(box), own]] : [];
    }),
    ranks: [...plan.rank].map(([box, rank]) => [idOf(box), rank] as const),
    places: [...corner].map(([box, point]) => [idOf(box), point] as const),
    gates,
  };
}

/** Style, order and hints from an earlier layout. */
export function memoryHints(tree: Tree, memory: Memory): { style: Style; earlier: ReadonlyMap<string, number>; hints: Hints } {
  const directions = new Map(memory.directions);
  const places = new Map(memory.places);
  const gates = new Map(memory.gates);
  const style = new Map<number, Direction>();
  for (const box of tree.boxes) {
    const own = directions.get(idOf(box));
    if (own) style.set(box.index, own);
  }
  return {
    style,
    earlier: new Map(memory.ranks),
    hints: {
      gate: (box, edge) => gates.get(gateKey(box, tree.edges[edge]?.id ?? "")),
      place: (box) => (box.parent ? places.get(idOf(box)) : undefined),
    },
  };
}

/**
 * For borders on some sides the coordinate, along them, of what an arrow goes to outside: arrows that pass in that order need not cross. Not
 * for opposite sides at once, or each end of an arrow would go where the other one was.
 */
export function outsideHints(made: Arrangement, sides: readonly Side[]): Hints {
  const { tree, plan, corner, insides } = made;
  const hints = new Map<string, number>();
  for (const way of tree.ways) {
    for (const { box, stretch } of way) {
      for (const [end, other] of [
        [stretch.from, stretch.to],
        [stretch.to, stretch.from],
      ] as const) {
        if ("own" in end || end.gate === undefined) continue;
        const side = plan.side.get(end.gate);
        if (side === undefined || !sides.includes(side)) continue;
        const [x, y] = middleOf(other, box);
        hints.set(`${end.box.index} ${stretch.edge}`, side === "WEST" || side === "EAST" ? y : x);
      }
    }
  }
  function middleOf(end: StretchEnd, around: Box): Point {
    if ("own" in end) {
      const [left, top] = corner.get(around) as Point;
      const [x, y] = insides.get(around)?.gates.get(end.gate) ?? [0, 0];
      return [left + x, top + y];
    }
    const [left, top] = corner.get(end.box) as Point;
    const gate = end.gate && insides.get(end.box)?.gates.get(end.gate);
    if (gate) return [left + gate[0], top + gate[1]];
    const { width, height } = insides.get(around)?.sizes.get(end.box) ?? { width: 0, height: 0 };
    return [left + width / 2, top + height / 2];
  }
  return { gate: (box, edge) => hints.get(`${box.index} ${edge}`), place: () => undefined };
}
