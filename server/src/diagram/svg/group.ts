// The group around each element of a picture: what scripts of the preview, screen readers and links need.
import { drawable } from "../text.ts";
import type { Item } from "../types.ts";
import { attributes, type Pen, quoted } from "./pen.ts";

/** An element of the picture as a group, a link where there is an address to open. */
export function group(
  kind: "node" | "port" | "edge",
  item: Item & { readonly kind?: string },
  words: string,
  pen: Pen,
  contents: string,
  at?: { readonly x: number; readonly y: number },
): string {
  const name = [drawable(item.title), words, ...item.badges.map((badge) => `${badge.count} ${badge.state}, worst risk ${badge.risk}`)].join(
    "; ",
  );
  const all = attributes({
    class: item.dimmed ? `${kind} dimmed` : kind,
    "data-id": item.id,
    "data-kind": item.kind ?? kind,
    role: kind === "edge" ? "graphics-symbol img" : "graphics-object group",
    "aria-label": name,
    opacity: item.dimmed ? 0.25 : undefined,
    transform: at ? `translate(${Math.round(at.x * 100) / 100} ${Math.round(at.y * 100) / 100})` : undefined,
  });
  const inner = `<g ${all}><title>${quoted(name)}</title>${contents}</g>`;
  const address = item.place && pen.link?.(item.place);
  return address ? `<a href="${quoted(address)}">${inner}</a>` : inner;
}
