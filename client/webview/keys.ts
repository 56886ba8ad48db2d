// The keys of the picture: which key does what, told by one table that the page of keys shows as well.

/** What a key can do. */
export type KeyAct =
  | "left"
  | "right"
  | "up"
  | "down"
  | "pan-left"
  | "pan-right"
  | "pan-up"
  | "pan-down"
  | "first"
  | "inside"
  | "outside"
  | "next-flow"
  | "previous-flow"
  | "source"
  | "target"
  | "text"
  | "card"
  | "fold"
  | "reach"
  | "search"
  | "larger"
  | "smaller"
  | "fit"
  | "actual"
  | "next-step"
  | "previous-step"
  | "legend"
  | "help"
  | "leave";

/** Acts with their keys and what they do, in words. A key with Shift is written `Shift+…` only where it has no sign of its own. */
export const keys: readonly (readonly [act: KeyAct, keys: readonly string[], words: string])[] = [
  ["left", ["ArrowLeft"], "To the next element on the left"],
  ["right", ["ArrowRight"], "To the next element on the right"],
  ["up", ["ArrowUp"], "To the next element above"],
  ["down", ["ArrowDown"], "To the next element below"],
  ["first", ["Home"], "To the first element"],
  ["inside", ["i"], "Into a container"],
  ["outside", ["o"], "To the container around"],
  ["next-flow", ["e"], "To the next flow of the element"],
  ["previous-flow", ["E"], "To the previous flow of the element"],
  ["source", ["s"], "From a flow to its source"],
  ["target", ["t"], "From a flow to its target"],
  ["text", ["Enter"], "To the element's line in the text"],
  ["card", [" "], "Card with threats and quick fixes"],
  ["fold", ["f"], "Fold or unfold a container"],
  ["reach", ["a"], "What an attacker who holds the element reaches"],
  ["search", ["/"], "Search"],
  ["larger", ["+", "="], "Larger"],
  ["smaller", ["-"], "Smaller"],
  ["fit", ["0"], "Show all"],
  ["actual", ["1"], "Actual size"],
  ["pan-left", ["Shift+ArrowLeft"], "Move to the left"],
  ["pan-right", ["Shift+ArrowRight"], "Move to the right"],
  ["pan-up", ["Shift+ArrowUp"], "Move up"],
  ["pan-down", ["Shift+ArrowDown"], "Move down"],
  ["next-step", ["]"], "Next step of the scenario"],
  ["previous-step", ["["], "Previous step of the scenario"],
  ["legend", ["l"], "What the signs mean"],
  ["help", ["?"], "These keys"],
  ["leave", ["Escape"], "Close what is open; show everything again"],
];

const acts: ReadonlyMap<string, KeyAct> = new Map(keys.flatMap(([act, all]) => all.map((key) => [key, act])));

/** What a key press does, if anything. */
export function actOf(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): KeyAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return acts.get(event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key);
}
