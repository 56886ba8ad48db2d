// Draws a chart of a document: as SVG for what is read in a browser, as lines of blocks for what holds only text.
import type { Chart } from "../types.ts";
import { clean } from "./text.ts";

const width = 720;
const height = 280;
const frame = { left: 56, right: 12, top: 34, bottom: 46 };
/** By group; each has a contrast of at least 3 : 1 on white and differs in lightness from the other. */
const colours = ["#7a8a99", "#0b4f79"];
const ink = "#1c2733";
const quiet = "#52606d";
const line = "#c9d2da";
/** Below so many pixels a label would meet its neighbour. */
const labelRoom = 52;

/** The chart as an SVG element that needs nothing else. `escaped` makes a text safe inside an element and an attribute. */
export function chartSvg(chart: Chart, escaped: (text: string) => string): string {
  const { bars, groups } = chart;
  const top = topOf(chart);
  const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
  const y = (value: number): number => frame.top + inner.height * (1 - Math.min(value, top.value) / top.value);
  const room = inner.width / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil(labelRoom / room));
  const parts: string[] = [];
  for (let step = 0; step <= top.steps; step++) {
    const value = (top.value * step) / top.steps;
    const at = round(y(value));
    parts.push(`<line x1="${frame.left}" y1="${at}" x2="${width - frame.right}" y2="${at}" stroke="${line}"/>`);
    parts.push(`<text x="${frame.left - 6}" y="${at + 4}" text-anchor="end" fill="${quiet}">${short(value)}</text>`);
  }
  parts.push(`<text x="${frame.left}" y="14" fill="${quiet}">${escaped(chart.axis)}</text>`);
  for (const [index, name] of groups.entries()) {
    const x = width - frame.right - 190 * (groups.length - index);
    parts.push(
      `<rect x="${x}" y="4" width="12" height="12" fill="${colours[index] ?? ink}"/><text x="${x + 17}" y="14" fill="${ink}">${escaped(name)}</text>`,
    );
  }
  for (const [index, { label, value, limits, group }] of bars.entries()) {
    const thick = Math.min(90, room * 0.7);
    const middle = frame.left + room * (index + 0.5);
    const from = round(y(value));
    parts.push(
      `<rect x="${round(middle - thick / 2)}" y="${from}" width="${round(thick)}" height="${round(frame.top + inner.height - from)}" fill="${colours[group] ?? ink}"/>`,
    );
    if (limits) {
      const [low, high] = [round(y(limits.low)), round(y(limits.high))];
      const ends = [low, high].map((end) => `M${round(middle - 8)} ${end}h16`).join("");
      parts.push(
        `<path d="M${round(middle)} ${low}V${high}${ends}" stroke="#fff" stroke-width="4"/><path d="M${round(middle)} ${low}V${high}${ends}" stroke="${ink}" stroke-width="1.5"/>`,
      );
    }
    if (index % every === 0)
      parts.push(`<text x="${round(middle)}" y="${height - 26}" text-anchor="middle" fill="${ink}">${escaped(label)}</text>`);
  }
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(chart.says)}" font-size="12" fill="none">${parts.join("")}</svg>`;
}

/** The chart as lines of equally wide characters: label, bar, number. */
export function chartLines(chart: Chart): string[] {
  const top = Math.max(...chart.bars.map(({ value }) => value), 0) || 1;
  const longest = Math.max(0, ...chart.bars.map(({ label }) => label.length));
  return chart.bars.map(({ label, value, limits }) => {
    const range = limits ? ` (${short(limits.low)} – ${short(limits.high)})` : "";
    return clean(`${label.padEnd(longest)}  ${"█".repeat(Math.round((24 * value) / top))} ${short(value)}${range}`).replaceAll("`", "'");
  });
}

// The end of the axis: a round number above all that is drawn, and into how many steps it is parted.
function topOf({ bars }: Chart): { readonly value: number; readonly steps: number } {
  const most = Math.max(...bars.flatMap(({ value, limits }) => [value, limits?.high ?? 0]).filter(Number.isFinite), 0);
  if (most === 0) return { value: 1, steps: 1 };
  const size = 10 ** Math.floor(Math.log10(most));
  for (const [times, steps] of [
    [1, 2],
    [2, 2],
    [4, 4],
    [5, 5],
    [8, 4],
  ] as const)
    if (most <= times * size) return { value: times * size, steps: size * times < steps ? 1 : steps };
  return { value: 10 * size, steps: 5 };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A number with at most three digits that matter. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
