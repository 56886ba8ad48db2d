// What the surveillance plan says in the manufacturer's own words, and its part on trend reporting.
import { trendOf } from "../../analysis/trend.ts";
import type { Entity } from "../../model/types.ts";
import type { DocumentBuilder, SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { local, periodTable } from "../tables/periods.ts";
import { marketTexts, planSlots } from "../texts/market.ts";
import { phrases } from "../texts/phrases.ts";
import type { Text } from "../types.ts";

/** The plans that say something on a matter. */
export function plansWith({ model }: Context, property: string): readonly Entity[] {
  return model.of("surveillance").filter((plan) => model.texts(plan, property).some((text) => text.trim() !== ""));
}

/** Adds what the plans say on a matter, a paragraph for each. */
export function tellPlans(section: SectionBuilder, context: Context, property: string): void {
  for (const plan of plansWith(context, property))
    for (const text of context.model.texts(plan, property).flatMap((one) => one.split(/\n\s*\n/)))
      if (text.trim() !== "") section.paragraph(text.trim(), [plan]);
}

/** A part of a document that is filled or marked. */
export interface Part {
  readonly id: string;
  readonly title: Text;
  readonly found: readonly Entity[];
  readonly write: Text;
  readonly fill: string;
  readonly clauses: readonly string[];
  readonly source: string;
}

/** Adds a part: its section, and the mark where nothing fills it. */
export function addPart(
  document: DocumentBuilder | SectionBuilder,
  context: Context,
  { id, title, found, write, fill, clauses, source }: Part,
): SectionBuilder {
  const section = document.section(context.t(title), found, { id, clauses, source, state: found.length > 0 ? "filled" : "missing" });
  if (found.length === 0) section.gap({ item: id, title: context.t(title), state: "missing", text: context.t(write), fill });
  return section;
}

/** How a property of the plan is named as what would fill a part. */
export function planFill(context: Context, property: string): string {
  return context.t(marketTexts.planFill, { property });
}

/** Adds the parts of the plan that only the manufacturer's words fill. */
export function addPlanSlots(document: DocumentBuilder, context: Context, common: Pick<Part, "clauses" | "source">): void {
  for (const { id, property, title, write } of planSlots) {
    const found = plansWith(context, property);
    tellPlans(addPart(document, context, { id, title, found, write, fill: planFill(context, property), ...common }), context, property);
  }
}

/** Adds the three things that the plan says about trend reports: method, management of incidents, observation period. */
export function addTrendPart(document: DocumentBuilder, context: Context, common: Pick<Part, "clauses" | "source">): void {
  const { model, derived } = context;
  const trends = model.of("trend").filter((one) => trendOf(derived, one) !== undefined);
  const section = document.section(context.t(phrases.pmsTrend), trends);
  addMethod(section, context, "PmsTrendMethod", trends, common);
  addManagement(section, context, "PmsTrendManagement", common);
  const period = addPart(section, context, {
    id: "PmsTrendPeriod",
    title: marketTexts.trendPeriod,
    found: trends,
    write: marketTexts.trendPeriodWrite,
    fill: context.t(marketTexts.trendFill),
    ...common,
  });
  if (trends.length > 0) periodTable(period, context, trends);
}

/** Adds how a rise is found and what that takes for granted; each level that the trends have is told once. */
export function addMethod(
  document: DocumentBuilder | SectionBuilder,
  context: Context,
  id: string,
  trends: readonly Entity[],
  common: Pick<Part, "clauses" | "source">,
): void {
  const section = addPart(document, context, {
    id,
    title: marketTexts.trendMethod,
    found: trends,
    write: marketTexts.trendMethodWrite,
    fill: context.t(marketTexts.trendFill),
    ...common,
  });
  if (trends.length === 0) return;
  section.paragraph(context.t(marketTexts.methodFrequency)).paragraph(context.t(marketTexts.methodSeverity));
  const levels = new Set(trends.flatMap((one) => trendOf(context.derived, one)?.significance ?? []));
  for (const level of levels)
    section.paragraph(
      context.t(marketTexts.methodLevel, {
        level: local(context, level),
        both: local(context, Number((100 * (1 - 2 * level)).toPrecision(6))),
      }),
    );
  section.paragraph({ text: context.t(marketTexts.assumptions), style: "strong" });
  const { assumptionIndependent, assumptionConstant, assumptionReporting, assumptionOnce, assumptionDay, assumptionExact } = marketTexts;
  section.list(
    [assumptionIndependent, assumptionConstant, assumptionReporting, assumptionOnce, assumptionDay, assumptionExact].map((text) => ({
      writing: context.t(text),
    })),
  );
}

/** Adds how incidents are managed. */
export function addManagement(
  document: DocumentBuilder | SectionBuilder,
  context: Context,
  id: string,
  common: Pick<Part, "clauses" | "source">,
): void {
  const section = addPart(document, context, {
    id,
    title: marketTexts.trendManagement,
    found: plansWith(context, "incidents"),
    write: marketTexts.trendManagementWrite,
    fill: planFill(context, "incidents"),
    ...common,
  });
  tellPlans(section, context, "incidents");
}
