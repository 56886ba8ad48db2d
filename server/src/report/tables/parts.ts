// Tables of what the product is made of and keeps: components, stores, hosts, data, harms.
import { hostOf } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import type { SupplierList } from "../suppliers.ts";
import { captions } from "../texts/captions.ts";
import type { Text } from "../types.ts";
import { protectionAt } from "./network.ts";
import { addTable } from "./table.ts";

/** Components as a bill of materials lists them. */
export function componentTable(section: SectionBuilder, context: Context, components: readonly Entity[], caption: Text): void {
  const { model, derived } = context;
  addTable(section, context, caption, components, (one) => [one, ...model.refs(one, "part-of")], [
    { head: "component", width: 3.5, cell: (one) => context.named(one) },
    { head: "version", width: 1.5, cell: (one) => context.said(one, "version") },
    { head: "supplier", width: 2.5, cell: (one) => context.said(one, "supplier") },
    { head: "kind", width: 2, cell: (one) => context.titles(one.kinds) },
    { head: "partOf", width: 3, cell: (one) => context.titles(model.refs(one, "part-of")) },
    { head: "license", width: 1.5, cell: (one) => context.said(one, "license") },
    { head: "itemClass", width: 1.6, cell: (one) => context.word(model.text(one, "item-class") ?? "supported") },
    {
      head: "supportEnds",
      width: 1.8,
      cell: (one) => {
        const day = context.said(one, "support-ends");
        return derived.yes(one, "support-ended") ? { text: day, style: "bad" } : day;
      },
    },
    { head: "identifier", width: 2.5, cell: (one) => context.said(one, "identifier") },
  ]);
}

/** Parts that suppliers list, beneath the components that they are in. */
export function suppliedTable(section: SectionBuilder, context: Context, lists: ReadonlyMap<Entity, SupplierList>): void {
  const rows = [...lists].flatMap(([component, { parts }]) => parts.map((part) => ({ component, part })));
  addTable(section, context, captions.suppliedParts, rows, ({ component }) => [component], [
    { head: "component", width: 3.5, cell: ({ part }) => (part.group === "" ? part.name : `${part.group}/${part.name}`) },
    { head: "version", width: 1.8, cell: ({ part }) => part.version },
    { head: "supplier", width: 2.5, cell: ({ part }) => part.supplier },
    { head: "partOf", width: 3, cell: ({ component }) => component.title },
    { head: "license", width: 2, cell: ({ part }) => part.expression || part.licenses.join(", ") },
    { head: "identifier", width: 4, cell: ({ part }) => part.purl || part.cpe },
  ]);
}

/** Stores with where they stand, how long they keep what, and what protects it. */
export function storeTable(section: SectionBuilder, context: Context, stores: readonly Entity[], caption: Text = captions.stores): void {
  const { model, derived } = context;
  addTable(section, context, caption, stores, (one) => [one, ...model.refs(one, "holds")], [
    { head: "store", width: 3, cell: (one) => context.named(one) },
    { head: "device", width: 2, cell: (one) => derived.one(one, "device")?.title ?? "" },
    { head: "data", width: 3, cell: (one) => context.titles(model.refs(one, "holds")) },
    {
      head: "classification",
      width: 2,
      cell: (one) => context.words([...new Set(model.refs(one, "holds").flatMap((data) => model.text(data, "classification") ?? []))]),
    },
    { head: "capacity", width: 2, cell: (one) => context.said(one, "capacity") },
    { head: "retention", width: 2.5, cell: (one) => context.said(one, "retention") },
    { head: "protection", width: 4, cell: (one) => protectionAt(context, one, ["STCF", "IGAU", "AUTH", "AUDT", "DTBK", "DIDT"]) },
  ]);
}

/** Stores kept away from the place of use. */
export function hostedTable(section: SectionBuilder, context: Context, stores: readonly Entity[]): void {
  const { model } = context;
  const host = (store: Entity): Entity | undefined => hostOf(context.derived, store);
  const hostAsList = (store: Entity): readonly Entity[] => [host(store)].filter((one) => one !== undefined);
  addTable(section, context, captions.hosted, stores, (one) => [one, ...model.refs(one, "holds"), ...hostAsList(one)], [
    { head: "store", width: 3, cell: (one) => context.named(one) },
    { head: "data", width: 3, cell: (one) => context.titles(model.refs(one, "holds")) },
    {
      head: "classification",
      width: 2,
      cell: (one) => context.words([...new Set(model.refs(one, "holds").flatMap((data) => model.text(data, "classification") ?? []))]),
    },
    { head: "host", width: 3, cell: (one) => context.titles(hostAsList(one)) },
    {
      head: "location",
      width: 2.5,
      cell: (one) =>
        hostAsList(one)
          .map((zone) => context.said(zone, "location"))
          .join(""),
    },
    { head: "hostedBy", width: 2, cell: (one) => context.word(context.derived.word(one, "managed-by")) },
    { head: "retention", width: 2, cell: (one) => context.said(one, "retention") },
    { head: "protection", width: 4, cell: (one) => protectionAt(context, one, ["STCF", "IGAU", "AUTH", "DTBK", "DIDT"]) },
  ]);
}

/** Hosts that others supply, with what they need at least. */
export function platformTable(section: SectionBuilder, context: Context, hosts: readonly Entity[]): void {
  const { derived } = context;
  addTable(section, context, captions.platforms, hosts, (one) => [one], [
    { head: "device", width: 3, cell: (one) => context.named(one) },
    { head: "suppliedBy", width: 2, cell: (one) => context.word(derived.word(one, "supplied-by")) },
    { head: "zone", width: 2.5, cell: (one) => derived.one(one, "boundary")?.title ?? "" },
    { head: "kind", width: 3, cell: (one) => context.titles(one.kinds) },
    { head: "platform", width: 6, cell: (one) => context.said(one, "platform") },
  ]);
}

/** External systems with what they exchange. */
export function externalTable(section: SectionBuilder, context: Context, externals: readonly Entity[]): void {
  const { derived, model } = context;
  addTable(section, context, captions.externals, externals, (one) => [one, ...derived.many(one, "flows")], [
    { head: "external", width: 3, cell: (one) => context.named(one) },
    { head: "kind", width: 3, cell: (one) => context.titles(one.kinds) },
    { head: "zone", width: 2.5, cell: (one) => derived.one(one, "boundary")?.title ?? "" },
    { head: "suppliedBy", width: 2, cell: (one) => context.word(derived.word(one, "supplied-by")) },
    { head: "exchange", width: 5, cell: (one) => context.titles(derived.many(one, "flows")) },
    {
      head: "protocol",
      width: 2,
      cell: (one) => context.titles([...new Set(derived.many(one, "flows").flatMap((flow) => model.refs(flow, "protocol")))]),
    },
    { head: "platform", width: 3, cell: (one) => context.said(one, "platform") },
  ]);
}

/** Data with how much they need. */
export function dataTable(section: SectionBuilder, context: Context, data: readonly Entity[]): void {
  const { model } = context;
  addTable(section, context, captions.data, data, (one) => [one, ...model.refs(one, "harms")], [
    { head: "data", width: 4, cell: (one) => context.named(one) },
    { head: "classification", width: 2, cell: (one) => context.word(model.text(one, "classification")) },
    { head: "integrity", width: 1.5, cell: (one) => context.word(model.text(one, "integrity")) },
    { head: "availability", width: 1.5, cell: (one) => context.word(model.text(one, "availability")) },
    { head: "harms", width: 4, cell: (one) => context.titles(model.refs(one, "harms")) },
  ]);
}

/** Harms with the situation that leads to them. */
export function harmTable(section: SectionBuilder, context: Context, harms: readonly Entity[]): void {
  const { analysis } = context;
  addTable(section, context, captions.harms, harms, (one) => [one], [
    { head: "harms", width: 3, cell: (one) => context.named(one) },
    { head: "severity", width: 1.5, cell: (one) => context.word(context.model.text(one, "severity")) },
    { head: "harmSituation", width: 5, cell: (one) => context.said(one, "situation") },
    {
      head: "threats",
      width: 1.5,
      cell: (one) => String(analysis.threats.filter(({ harms: at }) => at.some(({ harm }) => harm === one)).length),
    },
  ]);
}
