// What a view shows: which elements, which flows, what is drawn closed and what gives way to a single arrow.
import type { Analysis } from "../analysis/types.ts";
import { deviceOf, elementsIn, inScope } from "../model/derived/containment.ts";
import { crossed } from "../model/derived/flows.ts";
import type { Entity } from "../model/types.ts";
import { isEntity } from "../model/types.ts";
import type { ViewInfo } from "./types.ts";

/** What is shown. Containers around what is shown are added when the graph is made. */
export interface Selection {
  /** Nodes, and interfaces that show though nothing passes them. */
  readonly elements: ReadonlySet<Entity>;
  readonly flows: readonly Entity[];
  /** Containers drawn closed. */
  readonly closed: ReadonlySet<Entity>;
  /** Flows between the same two ends become one arrow. */
  readonly joined: boolean;
  /** Place of each flow in the scenario that the view follows, from 1. */
  readonly steps: ReadonlyMap<Entity, readonly number[]>;
}

const nodeKeywords: ReadonlySet<string> = new Set(["actor", "external", "process", "store", "device", "boundary"]);

/** Whether an element is drawn as a box. */
export function isNode(entity: Entity): boolean {
  return nodeKeywords.has(entity.keyword);
}

/** The device or boundary around an end of a flow, or the end itself where it is drawn as a box. */
function boxOf(analysis: Analysis, end: Entity | undefined): Entity | undefined {
  if (end === undefined) return undefined;
  return isNode(end) ? end : deviceOf(analysis.facts, end);
}

/** Flows that can be drawn: both ends are known. */
export function drawnFlows(analysis: Analysis): Entity[] {
  return analysis.model.of("flow").filter((flow) => boxOf(analysis, flow.source) && boxOf(analysis, flow.target));
}

/** The elements of a view; `undefined` when what it is about is not in the model. */
export function select(analysis: Analysis, view: ViewInfo): Selection | undefined {
  const { facts, model } = analysis;
  const flows = drawnFlows(analysis);
  const about = view.about === undefined ? undefined : model.byId(view.about);
  const everything = model.entities.filter((entity) => entity.file.origin === "user" && !entity.node.modifier);
  const nodes = everything.filter((entity) => isNode(entity) || entity.keyword === "interface");
  switch (view.kind) {
    case "full":
      return selection(nodes, flows);
    case "context":
      return { ...selection(topLevel(analysis, nodes), flows), closed: devices(nodes), joined: true };
    case "system":
      return { ...selection(nodes, flows), closed: devices(nodes) };
    case "device":
    case "boundary": {
      if (about === undefined) return undefined;
      const inside = [about, ...elementsIn(facts, about)];
      return around(analysis, inside, flows);
    }
    case "scenario": {
      if (about === undefined) return undefined;
      return walk(analysis, about);
    }
    case "declared":
      return about && declared(analysis, about, nodes, flows);
    case "updates":
      return ofFlows(
        analysis,
        flows.filter((flow) => isUpdate(analysis, flow)),
      );
    case "multi-patient": {
      const many = nodes.filter((entity) => entity.keyword === "device" && model.yes(entity, "multi-patient"));
      return around(
        analysis,
        many.flatMap((device) => [device, ...elementsIn(facts, device)]),
        flows.filter((flow) => facts.yes(flow, "leaves-device")),
      );
    }
    case "security-use-case":
      return ofFlows(
        analysis,
        flows.filter((flow) => isSecurityUse(analysis, flow)),
      );
  }
}

function selection(elements: Iterable<Entity>, flows: readonly Entity[]): Selection {
  return { elements: new Set(elements), flows, closed: new Set(), joined: false, steps: new Map() };
}

function devices(nodes: readonly Entity[]): Set<Entity> {
  return new Set(nodes.filter((entity) => entity.keyword === "device"));
}

// Boundaries, persons and systems around, and devices as wholes.
function topLevel(analysis: Analysis, nodes: readonly Entity[]): Entity[] {
  return nodes.filter(
    (entity) => entity.keyword !== "interface" && !analysis.model.around(entity).some((outer) => outer.keyword === "device"),
  );
}

/** Some elements with all flows that touch them; who stands at the other end is drawn closed. */
function around(analysis: Analysis, inside: readonly Entity[], flows: readonly Entity[]): Selection {
  const own = new Set(inside);
  const touching = flows.filter((flow) => own.has(flow.source as Entity) || own.has(flow.target as Entity));
  const elements = new Set(inside);
  const closed = new Set<Entity>();
  for (const end of endsOf(analysis, touching)) {
    if (own.has(end)) continue;
    const device = outermostDevice(analysis, end, own);
    elements.add(device ?? end);
    if (device) closed.add(device);
  }
  return { ...selection(elements, touching), closed };
}

function outermostDevice(analysis: Analysis, end: Entity, own: ReadonlySet<Entity>): Entity | undefined {
  const chain = [end, ...analysis.model.around(end)].filter((outer) => outer.keyword === "device");
  return chain.reverse().find((device) => !own.has(device) && !elementsIn(analysis.facts, device).some((inner) => own.has(inner)));
}

function ofFlows(analysis: Analysis, flows: readonly Entity[]): Selection {
  return selection(endsOf(analysis, flows), flows);
}

function endsOf(analysis: Analysis, flows: readonly Entity[]): Set<Entity> {
  return new Set(flows.flatMap((flow) => [boxOf(analysis, flow.source), boxOf(analysis, flow.target)]).filter((end) => end !== undefined));
}

function walk(analysis: Analysis, scenario: Entity): Selection {
  const steps = new Map<Entity, number[]>();
  const drawn = new Set(drawnFlows(analysis));
  const order = analysis.model.refs(scenario, "steps");
  for (const [index, flow] of order.entries()) {
    if (!drawn.has(flow)) continue;
    const known = steps.get(flow);
    if (known) known.push(index + 1);
    else steps.set(flow, [index + 1]);
  }
  return { ...ofFlows(analysis, [...steps.keys()]), steps };
}

function declared(analysis: Analysis, view: Entity, nodes: readonly Entity[], flows: readonly Entity[]): Selection {
  const { facts } = analysis;
  const values = (name: string): Entity[] => (view.properties.get(name)?.values ?? []).map((one) => one.value).filter(isEntity);
  const inside = (entities: readonly Entity[]): Entity[] => entities.flatMap((one) => [one, ...elementsIn(facts, one)]);
  const hidden = new Set(inside(values("hides")));
  const scenario = values("follows")[0];
  const followed = scenario && walk(analysis, scenario);
  const shows = values("shows");
  const named = shows.filter((one) => one.keyword === "flow" && flows.includes(one));
  const interfaces = shows.flatMap((one) => (one.keyword === "interface" ? [boxOf(analysis, one)] : [])).filter((one) => one !== undefined);
  // A view that only hides shows all the rest.
  const base = shows.length === 0 && !followed ? nodes : [...inside(shows), ...interfaces, ...endsOf(analysis, named)];
  const elements = new Set([...base, ...(followed?.elements ?? [])].filter((one) => !hidden.has(one)));
  const shown = (end: Entity | undefined): boolean => end !== undefined && elements.has(boxOf(analysis, end) as Entity);
  const onlyFollows = followed && shows.length === 0;
  const kept = flows.filter(
    (flow) => !hidden.has(flow) && shown(flow.source) && shown(flow.target) && (!onlyFollows || followed.steps.has(flow)),
  );
  return {
    ...selection(
      [...elements].filter((one) => one.keyword !== "flow"),
      kept,
    ),
    steps: followed?.steps ?? new Map(),
  };
}

/** Software on its way to where it runs, and what the agents and services of updates send each other. */
function isUpdate(analysis: Analysis, flow: Entity): boolean {
  const { model } = analysis;
  const is = (entity: Entity, ...names: string[]): boolean => [...model.kindsOf(entity)].some((kind) => names.includes(kind.name));
  if (model.refs(flow, "carries").some((data) => is(data, "SoftwareUpdate", "ProgramCode"))) return true;
  return [flow.source, flow.target].every((end) => end !== undefined && is(end, "UpdateAgent", "UpdateService"));
}

/** What an attacker would have to pass: flows into the design over a border that command or that carry credentials. */
function isSecurityUse(analysis: Analysis, flow: Entity): boolean {
  const { facts, model } = analysis;
  if (!inScope(facts, flow) || crossed(facts, flow).length === 0) return false;
  const credential = model.refs(flow, "carries").some((data) => model.text(data, "classification") === "credential");
  const entering = flow.target !== undefined && inScope(facts, flow.target);
  return credential || (entering && (model.yes(flow, "commands") || isUpdate(analysis, flow)));
}
