// What a control covers: the elements it names, and from containers as far as each of its measures reaches.

import { componentsIn, deviceOf, elementsIn, inScope, storesOf } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import { crossed } from "../model/derived/flows.ts";
import type { Entity } from "../model/types.ts";
import { type Defeated, type Provider, type Status, statuses } from "./types.ts";
import { defeatedControls } from "./vulnerabilities.ts";

/** A control whose measure takes both ends of a flow, at a container of such ends. */
interface EndCover {
  readonly control: Entity;
  readonly measure: Entity;
  readonly target: Entity;
}

const nothing: readonly Provider[] = [];
const undefeated: readonly Defeated[] = [];

/** All providers of measures, by element. */
export class Coverage {
  private readonly facts: Facts;
  private readonly byElement = new Map<Entity, Provider[]>();
  private readonly own = new Map<Entity, readonly Provider[]>();
  private readonly byMeasure = new Map<Entity, Map<Entity, readonly Provider[]>>();
  /** Controls that vulnerabilities break: what they would give counts for nothing, and is kept for explanations. */
  private readonly broken: ReadonlyMap<Entity, readonly Entity[]>;
  private readonly lost = new Map<Entity, Defeated[]>();

  constructor(facts: Facts) {
    this.facts = facts;
    this.broken = defeatedControls(facts);
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
    const stated = this.byElement.get(element);
    const given = inherent(this.facts, element);
    const all = stated === undefined ? given : given.length === 0 ? stated : [...stated, ...given];
    this.own.set(element, all);
    return all;
  }

  /** Whether nothing gives any measure to an element. */
  isBare(element: Entity): boolean {
    return !isContainer(element) && this.providers(element).length === 0;
  }

  /** Those that give one measure, or one that specialises it, best first. */
  of(element: Entity, measure: Entity): readonly Provider[] {
    if (this.isBare(element)) return nothing;
    const known = this.byMeasure.get(element) ?? new Map<Entity, readonly Provider[]>();
    this.byMeasure.set(element, known);
    const found = known.get(measure) ?? this.find(element, measure);
    known.set(measure, found);
    return found;
  }

  /** Whether no vulnerability takes anything away. */
  get isWhole(): boolean {
    return this.lost.size === 0;
  }

  /** What would give a measure to an element, if vulnerabilities did not break it; to a container, what would give it to devices in it. */
  defeated(element: Entity, measure: Entity): readonly Defeated[] {
    if (this.isWhole) return undefeated;
    const { facts } = this;
    const devices = isContainer(element) ? facts.many(element, "devices") : [];
    return [element, ...devices]
      .flatMap((one) => this.lost.get(one) ?? [])
      .filter(({ provider }) => facts.model.kindsOf(provider.measure).has(measure));
  }

  private find(element: Entity, measure: Entity): readonly Provider[] {
    const direct = this.providers(element).filter((provider) => this.facts.model.kindsOf(provider.measure).has(measure));
    const all = isContainer(element) ? [...direct, ...this.byDevices(element, measure)] : direct;
    if (all.length === 0) return nothing;
    return all.sort((a, b) => statuses.indexOf(b.status) - statuses.indexOf(a.status));
  }

  // A container has what every device of the manufacturer in it has. A part without software can neither have nor need it.
  private byDevices(container: Entity, measure: Entity): Provider[] {
    const { facts } = this;
    const devices = facts.many(container, "devices").filter((device) => inScope(facts, device) && isProgrammable(facts, device));
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
    if (this.broken.size > 0) {
      const by = provider.sources.flatMap((source) => this.broken.get(source) ?? []);
      if (by.length > 0) {
        const lost = this.lost.get(element) ?? [];
        if (!lost.some((known) => known.provider.measure === provider.measure && sameSources(known.provider, provider)))
          this.lost.set(element, [...lost, { provider, by: [...new Set(by)] }]);
        return;
      }
    }
    const list = this.byElement.get(element);
    if (list === undefined) this.byElement.set(element, [provider]);
    else if (!list.some((known) => known.measure === provider.measure && sameSources(known, provider))) list.push(provider);
  }

  private spread(control: Entity, measure: Entity, target: Entity, bothEnds: boolean): void {
    const { facts } = this;
    const reaches = facts.model.texts(measure, "reaches");
    if (reaches.includes("contents")) {
      const reach = `protects ${target.id} with all that is inside`;
      for (const element of contentsOf(facts, target)) if (element.keyword !== "flow") this.add(element, control, measure, reach);
    }
    if (reaches.includes("interfaces")) {
      const reach = `protects the interfaces of ${target.id}`;
      for (const element of elementsIn(facts, target)) if (element.keyword === "interface") this.add(element, control, measure, reach);
    }
    if (bothEnds) return;
    if (reaches.includes("flows")) {
      const reach = `protects flows that begin or end in ${target.id}`;
      for (const flow of flowsAt(facts, target)) this.add(flow, control, measure, reach);
    }
    if (reaches.includes("crossings")) {
      const reach = `protects flows over the border of ${target.id}`;
      for (const flow of facts.many(target, "flows"))
        if (crossed(facts, flow).includes(target) || target.keyword === "interface") this.add(flow, control, measure, reach);
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

function isProgrammable({ model }: Facts, device: Entity): boolean {
  return model.property(device, "programmable")?.values[0]?.value !== false;
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
function inherent(facts: Facts, element: Entity): readonly Provider[] {
  const { model } = facts;
  const protocols = element.keyword === "flow" ? model.refs(element, "protocol") : [];
  const [kind] = element.kinds;
  // Thousands of elements are of a few dozen kinds, and all of one kind are given the same.
  if (protocols.length === 0 && element.kinds.length <= 1)
    return kind === undefined ? nothing : facts.once("inherent", kind, () => given(facts, element));
  const found: Provider[] = [];
  for (const protocol of protocols)
    found.push(...facts.once("inherent-protocol", protocol, () => providedBy(model.kindsOf(protocol), "protocol", protocol)));
  return [...found, ...given(facts, element)];
}

// Each kind that an element is of stands for itself.
function given(facts: Facts, element: Entity): readonly Provider[] {
  return [...facts.model.kindsOf(element)].filter((kind) => kind.keyword === "kind").flatMap((kind) => providedBy([kind], "kind", kind));
}

function providedBy(entries: Iterable<Entity>, by: "protocol" | "kind", source: Entity): readonly Provider[] {
  const found: Provider[] = [];
  for (const entry of entries) {
    for (const { value } of entry.properties.get("provides")?.values ?? [])
      found.push({
        measure: value as Entity,
        by,
        sources: [source],
        status: "designed",
        reach: by === "protocol" ? "the flow uses it" : "it is of this kind",
      });
  }
  return found;
}
