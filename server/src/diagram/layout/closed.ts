// A box with ports and nothing inside: ports on two sides, the title between them.
import type { Size } from "../shape.ts";
import { type Direction, firstSide, lastSide, type Plan, type Side } from "./plan.ts";
import { type Inside, type Point, pitch } from "./run.ts";
import type { Box, Gate } from "./tree.ts";

const gap = 8;

interface Bar {
  readonly size: Size;
  readonly gates: Gate[];
  readonly port: string | undefined;
}

/** Places the ports of a closed box. */
export function closedInside(box: Box, plan: Plan): Inside {
  const along: Direction = plan.direction.get(box.parent as Box) ?? "RIGHT";
  const isAcross = along === "RIGHT";
  const bars = new Map<Side, Bar[]>([
    [firstSide(along), []],
    [lastSide(along), []],
  ]);
  const byPort = new Map<string, Bar>();
  for (const gate of box.gates) {
    const side = plan.side.get(gate);
    const list = side && bars.get(side);
    if (!list) continue;
    const known = gate.port && byPort.get(gate.port.id);
    if (known) {
      known.gates.push(gate);
      continue;
    }
    const bar: Bar = { size: gate.port ?? { width: 0, height: 0 }, gates: [gate], port: gate.port?.id };
    if (gate.port) byPort.set(gate.port.id, bar);
    list.push(bar);
  }
  for (const port of box.shape?.ports ?? []) {
    if (byPort.has(port.id)) continue;
    const [first, last] = [...bars.values()] as [Bar[], Bar[]];
    (first.length <= last.length ? first : last).push({ size: port, gates: [], port: port.id });
  }
  const title = box.shape as Size;
  const lengthOf = (bar: Bar): number => Math.max(isAcross ? bar.size.height : bar.size.width, bar.gates.length * pitch);
  const depthOf = (list: readonly Bar[]): number => Math.max(0, ...list.map((bar) => (isAcross ? bar.size.width : bar.size.height)));
  const total = (list: readonly Bar[]): number => list.reduce((sum, bar) => sum + lengthOf(bar) + gap, gap);
  const [first, last] = [...bars.values()] as [Bar[], Bar[]];
  const depths = depthOf(first) + depthOf(last);
  const length = Math.max(total(first), total(last), isAcross ? title.height : title.width);
  const size = isAcross ? { width: depths + title.width, height: length } : { width: length, height: depths + title.height };
  const gates = new Map<Gate, Point>();
  const ports = new Map<string, { at: Point; size: Size; side: Side }>();
  for (const [side, list] of bars) {
    let at = (length - total(list)) / 2 + gap;
    for (const bar of list) {
      const long = lengthOf(bar);
      const deep = isAcross ? bar.size.width : bar.size.height;
      const own = isAcross ? { width: deep, height: long } : { width: long, height: deep };
      const from = side === firstSide(along) ? 0 : (isAcross ? size.width : size.height) - deep;
      if (bar.port !== undefined) ports.set(bar.port, { at: isAcross ? [from, at] : [at, from], size: own, side });
      const border = side === firstSide(along) ? 0 : isAcross ? size.width : size.height;
      for (const [index, gate] of bar.gates.entries()) {
        const middle = at + long / 2 + (index - (bar.gates.length - 1) / 2) * pitch;
        gates.set(gate, isAcross ? [border, middle] : [middle, border]);
      }
      at += long + gap;
    }
  }
  return { size, places: new Map(), sizes: new Map(), gates, ports, ways: new Map(), labels: new Map() };
}
