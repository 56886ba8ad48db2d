// An observed trend worked out: which incidents fall into which period, and whether they became more frequent or graver.
import type { Facts } from "../model/derived/facts.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import { compareRates, type Limits, type RateComparison, rateLimits } from "../statistics/rates.ts";
import { compareGrades, type GradeComparison } from "../statistics/severity.ts";
import { dayOf, impacts } from "./incidents.ts";

/** What a comparison says: risen, nothing shown, too few to show anything at this level, or not to be computed. */
export type Verdict = "risen" | "not-shown" | "too-few" | "not-computed";

/** A period and what happened in it. */
export interface Period {
  /** First and last day; both count. */
  readonly from: string;
  readonly to: string;
  readonly exposure: number;
  readonly count: number;
  /** The incidents of the model; fewer than `count` where they are counted elsewhere. */
  readonly incidents: readonly Entity[];
  /** Incidents for each grade of `impacts`, of those that state one. */
  readonly grades: readonly number[];
  /** Exact limits of the rate. */
  readonly limits: Limits;
}

/** A trend, worked out. */
export interface Trend {
  readonly entity: Entity;
  readonly unit: string;
  /** The level of each of the two tests, which are one-sided. */
  readonly significance: number;
  readonly baseline: Period;
  readonly observation: Period;
  readonly frequency: RateComparison & { readonly verdict: Verdict };
  readonly severity: GradeComparison & { readonly verdict: Verdict };
  /** Incidents that do not say what they did to anybody's health, and are left out of the comparison of severity. */
  readonly ungraded: readonly Entity[];
}

/** Something in a trend that cannot be reckoned with: in words, and the property that it is about. */
export interface TrendProblem {
  readonly problem: string;
  readonly property: string;
}

/** No product has more of either; numbers beyond are slips, and would take long. */
const most = { count: 1e9, exposure: 1e15, least: 1e-9 };

/** What is wrong with the periods and numbers of a trend; what is missing altogether has a finding of its own. */
export function trendProblems(model: Model, trend: Entity): readonly TrendProblem[] {
  const found: TrendProblem[] = [];
  const day = (name: string): string => model.text(trend, name) ?? "";
  const check = (property: string, isWrong: boolean, problem: string): void => {
    if (isWrong) found.push({ property, problem });
  };
  const [from, to, before, until] = [day("from"), day("to"), day("baseline-from"), day("baseline-to")];
  check("to", from !== "" && to !== "" && to < from, "its observation period ends before it begins");
  check("baseline-to", before !== "" && until !== "" && until < before, "its earlier period ends before it begins");
  check("from", from !== "" && until !== "" && from <= until, "its observation period begins before the earlier one has ended");
  for (const property of ["exposure", "baseline-exposure"]) {
    const value = numberOf(model, trend, property);
    check(
      property,
      value !== undefined && !(value >= most.least && value <= most.exposure),
      `its \`${property}\` is no amount of use above 0`,
    );
  }
  for (const property of ["counted", "baseline-counted"]) {
    const value = numberOf(model, trend, property);
    check(
      property,
      value !== undefined && !(Number.isInteger(value) && value <= most.count),
      `its \`${property}\` is no whole number of incidents`,
    );
  }
  const level = numberOf(model, trend, "significance");
  check("significance", level !== undefined && !(level >= 1e-6 && level < 0.5), "its `significance` is not between 0.000001 and 0.5");
  return found;
}

/** Works a trend out; undefined where something that it needs is missing or wrong. */
export function trendOf({ model }: Facts, entity: Entity): Trend | undefined {
  const needed = ["from", "to", "baseline-from", "baseline-to", "exposure", "baseline-exposure"];
  if (trendProblems(model, entity).length > 0 || needed.some((name) => (entity.properties.get(name)?.values ?? []).length === 0))
    return undefined;
  const significance = numberOf(model, entity, "significance") ?? 0.05;
  const counting = countedIncidents(model, entity);
  const period = (prefix: "" | "baseline-"): Period => {
    const [from, to] = [`${prefix}from`, `${prefix}to`].map((name) => model.text(entity, name) ?? "") as [string, string];
    const incidents = counting.filter((one) => {
      const day = dayOf(model, one);
      return day !== undefined && day >= from && day <= to;
    });
    const exposure = numberOf(model, entity, `${prefix}exposure`) ?? 1;
    const count = numberOf(model, entity, `${prefix}counted`) ?? incidents.length;
    const grades = impacts.map((word) => incidents.filter((one) => model.text(one, "health-impact") === word).length);
    return { from, to, exposure, count, incidents, grades, limits: rateLimits({ count, exposure }, significance) };
  };
  const [baseline, observation] = [period("baseline-"), period("")];
  const frequency = compareRates(baseline, observation, significance);
  const severity = compareGrades(baseline.grades, observation.grades);
  const isCountedElsewhere = [baseline, observation].some(({ count, incidents }) => count !== incidents.length);
  return {
    entity,
    unit: model.text(entity, "unit") ?? "device-days",
    significance,
    baseline,
    observation,
    frequency: { ...frequency, verdict: verdict(frequency, significance) },
    severity: { ...severity, verdict: isCountedElsewhere ? "not-computed" : verdict(severity, significance) },
    ungraded: [...baseline.incidents, ...observation.incidents].filter((one) => model.text(one, "health-impact") === undefined),
  };
}

// Too few: even if all that was seen spoke for a rise, it would not be significant.
function verdict({ p, least }: { readonly p: number; readonly least: number }, significance: number): Verdict {
  if (least > significance) return "too-few";
  return p <= significance ? "risen" : "not-shown";
}

// The incidents that a trend is about: those that are not serious, with one of its codes where it names some.
function countedIncidents(model: Model, trend: Entity): readonly Entity[] {
  const codes = model.refs(trend, "codes");
  const isMeant = (incident: Entity): boolean =>
    codes.length === 0 || model.refs(incident, "codes").some((code) => codes.some((wanted) => model.kindsOf(code).has(wanted)));
  return model.of("incident").filter((one) => one.properties.get("serious")?.values[0]?.value === false && isMeant(one));
}

function numberOf(model: Model, entity: Entity, name: string): number | undefined {
  const value = model.property(entity, name)?.values[0]?.value;
  return typeof value === "number" ? value : undefined;
}
