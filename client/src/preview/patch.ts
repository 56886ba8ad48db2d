// What of a picture is another than in the one that the page shows: words and badges change far more often than the arrangement, and
// the page need not read, clean and draw again what stays.
import type { SceneEdge, SceneNode } from "../../../server/src/diagram/types.ts";
import type { DiagramPicture } from "../../../server/src/lsp/protocol.ts";

/** The elements that changed, and all of the picture that is not drawn. */
export interface PicturePatch {
  readonly picture: Omit<DiagramPicture, "svg" | "scene">;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** The drawings of what changed: groups with the ids of those that they take the place of. */
  readonly groups: string;
}

/** The patch from one picture to another of the same arrangement; undefined where more than elements changed. */
export function patchOf(old: DiagramPicture, picture: DiagramPicture): PicturePatch | undefined {
  const { svg, scene, ...rest } = picture;
  if (old.arrangement !== picture.arrangement || old.model !== picture.model || old.view.name !== picture.view.name) return undefined;
  if (frameOf(old) !== frameOf(picture)) return undefined;
  const groups = changedLines(old.svg, svg);
  if (groups === undefined) return undefined;
  return { picture: rest, nodes: changed(old.scene.nodes, scene.nodes), edges: changed(old.scene.edges, scene.edges), groups };
}

/** A picture as it is after a patch, without its drawing. */
export function patched(old: DiagramPicture, { picture, nodes, edges }: PicturePatch): DiagramPicture {
  const merge = <Item extends { readonly id: string }>(all: readonly Item[], news: readonly Item[]): Item[] => {
    const byId = new Map(news.map((one) => [one.id, one]));
    return all.map((one) => byId.get(one.id) ?? one);
  };
  const scene = { ...old.scene, nodes: merge(old.scene.nodes, nodes), edges: merge(old.scene.edges, edges) };
  return { ...picture, svg: "", scene };
}

// Everything about a scene but what its elements say: ids in their order, size, words around.
function frameOf({ scene, view }: DiagramPicture): string {
  const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
  return JSON.stringify([{ ...scene, nodes: ids(scene.nodes), edges: ids(scene.edges) }, view]);
}

function changed<Item>(old: readonly Item[], news: readonly Item[]): Item[] {
  return news.filter((one, at) => JSON.stringify(one, withoutPlace) !== JSON.stringify(old[at], withoutPlace));
}

// Where something is declared is asked for when it is needed.
function withoutPlace(key: string, value: unknown): unknown {
  return key === "place" ? undefined : value;
}

// A picture has a line for each element, with one group or, for the ports of a device, several.
function changedLines(old: string, text: string): string | undefined {
  const before = old.split("\n");
  const after = text.split("\n");
  if (before.length !== after.length) return undefined;
  const found: string[] = [];
  for (const [at, line] of after.entries()) {
    const was = before[at] as string;
    if (line === was) continue;
    if (isTitle(line) && isTitle(was)) continue;
    if (idsOf(line) === undefined || idsOf(line) !== idsOf(was)) return undefined;
    found.push(line);
  }
  return found.join("\n");
}

// The page gives the picture a name of its own.
function isTitle(line: string): boolean {
  return /^<(title|desc) id="[^"]*">[^<]*<\/\1>$/.test(line);
}

function idsOf(line: string): string | undefined {
  if (!/^<g [^<>]*>.*<\/g>$/.test(line)) return undefined;
  return [...line.matchAll(/<g class="(\w+)[^"]*" data-id="([^"]*)"/g)].map(([, kind, id]) => `${kind} ${id}`).join("\n");
}
