// Draws the legend with the same signs that the picture uses.
import { boundaryDashes, flowDashes } from "../themes.ts";
import type { LegendItem, Scene } from "../types.ts";
import { drawBadge, drawSign, drawStep } from "./parts.ts";
import { number, type Pen, tag, texts } from "./pen.ts";

/** The legend below a picture. */
export function drawLegend(scene: Scene, pen: Pen): string {
  if (scene.legend.length === 0) return "";
  const first = scene.legend[0] as LegendItem;
  const line = tag("path", {
    d: `M${number(first.x)} ${number(first.y - 8)}H${number(scene.width - first.x)}`,
    stroke: pen.theme.faint,
    "stroke-width": 0.6,
  });
  const items = scene.legend.map(
    (item) =>
      `<g role="listitem"><g transform="translate(${number(item.x)} ${number(item.y)})">${signOf(item, pen)}</g>${texts(item.labels, pen)}</g>`,
  );
  return `<g class="legend">${line}<g role="list" aria-label="Legend">${items.join("")}</g></g>`;
}

function signOf({ sign, height }: LegendItem, pen: Pen): string {
  const { theme } = pen;
  const [what, which = "", level = ""] = sign.split(":");
  const middle = height / 2;
  switch (what) {
    case "node":
      return nodeSign(which, middle, pen);
    case "port":
      return (
        tag("rect", { x: 6, y: middle - 7, width: 20, height: 14, rx: 2, fill: theme.device, stroke: theme.line, "stroke-width": 0.8 }) +
        tag("rect", { x: 2, y: middle - 5, width: 8, height: 10, rx: 2, fill: theme.port, stroke: theme.line, "stroke-width": 1.2 })
      );
    case "boundary":
      return tag("rect", {
        x: 1,
        y: middle - 7,
        width: 26,
        height: 14,
        rx: 3,
        fill: theme.boundary,
        stroke: theme.managers[which],
        "stroke-width": 1.6,
        "stroke-dasharray": boundaryDashes[which],
      });
    case "flow":
      return flowSign(which, middle, pen);
    case "step":
      return drawStep(1, 14, middle, pen);
    case "mark":
      return drawSign(which, 8, middle - 6, which === "safety-related" ? theme.safety : theme.line);
    default:
      return badgeSign(which, Number(level), middle, pen);
  }
}

function badgeSign(which: string, level: number, middle: number, pen: Pen): string {
  const state = which as "open" | "planned" | "accepted";
  return drawBadge({ state, count: 1, risk: "", level }, 0, middle - 7, pen);
}

function nodeSign(which: string, middle: number, { theme }: Pen): string {
  const box = { x: 1, y: middle - 7, width: 26, height: 14 };
  const stroke = { stroke: theme.line, "stroke-width": 1.2 };
  switch (which) {
    case "process":
      return tag("rect", { ...box, rx: 7, fill: theme.process, ...stroke });
    case "store":
      return (
        tag("rect", { ...box, fill: theme.store }) +
        tag("path", {
          d: `M27 ${number(middle - 7)}H1V${number(middle + 7)}H27M5 ${number(middle - 7)}V${number(middle + 7)}`,
          fill: "none",
          ...stroke,
        })
      );
    case "external":
      return (
        tag("rect", { ...box, fill: theme.external, ...stroke }) +
        tag("path", { d: `M4 ${number(middle + 7)}V${number(middle - 4)}H27`, fill: "none", stroke: theme.line, "stroke-width": 0.9 })
      );
    case "actor":
      return tag("rect", { ...box, fill: theme.external, ...stroke }) + drawSign("person", 8, middle - 6, theme.line);
    default:
      return tag("rect", { ...box, rx: 3, fill: theme.device, stroke: theme.line, "stroke-width": 1.8 });
  }
}

function flowSign(which: string, middle: number, { theme }: Pen): string {
  if (which === "commands") return drawSign("commands", 8, middle - 6, theme.line);
  const color = theme.protection[which as keyof typeof theme.protection];
  const line = tag("path", {
    d: `M0 ${number(middle)}H28`,
    fill: "none",
    stroke: color,
    "stroke-width": which === "local" ? 1.2 : 1.7,
    "stroke-dasharray": flowDashes[which],
  });
  if (which === "local") return line;
  return line + tag("rect", { x: 7, y: middle - 7, width: 14, height: 14, fill: theme.background }) + drawSign(which, 8, middle - 6, color);
}
