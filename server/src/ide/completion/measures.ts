// Measures, ranked by the open threats that they would close; and what a control should protect, ranked by the open
// threats that its measures would close there.

import type { ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { type Effect, effectOfMeasures, effectOfTargets, reachOf } from "../closing.ts";
import { namesOf } from "../scope.ts";
import type { Completion } from "../types.ts";
import { type Context, detailOf, docOf, type Extras } from "./context.ts";
import { referenceSuggestions } from "./references.ts";

/** Measures of a control, those first that close most on what it protects, or anywhere while it does not say what. */
export function* measureSuggestions(context: Context, besides: readonly Entity[]): Iterable<Completion> {
  const { analysis, entity } = context;
  if (analysis === undefined) return;
  const targets = entity?.keyword === "control" ? analysis.model.refs(entity, "protects") : [];
  const effects = effectOfMeasures(analysis, targets.length > 0 ? reachOf(analysis, targets) : undefined);
  yield* referenceSuggestions(context, {
    to: ["measure"],
    path: [],
    besides,
    weight: (measure) => weightOf(effects.get(measure)),
    describe: (measure) => describe(context, measure, effects.get(measure)),
  });
}

function weightOf(effect: Effect | undefined): number {
  return effect === undefined ? 0 : Math.min(900, effect.closes.length) * 10 + Math.min(9, effect.helps.length);
}

function describe(context: Context, measure: Entity, effect: Effect | undefined): Pick<Extras, "detail" | "note" | "documentation"> {
  const closes = effect?.closes ?? [];
  const helps = (effect?.helps ?? []).filter((instance) => !closes.includes(instance));
  const note =
    closes.length > 0 ? `closes ${count(closes.length)}` : helps.length > 0 ? `one of several for ${count(helps.length)}` : undefined;
  const detail = note === undefined ? measure.title : `${measure.title} — ${note}`;
  const parts = [
    docOf(context, measure),
    capability(context, measure),
    listed("Closes", closes),
    listed("Is one of several measures against", helps),
  ];
  return { detail, note, documentation: parts.filter((part) => part !== undefined).join("\n\n") || undefined };
}

function capability({ analysis }: Context, measure: Entity): string | undefined {
  const found = analysis?.model.refs(measure, "capability")[0];
  return found && `Capability ${found.name}: ${found.title}.`;
}

const count = (threats: number): string => (threats === 1 ? "1 open threat" : `${threats} open threats`);

/** A list of threat instances, cut where it grows long. */
export function listed(lead: string, instances: readonly ThreatInstance[]): string | undefined {
  if (instances.length === 0) return undefined;
  const shown = instances.slice(0, 8).map(({ id, threat }) => `- \`${id}\`: ${threat.entity.title}`);
  const more = instances.length > shown.length ? [`- and ${instances.length - shown.length} more`] : [];
  return `${lead}\n\n${[...shown, ...more].join("\n")}`;
}

/** What a control can protect. */
export function* protectedSuggestions(
  context: Context,
  to: Parameters<typeof referenceSuggestions>[1]["to"],
  path: readonly string[],
  besides: readonly Entity[],
): Iterable<Completion> {
  const { analysis, entity, snapshot } = context;
  if (analysis === undefined) return;
  const targets = [...namesOf(analysis.model).candidates(snapshot.file, to)];
  const effects = effectOfTargets(analysis, entity?.kinds ?? [], targets);
  yield* referenceSuggestions(context, {
    to,
    path,
    besides,
    weight: (target) => targetWeight(target, effects.get(target) ?? []),
    describe: (target) => {
      const closed = effects.get(target) ?? [];
      if (closed.length === 0) return {};
      const what = (entity?.kinds.length ?? 0) > 0 ? "closes" : "has";
      const documentation = [docOf(context, target), listed(what === "closes" ? "Closes" : "Open there", closed)]
        .filter((part) => part !== undefined)
        .join("\n\n");
      const note = `${what} ${count(closed.length)}`;
      return { detail: `${detailOf(target, target.id)} — ${note}`, note, documentation };
    },
  });
}

// What closes as much but is named more closely comes first: the element, then its container, the whole system last.
function targetWeight(target: Entity, closed: readonly ThreatInstance[]): number {
  if (closed.length === 0) return 0;
  const closeness = closed.some(({ element }) => element === target) ? 5 : target.keyword === "system" ? 0 : 1;
  return Math.min(900, closed.length) * 10 + closeness;
}
