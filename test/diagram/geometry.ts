// What has to hold of every picture, whatever it shows: each offence as a sentence.
import type { Box, Scene, SceneLabel } from "../../server/src/diagram/types.ts";

type Point = readonly [number, number];

const slack = 0.6;

/** Everything that is wrong with the places in a scene. */
export function offences(scene: Scene): string[] {
  return [
    ...overlaps(scene),
    ...outOfContainers(scene),
    ...coveringLabels(scene),
    ...looseEnds(scene),
    ...offCanvas(scene),
    ...slanted(scene),
    ...lineThrough(scene),
  ];
}

function cross(a: Box, b: Box, by = slack): boolean {
  return a.x + a.width > b.x + by && b.x + b.width > a.x + by && a.y + a.height > b.y + by && b.y + b.height > a.y + by;
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function overlaps({ nodes }: Scene): string[] {
  const found: string[] = [];
  for (const [index, one] of nodes.entries())
    for (const other of nodes.slice(index + 1))
      if (one.parent === other.parent && cross(one, other)) found.push(`${one.id} overlaps ${other.id}`);
  return found;
}

function outOfContainers({ nodes }: Scene): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) => {
    const found: string[] = [];
    const parent = node.parent === undefined ? undefined : byId.get(node.parent);
    if (node.parent !== undefined && !parent) found.push(`${node.id} is in ${node.parent}, which is not drawn`);
    if (parent && !inside(node, parent)) found.push(`${node.id} is not inside ${parent.id}`);
    for (const port of node.ports) {
      const onBorder =
        Math.min(
          Math.abs(port.x - node.x),
          Math.abs(port.x - node.x - node.width),
          Math.abs(port.y - node.y),
          Math.abs(port.y - node.y - node.height),
        ) < slack;
      if (!onBorder) found.push(`port ${port.id} is not on the border of ${node.id}`);
      if (!inside(port.box, node)) found.push(`port ${port.id} reaches out of ${node.id}`);
    }
    return found;
  });
}

/** Labels with what they belong to. */
function labelsOf(scene: Scene): { owner: string; label: SceneLabel }[] {
  return [
    ...scene.nodes.flatMap((node) => node.labels.map((label) => ({ owner: node.id, label }))),
    ...scene.nodes.flatMap((node) => node.ports.flatMap((port) => port.labels.map((label) => ({ owner: port.id, label })))),
    ...scene.edges.flatMap((edge) => edge.labels.map((label) => ({ owner: edge.id, label }))),
    ...scene.heading.map((label) => ({ owner: "heading", label })),
    ...scene.legend.flatMap((item) => item.labels.map((label) => ({ owner: item.sign, label }))),
  ];
}

function coveringLabels(scene: Scene): string[] {
  const labels = labelsOf(scene);
  const said = ({ owner, label }: { owner: string; label: SceneLabel }): string => `label ‘${label.text}’ of ${owner}`;
  const pairs = labels.flatMap((one, index) =>
    labels.slice(index + 1).flatMap((other) => (cross(one.label, other.label) ? [`${said(one)} covers ${said(other)}`] : [])),
  );
  const closed = scene.nodes.filter((node) => !node.container || node.folded !== undefined);
  const boxes: { id: string; box: Box; own: readonly string[] }[] = [
    ...closed.map((node) => ({ id: node.id, box: node, own: [node.id, ...node.ports.map((port) => port.id)] })),
    ...scene.nodes.flatMap((node) => node.ports.map((port) => ({ id: port.id, box: port.box, own: [port.id] }))),
  ];
  const covered = labels.flatMap((one) =>
    boxes.flatMap(({ id, box, own }) => (!own.includes(one.owner) && cross(one.label, box) ? [`${said(one)} covers ${id}`] : [])),
  );
  const leaving = scene.nodes.flatMap((node) =>
    node.labels.flatMap((label) => (inside(label, node) ? [] : [`label ‘${label.text}’ leaves ${node.id}`])),
  );
  return [...pairs, ...covered, ...leaving];
}

function onBorder([x, y]: Point, box: Box): boolean {
  const within = x >= box.x - slack && x <= box.x + box.width + slack && y >= box.y - slack && y <= box.y + box.height + slack;
  const at = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width), Math.abs(y - box.y), Math.abs(y - box.y - box.height));
  return within && at <= slack;
}

function looseEnds(scene: Scene): string[] {
  const places = new Map<string, Box>(scene.nodes.map((node) => [node.id, node]));
  for (const node of scene.nodes) for (const port of node.ports) places.set(port.id, port.box);
  return scene.edges.flatMap((edge) => {
    const found: string[] = [];
    for (const [end, point] of [
      [edge.source, edge.points[0]],
      [edge.target, edge.points.at(-1)],
    ] as const) {
      const box = places.get(end);
      if (!box || !point || !onBorder(point, box)) found.push(`${edge.id} does not end at ${end}`);
    }
    for (const via of edge.via) {
      const port = scene.nodes.flatMap((node) => node.ports).find((one) => one.id === via);
      const passes = edge.points.some((point, index) => index > 0 && port && touches(edge.points[index - 1] as Point, point, port.box));
      if (!passes) found.push(`${edge.id} does not pass ${via}`);
    }
    return found;
  });
}

function touches([ax, ay]: Point, [bx, by]: Point, box: Box): boolean {
  return cross({ x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) }, box, -slack);
}

function offCanvas(scene: Scene): string[] {
  const canvas = { x: 0, y: 0, width: scene.width, height: scene.height };
  return [
    ...scene.nodes.flatMap((node) => (inside(node, canvas) ? [] : [`${node.id} leaves the canvas`])),
    ...labelsOf(scene).flatMap(({ owner, label }) =>
      inside(label, canvas) ? [] : [`label ‘${label.text}’ of ${owner} leaves the canvas`],
    ),
    ...scene.edges.flatMap((edge) =>
      edge.points.every(([x, y]) => x >= 0 && y >= 0 && x <= scene.width && y <= scene.height) ? [] : [`${edge.id} leaves the canvas`],
    ),
  ];
}

function slanted({ edges }: Scene): string[] {
  return edges.flatMap(({ id, points }) =>
    points.some(([x, y], index) => {
      const before = points[index - 1];
      return before !== undefined && Math.abs(x - before[0]) > slack && Math.abs(y - before[1]) > slack;
    })
      ? [`${id} runs aslant`]
      : [],
  );
}

function lineThrough(scene: Scene): string[] {
  const closed = scene.nodes.filter((node) => !node.container || node.folded !== undefined);
  const found: string[] = [];
  for (const edge of scene.edges) {
    const segments = edge.points.slice(1).map((to, index) => segment(edge.points[index] as Point, to));
    for (const node of closed) {
      const isEnd = [edge.source, edge.target].some((end) => end === node.id || node.ports.some((port) => port.id === end));
      if (!isEnd && segments.some((one) => cross(one, node, 1))) found.push(`${edge.id} runs through ${node.id}`);
    }
    for (const { owner, label } of labelsOf(scene))
      if (
        owner !== edge.id &&
        !edge.via.includes(owner) &&
        owner !== edge.source &&
        owner !== edge.target &&
        segments.some((one) => cross(one, label, 1.5))
      )
        found.push(`${edge.id} runs through label ‘${label.text}’ of ${owner}`);
  }
  return found;
}

function segment([ax, ay]: Point, [bx, by]: Point): Box {
  // As wide as a line is drawn.
  return { x: Math.min(ax, bx) - 0.8, y: Math.min(ay, by) - 0.8, width: Math.abs(ax - bx) + 1.6, height: Math.abs(ay - by) + 1.6 };
}
