// What assumptions state and about which places: what is missing in the model comes first. Practices likewise.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { RequirementInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { missingPlaces, takesIn } from "../closing.ts";
import type { Completion } from "../types.ts";
import { type Context, detailOf, docOf } from "./context.ts";
import { referenceSuggestions } from "./references.ts";

/** Requirements after `assumption X :`; those first that are missing where the assumption is about, or anywhere. */
export function* requirementSuggestions(context: Context, besides: readonly Entity[]): Iterable<Completion> {
  const { analysis, entity } = context;
  if (analysis === undefined) return;
  const about = entity ? analysis.model.refs(entity, "about") : [];
  const missing = missingPlaces(analysis);
  const here = (requirement: Entity): readonly RequirementInstance[] => {
    const all = missing.get(requirement) ?? [];
    return about.length === 0 ? all : all.filter(({ place }) => about.some((one) => takesIn(analysis.facts, one, place)));
  };
  yield* referenceSuggestions(context, {
    to: ["requirement"],
    path: [],
    besides,
    weight: (requirement) => here(requirement).length * 10 + Math.min(9, missing.get(requirement)?.length ?? 0),
    describe: (requirement) => {
      const places = here(requirement);
      const note = places.length === 0 ? undefined : `missing at ${places.length === 1 ? places[0]?.place.id : `${places.length} places`}`;
      const detail = note === undefined ? requirement.title : `${requirement.title} — ${note}`;
      return { detail, note, documentation: joined(docOf(context, requirement), placeList("Missing at", places)) };
    },
  });
}

/** Places that an assumption can be about; those first at which its requirements are missing. */
export function* aboutSuggestions(
  context: Context,
  to: readonly Keyword[],
  path: readonly string[],
  besides: readonly Entity[],
): Iterable<Completion> {
  const { analysis, entity } = context;
  if (analysis === undefined) return;
  const missing = missingPlaces(analysis);
  const wanted = entity && entity.kinds.length > 0 ? entity.kinds.flatMap((kind) => missing.get(kind) ?? []) : [...missing.values()].flat();
  const covered = new Map<Entity, RequirementInstance[]>();
  const at = (place: Entity): RequirementInstance[] => {
    let found = covered.get(place);
    if (found === undefined) {
      found = wanted.filter((instance) => takesIn(analysis.facts, place, instance.place));
      covered.set(place, found);
    }
    return found;
  };
  yield* referenceSuggestions(context, {
    to,
    path,
    besides,
    weight: (place) => placeWeight(place, at(place)),
    describe: (place) => {
      const found = at(place);
      if (found.length === 0) return {};
      const note = `${found.length} missing`;
      return {
        detail: `${detailOf(place, place.id)} — ${note}`,
        note,
        documentation: joined(docOf(context, place), placeList("Would state", found)),
      };
    },
  });
}

// Where they take in as much, the place itself comes before a container of it, and the whole system last.
function placeWeight(place: Entity, found: readonly RequirementInstance[]): number {
  if (found.length === 0) return 0;
  const closeness = found.some((instance) => instance.place === place) ? 5 : place.keyword === "system" ? 0 : 1;
  return Math.min(900, found.length) * 10 + closeness;
}

/** Practices after `evidence X :`; those first for which there is no evidence yet. */
export function* practiceSuggestions(context: Context, besides: readonly Entity[]): Iterable<Completion> {
  const { analysis } = context;
  const shown = new Set(analysis?.model.of("evidence").flatMap((evidence) => evidence.kinds));
  yield* referenceSuggestions(context, {
    to: ["practice"],
    path: [],
    besides,
    weight: (practice) => (shown.has(practice) ? 0 : 1),
    describe: (practice) => ({ detail: shown.has(practice) ? practice.title : `${practice.title} — no evidence yet` }),
  });
}

function placeList(lead: string, instances: readonly RequirementInstance[]): string | undefined {
  if (instances.length === 0) return undefined;
  const shown = instances.slice(0, 8).map(({ id }) => `- \`${id}\``);
  const more = instances.length > shown.length ? [`- and ${instances.length - shown.length} more`] : [];
  return `${lead}\n\n${[...shown, ...more].join("\n")}`;
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join("\n\n") || undefined;
}
