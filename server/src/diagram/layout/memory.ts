// What a layout leaves for the next one, so that an edit moves as little as possible, and for a second round of itself.
import type { Arrangement } from "./assemble.ts";
import type { HintSource, Hints, Recipe } from "./hints.ts";
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
  /** How each box was laid out. */
  readonly recipes: Pairs<Recipe>;
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
    recipes: [...made.insides].flatMap(([box, { recipe }]) => (recipe ? [[idOf(box), recipe] as const] : [])),
  };
}

/** Style, order and hints from an earlier layout: a box that has not changed gets the hints that it had, another what is known of places. */
export function memoryHints(tree: Tree, memory: Memory): { style: Style; earlier: ReadonlyMap<string, number>; hints: HintSource } {
  const directions = new Map(memory.directions);
  const places = new Map(memory.places);
  const gates = new Map(memory.gates);
  const recipes = new Map(memory.recipes);
  const style = new Map<number, Direction>();
  for (const box of tree.boxes) {
    const own = directions.get(idOf(box));
    if (own) style.set(box.index, own);
  }
  const edgeId = (edge: number): string => tree.edges[edge]?.id ?? "";
  const known: Hints = {
    gate: (box, edge) => gates.get(gateKey(box, edgeId(edge))),
    place: (box) => (box.parent ? places.get(idOf(box)) : undefined),
  };
  const hintsFor = (box: Box, key: () => string): Hints => {
    const recipe = recipes.get(idOf(box));
    if (recipe?.key !== key()) return known;
    const [ownGates, ownPlaces] = [new Map(recipe.gates), new Map(recipe.places)];
    return { gate: (_, edge) => ownGates.get(edgeId(edge)), place: (child) => ownPlaces.get(idOf(child)) };
  };
  return { style, earlier: new Map(memory.ranks), hints: { hintsFor } };
}

/**
 * For borders on some sides the coordinate, along them, of what an arrow goes to outside: arrows that pass in that order need not cross. Not
 * for opposite sides at once, or each end of an arrow would go where the other one was.
 */
export function outsideHints(made: Arrangement, sides: readonly Side[]): Hints {
  const hints = new Map<string, number>();
  const note = (end: StretchEnd, edge: number, far: StretchEnd, around: Box): void => {
    const side = "own" in end || end.gate === undefined ? undefined : made.plan.side.get(end.gate);
    if ("own" in end || side === undefined || !sides.includes(side)) return;
    const [x, y] = middleOf(made, far, around);
    hints.set(`${end.box.index} ${edge}`, side === "WEST" || side === "EAST" ? y : x);
  };
  for (const way of made.tree.ways) {
    // What counts is where the arrow goes in the box around both ends, not how it gets out of the boxes on its way there.
    const at = way.findIndex(({ stretch }) => stretch.main);
    const main = way[at];
    if (!main) continue;
    const { from, to } = main.stretch;
    for (const [index, { stretch }] of way.entries()) {
      if (index <= at) note(stretch.from, stretch.edge, to, main.box);
      if (index < at) note(stretch.to, stretch.edge, to, main.box);
      if (index >= at) note(stretch.to, stretch.edge, from, main.box);
      if (index > at) note(stretch.from, stretch.edge, from, main.box);
    }
  }
  return { gate: (box, edge) => hints.get(`${box.index} ${edge}`), place: () => undefined };
}

/** The middle of an end of a stretch. */
function middleOf({ corner, insides }: Arrangement, end: StretchEnd, around: Box): Point {
  const box = "own" in end ? around : end.box;
  const [left, top] = corner.get(box) as Point;
  const gate = end.gate && insides.get(box)?.gates.get(end.gate);
  if (gate) return [left + gate[0], top + gate[1]];
  const { width, height } = insides.get(around)?.sizes.get(box) ?? { width: 0, height: 0 };
  return [left + width / 2, top + height / 2];
}
