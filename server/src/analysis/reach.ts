// What a control covers: the elements it names, and from containers as far as each of its measures reaches.
import { crossed } from "../model/derived/flows.ts";
import { deviceOf, elementsIn } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";
import { type Provider, type Status, statuses } from "./types.ts";

/** All providers of measures, by element. */
export class Coverage {
  private readonly facts: Facts;
  private readonly byElement = new Map<Entity, Provider[]>();
  private readonly own = new Map<Entity, readonly Provider[]>();

  constructor(facts: Facts) {
    this.facts = facts;
    const bothEnds: { control: Entity; measure: Entity; target: Entity }[] = [];
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
    return this.providers(element)
      .filter((provider) => this.facts.model.kindsOf(provider.measure).has(measure))
      .sort((a, b) => statuses.indexOf(b.status) - statuses.indexOf(a.status));
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
      for (const element of contentsOf(facts, target)) if (element.keyword !== "flow") this.add(element, control, measure, `protects ${target.id} with all that is inside`);
    }
    if (reaches.includes("interfaces")) {
      for (const element of elementsIn(facts, target)) if (element.keyword === "interface") this.add(element, control, measure, `protects the interfaces of ${target.id}`);
    }
    if (bothEnds) return;
    if (reaches.includes("flows")) for (const flow of flowsAt(facts, target)) this.add(flow, control, measure, `protects flows that begin or end in ${target.id}`);
    if (reaches.includes("crossings")) {
      for (const flow of facts.many(target, "flows")) if (crossed(facts, flow).includes(target) || target.keyword === "interface") this.add(flow, control, measure, `protects flows over the border of ${target.id}`);
    }
  }

  // A measure that takes both ends covers a flow from containers only when each end lies under such a control.
  private joinEnds(all: readonly { control: Entity; measure: Entity; target: Entity }[]): void {
    const { facts } = this;
    for (const start of all) {
      const reaches = facts.model.texts(start.measure, "reaches");
      if (!reaches.includes("flows") && !reaches.includes("crossings")) continue;
      for (const flow of flowsAt(facts, start.target)) {
        if (!isAt(facts, flow.source, start.target)) continue;
        for (const end of all) {
          if (!facts.model.kindsOf(end.measure).has(start.measure) && !facts.model.kindsOf(start.measure).has(end.measure)) continue;
          if (!isAt(facts, flow.target, end.target)) continue;
          const sources = [...new Set([start.control, end.control])];
          const status = weakest(sources.map((control) => statusOf(facts, control)));
          const measure = facts.model.kindsOf(end.measure).has(start.measure) ? start.measure : end.measure;
          this.push(flow, { measure, by: "control", sources, status, reach: `both ends lie under it (${start.target.id}, ${end.target.id})` });
        }
      }
    }
  }
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
  const { model } = facts;
  if (target.keyword === "data") return model.of("store").filter((store) => model.refs(store, "holds").includes(target));
  const inside = elementsIn(facts, target);
  const owners = new Set([target, ...inside]);
  const components = model.of("component").filter((component) => target.keyword === "system" || [...model.refs(component, "part-of"), component.parent].some((owner) => owner && owners.has(owner)));
  return [...inside, ...components];
}

/** Flows that begin or end in a container, at an element, through an interface, or that carry a datum. */
function flowsAt(facts: Facts, target: Entity): readonly Entity[] {
  if (target.keyword === "boundary" || target.keyword === "device") {
    return facts.once("flows-at", target, () => facts.model.of("flow").filter((flow) => isAt(facts, flow.source, target) || isAt(facts, flow.target, target)));
  }
  if (target.keyword === "component" || target.keyword === "flow") return [];
  return facts.many(target, "flows");
}

function isAt(facts: Facts, end: Entity | undefined, container: Entity): boolean {
  if (end === undefined) return false;
  if (container.keyword === "system") return deviceOf(facts, end) !== undefined;
  return end === container || facts.model.isInside(end, container);
}

// What protocols and kinds give by themselves.
function inherent(facts: Facts, element: Entity): Provider[] {
  const { model } = facts;
  const found: Provider[] = [];
  const give = (by: "protocol" | "kind", entry: Entity, source: Entity): void => {
    for (const measure of (entry.properties.get("provides")?.values ?? []).map(({ value }) => value as Entity)) {
      found.push({ measure, by, sources: [source], status: "designed", reach: by === "protocol" ? "the flow uses it" : "it is of this kind" });
    }
  };
  if (element.keyword === "flow") for (const protocol of model.refs(element, "protocol")) for (const entry of model.kindsOf(protocol)) give("protocol", entry, protocol);
  for (const kind of model.kindsOf(element)) if (kind.keyword === "kind") give("kind", kind, kind);
  return found;
}
