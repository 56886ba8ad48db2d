// What the filters of the page mean: their values from the state, the state from their values, and in words.
import type { Filter } from "../../server/src/diagram/types.ts";
import type { DiagramChoices } from "../../server/src/lsp/protocol.ts";
import { titleOf } from "./words.ts";

/** A filter that is one list to choose from. */
export type FilterName = "container" | "stride" | "state" | "scenario" | "data";

/** The filters in the order in which the page has them. */
export const filterNames: readonly FilterName[] = ["container", "stride", "state", "scenario", "data"];

/** Their names on the page, and what no choice means. */
export const filterTitles: Readonly<Record<FilterName, readonly [title: string, none: string]>> = {
  container: ["Inside", "anywhere"],
  stride: ["STRIDE", "any class"],
  state: ["Threats", "in any state"],
  scenario: ["Scenario", "any or none"],
  data: ["Data", "any or none"],
};

/** What a filter offers. */
export function offered(name: FilterName, choices: DiagramChoices): readonly { readonly id: string; readonly title: string }[] {
  const words = (all: readonly string[]): { id: string; title: string }[] => all.map((id) => ({ id, title: titleOf(id) }));
  const named = { container: choices.containers, scenario: choices.scenarios, data: choices.data };
  return name === "stride" ? words(choices.stride) : name === "state" ? words(choices.states) : named[name];
}

/** What a filter is set to; empty when it keeps everything. */
export function chosen(name: FilterName, filter: Filter): string {
  const values: Record<FilterName, string | undefined> = {
    container: filter.containers?.[0],
    stride: filter.stride?.[0],
    state: filter.states?.[0],
    scenario: filter.scenario,
    data: filter.data,
  };
  return values[name] ?? "";
}

/** The filter with one of its parts set, or taken away by an empty value. */
export function choose(name: FilterName, value: string, filter: Filter): Filter {
  const { containers, stride, states, scenario, data, reachedFrom } = filter;
  const given: Filter = {
    ...(containers && name !== "container" ? { containers } : {}),
    ...(stride && name !== "stride" ? { stride } : {}),
    ...(states && name !== "state" ? { states } : {}),
    ...(scenario && name !== "scenario" ? { scenario } : {}),
    ...(data && name !== "data" ? { data } : {}),
    ...(reachedFrom ? { reachedFrom } : {}),
  };
  if (value === "") return given;
  const set: Record<FilterName, Filter> = {
    container: { containers: [value] },
    stride: { stride: [value] },
    state: { states: [value as NonNullable<Filter["states"]>[number]] },
    scenario: { scenario: value },
    data: { data: value },
  };
  return { ...given, ...set[name] };
}

/** What the filter keeps, in words; empty when it keeps everything. */
export function described(filter: Filter, titles: (id: string) => string): string {
  const parts = [
    ...(filter.containers ?? []).map((id) => `inside ${titles(id)}`),
    ...(filter.stride ?? []).map((word) => `with threats of ${titleOf(word).toLowerCase()}`),
    ...(filter.states ?? []).map((word) => `with ${word} threats`),
    ...(filter.scenario ? [`along ${titles(filter.scenario)}`] : []),
    ...(filter.data ? [`that ${titles(filter.data)} touches`] : []),
    ...(filter.reachedFrom ? [`that an attacker who holds ${titles(filter.reachedFrom)} reaches`] : []),
  ];
  return parts.join(", ");
}
