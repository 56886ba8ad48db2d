// Ways from a name to what is behind it: its declaration, its kinds or threat, and what answers or uses it.
import type { Range } from "../../../grammar/syntax.ts";
import { type Entity, nameRange } from "../model/types.ts";
import type { SourceFile } from "../source/types.ts";
import { meaningsIn } from "./conditions.ts";
import { addedProperty } from "./hover.ts";
import { entityOf, placeAt, symbolAt } from "./locate.ts";
import { distinct, lookupOf } from "./lookup.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import type { Target } from "./types.ts";

/** Where what stands under the cursor is declared; an entry's overrides too, since they say what it is now. */
export function definition(snapshot: Snapshot, offset: number): Target[] {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return [...imported(snapshot, offset), ...propertyDeclaration(snapshot, offset)];
  return [symbol.entity, ...symbol.entity.overrides].map((entity) => targetOf(entity, symbol.range));
}

/** Where what stands under the cursor was first declared. */
export function declaration(snapshot: Snapshot, offset: number): Target[] {
  const symbol = symbolAt(snapshot, offset);
  return symbol ? [targetOf(symbol.entity, symbol.range)] : definition(snapshot, offset);
}

/** The kinds of an element, the measures of a control, the requirements of an assumption, the threat of a decision. */
export function typeDefinition(snapshot: Snapshot, offset: number): Target[] {
  const symbol = symbolAt(snapshot, offset);
  const analysis = analysisOf(snapshot);
  if (symbol && analysis) {
    const { entity, range } = symbol;
    const types = entity.kinds.length > 0 ? entity.kinds : analysis.model.refs(entity, "protocol");
    if (types.length > 0) return types.map((type) => targetOf(type, range));
  }
  const { declarations, property, word } = placeAt(snapshot.file.tree.items, offset);
  const around = property ? undefined : entityOf(snapshot, declarations.at(-1));
  const origin = symbol?.range ?? word;
  return around?.subject && origin ? [targetOf(around.subject, origin)] : [];
}

/**
 * What stands behind an entry in the model: what answers a threat, what states a requirement, what is of a kind, uses a
 * protocol or gives a measure. In every model that sees the file.
 */
export function implementation(snapshot: Snapshot, offset: number): Target[] {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return [];
  const found = snapshot.models.flatMap((model) => {
    const entity = lookupOf(model.analysis).entityOf(symbol.entity.node);
    return entity ? behind(model, entity) : [];
  });
  return distinct(found.map((entity) => targetOf(entity, symbol.range)));
}

function behind({ analysis }: Snapshot["models"][number], entity: Entity): Entity[] {
  const { model } = analysis;
  const lookup = lookupOf(analysis);
  const user = model.entities.filter(({ file, node }) => file.origin === "user" && !node.modifier);
  switch (entity.keyword) {
    case "threat":
      return lookup.threatsOf(entity).flatMap(({ answers }) => answers.filter(({ file }) => file.origin === "user"));
    case "requirement":
      return user.filter((one) => one.keyword === "assumption" && one.kinds.includes(entity));
    case "kind":
    case "measure":
      return user.filter((one) => one !== entity && model.kindsOf(one).has(entity));
    case "protocol":
      return user.filter((one) => one !== entity && [one, ...model.refs(one, "protocol")].some((used) => model.kindsOf(used).has(entity)));
    default:
      return [];
  }
}

function targetOf(entity: Entity, origin: Range): Target {
  return { file: entity.file, range: nameRange(entity), full: entity.node, origin };
}

/** The files of the import under the cursor. */
function imported(snapshot: Snapshot, offset: number): Target[] {
  const found = snapshot.file.imports.find(({ node }) => node.start <= offset && offset <= node.end);
  const start = { start: 0, end: 0 };
  return (found?.files ?? []).map((file: SourceFile) => ({ file, range: start, full: start, origin: found?.node.target }));
}

/** The declaration of a property that a catalogue added, from where it is set or asked for. */
function propertyDeclaration(snapshot: Snapshot, offset: number): Target[] {
  const { declarations, property, value, word } = placeAt(snapshot.file.tree.items, offset);
  const around = declarations.at(-1);
  const analysis = analysisOf(snapshot);
  if (property === undefined || around === undefined || word === undefined || analysis === undefined) return [];
  if (word === property.name) {
    const added = addedProperty(snapshot, word.text, around);
    return added ? [targetOf(added, word)] : [];
  }
  const entity = entityOf(snapshot, around);
  const spec = entity && analysis.model.vocabulary.propertyOf(entity, property.name.text);
  if (entity === undefined || spec === undefined || value === undefined) return [];
  const meaning = meaningsIn(analysis.model, entity, spec, value).find((one) => one.word === word);
  if (meaning?.role !== "attribute") return [];
  const added = analysis.model
    .of("property")
    .filter(({ name, appliesTo }) => name === word.text && appliesTo.some((one) => meaning.owners.includes(one)));
  return added.map((one) => targetOf(one, word));
}
