// Dims or leaves out what a filter does not keep.
import type { Analysis } from "../analysis/types.ts";
import type { Filter, GraphEdge, GraphNode, GraphOptions, GraphPort, Item } from "./types.ts";

interface Parts {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The parts with those that the filter does not keep dimmed or gone. */
export function applyFilter(analysis: Analysis, nodes: readonly GraphNode[], edges: readonly GraphEdge[], options: GraphOptions): Parts {
  const { filter } = options;
  if (filter === undefined) return { nodes, edges };
  const kept = keptBy(analysis, nodes, edges, filter);
  if (!options.hideFiltered) {
    const dim = <One extends Item>(one: One): One => (kept.has(one.id) ? one : { ...one, dimmed: true });
    return { nodes: nodes.map((node) => ({ ...dim(node), ports: node.ports.map(dim) })), edges: edges.map(dim) };
  }
  const left = edges.filter((edge) => kept.has(edge.id));
  const passed = new Set(left.flatMap((edge) => [edge.source, edge.target, ...edge.via]));
  const isLeft = (port: GraphPort): boolean => kept.has(port.id) || passed.has(port.id);
  return {
    nodes: nodes.filter((node) => kept.has(node.id)).map((node) => ({ ...node, ports: node.ports.filter(isLeft) })),
    edges: left,
  };
}

/** Ids that a filter keeps; with an element its containers are kept, with an arrow its ends. */
function keptBy(analysis: Analysis, nodes: readonly GraphNode[], edges: readonly GraphEdge[], filter: Filter): Set<string> {
  const byId = new Map<string, GraphNode>(nodes.map((node) => [node.id, node]));
  const owner = new Map(nodes.flatMap((node) => node.ports.map((port) => [port.id, node.id] as const)));
  const boxOf = (end: string): string => owner.get(end) ?? end;
  const chain = (id: string): string[] => {
    const node = byId.get(boxOf(id));
    return node === undefined ? [] : [node.id, ...(node.parent === undefined ? [] : chain(node.parent))];
  };
  const items: Item[] = [...nodes, ...nodes.flatMap((node) => node.ports), ...edges];
  let matching = new Set(items.map((item) => item.id));
  const keep = (ids: Iterable<string>): void => {
    const found = new Set(ids);
    matching = new Set([...matching].filter((id) => found.has(id)));
  };
  const { containers, stride, states, scenario, data, reachedFrom } = filter;
  if (containers) {
    const inside = (id: string): boolean => chain(id).some((outer) => containers.includes(outer));
    keep([
      ...items.filter((item) => inside(item.id)).map((item) => item.id),
      ...edges.filter((edge) => inside(edge.source) || inside(edge.target)).map((edge) => edge.id),
    ]);
  }
  if (stride)
    keep(items.filter((item) => item.threats.some((one) => one.stride.some((word) => stride.includes(word)))).map((item) => item.id));
  if (states) keep(items.filter((item) => item.threats.some((one) => states.includes(one.state))).map((item) => item.id));
  if (scenario !== undefined) {
    const walked = analysis.model.byId(scenario);
    const steps = new Set(walked ? analysis.model.refs(walked, "steps").map((flow) => flow.id) : []);
    const on = edges.filter((edge) => edge.flows.some((flow) => steps.has(flow)));
    keep(on.flatMap((edge) => [edge.id, ...edge.via, boxOf(edge.source), boxOf(edge.target)]));
  }
  if (data !== undefined) {
    const on = edges.filter((edge) => edge.data.includes(data));
    keep([
      ...on.flatMap((edge) => [edge.id, ...edge.via, boxOf(edge.source), boxOf(edge.target)]),
      ...nodes.filter((node) => node.data.includes(data)).map((node) => node.id),
    ]);
  }
  if (reachedFrom !== undefined) keep(reached(edges, nodes, boxOf, chain, reachedFrom));
  const all = new Set(matching);
  for (const edge of edges) if (matching.has(edge.id)) for (const end of [edge.source, edge.target, ...edge.via]) all.add(end);
  for (const id of [...all]) for (const outer of chain(id)) all.add(outer);
  return all;
}

// Along the arrows, and from a container to what is inside: who holds a device holds what runs on it.
function reached(
  edges: readonly GraphEdge[],
  nodes: readonly GraphNode[],
  boxOf: (end: string) => string,
  chain: (id: string) => string[],
  from: string,
): Set<string> {
  const found = new Set<string>();
  const queue = [boxOf(from)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const node of nodes) if (node.id !== id && chain(node.id).includes(id)) queue.push(node.id);
    for (const edge of edges) {
      if (boxOf(edge.source) !== id) continue;
      found.add(edge.id);
      for (const port of edge.via) found.add(port);
      queue.push(boxOf(edge.target));
    }
  }
  return found;
}
