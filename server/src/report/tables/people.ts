// Tables of persons and their rights.
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import { protectionAt } from "./network.ts";
import { addTable } from "./table.ts";

/** Roles with what they may do, where, and who holds them. */
export function roleTable(section: SectionBuilder, context: Context, roles: readonly Entity[]): void {
  const { model } = context;
  addTable(section, context, captions.roles, roles, (one) => [one, ...model.refs(one, "on"), ...model.refs(one, "held-by")], [
    { head: "role", width: 3, cell: (one) => context.named(one) },
    { head: "on", width: 3, cell: (one) => context.titles(model.refs(one, "on")) },
    { head: "may", width: 5, cell: (one) => context.said(one, "may") },
    {
      head: "privileged",
      width: 1.5,
      cell: (one) => (model.yes(one, "privileged") ? { text: context.yesNo(true), style: "strong" } : context.yesNo(false)),
    },
    { head: "heldBy", width: 2.5, cell: (one) => context.titles(model.refs(one, "held-by")) },
    {
      head: "authentication",
      width: 3,
      cell: (one) =>
        [
          ...new Set(
            model
              .refs(one, "on")
              .map((on) => protectionAt(context, on, ["PAUT"]))
              .filter(Boolean),
          ),
        ].join("; "),
    },
  ]);
}

/** Persons with whom they belong to and what they need to know. */
export function personTable(section: SectionBuilder, context: Context, actors: readonly Entity[]): void {
  const { model, derived } = context;
  const partners = (actor: Entity): readonly Entity[] =>
    [...new Set([...model.flowsFrom(actor).map((flow) => flow.target), ...model.flowsTo(actor).map((flow) => flow.source)])].filter(
      (one) => one !== undefined,
    );
  const devices = (actor: Entity): readonly Entity[] => [...new Set(partners(actor).map((one) => derived.one(one, "device") ?? one))];
  addTable(section, context, captions.people, actors, (one) => [one], [
    { head: "person", width: 3, cell: (one) => context.named(one) },
    { head: "role", width: 2, cell: (one) => context.word(model.text(one, "role")) },
    { head: "party", width: 2, cell: (one) => context.word(derived.word(one, "party")) },
    { head: "reaches", width: 3, cell: (one) => context.titles(devices(one)) },
    { head: "skills", width: 5, cell: (one) => context.said(one, "skills") },
  ]);
}
