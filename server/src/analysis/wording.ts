// Words that several findings share: measures joined, answers named, what would close a gap.
import type { Entity } from "../model/types.ts";
import type { AlternativeAnswer, ThreatInstance } from "./types.ts";

/** "`A`, `B` and `C`". */
export function list(names: readonly string[], last = "and"): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? (quoted[0] ?? "") : `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}`;
}

/** Names of entities, joined. */
export function listOf(entities: readonly Entity[], last = "and"): string {
  return list(
    entities.map((entity) => entity.name || entity.id),
    last,
  );
}

/** Names of entities by their full path, joined. */
export function listIds(entities: readonly Entity[]): string {
  return list(entities.map((entity) => entity.id));
}

/** What an open instance lacks, as the end of a sentence whose subject is the element. */
export function lack(instance: ThreatInstance): string {
  const { best } = instance;
  if (best === undefined) return "has nothing that could answer it in the catalogue";
  const met = best.measures.filter((answer) => answer.status !== undefined);
  if (met.length > 0) return `has ${listOf(met.map((answer) => answer.measure))}, but lacks ${listOf(best.missing)}`;
  return instance.alternatives.length === 1 ? `has no ${waysOut(instance.alternatives)}` : `has none of ${waysOut(instance.alternatives)}`;
}

/** The alternatives in words: "`A`, `B` together with `C`, or `D`". */
export function waysOut(alternatives: readonly AlternativeAnswer[]): string {
  const ways = alternatives.map((alternative) => together(alternative.measures.map((answer) => answer.measure.name)));
  const shown = ways.length <= 4 ? ways : [...ways.slice(0, 3), `${ways.length - 3} other ways`];
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

function together(names: readonly string[]): string {
  const [first = "", ...others] = names;
  return others.length === 0 ? `\`${first}\`` : `\`${first}\` together with ${list(others)}`;
}
