// Going from element to element with the keyboard. Looks at elements and places only, so that tests need no page.
import type { KeyAct } from "./keys.ts";
import { type Direction, nearest, type Placed } from "./nearest.ts";
import type { Box } from "./viewport.ts";
import type { Element } from "./words.ts";

/** An element with its place. */
export type Stop = Element & { readonly box: Box };

/** Elements by id. */
export type Stops = ReadonlyMap<string, Stop>;

/** The element that a key leads to from another; undefined when it leads nowhere. `origin` is the last one that was no arrow. */
export function walk(act: KeyAct, from: string | undefined, stops: Stops, origin?: string): string | undefined {
  const here = from === undefined ? undefined : stops.get(from);
  if (here === undefined) return ["left", "right", "up", "down", "first"].includes(act) ? firstOf(stops) : undefined;
  switch (act) {
    case "first":
      return firstOf(stops);
    case "left":
    case "right":
    case "up":
    case "down":
      return aside(here, stops, act);
    case "inside":
      return here.sort === "node" ? [...stops.values()].find((one) => parentOf(one) === here.item.id)?.item.id : undefined;
    case "outside":
      return parentOf(here);
    case "next-flow":
    case "previous-flow":
      return flow(here, stops, origin, act === "next-flow" ? 1 : -1);
    case "source":
    case "target":
      return here.sort === "edge" ? here.item[act] : undefined;
    default:
      return undefined;
  }
}

// Arrow keys go from box to box. From an arrow they go along it: to the end that lies in the direction.
function aside(here: Stop, stops: Stops, direction: Direction): string | undefined {
  const boxes: Placed[] = [...stops.values()].filter(({ sort }) => sort !== "edge").map(({ item, box }) => ({ id: item.id, box }));
  return nearest({ id: here.item.id, box: here.sort === "edge" ? middleOf(here.box) : here.box }, boxes, direction);
}

// Flows in turn: those that touch the element which the walk along flows began at, or something inside it.
function flow(here: Stop, stops: Stops, origin: string | undefined, by: 1 | -1): string | undefined {
  const touching = (of: string): string[] =>
    [...stops.values()]
      .filter(({ sort, item }) => sort === "edge" && [item.source, item.target, ...item.via].some((end) => isIn(end, of, stops)))
      .map(({ item }) => item.id);
  if (here.sort !== "edge") return touching(here.item.id).at(by === 1 ? 0 : -1);
  const begun = origin === undefined ? [] : touching(origin);
  const own = begun.includes(here.item.id) ? begun : touching(here.item.source);
  return own[(own.indexOf(here.item.id) + by + own.length) % own.length];
}

function isIn(id: string, container: string, stops: Stops): boolean {
  for (let at: string | undefined = id; at !== undefined; ) {
    if (at === container) return true;
    const stop = stops.get(at);
    at = stop && parentOf(stop);
  }
  return false;
}

function parentOf(stop: Stop): string | undefined {
  if (stop.sort === "port") return stop.device.id;
  return stop.sort === "node" ? stop.item.parent : undefined;
}

function firstOf(stops: Stops): string | undefined {
  return stops.keys().next().value;
}

function middleOf(box: Box): Box {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 };
}
