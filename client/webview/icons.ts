// The signs on the buttons of the bar: lines of 16 by 16, in the colour of the text.
import { makeSvg } from "./dom.ts";

const lines = {
  filter: "M2 3h12L9.5 8.5V13l-3-1.5v-3z",
  fold: "M4 2l4 4 4-4M4 14l4-4 4 4",
  unfold: "M4 6l4-4 4 4M4 10l4 4 4-4",
  smaller: "M3 8h10",
  larger: "M3 8h10M8 3v10",
  fit: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  arrange: "M2 2h5v4H2zM9 10h5v4H9zM7 4h4.5v6",
  legend: "M2 4h2M2 8h2M2 12h2M6.5 4H14M6.5 8H14M6.5 12H14",
  pin: "M9.5 1.8l4.7 4.7-3.2.7-2.2 2.2.2 3.1-5.5-5.5 3.1.2 2.2-2.2zM6.2 9.8L2 14",
  export: "M8 10V2M5 5l3-3 3 3M3 9v5h10V9",
} as const;

/** A sign. */
export type Icon = keyof typeof lines;

/** Draws a sign; the button that it stands on has the name. */
export function icon(name: Icon): SVGElement {
  return makeSvg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, makeSvg("path", { d: lines[name] }));
}
