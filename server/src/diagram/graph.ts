// Makes the graph of a view from a model: nested boxes, ports on devices, arrows between what is shown.
import type { Analysis } from "../analysis/types.ts";
import { elementsIn } from "../model/derived/containment.ts";
import type { Entity } from "../model/types.ts";
import { hashOf } from "../source/hash.ts";
import { applyFilter } from "./filter.ts";
import { badges, marks, placeOf, protectionOf, threatNotes } from "./notes.ts";
import { isNode, type Selection, select } from "./selection.ts";
import { shapeOf } from "./shape.ts";
import type { Graph, GraphEdge, GraphNode, GraphOptions, GraphPort, Mark, NodeKind, Protection, ViewInfo } from "./types.ts";
import { views } from "./views.ts";

/** Containers are drawn closed past this many boxes. */
const foldPast = 150;

/** What a view shows of a model; `undefined` for a view that the model does not have. */
export function graph(analysis: Analysis, viewName: string, options: GraphOptions = {}): Graph | undefined {
  const view = views(analysis).find((one) => one.name === viewName);
  const selected = view && select(analysis, view);
  return selected && graphOf(analysis, view, selected, options);
}

function graphOf(analysis: Analysis, view: ViewInfo, selected: Selection, options: GraphOptions): Graph {
  const shown = new Shown(analysis, selected, options);
  const { nodes, edges } = applyFilter(analysis, shown.nodes(), shown.edges(), options);
  const system = analysis.model.system?.title ?? "";
  const hash = hashOf(JSON.stringify(shapeOf(nodes, edges)));
  return { view, system, nodes, edges, hash, contentHash: hashOf(JSON.stringify([hash, view, system, nodes, edges])) };
}

/** What is drawn of a selection, given what is folded. */
class Shown {
  private readonly analysis: Analysis;
  private readonly selected: Selection;
  /** Everything drawn as a box if nothing were folded, containers before what they contain. */
  private readonly boxes: readonly Entity[];
  private readonly members: ReadonlySet<Entity>;
  private readonly folded: ReadonlySet<Entity>;
  private readonly foldedBySize: boolean;

  constructor(analysis: Analysis, selected: Selection, options: GraphOptions) {
    this.analysis = analysis;
    this.selected = selected;
    const { model } = analysis;
    const wanted = new Set<Entity>();
    for (const element of selected.elements) {
      if (!isNode(element) || model.byId(element.id) !== element) continue;
      wanted.add(element);
      for (const outer of model.around(element)) if (isNode(outer)) wanted.add(outer);
    }
    this.boxes = [...wanted].sort((a, b) => model.around(a).length - model.around(b).length || a.rank - b.rank);
    this.members = wanted;
    const bySize = this.foldBySize(options.foldPast ?? foldPast);
    const open = new Set(options.unfolded ?? []);
    const closed = new Set(options.folded ?? []);
    this.foldedBySize = bySize.size > 0;
    this.folded = new Set(
      this.boxes.filter(
        (box) => this.hasContents(box) && !open.has(box.id) && (closed.has(box.id) || bySize.has(box) || selected.closed.has(box)),
      ),
    );
  }

  nodes(): GraphNode[] {
    const { analysis } = this;
    const { model } = analysis;
    return this.boxes
      .filter((box) => !this.isHidden(box))
      .map((box): GraphNode => {
        const closed = this.folded.has(box);
        const inside = closed ? elementsIn(analysis.facts, box).filter((one) => one.keyword !== "flow") : [];
        const threats = threatNotes(analysis, closed ? [box, ...inside.filter((one) => one.keyword !== "interface")] : [box]);
        const parent = model.around(box).find((outer) => this.members.has(outer));
        const managedBy = box.keyword === "boundary" ? model.text(box, "managed-by") : undefined;
        return {
          ...this.item(box),
          kind: box.keyword as NodeKind,
          parent: parent?.id,
          threats,
          badges: badges(analysis, threats),
          ...(managedBy === undefined ? {} : { managedBy }),
          ports: this.ports(box),
          ...(closed ? { folded: inside.filter(isNode).length } : {}),
          container: this.hasContents(box),
          data: [...new Set([box, ...inside].flatMap((one) => model.refs(one, "holds").map((data) => data.id)))],
        };
      });
  }

  edges(): GraphEdge[] {
    const all = this.selected.flows.flatMap((flow): GraphEdge[] => {
      const source = flow.source && this.drawnEnd(flow.source);
      const target = flow.target && this.drawnEnd(flow.target);
      if (!source || !target || this.analysis.model.byId(flow.id) !== flow) return [];
      // What happens inside a closed container does not show, except a flow that really returns to where it came from.
      if (source === target && flow.source !== flow.target) return [];
      return [this.edge(flow, source, target)];
    });
    return this.joined(all);
  }

  private hasContents(box: Entity): boolean {
    return this.analysis.model.contents(box).some((inner) => isNode(inner));
  }

  private isHidden(box: Entity): boolean {
    return this.analysis.model.around(box).some((outer) => this.folded.has(outer));
  }

  // The innermost devices first, then boundaries from the inside out, until few enough boxes are left.
  private foldBySize(most: number): Set<Entity> {
    const { model } = this.analysis;
    const folded = new Set<Entity>();
    const left = (): number => this.boxes.filter((box) => !model.around(box).some((outer) => folded.has(outer))).length;
    if (left() <= most) return folded;
    for (const box of this.boxes) if (box.keyword === "device" && this.hasContents(box)) folded.add(box);
    const depth = (box: Entity): number => model.around(box).length;
    for (let level = Math.max(0, ...this.boxes.map(depth)); level >= 0 && left() > most; level--)
      for (const box of this.boxes) if (box.keyword === "boundary" && depth(box) === level && this.hasContents(box)) folded.add(box);
    return folded;
  }

  private item(entity: Entity): Pick<GraphNode, "id" | "title" | "kindTitle" | "marks" | "place"> {
    const kindTitle = entity.kinds[0]?.title;
    return {
      id: entity.id,
      title: entity.title,
      ...(kindTitle === undefined ? {} : { kindTitle }),
      marks: marks(this.analysis, entity),
      place: placeOf(entity),
    };
  }

  // Interfaces that something passes, and those that were asked for.
  private ports(box: Entity): GraphPort[] {
    const { analysis, selected } = this;
    const { model } = analysis;
    if (box.keyword !== "device" || selected.joined || this.foldedBySize) return [];
    const used = new Set(this.selected.flows.flatMap((flow) => [flow.source, flow.target, ...model.refs(flow, "via")]));
    return model
      .contents(box)
      .filter((inner) => inner.keyword === "interface" && model.byId(inner.id) === inner)
      .filter((port) => used.has(port) || (selected.elements.has(port) && !(this.folded.has(box) && !selected.elements.has(box))))
      .map((port): GraphPort => {
        const threats = threatNotes(analysis, [port]);
        const direction = model.text(port, "direction") as GraphPort["direction"];
        const medium = model.text(port, "medium");
        const purpose = model.text(port, "purpose");
        return {
          ...this.item(port),
          threats,
          badges: badges(analysis, threats),
          numbers: model.texts(port, "port").join(", "),
          ...(direction === undefined ? {} : { direction }),
          ...(medium === undefined ? {} : { medium }),
          ...(purpose === undefined ? {} : { purpose }),
        };
      });
  }

  /** The box or port at which a flow's end is drawn. */
  private drawnEnd(end: Entity): Entity | undefined {
    const { model } = this.analysis;
    const chain = [end, ...model.around(end)];
    const closed = chain.findLast((outer) => this.folded.has(outer));
    if (end.keyword === "interface") {
      const device = model.container(end);
      if (device && this.members.has(device) && (!closed || closed === device)) return this.portShown(device, end) ? end : device;
    }
    if (closed) return closed;
    return chain.find((outer) => this.members.has(outer));
  }

  private portShown(device: Entity, port: Entity): boolean {
    return this.ports(device).some((one) => one.id === port.id);
  }

  private edge(flow: Entity, source: Entity, target: Entity): GraphEdge {
    const { analysis, selected } = this;
    const { model } = analysis;
    const threats = threatNotes(analysis, [flow]);
    const carried = model.refs(flow, "carries");
    const passes = model.refs(flow, "via").filter((port) => {
      const device = model.container(port);
      if (!device || port === source || port === target || this.isHidden(device) || !this.members.has(device)) return false;
      const inside = (end: Entity | undefined): boolean => end === device || (end !== undefined && model.isInside(end, device));
      return inside(flow.source) !== inside(flow.target) && this.portShown(device, port);
    });
    const leaves = (port: Entity): boolean => flow.source !== undefined && model.isInside(flow.source, model.container(port) as Entity);
    return {
      ...this.item(flow),
      threats,
      badges: badges(analysis, threats),
      source: source.id,
      target: target.id,
      via: [...passes.filter(leaves), ...passes.filter((port) => !leaves(port))].map((port) => port.id),
      flows: [flow.id],
      protocols: [...new Set(model.refs(flow, "protocol").map((protocol) => protocol.title))],
      protocolNames: [...new Set(model.refs(flow, "protocol").map((protocol) => protocol.name))],
      carries: [...new Set(carried.map((data) => data.title))],
      data: [...new Set(carried.map((data) => data.id))],
      ...protectionOf(analysis, flow),
      steps: selected.steps.get(flow) ?? [],
    };
  }

  /** Arrows between the same two ends become one where the view says so or an end was folded. */
  private joined(edges: readonly GraphEdge[]): GraphEdge[] {
    const { selected } = this;
    const model = this.analysis.model;
    const groups = new Map<string, GraphEdge[]>();
    for (const edge of edges) {
      const folds = [edge.source, edge.target].some((id) => {
        const end = model.byId(id);
        return end !== undefined && this.folded.has(end) && !selected.closed.has(end);
      });
      const key = (selected.joined || folds) && edge.source !== edge.target ? `${edge.source}->${edge.target}` : `\n${edge.id}`;
      const group = groups.get(key);
      if (group) group.push(edge);
      else groups.set(key, [edge]);
    }
    return [...groups].map(([key, group]) => (group.length === 1 ? (group[0] as GraphEdge) : this.join(key, group)));
  }

  private join(id: string, group: readonly GraphEdge[]): GraphEdge {
    const first = group[0] as GraphEdge;
    const all = <Value>(values: (edge: GraphEdge) => readonly Value[]): Value[] => [...new Set(group.flatMap(values))];
    const threats = group.flatMap((edge) => edge.threats);
    const order: readonly Protection[] = ["unprotected", "partial", "protected", "local"];
    const found = all((edge) => [edge.protection]);
    return {
      id,
      title: `${group.length} flows`,
      marks: all<Mark>((edge) => edge.marks),
      threats,
      badges: badges(this.analysis, threats),
      ...(first.place ? { place: first.place } : {}),
      source: first.source,
      target: first.target,
      via: [],
      flows: group.flatMap((edge) => edge.flows),
      protocols: all((edge) => edge.protocols),
      protocolNames: all((edge) => edge.protocolNames),
      carries: all((edge) => edge.carries),
      data: all((edge) => edge.data),
      protection: order.find((one) => found.includes(one)) ?? "local",
      protectedBy: all((edge) => edge.protectedBy),
      steps: all((edge) => edge.steps),
    };
  }
}
