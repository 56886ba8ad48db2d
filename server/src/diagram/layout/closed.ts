// A box with ports and nothing inside: ports on two sides, the title between them.
import type { Size } from "../shape.ts";
import { type Bar, barsOf, pitch } from "./bars.ts";
import type { Hints } from "./hints.ts";
import { type Direction, firstSide, lastSide, type Plan, type Side } from "./plan.ts";
import type { Inside, Point } from "./run.ts";
import type { Box, Gate } from "./tree.ts";

const gap = 8;

/** Places the ports of a closed box. */
export function closedInside(box: Box, plan: Plan, hints: Hints): Inside {
  const along: Direction = plan.direction.get(box) ?? "RIGHT";
  const isAcross = along === "RIGHT";
  const bars = barsOf(box, along, plan, hints);
  const sides = [firstSide(along), lastSide(along)].map((side) => ({ side, bars: sorted(bars.filter((bar) => bar.side === side)) }));
  const title = box.shape as Size;
  const deep = ({ size }: Bar): number => (isAcross ? size.width : size.height);
  const long = (bar: Bar): number => Math.max(isAcross ? bar.size.height : bar.size.width, bar.gates.length * pitch);
  const depth = sides.reduce((sum, one) => sum + Math.max(0, ...one.bars.map(deep)), 0);
  const total = (list: readonly Bar[]): number => list.reduce((sum, bar) => sum + long(bar) + gap, gap);
  const length = Math.max(...sides.map((one) => total(one.bars)), isAcross ? title.height : title.width);
  const across = depth + (isAcross ? title.width : title.height);
  const point = (along: number, over: number): Point => (isAcross ? [over, along] : [along, over]);
  const gates = new Map<Gate, Point>();
  const ports = new Map<string, { at: Point; size: Size; side: Side }>();
  for (const [index, { side, bars: own }] of sides.entries()) {
    let at = (length - total(own)) / 2 + gap;
    for (const bar of own) {
      const [reach, room] = [deep(bar), long(bar)];
      const size = isAcross ? { width: reach, height: room } : { width: room, height: reach };
      if (bar.port !== undefined) ports.set(bar.port, { at: point(at, index === 0 ? 0 : across - reach), size, side });
      for (const [place, gate] of bar.gates.entries())
        gates.set(gate, point(at + room / 2 + (place - (bar.gates.length - 1) / 2) * pitch, index === 0 ? 0 : across));
      at += room + gap;
    }
  }
  const size = isAcross ? { width: across, height: length } : { width: length, height: across };
  return { size, places: new Map(), sizes: new Map(), gates, ports, ways: new Map(), labels: new Map() };
}

function sorted(bars: readonly Bar[]): Bar[] {
  return [...bars].sort((a, b) => (a.hint ?? 0) - (b.hint ?? 0));
}
