// Signs, badges and step numbers, used beside titles, on arrows and in the legend.
import { signs } from "../signs.ts";
import { widthOf } from "../text.ts";
import type { Badge } from "../types.ts";
import { number, type Pen, quoted, tag } from "./pen.ts";

/** A sign with its top left corner at a point. */
export function drawSign(name: string, x: number, y: number, color: string, size = 12): string {
  const sign = signs[name];
  if (!sign) return "";
  const scale = size / 12;
  const place = scale === 1 ? `translate(${number(x)} ${number(y)})` : `translate(${number(x)} ${number(y)}) scale(${number(scale)})`;
  const lines = sign.lines
    ? tag("path", {
        d: sign.lines,
        fill: "none",
        stroke: color,
        "stroke-width": 1.2,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
      })
    : "";
  const filled = sign.filled ? tag("path", { d: sign.filled, fill: color }) : "";
  return `<g transform="${place}"><title>${quoted(sign.words)}</title>${lines}${filled}</g>`;
}

/** Height of a badge. */
export const badgeHeight = 14;
const size = 9.5;

function wordsOf(badge: Badge): string {
  const lead = { open: "!", planned: "…", accepted: "✓" }[badge.state];
  return lead === "✓" ? `${badge.count} ${badge.risk}` : `${lead} ${badge.count} ${badge.risk}`;
}

/** Width of a badge. */
export function badgeWidth(badge: Badge): number {
  return widthOf(wordsOf(badge), size, "bold") + (badge.state === "accepted" ? 20 : 10);
}

/** A badge with its top left corner at a point. */
export function drawBadge(badge: Badge, x: number, y: number, { theme }: Pen): string {
  const width = badgeWidth(badge);
  const level = Math.round(badge.level * 3);
  const isOpen = badge.state === "open";
  const words = `${badge.count} ${badge.state}, worst residual risk ${badge.risk}`;
  const color = isOpen ? (theme.onRisk[level] as string) : theme.text;
  const box = tag("rect", {
    x,
    y,
    width,
    height: badgeHeight,
    rx: badgeHeight / 2,
    fill: isOpen ? theme.risks[level] : theme.background,
    stroke: isOpen ? theme.text : theme.line,
    "stroke-width": isOpen ? 0.8 : 1,
    "stroke-dasharray": badge.state === "planned" ? "2.5 1.8" : undefined,
  });
  const check =
    badge.state === "accepted"
      ? tag("path", { d: `M${number(x + 6)} ${number(y + 7.2)}l2.4 2.6 4-5`, fill: "none", stroke: color, "stroke-width": 1.4 })
      : "";
  const at = badge.state === "accepted" ? x + 14.5 : x + 5;
  const text = `<text x="${number(at)}" y="${number(y + 10.4)}" font-size="${size}" font-weight="700" fill="${quoted(color)}">${quoted(wordsOf(badge))}</text>`;
  return `<g class="badge badge-${badge.state}"><title>${quoted(words)}</title>${box}${check}${text}</g>`;
}

/** Room of some badges beside each other. */
export function badgesWidth(badges: readonly Badge[]): number {
  return badges.reduce((sum, badge) => sum + badgeWidth(badge) + 3, 0) - (badges.length > 0 ? 3 : 0);
}

/** Badges beside each other. */
export function drawBadges(badges: readonly Badge[], x: number, y: number, pen: Pen): string {
  let at = x;
  return badges
    .map((badge) => {
      const drawn = drawBadge(badge, at, y, pen);
      at += badgeWidth(badge) + 3;
      return drawn;
    })
    .join("");
}

/** Width of a step number. */
export function stepWidth(step: number): number {
  return Math.max(16, widthOf(String(step), 10, "bold") + 9);
}

/** The number of a step, around a middle. */
export function drawStep(step: number, x: number, y: number, { theme }: Pen): string {
  const width = stepWidth(step);
  const box = tag("rect", { x: x - width / 2, y: y - 8, width, height: 16, rx: 8, fill: theme.text });
  const text = `<text x="${number(x)}" y="${number(y + 3.6)}" font-size="10" font-weight="700" text-anchor="middle" fill="${quoted(theme.background)}">${step}</text>`;
  return `<g class="step"><title>step ${step}</title>${box}${text}</g>`;
}
