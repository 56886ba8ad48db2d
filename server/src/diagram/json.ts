// A scene as JSON for other programs: the shape that `ward diagram --format json` promises, fields may be added.
import type { Item, Scene, SceneEdge, SceneLabel, SceneNode } from "./types.ts";

/** The JSON of a scene. */
export function json(scene: Scene): string {
  const nodes = scene.nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    title: node.title,
    parent: node.parent ?? null,
    x: node.x,
    y: node.y,
    width: node.width,
    height: node.height,
    labels: node.labels.map(labelOf),
    ports: [
      ...node.ports.map((port) => ({
        id: port.id,
        kind: "interface",
        title: port.title,
        x: port.x,
        y: port.y,
        side: port.side,
        numbers: port.numbers,
        labels: port.labels.map(labelOf),
        threats: countsOf(port),
      })),
      ...endsAt(scene, node),
    ],
    marks: node.marks,
    threats: countsOf(node),
    ...(node.managedBy === undefined ? {} : { managedBy: node.managedBy }),
    ...(node.folded === undefined ? {} : { folded: node.folded }),
  }));
  const edges = scene.edges.map((edge) => ({
    id: edge.id,
    title: edge.title,
    source: edge.source,
    target: edge.target,
    sourcePort: `${edge.id}#source`,
    targetPort: `${edge.id}#target`,
    via: edge.via,
    flows: edge.flows,
    points: edge.points,
    labels: edge.labels.map(labelOf),
    protocols: edge.protocols,
    carries: edge.carries,
    protection: edge.protection,
    steps: edge.steps,
    marks: edge.marks,
    threats: countsOf(edge),
  }));
  const { version, view, title, system, width, height } = scene;
  return `${JSON.stringify({ version, view, title, system, width, height, nodes, edges }, undefined, 2)}\n`;
}

function labelOf({ text, x, y, width, height }: SceneLabel): { text: string; x: number; y: number; width: number; height: number } {
  return { text, x, y, width, height };
}

function countsOf(item: Item): Record<string, number> {
  const counts: Record<string, number> = { open: 0 };
  for (const { state } of item.threats) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Where arrows begin and end at a box, as ports of it. */
function endsAt(scene: Scene, node: SceneNode): { id: string; kind: string; x: number; y: number }[] {
  const own = new Set([node.id, ...node.ports.map((port) => port.id)]);
  const end = (edge: SceneEdge, which: "source" | "target"): { id: string; kind: string; x: number; y: number }[] => {
    const [x, y] = (which === "source" ? edge.points[0] : edge.points.at(-1)) as readonly [number, number];
    return own.has(edge[which]) ? [{ id: `${edge.id}#${which}`, kind: "end", x, y }] : [];
  };
  return scene.edges.flatMap((edge) => [...end(edge, "source"), ...end(edge, "target")]);
}
