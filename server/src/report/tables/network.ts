// Tables of what is connected: interfaces, data streams, firewall rules, zones.
import { isOf } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import type { Text } from "../types.ts";
import { addTable } from "./table.ts";

/**
 * What gives an element the measures of some security capabilities: its controls, or else protocols and kinds; a dash where
 * nothing does.
 */
export function protectionAt(context: Context, element: Entity, capabilities: readonly string[]): string {
  const { model, coverage } = context;
  const present = coverage
    .providers(element)
    .filter(
      ({ status, measure }) => status !== "planned" && model.refs(measure, "capability").some(({ name }) => capabilities.includes(name)),
    );
  const controls = present.filter(({ by }) => by === "control");
  const sources = new Set((controls.length > 0 ? controls : present).flatMap((provider) => provider.sources));
  return sources.size === 0 ? "–" : context.titles([...sources]);
}

/** The zone an element stands in. */
export function zoneOf(context: Context, element: Entity | undefined): Entity | undefined {
  return element && (element.keyword === "boundary" ? element : context.derived.one(element, "boundary"));
}

function protocolsOf(context: Context, flow: Entity): readonly Entity[] {
  return context.model.refs(flow, "protocol");
}

/** Ports at which a flow arrives: of the interface it passes at its target, else the usual ports of its protocol. */
export function portsOf(context: Context, flow: Entity): { readonly ports: readonly string[]; readonly usual: boolean } {
  const { model, derived } = context;
  const device = derived.one(flow, "target-device");
  const inner = model.refs(flow, "via").filter((one) => derived.one(one, "device") === device && device !== undefined);
  const own = inner.flatMap((one) => model.texts(one, "port"));
  const usual = protocolsOf(context, flow).flatMap((protocol) => model.texts(protocol, "port"));
  if (own.length === 0) return { ports: [...new Set(usual)], usual: usual.length > 0 };
  const both = own.filter((port) => usual.includes(port));
  return { ports: [...new Set(both.length > 0 ? both : own)], usual: false };
}

/** Who opens the connection that a flow uses: by the interfaces it passes, else its source. */
export function initiatorOf(context: Context, flow: Entity): Entity | undefined {
  const { model, derived } = context;
  for (const one of model.refs(flow, "via")) {
    const direction = model.text(one, "direction");
    const device = derived.one(one, "device");
    const isAtSource = device !== undefined && device === derived.one(flow, "source-device");
    if (direction === "outbound") return isAtSource ? flow.source : flow.target;
    if (direction === "inbound") return isAtSource ? flow.target : flow.source;
  }
  return flow.source;
}

/** Every interface of every device, used or not. */
export function interfaceTable(section: SectionBuilder, context: Context, interfaces: readonly Entity[]): void {
  const { model, derived } = context;
  const flowsAt = (one: Entity): readonly Entity[] => [...new Set([...derived.many(one, "incoming"), ...derived.many(one, "outgoing")])];
  const protocols = (one: Entity): readonly Entity[] => [
    ...new Set([...model.refs(one, "protocol"), ...flowsAt(one).flatMap((flow) => protocolsOf(context, flow))]),
  ];
  const partners = (one: Entity): readonly Entity[] => {
    const device = derived.one(one, "device");
    const ends = flowsAt(one).flatMap(({ source, target }) => [source, target]);
    return [...new Set(ends)].filter((end) => end !== undefined && end !== device && derived.one(end, "device") !== device) as Entity[];
  };
  const direction = (one: Entity): string => {
    const said = model.text(one, "direction");
    if (said) return said;
    const comes = derived.many(one, "incoming").length > 0;
    const goes = derived.many(one, "outgoing").length > 0;
    return comes && goes ? "both" : comes ? "inbound" : goes ? "outbound" : "";
  };
  addTable(section, context, captions.interfaces, interfaces, (one) => [one, ...flowsAt(one)], [
    { head: "device", width: 2.2, cell: (one) => derived.one(one, "device")?.title ?? "" },
    { head: "interface", width: 3, cell: (one) => context.named(one) },
    { head: "medium", width: 1.7, cell: (one) => context.word(model.text(one, "medium")) },
    { head: "port", width: 1.6, cell: (one) => model.texts(one, "port").join(", ") },
    { head: "protocol", width: 2.2, cell: (one) => context.titles(protocols(one)) },
    { head: "direction", width: 1.5, cell: (one) => context.word(direction(one) || undefined) },
    { head: "purpose", width: 3.5, cell: (one) => context.said(one, "purpose") },
    {
      head: "enabled",
      width: 1.5,
      cell: (one) => {
        const enabled = model.text(one, "enabled") ?? "always";
        return { text: context.word(enabled), style: enabled === "never" ? "quiet" : "strong" };
      },
    },
    { head: "partners", width: 3, cell: (one) => context.titles(partners(one)) },
    { head: "authentication", width: 2.5, cell: (one) => protectionAt(context, one, ["NAUT", "PAUT"]) },
  ]);
}

/** The matrix of data streams. */
export function streamTable(section: SectionBuilder, context: Context, flows: readonly Entity[], caption: Text = captions.streams): void {
  const { model, derived } = context;
  const about = (flow: Entity): readonly Entity[] =>
    [flow, flow.source, flow.target, ...model.refs(flow, "carries"), ...model.refs(flow, "via")].filter((one) => one !== undefined);
  addTable(section, context, caption, flows, about, [
    { head: "stream", width: 3, cell: (flow) => context.named(flow) },
    { head: "source", width: 2.2, cell: (flow) => flow.source?.title ?? "" },
    { head: "sourceZone", width: 2, cell: (flow) => zoneOf(context, flow.source)?.title ?? "" },
    { head: "target", width: 2.2, cell: (flow) => flow.target?.title ?? "" },
    { head: "targetZone", width: 2, cell: (flow) => zoneOf(context, flow.target)?.title ?? "" },
    { head: "protocol", width: 1.8, cell: (flow) => context.titles(protocolsOf(context, flow)) },
    { head: "port", width: 1.7, cell: (flow) => portsOf(context, flow).ports.join(", ") },
    { head: "addressing", width: 2, cell: (flow) => context.said(flow, "addressing") },
    { head: "initiator", width: 2, cell: (flow) => initiatorOf(context, flow)?.title ?? "" },
    { head: "data", width: 2.5, cell: (flow) => context.titles(model.refs(flow, "carries")) },
    {
      head: "classification",
      width: 2,
      cell: (flow) => context.words([...new Set(model.refs(flow, "carries").flatMap((one) => model.text(one, "classification") ?? []))]),
    },
    { head: "authentication", width: 2.2, cell: (flow) => protectionAt(context, flow, ["NAUT"]) },
    { head: "encryption", width: 2.2, cell: (flow) => protectionAt(context, flow, ["TXCF", "TXIG"]) },
    {
      head: "crosses",
      width: 2,
      cell: (flow) => context.titles(derived.many(flow, "crossed").filter((one) => one.keyword === "boundary")),
    },
    { head: "frequency", width: 2, cell: (flow) => context.said(flow, "frequency") },
  ]);
}

/** One connection that has to pass a firewall; flows that share a connection share a rule. */
interface Rule {
  readonly from: Entity | undefined;
  readonly to: Entity | undefined;
  readonly protocols: readonly Entity[];
  readonly ports: readonly string[];
  readonly usual: boolean;
  readonly flows: Entity[];
}

/** The connections between zones, opened by one side; everything else is to be refused. */
export function firewallRules(context: Context, flows: readonly Entity[]): readonly Rule[] {
  const { derived } = context;
  const rules = new Map<string, Rule>();
  const end = (element: Entity | undefined): Entity | undefined => element && (derived.one(element, "device") ?? element);
  for (const flow of flows) {
    const opener = initiatorOf(context, flow);
    const other = opener === flow.source ? flow.target : flow.source;
    const from = end(opener);
    const to = end(other);
    const protocols = protocolsOf(context, flow);
    const { ports, usual } = portsTo(context, flow, to);
    const key = [from?.id, to?.id, ports.join(), protocols.map((one) => one.id).join()].join("|");
    const known = rules.get(key);
    if (known) known.flows.push(flow);
    else rules.set(key, { from, to, protocols, ports, usual, flows: [flow] });
  }
  return [...rules.values()];
}

// Data can move against the direction in which the connection was opened: what listens is the device that was called.
function portsTo(context: Context, flow: Entity, to: Entity | undefined): { readonly ports: readonly string[]; readonly usual: boolean } {
  const { model, derived } = context;
  const listening = model.refs(flow, "via").filter((one) => to !== undefined && derived.one(one, "device") === to);
  const own = listening.flatMap((one) => model.texts(one, "port"));
  const usual = protocolsOf(context, flow).flatMap((protocol) => model.texts(protocol, "port"));
  const both = own.filter((port) => usual.includes(port));
  if (own.length > 0) return { ports: [...new Set(both.length > 0 ? both : own)], usual: false };
  return { ports: [...new Set(usual)], usual: usual.length > 0 };
}

/** Rules for the operator's firewalls. */
export function firewallTable(
  section: SectionBuilder,
  context: Context,
  flows: readonly Entity[],
  notes: { readonly usual: string },
): void {
  const rules = firewallRules(context, flows);
  const about = (rule: Rule): readonly Entity[] => [rule.from, rule.to, ...rule.flows].filter((one) => one !== undefined);
  addTable(section, context, captions.firewall, rules, about, [
    { head: "sourceZone", width: 2.2, cell: ({ from }) => zoneOf(context, from)?.title ?? "" },
    { head: "source", width: 2.5, cell: ({ from }) => from?.title ?? "" },
    { head: "targetZone", width: 2.2, cell: ({ to }) => zoneOf(context, to)?.title ?? "" },
    { head: "target", width: 2.5, cell: ({ to }) => to?.title ?? "" },
    { head: "port", width: 2, cell: ({ ports, usual }) => ports.join(", ") + (usual ? ` (${notes.usual})` : "") },
    { head: "protocol", width: 2, cell: ({ protocols }) => context.titles(protocols) },
    { head: "stream", width: 4, cell: (rule) => context.titles(rule.flows) },
  ]);
}

/** Zones with who manages them and what stands in them. */
export function zoneTable(section: SectionBuilder, context: Context): void {
  const { model } = context;
  const zones = model.of("boundary").filter((one) => one.file.origin === "user");
  const shown = (zone: Entity): readonly Entity[] =>
    model.contents(zone).filter((one) => ["device", "external", "actor", "boundary"].includes(one.keyword));
  addTable(section, context, captions.zones, zones, (zone) => [zone, ...shown(zone)], [
    { head: "zone", width: 3, cell: (zone) => context.named(zone) },
    {
      head: "managedBy",
      width: 2,
      cell: (zone) => context.word(context.derived.word(zone, "managed-by") ?? model.text(zone, "managed-by")),
    },
    { head: "location", width: 2, cell: (zone) => context.said(zone, "location") },
    { head: "kind", width: 1.5, cell: (zone) => (isOf(context.derived, zone, "Cloud") ? context.word("cloud") : "") },
    { head: "holds", width: 6, cell: (zone) => context.titles(shown(zone)) },
  ]);
}
