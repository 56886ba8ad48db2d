// Draws arrows: a line whose dashes tell the protection, a head, and on the line what is to be known at a glance.
import { flowDashes } from "../themes.ts";
import type { SceneEdge } from "../types.ts";
import { group } from "./group.ts";
import { badgeHeight, badgesWidth, drawBadges, drawSign, drawStep, stepWidth } from "./parts.ts";
import { number, type Pen, tag, texts } from "./pen.ts";

const corner = 6;
const headLength = 9;

/** An arrow with its label. */
export function drawEdge(edge: SceneEdge, pen: Pen): string {
  const { theme } = pen;
  const color = theme.protection[edge.protection];
  const width = edge.protection === "local" ? 1.2 : 1.7;
  const head = headOf(edge.points);
  const line = tag("path", {
    class: "line",
    d: pathOf(head.line),
    fill: "none",
    stroke: color,
    "stroke-width": width,
    "stroke-dasharray": flowDashes[edge.protection],
  });
  // A broad, invisible line makes the arrow easy to hit and to point at.
  const hit = tag("path", { class: "hit", d: pathOf(edge.points), fill: "none", stroke: "#000", "stroke-opacity": 0, "stroke-width": 12 });
  const arrow = tag("path", { class: "head", d: head.d, fill: color });
  return group("edge", edge, wordsOf(edge), pen, hit + line + arrow + signsOf(edge, pen) + texts(edge.labels, pen));
}

function wordsOf(edge: SceneEdge): string {
  const parts = [
    `flow from ${edge.source} to ${edge.target}`,
    edge.protocols.length > 0 ? `over ${edge.protocols.join(", ")}` : "",
    edge.carries.length > 0 ? `carries ${edge.carries.join(", ")}` : "",
    { protected: "protected", partial: "partly protected", unprotected: "not protected", local: "local" }[edge.protection],
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function signsOf(edge: SceneEdge, pen: Pen): string {
  const { anchor } = edge;
  if (!anchor) return "";
  const { theme } = pen;
  const color = theme.protection[edge.protection];
  const names = [
    ...(edge.protection === "local" ? [] : [edge.protection]),
    ...(edge.marks.includes("wireless") ? ["wireless"] : []),
    ...(edge.marks.includes("commands") ? ["commands"] : []),
  ];
  const steps = edge.steps.slice(0, 3);
  const width =
    steps.reduce((sum, step) => sum + stepWidth(step) + 3, 0) +
    names.length * 14 +
    (edge.badges.length > 0 ? badgesWidth(edge.badges) + 3 : 0);
  if (width === 0) return "";
  let x = anchor.align === "left" ? anchor.x : anchor.align === "right" ? anchor.x - width : anchor.x - width / 2;
  const backing = anchor.across ? tag("rect", { x: x - 4, y: anchor.y - 8, width: width + 6, height: 16, fill: theme.background }) : "";
  const drawn: string[] = [];
  for (const step of steps) {
    drawn.push(drawStep(step, x + stepWidth(step) / 2, anchor.y, pen));
    x += stepWidth(step) + 3;
  }
  for (const name of names) {
    drawn.push(drawSign(name, x, anchor.y - 6, color));
    x += 14;
  }
  return backing + drawn.join("") + drawBadges(edge.badges, x, anchor.y - badgeHeight / 2, pen);
}

type Points = SceneEdge["points"];

/** A line with rounded corners. */
export function pathOf(points: Points): string {
  const first = points[0] as readonly [number, number];
  let d = `M${number(first[0])} ${number(first[1])}`;
  for (let index = 1; index < points.length; index++) {
    const [before, at, after] = [points[index - 1], points[index], points[index + 1]] as [Points[0], Points[0], Points[0] | undefined];
    if (!after) {
      d += `L${number(at[0])} ${number(at[1])}`;
      continue;
    }
    const radius = Math.min(corner, distance(before, at) / 2, distance(at, after) / 2);
    const [from, to] = [towards(at, before, radius), towards(at, after, radius)];
    d += `L${number(from[0])} ${number(from[1])}Q${number(at[0])} ${number(at[1])} ${number(to[0])} ${number(to[1])}`;
  }
  return d;
}

function distance([ax, ay]: Points[0], [bx, by]: Points[0]): number {
  return Math.hypot(bx - ax, by - ay);
}

function towards(from: Points[0], to: Points[0], by: number): [number, number] {
  const all = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / all, from[1] + ((to[1] - from[1]) * by) / all];
}

/** The head at the end of a line, and the line up to it. */
function headOf(points: Points): { d: string; line: Points } {
  const tip = points.at(-1) as Points[0];
  const before = points.at(-2) as Points[0];
  const back = towards(tip, before, headLength);
  const [dx, dy] = [(tip[1] - back[1]) * 0.45, (back[0] - tip[0]) * 0.45];
  const d = `M${number(tip[0])} ${number(tip[1])}L${number(back[0] + dx)} ${number(back[1] + dy)}L${number(back[0] - dx)} ${number(back[1] - dy)}z`;
  const end = towards(tip, before, Math.min(distance(before, tip), headLength - 1));
  return { d, line: [...points.slice(0, -1), end] };
}
