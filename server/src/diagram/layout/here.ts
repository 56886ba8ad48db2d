// Lays out a shape in the caller's own thread: tries the directions in which it can be read and keeps what reads best.
import type { Shape } from "../shape.ts";
import type { Layout, LayoutOptions } from "../types.ts";
import { type Arrangement, arrange, placesOf } from "./assemble.ts";
import { costOf } from "./cost.ts";
import { type ElkBox, type Engine, loadEngine } from "./elk.ts";
import { always, type HintSource, noHints } from "./hints.ts";
import { type Memory, memoryHints, memoryOf, outsideHints } from "./memory.ts";
import { type Direction, hasChoice, type Side } from "./plan.ts";
import { remembering } from "./store.ts";
import { type Tree, treeOf } from "./tree.ts";

/** Width to height of a landscape page. */
const pageAspect = 1.5;

/** How much trying a layout may take: boxes and arrows laid out, all tries together. */
const effort = 600;

/** More tries rarely find anything better. */
const mostTries = 9;

/** Past this many boxes and arrows nothing is tried. */
const largest = 200;

/** How often ports are sorted by what is outside. */
const rounds = 2;

/** Sides that are sorted at once. */
const sortedSides: readonly (readonly Side[])[] = [
  ["WEST", "NORTH"],
  ["EAST", "SOUTH"],
];

const plain = always(noHints);

const store = new Map<string, ElkBox>();

/** Lays out a shape; `remembered` is the memory of an earlier layout. */
export async function layoutShape(shape: Shape, hash: string, options: LayoutOptions, remembered: unknown): Promise<Layout> {
  const engine = remembering(await loadEngine(), store);
  const tree = treeOf(shape);
  const memory = remembered as Memory | undefined;
  const best = memory ? again(tree, memory, engine) : afresh(tree, options.aspect ?? pageAspect, engine);
  return { hash, ...placesOf(best.made), memory: memoryOf(best.made, best.style) };
}

interface Try {
  readonly made: Arrangement;
  readonly style: ReadonlyMap<number, Direction>;
}

/** As it was before, as far as the same things are there. */
function again(tree: Tree, memory: Memory, engine: Engine): Try {
  const { style, earlier, hints } = memoryHints(tree, memory);
  return { made: guarded(tree, style, earlier, hints, engine), style };
}

/** Turns the direction of one box after the other, as long as that makes it better; then sorts ports by what is outside. */
function afresh(tree: Tree, aspect: number, engine: Engine): Try {
  const nothing = new Map<string, number>();
  const attempt = (style: Try["style"], hints: HintSource = plain): Try & { cost: number } => {
    const made = guarded(tree, style, nothing, hints, engine);
    return { made, style, cost: costOf(made, aspect) };
  };
  const size = tree.boxes.length + tree.edges.length;
  // A large graph is laid out once, each level across the one around it: that comes nearest to a page without trying.
  if (size > largest) {
    const style = new Map(
      tree.boxes.filter(hasChoice).map((box): [number, Direction] => [box.index, box.depth % 2 === 0 ? "DOWN" : "RIGHT"]),
    );
    return attempt(style);
  }
  let tries = Math.min(mostTries, Math.max(1, Math.round(effort / size) - 2));
  let best = attempt(new Map());
  const choices = tree.boxes.filter(hasChoice);
  for (let improved = true; improved && tries > 0; ) {
    improved = false;
    for (const box of choices) {
      if (tries-- <= 0) break;
      const turned = attempt(new Map([...best.style, [box.index, best.style.get(box.index) === "DOWN" ? "RIGHT" : "DOWN"]]));
      if (turned.cost >= best.cost - 1e-9) continue;
      best = turned;
      improved = true;
    }
  }
  for (let round = 0; round < rounds; round++) {
    const before = best.cost;
    for (const sides of sortedSides) {
      const sorted = attempt(best.style, always(outsideHints(best.made, sides)));
      if (sorted.cost < best.cost) best = sorted;
    }
    if (best.cost === before) break;
  }
  return best;
}

/** The engine is known to fail on some graphs with some hints: then without them. */
function guarded(tree: Tree, style: Try["style"], earlier: ReadonlyMap<string, number>, hints: HintSource, engine: Engine): Arrangement {
  if (hints === plain) return arrange(tree, style, earlier, hints, engine);
  try {
    return arrange(tree, style, earlier, hints, engine);
  } catch {
    return arrange(tree, style, earlier, plain, engine);
  }
}
