// Every place that names an entity, over all models that include it: what references, highlights and rename work on.
import type { Property } from "../../../grammar/syntax.ts";
import type { Entity } from "../model/types.ts";
import type { Location } from "../source/types.ts";
import type { CheckedModel } from "../workspace/check.ts";
import { type Meaning, meaningsIn } from "./conditions.ts";
import { distinct, lookupOf } from "./lookup.ts";
import type { Snapshot } from "./snapshot.ts";

/** The same declaration as an entity of each model that includes its file. */
export function inModels(snapshot: Snapshot, entity: Entity): { readonly model: CheckedModel; readonly entity: Entity }[] {
  return snapshot.checked.models.flatMap((model) => {
    const own = lookupOf(model.analysis).entityOf(entity.node);
    return own ? [{ model, entity: own }] : [];
  });
}

/** Every place that names an entity, its declaration not counted. */
export function usesOf(snapshot: Snapshot, entity: Entity): Location[] {
  const found = inModels(snapshot, entity).flatMap(({ model, entity: own }): readonly Location[] =>
    own.keyword === "property" ? propertyUses(model, own) : lookupOf(model.analysis).mentionsOf(own),
  );
  return distinct(found.map(({ file, range }) => ({ file, range })));
}

// A property that a catalogue added is named where it is set and where a condition asks for it; neither is a reference.
function propertyUses(model: CheckedModel, property: Entity): Location[] {
  const isOwn = (keywords: readonly string[]): boolean => property.appliesTo.some((keyword) => keywords.includes(keyword));
  return model.analysis.model.entities.flatMap((entity) => {
    const isSet = isOwn(entity.keyword === "kind" ? entity.appliesTo : [entity.keyword]);
    return (entity.node.body?.items ?? []).flatMap((item): Location[] => {
      if (item.type !== "property") return [];
      const asked = askedIn(model, entity, item).filter(({ word, owners }) => word.text === property.name && isOwn(owners));
      const places = asked.map(({ word }) => ({ file: entity.file, range: word }));
      return isSet && item.name.text === property.name ? [{ file: entity.file, range: item.name }, ...places] : places;
    });
  });
}

/** The attributes that a property's condition asks for. */
function askedIn({ analysis: { model } }: CheckedModel, entity: Entity, property: Property): Extract<Meaning, { role: "attribute" }>[] {
  const spec = model.vocabulary.propertyOf(entity, property.name.text);
  if (spec?.value.type !== "condition" && spec?.value.type !== "cases") return [];
  return property.values.flatMap((value) => meaningsIn(model, entity, spec, value)).filter((meaning) => meaning.role === "attribute");
}
