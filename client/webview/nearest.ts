// Moving through the picture with arrow keys: from an element to the next one in a direction.
import type { Box } from "./viewport.ts";

/** Where an arrow key points. */
export type Direction = "left" | "right" | "up" | "down";

/** An element that can be gone to. */
export interface Placed {
  readonly id: string;
  readonly box: Box;
}

/**
 * The nearest element in a direction, by the distance of middles; what lies off to the side counts as farther. Elements around
 * the one that is left, and inside it, are no neighbours of it.
 */
export function nearest(from: Placed, all: readonly Placed[], direction: Direction): string | undefined {
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const other of all) {
    if (other.id === from.id || holds(from.box, other.box) || holds(other.box, from.box)) continue;
    const distance = distanceTo(from.box, other.box, direction);
    if (distance !== undefined && (best === undefined || distance < best.distance)) best = { id: other.id, distance };
  }
  return best?.id;
}

function distanceTo(from: Box, to: Box, direction: Direction): number | undefined {
  const across = to.x + to.width / 2 - from.x - from.width / 2;
  const down = to.y + to.height / 2 - from.y - from.height / 2;
  const [along, aside] = direction === "left" || direction === "right" ? [across, down] : [down, across];
  const ahead = direction === "left" || direction === "up" ? -along : along;
  return ahead > 1 && Math.abs(aside) <= ahead * 4 ? ahead + Math.abs(aside) * 2 : undefined;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
