// The blocks on the border of a device: its ports with the arrows that pass them, and single arrows that pass without a port.
import type { Size } from "../shape.ts";
import type { ElkBox } from "./elk.ts";
import type { Hints } from "./hints.ts";
import { type Direction, firstSide, lastSide, type Plan, type Side } from "./plan.ts";
import type { Box, Gate } from "./tree.ts";

/** Distance between arrows at a port. */
export const pitch = 14;

/** A block on the border. */
export interface Bar {
  /** Id of the port; a block without one is only a point. */
  readonly port: string | undefined;
  readonly side: Side;
  readonly gates: readonly Gate[];
  readonly size: Size;
  /** Where the order of blocks puts it, when something is known about that. */
  readonly hint: number | undefined;
}

/** Blocks of a box: of each port, and of each arrow that passes without. Ports that nothing passes fill the emptier side. */
export function barsOf(box: Box, along: Direction, plan: Plan, hints: Hints): Bar[] {
  const groups = new Map<string, { port: Size & { id?: string }; side: Side; gates: Gate[] }>();
  const point = { width: 0, height: 0 };
  for (const gate of box.gates) {
    const side = plan.side.get(gate);
    if (side === undefined) continue;
    const key = gate.port?.id ?? `\n${gate.edge} ${groups.size}`;
    const known = groups.get(key);
    if (known) known.gates.push(gate);
    else groups.set(key, { port: gate.port ?? point, side, gates: [gate] });
  }
  const [first, last] = [firstSide(along), lastSide(along)];
  for (const port of box.shape?.ports ?? []) {
    if (groups.has(port.id)) continue;
    const load = (side: Side): number => [...groups.values()].filter((one) => one.side === side && one.port.width > 0).length;
    groups.set(port.id, { port, side: load(first) <= load(last) ? first : last, gates: [] });
  }
  return [...groups.values()].map(({ port, side, gates }) => barOf(box, port, side, gates, along, hints));
}

function barOf(box: Box, port: Size & { id?: string }, side: Side, gates: readonly Gate[], along: Direction, hints: Hints): Bar {
  const known = gates.map((gate) => hints.gate(box, gate.edge));
  const sorted = known.includes(undefined)
    ? gates
    : [...gates].sort((a, b) => (hints.gate(box, a.edge) as number) - (hints.gate(box, b.edge) as number) || a.edge - b.edge);
  const found = known.filter((one) => one !== undefined);
  const room = port.width === 0 ? 0 : gates.length * pitch + 6;
  return {
    port: port.id,
    side,
    gates: sorted,
    size:
      along === "RIGHT"
        ? { width: port.width, height: Math.max(port.height, room) }
        : { width: Math.max(port.width, room), height: port.height },
    hint: found.length > 0 ? found.reduce((sum, one) => sum + one, 0) / found.length : undefined,
  };
}

/** A block as the engine takes it: a box in the first or last row, with its arrows on the inner side. */
export function elkBar(bar: Bar, along: Direction, idOf: (thing: unknown) => string): ElkBox {
  const isFirst = bar.side === firstSide(along);
  const inner = isFirst ? lastSide(along) : firstSide(along);
  const isOrdered = bar.hint !== undefined && bar.gates.length > 1;
  const alignment = along === "RIGHT" ? (isFirst ? "LEFT" : "RIGHT") : isFirst ? "TOP" : "BOTTOM";
  // Ports are counted clockwise, so upwards on the left and leftwards at the bottom.
  const isReversed = inner === "WEST" || inner === "SOUTH";
  return {
    id: idOf(bar),
    ...bar.size,
    layoutOptions: {
      "elk.layered.layering.layerConstraint": isFirst ? "FIRST_SEPARATE" : "LAST_SEPARATE",
      "elk.portConstraints": isOrdered ? "FIXED_ORDER" : "FIXED_SIDE",
      "elk.portAlignment.default": "CENTER",
      "elk.alignment": alignment,
      ...(bar.hint === undefined
        ? {}
        : { "elk.position": along === "RIGHT" ? `(0,${Math.round(bar.hint)})` : `(${Math.round(bar.hint)},0)` }),
    },
    ports: bar.gates.map((gate, index) => ({
      id: idOf(gate),
      width: 0,
      height: 0,
      layoutOptions: {
        "elk.port.side": inner,
        ...(isOrdered ? { "elk.port.index": String(isReversed ? bar.gates.length - index : index) } : {}),
      },
    })),
  };
}
