// Tables of what protects: controls with status and evidence, and what protocols and kinds give by their nature.
import type { Provider } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import type { Span, Text } from "../types.ts";
import { addTable } from "./table.ts";

/** A control's status, marked by how much is shown. */
export function statusSpan(context: Context, control: Entity): Span {
  const status = context.model.text(control, "status") ?? "";
  return { text: context.word(status), style: status === "verified" ? "good" : status === "planned" ? "bad" : "fair" };
}

/** Security capabilities to which a control belongs. */
export function capabilitiesOf(context: Context, control: Entity): readonly Entity[] {
  return [...new Set(control.kinds.flatMap((measure) => context.model.refs(measure, "capability")))];
}

/** Controls in full. */
export function controlTable(
  section: SectionBuilder,
  context: Context,
  controls: readonly Entity[],
  caption: Text = captions.controls,
): void {
  const { model, analysis } = context;
  const answered = (control: Entity): number => analysis.threats.filter((one) => one.answers.includes(control)).length;
  addTable(section, context, caption, controls, (one) => [one, ...model.refs(one, "protects")], [
    { head: "control", width: 4, cell: (one) => context.named(one) },
    { head: "measures", width: 4, cell: (one) => context.titles(one.kinds) },
    {
      head: "capability",
      width: 1.6,
      cell: (one) =>
        capabilitiesOf(context, one)
          .map(({ name }) => name)
          .join(", "),
    },
    { head: "protects", width: 3, cell: (one) => context.titles(model.refs(one, "protects")) },
    { head: "status", width: 2, cell: (one) => statusSpan(context, one) },
    { head: "evidence", width: 3, cell: (one) => context.said(one, "evidence") },
    { head: "configuration", width: 2.5, cell: (one) => context.said(one, "configuration") },
    { head: "answersThreats", width: 1.5, cell: (one) => String(answered(one)) },
  ]);
}

/** Controls with what a person does with them. */
export function procedureTable(
  section: SectionBuilder,
  context: Context,
  controls: readonly Entity[],
  caption: Text = captions.controls,
): void {
  addTable(section, context, caption, controls, (one) => [one, ...context.model.refs(one, "protects")], [
    { head: "control", width: 4, cell: (one) => context.named(one) },
    { head: "protects", width: 3, cell: (one) => context.titles(context.model.refs(one, "protects")) },
    { head: "status", width: 1.8, cell: (one) => statusSpan(context, one) },
    { head: "configuration", width: 3, cell: (one) => context.said(one, "configuration") },
    { head: "procedure", width: 5, cell: (one) => context.said(one, "procedure") },
  ]);
}

/** Measures that flows and elements have without a control. */
export function givenTable(section: SectionBuilder, context: Context): void {
  const { analysis } = context;
  const given = new Map<Entity, { readonly by: Provider["by"]; readonly measures: Set<Entity>; readonly elements: Set<Entity> }>();
  for (const { alternatives, element } of analysis.threats) {
    for (const { measure, providers } of alternatives.flatMap((one) => one.measures)) {
      for (const provider of providers.filter(({ by }) => by !== "control")) {
        for (const source of provider.sources) {
          const known = given.get(source) ?? { by: provider.by, measures: new Set(), elements: new Set() };
          known.measures.add(measure);
          known.elements.add(element);
          given.set(source, known);
        }
      }
    }
  }
  addTable(section, context, captions.given, [...given], ([, { elements }]) => [...elements], [
    { head: "source", width: 3, cell: ([source]) => source.title },
    { head: "kind", width: 1.5, cell: ([, { by }]) => context.word(by) },
    { head: "measures", width: 5, cell: ([, { measures }]) => context.titles([...measures]) },
    { head: "element", width: 5, cell: ([, { elements }]) => context.titles([...elements]) },
  ]);
}
