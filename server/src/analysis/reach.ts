// What a control covers: the elements it names, and from containers as far as each of its measures reaches.

import { componentsIn, deviceOf, elementsIn, inScope, storesOf } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import { crossed } from "../model/derived/flows.ts";
import type { Entity } from "../model/types.ts";
import { type Provider, type Status, statuses } from "./types.ts";

/** A control whose measure takes both ends of a flow, at a container of such ends. */
interface EndCover {
  readonly control: Entity;
  readonly measure: Entity;
  readonly target: Entity;
}

const nothing: readonly Provider[] = [];

/** All providers of measures, by element. */
export class Coverage {
  private readonly facts: Facts;
  private readonly byElement = new Map<Entity, Provider[]>();
  private readonly own = new Map<Entity, readonly Provider[]>();
  private readonly byMeasure = new Map<Entity, Map<Entity, readonly Provider[]>>();

  constructor(facts: Facts) {
    this.facts = facts;
    const bothEnds: EndCover[] = [];
    for (const control of facts.model.of("control")) {
      for (const measure of control.kinds) {
        for (const target of facts.model.refs(control, "protects")) {
          this.add(target, control, measure, "names it");
          if (target.keyword === "flow") continue;
          if (bothEndsNeeded(facts, measure)) bothEnds.push({ control, measure, target });
          this.spread(control, measure, target, bothEndsNeeded(facts, measure));
        }
      }
    }
    this.joinEnds(bothEnds);
  }

  /** Everything that gives a measure to an element. */
  providers(element: Entity): readonly Provider[] {
    const known = this.own.get(element);
    if (known) return known;
    const all = [...(this.byElement.get(element) ?? []), ...inherent(this.facts, element)];
    this.own.set(element, all);
    return all;
  }

  /** Those that give one measure, or one that specialises it, best first. */
  of(element: Entity, measure: Entity): readonly Provider[] {
    if (!isContainer(element) && this.providers(element).length === 0) return nothing;
    const known = this.byMeasure.get(element) ?? new Map<Entity, readonly Provider[]>();
    this.byMeasure.set(element, known);
    const found = known.get(measure) ?? this.find(element, measure);
    known.set(measure, found);
    return found;
  }

  private find(element: Entity, measure: Entity): readonly Provider[] {
    const direct = this.providers(element).filter((provider) => this.facts.model.kindsOf(provider.measure).has(measure));
    const all = isContainer(element) ? [...direct, ...this.byDevices(element, measure)] : direct;
    return all.sort((a, b) => statuses.indexOf(b.status) - statuses.indexOf(a.status));
  }

  // A container has what every device of the manufacturer in it has.
  private byDevices(container: Entity, measure: Entity): Provider[] {
    const { facts } = this;
    const devices = facts.many(container, "devices").filter((device) => inScope(facts, device));
    const best = devices.map((device) => this.of(device, measure)[0]);
    if (devices.length === 0 || best.includes(undefined)) return [];
    const found = best as Provider[];
    const sources = [...new Set(found.flatMap((provider) => provider.sources))];
    const by = found.some((provider) => provider.by === "control") ? "control" : "kind";
    return [
      {
        measure,
        by,
        sources,
        status: weakest(found.map((provider) => provider.status)),
        reach: `every device of the manufacturer in ${container.id} has it`,
      },
    ];
  }

  private add(element: Entity, control: Entity, measure: Entity, reach: string): void {
    this.push(element, { measure, by: "control", sources: [control], status: statusOf(this.facts, control), reach });
  }

  private push(element: Entity, provider: Provider): void {
    const list = this.byElement.get(element);
    if (list === undefined) this.byElement.set(element, [provider]);
    else if (!list.some((known) => known.measure === provider.measure && sameSources(known, provider))) list.push(provider);
  }

  private spread(control: Entity, measure: Entity, target: Entity, bothEnds: boolean): void {
    const { facts } = this;
    const reaches = facts.model.texts(measure, "reaches");
    if (reaches.includes("contents")) {
      for (const element of contentsOf(facts, target))
        if (element.keyword !== "flow") this.add(element, control, measure, `protects ${target.id} with all that is inside`);
    }
    if (reaches.includes("interfaces")) {
      for (const element of elementsIn(facts, target))
        if (element.keyword === "interface") this.add(element, control, measure, `protects the interfaces of ${target.id}`);
    }
    if (bothEnds) return;
    if (reaches.includes("flows"))
      for (const flow of flowsAt(facts, target)) this.add(flow, control, measure, `protects flows that begin or end in ${target.id}`);
    if (reaches.includes("crossings")) {
      for (const flow of facts.many(target, "flows"))
        if (crossed(facts, flow).includes(target) || target.keyword === "interface")
          this.add(flow, control, measure, `protects flows over the border of ${target.id}`);
    }
  }

  // A measure that takes both ends covers a flow from containers only when each end lies under such a control.
  private joinEnds(all: readonly EndCover[]): void {
    if (all.length === 0) return;
    const { facts } = this;
    const coversAt = endCovers(facts, all);
    for (const flow of facts.model.of("flow")) {
      if (flow.source === undefined || flow.target === undefined) continue;
      const ends = coversAt(flow.target).filter((end) => reachesFlow(facts, end, flow));
      if (ends.length === 0) continue;
      for (const start of coversAt(flow.source)) {
        if (!reachesFlow(facts, start, flow)) continue;
        for (const end of ends) {
          if (!facts.model.kindsOf(end.measure).has(start.measure) && !facts.model.kindsOf(start.measure).has(end.measure)) continue;
          const sources = [...new Set([start.control, end.control])];
          const status = weakest(sources.map((control) => statusOf(facts, control)));
          const measure = facts.model.kindsOf(end.measure).has(start.measure) ? start.measure : end.measure;
          this.push(flow, {
            measure,
            by: "control",
            sources,
            status,
            reach: `both ends lie under it (${start.target.id}, ${end.target.id})`,
          });
        }
      }
    }
  }
}

function isContainer({ keyword }: Entity): boolean {
  return keyword === "boundary" || keyword === "system";
}

function reachesFlow(facts: Facts, { measure, target }: EndCover, flow: Entity): boolean {
  const reaches = facts.model.texts(measure, "reaches");
  return reaches.includes("flows") || (reaches.includes("crossings") && crossed(facts, flow).includes(target));
}

// The controls under which an end of a flow lies, in file order; under one of the system lies what is in a device.
function endCovers(facts: Facts, all: readonly EndCover[]): (end: Entity) => readonly EndCover[] {
  const byTarget = new Map<Entity, EndCover[]>();
  for (const one of all) byTarget.set(one.target, [...(byTarget.get(one.target) ?? []), one]);
  const order = new Map(all.map((one, index) => [one, index]));
  const known = new Map<Entity, readonly EndCover[]>();
  return (end) => {
    const found = known.get(end);
    if (found) return found;
    const targets = [end, ...facts.model.around(end), ...(deviceOf(facts, end) ? facts.model.of("system") : [])];
    const covers = targets.flatMap((target) => byTarget.get(target) ?? []).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    known.set(end, covers);
    return covers;
  };
}

function sameSources(a: Provider, b: Provider): boolean {
  return a.sources.length === b.sources.length && a.sources.every((source) => b.sources.includes(source));
}

/** The weakest of several statuses. */
export function weakest(all: readonly Status[]): Status {
  return statuses[Math.min(...all.map((status) => statuses.indexOf(status)))] ?? "planned";
}

function statusOf(facts: Facts, control: Entity): Status {
  return (facts.model.text(control, "status") ?? "planned") as Status;
}

function bothEndsNeeded(facts: Facts, measure: Entity): boolean {
  return facts.model.yes(measure, "both-ends");
}

function contentsOf(facts: Facts, target: Entity): readonly Entity[] {
  return target.keyword === "data" ? storesOf(facts, target) : [...elementsIn(facts, target), ...componentsIn(facts, target)];
}

/** Flows that begin or end in a container, at an element, through an interface, or that carry a datum. */
function flowsAt(facts: Facts, target: Entity): readonly Entity[] {
  if (target.keyword === "boundary" || target.keyword === "device") {
    return facts.once("flows-at", target, () => [
      ...new Set([target, ...elementsIn(facts, target)].flatMap((end) => [...facts.model.flowsFrom(end), ...facts.model.flowsTo(end)])),
    ]);
  }
  if (target.keyword === "component" || target.keyword === "flow") return [];
  return facts.many(target, "flows");
}

// What protocols and kinds give by themselves.
function inherent(facts: Facts, element: Entity): Provider[] {
  const { model } = facts;
  const found: Provider[] = [];
  const give = (by: "protocol" | "kind", entry: Entity, source: Entity): void => {
    for (const measure of (entry.properties.get("provides")?.values ?? []).map(({ value }) => value as Entity)) {
      found.push({
        measure,
        by,
        sources: [source],
        status: "designed",
        reach: by === "protocol" ? "the flow uses it" : "it is of this kind",
      });
    }
  };
  if (element.keyword === "flow")
    for (const protocol of model.refs(element, "protocol")) for (const entry of model.kindsOf(protocol)) give("protocol", entry, protocol);
  for (const kind of model.kindsOf(element)) if (kind.keyword === "kind") give("kind", kind, kind);
  return found;
}
