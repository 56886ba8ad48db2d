// From declarations to elements of the picture and back: an arrow may stand for several flows, a title for something that is not drawn.
import type { Scene } from "../../server/src/diagram/types.ts";
import type { DiagramChoices } from "../../server/src/lsp/protocol.ts";
import type { Element } from "./words.ts";

/** Elements of the picture by id. */
export type Elements = ReadonlyMap<string, Element>;

/** The element that stands for a declaration: itself, or the arrow that several flows became. */
export function drawnFor(elements: Elements, id: string): string | undefined {
  if (elements.has(id)) return id;
  for (const { sort, item } of elements.values()) if (sort === "edge" && item.flows.includes(id)) return item.id;
  return undefined;
}

/** The declaration that an element of the picture comes from. */
export function declaredBy(elements: Elements, id: string): string {
  const element = elements.get(id);
  return element?.sort === "edge" ? (element.item.flows[0] ?? id) : id;
}

/** The title of an element, a datum, a container or a scenario. */
export function titleIn(elements: Elements, choices: DiagramChoices | undefined, id: string): string {
  const named = [...(choices?.data ?? []), ...(choices?.containers ?? []), ...(choices?.scenarios ?? [])].find((one) => one.id === id);
  return elements.get(id)?.item.title ?? named?.title ?? id;
}

/** Everything that can be folded. */
export function containersOf(scene: Scene | undefined): string[] {
  return (scene?.nodes ?? []).filter(({ container }) => container).map(({ id }) => id);
}
