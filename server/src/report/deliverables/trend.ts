// The trend report: method, management of incidents, observation period, and what the numbers show.

import { impacts } from "../../analysis/incidents.ts";
import { type Trend, trendOf, type Verdict } from "../../analysis/trend.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { incidentTable } from "../tables/incidents.ts";
import { grouped, local, periodTable } from "../tables/periods.ts";
import { addTable } from "../tables/table.ts";
import { captions } from "../texts/captions.ts";
import { columns } from "../texts/labels.ts";
import { marketTexts } from "../texts/market.ts";
import type { Chart, Span } from "../types.ts";
import { monthBars } from "./months.ts";
import { addManagement, addMethod, addPart } from "./surveillance.ts";
import type { Deliverable } from "./types.ts";

const source = "MDCG 2019-16 rev. 1, 5.2";

/** Whether non-serious incidents became more frequent or graver. */
export const trend: Deliverable = {
  kind: "trend-report",
  title: { en: "Trend report: non-serious security incidents", de: "Trendbericht: nicht schwerwiegende Vorkommnisse" },
  purpose: {
    en: "Whether non-serious incidents became significantly more frequent or graver (MDR Art. 88, IVDR Art. 83): method, periods, figures.",
    de: "Ob nicht schwerwiegende Vorkommnisse signifikant häufiger oder schwerer wurden (MDR Art. 88, IVDR Art. 83): Verfahren, Zeiträume, Zahlen.",
  },
  write: (document, context) => {
    const { model, derived } = context;
    const declared = model.of("trend");
    const trends = declared.flatMap((one) => trendOf(derived, one) ?? []);
    const entities = trends.map(({ entity }) => entity);
    const clauses = articles(context, "MDR 88", "IVDR 83");
    if (trends.length > 0) {
      const overview = document.section(context.t(marketTexts.overview), entities);
      for (const one of trends) verdicts(overview, context, one, `${one.entity.title} – `);
      if (clauses.includes("IVDR 83")) overview.note(context.t(marketTexts.ivdNote));
    }
    addMethod(document, context, "TrendMethod", entities, { clauses, source });
    addManagement(document, context, "TrendManagement", { clauses, source });
    const period = addPart(document, context, {
      id: "TrendPeriod",
      title: marketTexts.trendPeriod,
      found: entities,
      write: marketTexts.trendPeriodWrite,
      fill: context.t(marketTexts.trendFill),
      clauses,
      source,
    });
    for (const entity of declared.filter((one) => !entities.includes(one)))
      period.gap({
        item: "TrendPeriod",
        title: entity.title,
        state: "partial",
        text: context.t(marketTexts.trendWrong),
        fill: context.t(marketTexts.trendWrongFill),
      });
    if (trends.length > 0) periodTable(period, context, entities);
    for (const one of trends) observed(document.section(one.entity.title, [one.entity]), context, one);
    const counted = new Set(trends.flatMap(({ baseline, observation }) => [...baseline.incidents, ...observation.incidents]));
    const others = model.of("incident").filter((one) => !model.yes(one, "serious") && !counted.has(one));
    const list = document.section(context.t(marketTexts.listTitle));
    incidentTable(list, context, captions.countedIncidents, [...counted]);
    if (others.length > 0) incidentTable(list, context, captions.otherIncidents, others);
  },
};

/** Articles of the regulations that the system falls under; of both where it names none. */
export function articles({ model }: Context, ...cites: readonly string[]): string[] {
  const { system } = model;
  return cites.filter((cite) => !system || model.texts(system, "regulation").includes(cite.split(" ")[0] ?? ""));
}

/** A number with three digits that matter. */
function short(context: Context, value: number): string {
  return local(context, Number(value.toPrecision(3)));
}

/** `= 0.012`, `< 0.0001`. */
function probability(context: Context, p: number): string {
  return p < 0.0001 ? `< ${local(context, 0.0001)}` : `= ${short(context, p)}`;
}

function verdictSpan(context: Context, verdict: Verdict): Span {
  const { risen, notShown, tooFew, notComputed } = marketTexts;
  const text = { risen, "not-shown": notShown, "too-few": tooFew, "not-computed": notComputed }[verdict];
  return {
    text: context.t(text),
    style: { risen: "bad", "not-shown": "good", "too-few": "fair", "not-computed": "fair" }[verdict] as "bad",
  };
}

/** What the two comparisons say, with effect, limits and probability. */
function verdicts(section: SectionBuilder, context: Context, { entity, frequency, severity }: Trend, where = ""): void {
  const strong = (text: string): Span => ({ text: `${text}: `, style: "strong" });
  const { limits, ratio, p } = frequency;
  const effect =
    limits === undefined
      ? context.t(marketTexts.noEvents)
      : context.t(ratio === undefined ? marketTexts.ratioNone : marketTexts.ratio, {
          ratio: short(context, ratio ?? 0),
          low: short(context, limits.low),
          high: short(context, limits.high),
          p: probability(context, p),
        });
  const graver =
    severity.superiority === undefined || severity.verdict === "not-computed"
      ? ""
      : ` (${context.t(marketTexts.superiority, { value: short(context, severity.superiority), p: probability(context, severity.p) })})`;
  section.list([
    {
      writing: [where, strong(context.t(marketTexts.frequency)), verdictSpan(context, frequency.verdict), ` (${effect})`],
      about: [entity],
    },
    { writing: [where, strong(context.t(marketTexts.severity)), verdictSpan(context, severity.verdict), graver], about: [entity] },
  ]);
}

/** The figures of one trend: rates, pictures, grades, conclusion. */
function observed(section: SectionBuilder, context: Context, found: Trend): void {
  const { entity, baseline, observation, unit, ungraded } = found;
  const periods = [baseline, observation];
  verdicts(section, context, found);
  if (observation.to > context.today) section.note(context.t(marketTexts.notOver, { day: observation.to }));
  const { scale, axis } = scaleOf(context, found);
  addTable(section, context, captions.periods, periods, ({ incidents }) => [entity, ...incidents], [
    { head: "period", width: 3, cell: (one) => context.t(one === observation ? columns.observation : columns.baseline) },
    { head: "incidents", width: 1.9, cell: ({ count }) => String(count) },
    { head: "use", width: 2.5, cell: ({ exposure }) => `${grouped(context, exposure)} ${context.word(unit)}` },
    { head: "rate", width: 3, cell: ({ count, exposure }) => `${short(context, (count / exposure) * scale)} ${axis}` },
    {
      head: "limits",
      width: 2.5,
      cell: ({ limits }) => `${short(context, limits.low * scale)} – ${short(context, limits.high * scale)}`,
    },
  ]);
  section.chart(rateChart(context, found, scale, axis));
  if (periods.every(({ count, incidents }) => count === incidents.length)) section.chart(monthChart(context, found));
  else section.note(context.t(marketTexts.countedElsewhere));
  const grades = impacts.map((word, index) => ({ word, index })).filter(({ index }) => periods.some((one) => (one.grades[index] ?? 0) > 0));
  if (grades.length > 0)
    addTable(section, context, captions.grades, grades, () => [entity], [
      { head: "grade", width: 4, cell: ({ word }) => context.word(word) },
      { head: "baseline", width: 2.5, cell: ({ index }) => String(baseline.grades[index] ?? 0) },
      { head: "observation", width: 2.5, cell: ({ index }) => String(observation.grades[index] ?? 0) },
    ]);
  if (ungraded.length > 0) section.note(context.t(marketTexts.ungraded, { names: context.titles(ungraded) }));
  const conclusion = context.said(entity, "conclusion");
  const title = context.t(marketTexts.conclusion);
  const end = section.section(title, conclusion ? [entity] : []);
  if (conclusion) end.paragraph(conclusion, [entity]);
  else
    end.gap({
      item: "TrendConclusion",
      title: `${title}: ${entity.title}`,
      state: "missing",
      text: context.t(marketTexts.conclusionWrite),
      fill: context.t(marketTexts.conclusionFill, { name: entity.name }),
    });
}

/** A power of ten by which rates become numbers that people read, and how the rate is then called. */
function scaleOf(context: Context, { baseline, observation, unit }: Trend): { readonly scale: number; readonly axis: string } {
  const rates = [baseline, observation].map(({ count, exposure, limits }) => (count > 0 ? count / exposure : limits.high));
  const power = Math.max(0, Math.ceil(-Math.log10(Math.max(...rates))));
  const name = context.word(unit);
  if (power === 0) return { scale: 1, axis: context.t(marketTexts.perOne, { unit: name }) };
  const scale = 10 ** power;
  return { scale, axis: context.t(marketTexts.per, { scale: grouped(context, scale), unit: name }) };
}

function rateChart(context: Context, { baseline, observation }: Trend, scale: number, axis: string): Chart {
  const rate = ({ count, exposure }: Trend["baseline"]): number => (count / exposure) * scale;
  const groups = [context.t(columns.baseline), context.t(columns.observation)];
  return {
    caption: context.t(marketTexts.rateChart),
    says: context.t(marketTexts.rateSays, { before: short(context, rate(baseline)), after: short(context, rate(observation)) }),
    axis,
    groups,
    bars: [baseline, observation].map((one, group) => ({
      label: `${one.from} – ${one.to}`,
      value: rate(one),
      limits: { low: one.limits.low * scale, high: one.limits.high * scale },
      group,
    })),
  };
}

function monthChart(context: Context, { baseline, observation }: Trend): Chart {
  return {
    caption: context.t(marketTexts.monthChart),
    says: context.t(marketTexts.monthSays, { before: baseline.count, after: observation.count }),
    axis: context.t(marketTexts.number),
    groups: [context.t(columns.baseline), context.t(columns.observation)],
    bars: monthBars(context.model, [baseline, observation]),
  };
}
