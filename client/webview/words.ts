// What the page says about elements: names for screen readers, lines of hover cards, what a search looks through.
import type { SceneEdge, SceneNode, ScenePort, ThreatNote } from "../../server/src/diagram/types.ts";

/** An element of the picture: what it is, and where. */
export type Element =
  | { readonly sort: "node"; readonly item: SceneNode }
  | { readonly sort: "port"; readonly item: ScenePort; readonly device: SceneNode }
  | { readonly sort: "edge"; readonly item: SceneEdge };

/** A word of the language as people write it: "denial-of-service" is "Denial of service". */
export function titleOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("-", " ")}`;
}

/** What kind of element it is, in one or two words. */
export function sortOf(element: Element): string {
  if (element.sort === "node") return element.item.kind;
  return element.sort === "port" ? "interface" : element.item.flows.length > 1 ? `${element.item.flows.length} flows` : "flow";
}

/** The name of an element for a screen reader: everything that the picture says about it. */
export function spoken(element: Element, titles: (id: string) => string): string {
  const { item } = element;
  const parts = [`${item.title}, ${sortOf(element)}`];
  if (item.kindTitle && item.kindTitle !== item.title) parts.push(item.kindTitle);
  if (element.sort === "node") {
    if (element.item.parent !== undefined) parts.push(`in ${titles(element.item.parent)}`);
    if (element.item.managedBy) parts.push(`managed by ${element.item.managedBy}`);
    if (element.item.folded !== undefined) parts.push(`folded, ${counted(element.item.folded, "element")} inside`);
  }
  if (element.sort === "port") {
    parts.push(`of ${element.device.title}`);
    if (element.item.numbers) parts.push(`port ${element.item.numbers}`);
  }
  if (element.sort === "edge") {
    const { source, target, carries, protocols, protection, steps, both } = element.item;
    parts.push(`from ${titles(source)} to ${titles(target)}${both ? " and back" : ""}`);
    if (carries.length > 0) parts.push(`carries ${carries.join(", ")}`);
    if (protocols.length > 0) parts.push(`over ${protocols.join(", ")}`);
    parts.push(protection);
    if (steps.length > 0) parts.push(`step ${steps.join(", ")}`);
  }
  parts.push(...item.marks.map((mark) => mark.replaceAll("-", " ")));
  parts.push(...item.badges.map(({ state, count, risk }) => `${counted(count, `${state} threat`)}, worst risk ${risk}`));
  if (item.dimmed) parts.push("filtered out");
  return parts.join("; ");
}

/** The order in which people read states. */
const states = ["open", "planned", "assumed", "accepted", "transferred", "dismissed", "mitigated"];

/** Threats by state, in the order in which people read them. */
export function byState(threats: readonly ThreatNote[]): { readonly state: string; readonly threats: readonly ThreatNote[] }[] {
  return states
    .map((state) => ({ state, threats: threats.filter((one) => one.state === state) }))
    .filter(({ threats: own }) => own.length > 0);
}

/** Lines about an element, each a name and what holds. */
export function facts(element: Element, titles: (id: string) => string): [name: string, value: string][] {
  const { item } = element;
  const lines: [string, string][] = [];
  const add = (name: string, values: readonly string[]): void => {
    if (values.length > 0) lines.push([name, values.join(", ")]);
  };
  if (element.sort === "edge") {
    add("Way", [`${titles(element.item.source)} ${element.item.both ? "↔" : "→"} ${titles(element.item.target)}`]);
    add("Carries", element.item.carries);
    add("Over", element.item.protocols);
    add("On its way", [element.item.protection]);
    add("Protected by", element.item.protectedBy);
  }
  if (element.sort === "node") {
    add("Managed by", element.item.managedBy ? [titleOf(element.item.managedBy)] : []);
    add("Holds", element.item.data.map(titles));
    add("Folded", element.item.folded === undefined ? [] : [`${counted(element.item.folded, "element")} inside`]);
  }
  if (element.sort === "port") {
    add("Device", [element.device.title]);
    add("Port", element.item.numbers ? [element.item.numbers] : []);
    add("Direction", element.item.direction ? [element.item.direction] : []);
    add("Medium", element.item.medium ? [element.item.medium] : []);
    add("Purpose", element.item.purpose ? [element.item.purpose] : []);
  }
  add(
    "Marks",
    item.marks.map((mark) => mark.replaceAll("-", " ")),
  );
  return lines;
}

/** Elements whose words have a text, best first: titles that begin with it, then titles, ids and everything else. */
export function search(all: readonly Element[], text: string): Element[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const rank = ({ sort, item }: Element): number => {
    const title = item.title.toLowerCase();
    if (title.startsWith(wanted)) return 0;
    if (title.includes(wanted)) return 1;
    if (item.id.toLowerCase().includes(wanted)) return 2;
    const more = [
      item.kindTitle ?? "",
      ...(sort === "edge" ? [...item.carries, ...item.protocols] : []),
      ...item.threats.map((one) => one.title),
    ];
    return more.some((one) => one.toLowerCase().includes(wanted)) ? 3 : 4;
  };
  return all
    .map((element) => ({ element, rank: rank(element) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => element);
}

/** "1 threat", "3 threats". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
