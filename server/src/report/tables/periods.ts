// The table of observed periods, and numbers as the language of a document writes them.
import { trendOf } from "../../analysis/trend.ts";
import type { Entity } from "../../model/types.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import { columns } from "../texts/labels.ts";
import { addTable } from "./table.ts";

/** The periods of trends with their days and their use. */
export function periodTable(section: SectionBuilder, context: Context, trends: readonly Entity[]): void {
  const rows = trends.flatMap((entity) => {
    const found = trendOf(context.derived, entity);
    return found
      ? [
          { ...found, period: found.baseline, isLater: false },
          { ...found, period: found.observation, isLater: true },
        ]
      : [];
  });
  addTable(section, context, captions.periods, rows, ({ entity }) => [entity], [
    { head: "summary", width: 3, cell: ({ entity }) => entity.title },
    { head: "period", width: 2.5, cell: ({ isLater }) => context.t(isLater ? columns.observation : columns.baseline) },
    { head: "firstDay", width: 1.8, cell: ({ period }) => period.from },
    { head: "lastDay", width: 1.8, cell: ({ period }) => period.to },
    { head: "use", width: 2.5, cell: ({ period, unit }) => `${grouped(context, period.exposure)} ${context.word(unit)}` },
  ]);
}

/** A number as the language of the document writes it. */
export function local({ language }: Context, value: number): string {
  const text = Number.isFinite(value) ? String(value) : "∞";
  return language === "de" ? text.replace(".", ",") : text;
}

/** The same with a gap after each three digits before the decimal mark. */
export function grouped(context: Context, value: number): string {
  return local(context, value).replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, "\u00a0"));
}
