// Draws boxes: each kind has its own outline, so that it is known without colour; and the ports on the borders of devices.
import { hasSign } from "../scene.ts";
import { plug } from "../shape.ts";
import { boundaryDashes } from "../themes.ts";
import type { Box, SceneNode, ScenePort } from "../types.ts";
import { group } from "./group.ts";
import { badgeHeight, badgesWidth, drawBadges, drawSign } from "./parts.ts";
import { number, type Pen, tag, texts } from "./pen.ts";

/** A box with its words, signs and badges; its ports are drawn above what is inside it. */
export function drawNode(node: SceneNode, pen: Pen, isOpen: boolean): string {
  const words = [node.kindTitle ?? node.kind, ...node.marks].join(", ");
  const parts = [
    outline(node, pen, isOpen),
    isOpen ? "" : leafSign(node, pen),
    texts(node.labels, pen, node),
    marksOf(node, pen, isOpen),
    badgesOf(node, pen),
  ];
  return group("node", node, words, pen, parts.join(""), node);
}

function outline(node: SceneNode, { theme }: Pen, isOpen: boolean): string {
  const { width, height } = node;
  const stroke = theme.line;
  switch (node.kind) {
    case "process":
      return tag("rect", { width, height, rx: Math.min(20, height / 2), fill: theme.process, stroke, "stroke-width": 1.3 });
    case "store":
      return (
        tag("rect", { width, height, fill: theme.store }) +
        tag("path", {
          d: `M${number(width)} .6H.6V${number(height - 0.6)}H${number(width)}M6 .6V${number(height - 0.6)}`,
          fill: "none",
          stroke,
          "stroke-width": 1.3,
        })
      );
    case "external":
      return (
        tag("rect", { width, height, fill: theme.external, stroke, "stroke-width": 1.3 }) +
        tag("path", { d: `M3.5 ${number(height)}V3.5H${number(width)}`, fill: "none", stroke, "stroke-width": 1 })
      );
    case "actor":
      return tag("rect", { width, height, fill: theme.external, stroke, "stroke-width": 1.3 });
    case "device":
      return tag("rect", { width, height, rx: 5, fill: theme.device, stroke, "stroke-width": isOpen ? 1.8 : 1.8 });
    case "boundary": {
      const color = theme.managers[node.managedBy ?? ""] ?? theme.line;
      return tag("rect", {
        width,
        height,
        rx: 8,
        fill: theme.boundary,
        stroke: color,
        "stroke-width": 1.8,
        "stroke-dasharray": boundaryDashes[node.managedBy ?? ""] ?? "8 4",
      });
    }
  }
}

function leafSign(node: SceneNode, { theme }: Pen): string {
  const label = node.labels[0];
  if (!hasSign(node) || !label) return "";
  const name = { actor: "person", device: "chip", store: "drum", boundary: "zone", process: "", external: "" }[node.kind];
  const last = node.labels.at(-1) ?? label;
  const middle = (label.y + last.y + last.height) / 2 - node.y;
  const left = Math.min(...node.labels.map((one) => one.x)) - node.x;
  return drawSign(name, left - 21, middle - 7.5, theme.line, 15);
}

function marksOf(node: SceneNode, { theme }: Pen, isOpen: boolean): string {
  const label = node.labels[0];
  if (!label || node.marks.length === 0) return "";
  const color = (mark: string): string => (mark === "safety-related" ? theme.safety : theme.line);
  if (isOpen) {
    const x = label.x + label.width - node.x + 8;
    return node.marks.map((mark, index) => drawSign(mark, x + index * 17, label.y - node.y + 1, color(mark), 14)).join("");
  }
  // Below the words, in the middle under them.
  const last = node.labels.at(-1) ?? label;
  const [left, right] = [Math.min(...node.labels.map((one) => one.x)), Math.max(...node.labels.map((one) => one.x + one.width))];
  const x = (left + right) / 2 - node.x - (node.marks.length * 16 - 4) / 2;
  const y = last.y + last.height - node.y + 2;
  return node.marks.map((mark, index) => drawSign(mark, x + index * 16, y, color(mark))).join("");
}

function badgesOf(node: SceneNode, pen: Pen): string {
  if (node.badges.length === 0) return "";
  const { x, y } = badgesBox(node);
  return drawBadges(node.badges, x - node.x, y - node.y, pen);
}

const fromCorner = 6;

/**
 * Where the badges of a box are drawn: across the top border, at its right end, since no words are there; further to the left where ports
 * stand, and across the lower border where the upper one has no room.
 */
export function badgesBox(node: SceneNode): Box {
  const size = { width: badgesWidth(node.badges), height: badgeHeight };
  const right = node.x + node.width - size.width - fromCorner;
  const [top, bottom] = [node.y - badgeHeight / 2 - 2, node.y + node.height - badgeHeight / 2 + 2];
  for (const y of [top, bottom]) {
    const x = freePlace(node, { x: right, y, ...size });
    if (x !== undefined) return { x, y, ...size };
  }
  return { x: right, y: top, ...size };
}

// The rightmost place on a border, not past the wanted one, that no port covers.
function freePlace(node: SceneNode, { x: wanted, y, width, height }: Box): number | undefined {
  const taken = node.ports
    .map(roomOf)
    .filter((room) => room.y < y + height && room.y + room.height > y)
    .sort((a, b) => b.x + b.width - a.x - a.width);
  let x = wanted;
  for (const room of taken) if (x < room.x + room.width && x + width > room.x) x = room.x - width;
  return x < node.x + fromCorner && taken.length > 0 ? undefined : x;
}

// A port with its plug, its own badges, and air to both sides.
function roomOf({ box, side, badges }: ScenePort): Box {
  const above = badges.length > 0 ? badgeHeight / 2 + 1 : side === "north" ? plug / 2 : 0;
  const below = side === "south" ? plug / 2 : 0;
  return { x: box.x - 3, y: box.y - above, width: box.width + 6, height: box.height + above + below };
}

/** The ports of a device. */
export function drawPorts(node: SceneNode, pen: Pen): string {
  return node.ports.map((port) => drawPort(port, pen)).join("");
}

function drawPort(port: ScenePort, pen: Pen): string {
  const { theme } = pen;
  const { box, side } = port;
  const half = plug / 2;
  const mark = {
    west: { x: -half, y: 3, width: plug, height: box.height - 6 },
    east: { x: box.width - half, y: 3, width: plug, height: box.height - 6 },
    north: { x: 3, y: -half, width: box.width - 6, height: plug },
    south: { x: 3, y: box.height - half, width: box.width - 6, height: plug },
  }[side];
  const block = tag("rect", { width: box.width, height: box.height, rx: 2, fill: theme.device, stroke: theme.line, "stroke-width": 0.8 });
  const glyph = tag("rect", { class: "plug", ...mark, rx: 2, fill: theme.port, stroke: theme.line, "stroke-width": 1.2 });
  const words = ["interface", port.numbers, port.medium ?? "", port.purpose ?? "", ...port.marks].filter((one) => one !== "").join(", ");
  const contents = block + glyph + portSigns(port, pen) + texts(port.labels, pen, box) + portBadges(port, pen);
  return group("port", port, words, pen, contents, box);
}

function portSigns(port: ScenePort, { theme }: Pen): string {
  const { box, side } = port;
  const y = box.height / 2 - 6;
  const x = (index: number): number => (side === "east" ? 4 + index * 14 : box.width - 16 - index * 14);
  return port.marks.map((mark, index) => drawSign(mark, x(index), y, theme.line)).join("");
}

function portBadges(port: ScenePort, pen: Pen): string {
  if (port.badges.length === 0) return "";
  const { box, side } = port;
  const x = side === "west" ? plug : side === "east" ? box.width - plug - badgesWidth(port.badges) : box.width - badgesWidth(port.badges);
  return drawBadges(port.badges, x, -badgeHeight / 2 - 1, pen);
}
