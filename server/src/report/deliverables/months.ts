// Incidents of periods counted by month, or by several months where the periods are long.
import { dayOf } from "../../analysis/incidents.ts";
import type { Period } from "../../analysis/trend.ts";
import type { Model } from "../../model/model.ts";
import type { Chart } from "../types.ts";

/** More bars than these nobody reads. */
const most = 40;

/** One bar for each stretch of months, from the first day of all periods to the last; a period is a group. */
export function monthBars(model: Model, periods: readonly Period[]): Chart["bars"] {
  const whole = periods.reduce((sum, { from, to }) => sum + monthOf(to) - monthOf(from) + 1, 0);
  const step = Math.max(1, Math.ceil(whole / (most - periods.length)));
  return periods.flatMap(({ from, to, incidents }, group) => {
    const first = monthOf(from);
    const counts = new Array<number>(Math.floor((monthOf(to) - first) / step) + 1).fill(0);
    for (const one of incidents) {
      const at = Math.floor((monthOf(dayOf(model, one) ?? from) - first) / step);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return counts.map((value, index) => ({ label: nameOf(first + index * step), value, group }));
  });
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function nameOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}
