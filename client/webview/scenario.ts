// A scenario in the picture: which arrows and elements belong to a step of it.
import type { Scene, SceneEdge } from "../../server/src/diagram/types.ts";

/** How many steps the picture has; none in views that follow no scenario. */
export function stepCount({ edges }: Pick<Scene, "edges">): number {
  return Math.max(0, ...edges.flatMap(({ steps }) => steps));
}

/** The arrows of a step. */
export function edgesOf({ edges }: Pick<Scene, "edges">, step: number): SceneEdge[] {
  return edges.filter(({ steps }) => steps.includes(step));
}

/** Everything that a step lights: its arrows, what they join and pass, and the containers around that. */
export function lit(scene: Pick<Scene, "edges" | "nodes">, step: number): Set<string> {
  const parents = new Map(scene.nodes.map(({ id, parent }) => [id, parent]));
  const devices = new Map(scene.nodes.flatMap((node) => node.ports.map((port) => [port.id, node.id])));
  const ids = new Set<string>();
  for (const { id, source, target, via } of edgesOf(scene, step)) {
    ids.add(id);
    for (const start of [source, target, ...via]) {
      for (let at: string | undefined = start; at !== undefined && !ids.has(at); at = parents.get(at) ?? devices.get(at)) ids.add(at);
    }
  }
  return ids;
}
