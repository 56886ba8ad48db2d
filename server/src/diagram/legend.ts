// The legend: every sign, line and badge that the picture uses, and nothing that it does not.
import { setLines } from "./scene.ts";
import { signs } from "./signs.ts";
import { lineHeight, widthOf } from "./text.ts";
import type { Item, LegendItem, SceneEdge, SceneNode } from "./types.ts";

const size = 11;
const signWidth = 34;
const gap = 22;
const row = 24;

/** The entries of a legend in rows below a picture. */
export function legendOf(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  room: { readonly x: number; readonly y: number; readonly width: number },
): LegendItem[] {
  let [x, y] = [room.x, room.y + 12];
  return entriesOf(nodes, edges).map(({ sign, words }) => {
    const width = signWidth + widthOf(words, size) + gap;
    if (x > room.x && x + width - gap > room.x + room.width) [x, y] = [room.x, y + row];
    const labels = setLines(
      [{ text: words, size, weight: "regular", role: "note" }],
      { x: x + signWidth, y: y + (row - size * lineHeight) / 2, width: width - signWidth },
      "left",
    );
    const item = { sign, x, y, width: width - gap, height: row, labels };
    x += width;
    return item;
  });
}

/** The highest level among open badges, 0 to 1: the legend shows one in a colour that the picture has. */
function worstOpen(items: readonly Item[]): number {
  return Math.max(0, ...items.flatMap(({ badges }) => badges.filter(({ state }) => state === "open").map(({ level }) => level)));
}

function entriesOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): { sign: string; words: string }[] {
  const entries: { sign: string; words: string }[] = [];
  const add = (sign: string, words: string, isUsed: boolean): void => {
    if (isUsed) entries.push({ sign, words });
  };
  const kind = (one: string): boolean => nodes.some((node) => node.kind === one);
  add("node:process", "process", kind("process"));
  add("node:store", "data store", kind("store"));
  add("node:external", "external system", kind("external"));
  add("node:actor", "person", kind("actor"));
  add("node:device", "device", kind("device"));
  add(
    "port",
    "interface with its ports",
    nodes.some((node) => node.ports.length > 0),
  );
  for (const manager of ["manufacturer", "integrator", "third-party", "operator", "user", "public"])
    add(
      `boundary:${manager}`,
      `trust boundary, managed by ${manager.replace("-", " ")}`,
      nodes.some((node) => node.kind === "boundary" && node.managedBy === manager),
    );
  for (const [protection, words] of [
    ["protected", "flow protected against reading and changing"],
    ["partial", "flow protected against one of both"],
    ["unprotected", "flow without protection"],
    ["local", "flow inside a device, by hand or over a local medium"],
  ] as const)
    add(
      `flow:${protection}`,
      words,
      edges.some((edge) => edge.protection === protection),
    );
  add(
    "flow:commands",
    "the receiver acts on it",
    edges.some((edge) => edge.marks.includes("commands")),
  );
  add(
    "step",
    "step of the scenario",
    edges.some((edge) => edge.steps.length > 0),
  );
  const items = [...nodes, ...nodes.flatMap((node) => node.ports), ...edges];
  for (const mark of ["safety-related", "wireless", "public", "multi-patient", "debug", "disabled", "out-of-scope"] as const)
    add(
      `mark:${mark}`,
      signs[mark]?.words ?? mark,
      items.some((item) => item.marks.includes(mark)),
    );
  for (const [state, words] of [
    ["open", "open threats, worst residual risk"],
    ["planned", "threats with planned controls"],
    ["accepted", "accepted threats"],
  ] as const)
    add(
      state === "open" ? `badge:open:${worstOpen(items)}` : `badge:${state}`,
      words,
      items.some((item) => item.badges.some((badge) => badge.state === state)),
    );
  return entries;
}
