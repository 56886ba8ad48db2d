// The call hierarchy of a model: who talks to whom, over which flows.
import type { Analysis } from "../analysis/types.ts";
import { type Entity, nameLocation, nameRange } from "../model/types.ts";
import { symbolAt } from "./locate.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import type { FlowCall, FlowParty } from "./types.ts";

const parties: ReadonlySet<string> = new Set(["actor", "external", "device", "process", "store", "interface", "boundary"]);

/** The element under the cursor; of a flow, its ends; of data, who sends and receives it. */
export function prepareFlows(snapshot: Snapshot, offset: number): FlowParty[] {
  const entity = symbolAt(snapshot, offset)?.entity;
  const analysis = analysisOf(snapshot);
  if (entity === undefined || analysis === undefined) return [];
  if (parties.has(entity.keyword)) return [partyOf(entity)];
  if (entity.keyword === "flow") return ends([entity]).map(partyOf);
  return entity.keyword === "data" ? ends(analysis.facts.many(entity, "flows")).map(partyOf) : [];
}

function ends(flows: readonly Entity[]): Entity[] {
  return [...new Set(flows.flatMap(({ source, target }) => [source, target]).filter((end) => end !== undefined))];
}

/** Who sends to an element, and over which flows; to a device or boundary, from outside it. */
export function incomingFlows(snapshot: Snapshot, id: string): FlowCall[] {
  return calls(analysisOf(snapshot), id, "incoming", "source");
}

/** To whom an element sends, and over which flows; from a device or boundary, to outside it. */
export function outgoingFlows(snapshot: Snapshot, id: string): FlowCall[] {
  return calls(analysisOf(snapshot), id, "outgoing", "target");
}

function calls(analysis: Analysis | undefined, id: string, direction: "incoming" | "outgoing", end: "source" | "target"): FlowCall[] {
  const entity = analysis?.model.byId(id);
  if (analysis === undefined || entity === undefined || !parties.has(entity.keyword)) return [];
  const byParty = new Map<Entity, Entity[]>();
  for (const flow of analysis.facts.many(entity, direction)) {
    const other = flow[end];
    if (other) byParty.set(other, [...(byParty.get(other) ?? []), flow]);
  }
  return [...byParty].map(([party, flows]) => ({ party: partyOf(party), flows: flows.map(nameLocation) }));
}

function partyOf(entity: Entity): FlowParty {
  return { id: entity.id, title: entity.title, keyword: entity.keyword, file: entity.file, range: nameRange(entity), full: entity.node };
}
