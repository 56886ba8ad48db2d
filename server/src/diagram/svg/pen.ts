// How things get into SVG: escaped text, attributes, lines of words.
import { isRightToLeft } from "../text.ts";
import type { Theme } from "../themes.ts";
import type { Place, SceneLabel } from "../types.ts";

/** What drawing needs to know. */
export interface Pen {
  readonly theme: Theme;
  readonly link?: (place: Place) => string | undefined;
}

/** A text that is safe in markup and in attributes, without letters that XML forbids. */
export function quoted(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Attributes of an element; those without a value are left out. */
export function attributes(all: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${typeof value === "number" ? number(value) : quoted(String(value))}"`)
    .join(" ");
}

/** A number with at most two digits behind the point. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** An element without contents. */
export function tag(name: string, all: Readonly<Record<string, string | number | undefined>>): string {
  return `<${name} ${attributes(all)}/>`;
}

/** Lines of words; each is held to the width that was measured, whatever font the reader has. */
export function texts(labels: readonly SceneLabel[], pen: Pen, from: { readonly x: number; readonly y: number } = { x: 0, y: 0 }): string {
  return labels.map((label) => text(label, pen, from)).join("");
}

function text(label: SceneLabel, { theme }: Pen, from: { readonly x: number; readonly y: number }): string {
  const rtl = isRightToLeft(label.text);
  const [start, end] = [label.x - from.x, label.x - from.x + label.width];
  const x = label.align === "middle" ? (start + end) / 2 : label.align === "left" ? start : end;
  const anchor = label.align === "middle" ? "middle" : (label.align === "left") === rtl ? "end" : undefined;
  const faint = label.role === "kind" || label.role === "note" || label.role === "protocol";
  const all = attributes({
    x,
    y: label.y - from.y + label.height * 0.76,
    "font-size": label.size,
    "font-weight": label.weight === "bold" ? 700 : undefined,
    "font-style": label.role === "data" ? "italic" : undefined,
    "text-anchor": anchor,
    direction: rtl ? "rtl" : undefined,
    fill: faint ? theme.faint : theme.text,
    textLength: label.width > 0 ? label.width : undefined,
    lengthAdjust: label.width > 0 ? "spacingAndGlyphs" : undefined,
  });
  return `<text ${all}>${quoted(label.text)}</text>`;
}
