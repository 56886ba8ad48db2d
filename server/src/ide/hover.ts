// Hover: what stands under the cursor, told in Markdown. Finds out what it is; `hover/` holds the words for each sort.
import { modifierKeywords } from "../../../grammar/keywords.ts";
import type { Declaration, Expression, Range } from "../../../grammar/syntax.ts";
import type { Analysis } from "../analysis/types.ts";
import type { Scoring } from "../cvss/score.ts";
import { isModelKeyword } from "../model/collect.ts";
import type { Entity } from "../model/types.ts";
import { declarationSpec } from "../vocabulary/index.ts";
import type { PropertySpec } from "../vocabulary/types.ts";
import { meaningsIn } from "./conditions.ts";
import { entryHover, kindHover, measureHover, protocolHover, requirementHover } from "./hover/catalogue.ts";
import { elementHover } from "./hover/element.ts";
import { dateHover, grammarHover, keywordHover, meaningHover, propertyHover, typeHover, wordHover } from "./hover/language.ts";
import { code, plainLine } from "./hover/markdown.ts";
import { decisionHover, referenceLink, threatHover } from "./hover/threat.ts";
import { vectorHover } from "./hover/vulnerability.ts";
import { entityOf, type Place, placeAt, symbolAt } from "./locate.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import type { Hover } from "./types.ts";
import { counted } from "./words.ts";

/** What is known about the place under the cursor; vectors of CVSS have a score where something is given that scores them. */
export function hover(snapshot: Snapshot, offset: number, scoring?: Scoring): Hover | undefined {
  const { tree } = snapshot.file;
  if (tree.comments.some(({ start, end }) => start <= offset && offset < end)) return undefined;
  const place = placeAt(tree.items, offset);
  const analysis = analysisOf(snapshot);
  const symbol = analysis && symbolAt(snapshot, offset);
  if (symbol) return { range: symbol.range, markdown: symbolHover(snapshot, analysis, symbol.entity, place, scoring) };
  return (
    importHover(snapshot, offset) ??
    valueHover(snapshot, place, offset, scoring) ??
    headerHover(place) ??
    conditionWordHover(snapshot, place, offset)
  );
}

function symbolHover(snapshot: Snapshot, analysis: Analysis, entity: Entity, place: Place, scoring: Scoring | undefined): string {
  const declaration = place.declarations.at(-1);
  const around = entityOf(snapshot, declaration);
  const isSubject = around?.subject === entity && !around.node.modifier && place.word === declaration?.name && place.property === undefined;
  return isSubject ? decisionHover(analysis, around, entity) : entityMarkdown(analysis, entity, scoring);
}

/** What a hover tells about an entity. */
export function entityMarkdown(analysis: Analysis, entity: Entity, scoring?: Scoring): string {
  switch (entity.keyword) {
    case "threat":
      return threatHover(analysis, entity);
    case "measure":
      return measureHover(analysis, entity);
    case "requirement":
      return requirementHover(analysis, entity);
    case "kind":
      return kindHover(analysis, entity);
    case "protocol":
      return protocolHover(analysis, entity);
    default:
      return isModelKeyword(entity.keyword) ? elementHover(analysis, entity, scoring) : entryHover(analysis, entity);
  }
}

function importHover(snapshot: Snapshot, offset: number): Hover | undefined {
  const found = snapshot.file.imports.find(({ node }) => node.start <= offset && offset <= node.end);
  const target = found?.node.target;
  if (found === undefined) return undefined;
  if (target === undefined || offset < target.start)
    return told({ start: found.node.start, end: found.node.start + "import".length }, grammarHover("import"));
  if (found.files.length === 0) return told(target, found.problem?.detail ? plainLine(found.problem.detail) : undefined);
  const declared = found.files.reduce((sum, file) => sum + file.tree.items.filter(({ type }) => type === "declaration").length, 0);
  const files = found.files.length === 1 ? code(found.files[0]?.path ?? "") : counted(found.files.length, "file");
  return told(target, `${files}: ${counted(declared, "declaration")} at the top level`);
}

/** A property's name, or a value that is no name. */
function valueHover(snapshot: Snapshot, place: Place, offset: number, scoring: Scoring | undefined): Hover | undefined {
  const { property, value, word } = place;
  const declaration = place.declarations.at(-1);
  if (property === undefined || declaration === undefined) return undefined;
  const spec = specOf(snapshot, declaration, property.name.text);
  if (spec === undefined) return undefined;
  if (word === property.name) return told(word, propertyMarkdown(snapshot, spec, declaration));
  const analysis = analysisOf(snapshot);
  if (value === undefined || analysis === undefined) return undefined;
  if (value.type === "string" && spec.name === "cvss") return told(value, vectorHover(value.value, scoring));
  if (value.type === "date") return told(value, dateHover(analysis.facts, property, value));
  if (word && spec.value.type === "word") return told(word, wordHover(spec.value.set, word.text));
  if (word && spec.value.type === "yes-no") return told(word, `${code(word.text)}: ${plainLine(spec.doc)}`);
  if (word && spec.value.type === "identifier") return told(word, referenceLink(word.text));
  const entity = entityOf(snapshot, declaration);
  const meaning =
    entity && meaningsIn(analysis.model, entity, spec, value).find((one) => one.word.start <= offset && offset <= one.word.end);
  return meaning && told(meaning.word, meaningHover(analysis.model, meaning));
}

function propertyMarkdown(snapshot: Snapshot, spec: PropertySpec, declaration: Declaration): string {
  const added = addedProperty(snapshot, spec.name, declaration);
  return `${propertyHover(spec, declaration.keyword.text)}${added ? `\n\nAdded by ${code(added.file.path)}` : ""}`;
}

/** The `property` declaration of a catalogue that added a property, if one did. */
export function addedProperty(snapshot: Snapshot, name: string, declaration: Declaration): Entity | undefined {
  const analysis = analysisOf(snapshot);
  const keyword = declaration.keyword.text;
  if (declarationSpec(keyword)?.properties.some((property) => property.name === name)) return undefined;
  const applies: readonly string[] = keyword === "kind" ? (entityOf(snapshot, declaration)?.appliesTo ?? []) : [keyword];
  return analysis?.model.of("property").find((entity) => entity.name === name && entity.appliesTo.some((one) => applies.includes(one)));
}

function specOf(snapshot: Snapshot, declaration: Declaration, name: string): PropertySpec | undefined {
  const entity = entityOf(snapshot, declaration);
  const model = analysisOf(snapshot)?.model;
  if (entity && model) return model.vocabulary.propertyOf(entity, name);
  return declarationSpec(declaration.keyword.text)?.properties.find((property) => property.name === name);
}

/** Keywords and modifiers, and the keywords after `on` and `of`. */
function headerHover({ declarations, word, property, path }: Place): Hover | undefined {
  const declaration = declarations.at(-1);
  if (declaration === undefined || word === undefined || property !== undefined) return undefined;
  if (word === declaration.keyword) return told(word, keywordHover(word.text));
  if (word === declaration.modifier)
    return told(word, (modifierKeywords as readonly string[]).includes(word.text) ? grammarHover(word.text) : undefined);
  if (path && declaration.keyword.text === "property" && declaration.kinds.includes(path)) return told(word, typeHover(word.text));
  return path ? told(word, keywordHover(word.text)) : undefined;
}

/** `and`, `where`, `on`: words of the grammar are no nodes of the tree, so they are read from the text. */
function conditionWordHover({ file }: Snapshot, { declarations, property, value, word }: Place, offset: number): Hover | undefined {
  const declaration = declarations.at(-1);
  if (declaration === undefined || word !== undefined || isText(value, offset)) return undefined;
  const isHeader = property === undefined && declaration.headers.some(({ start, end }) => start <= offset && offset <= end);
  if (value === undefined && !isHeader) return undefined;
  const { text } = file.tree;
  let start = offset;
  let end = offset;
  while (start > 0 && /[a-z]/.test(text[start - 1] as string)) start--;
  while (end < text.length && /[a-z]/.test(text[end] as string)) end++;
  const found = text.slice(start, end);
  return told({ start, end }, isHeader && found !== "on" && found !== "of" ? undefined : grammarHover(found));
}

function isText(value: Expression | undefined, offset: number): boolean {
  if (value === undefined) return false;
  if (value.type === "string") return true;
  if (value.type === "comparison")
    return [value.left, value.right].some((side) => side?.type === "string" && side.start <= offset && offset <= side.end);
  return false;
}

function told(range: Range, markdown: string | undefined): Hover | undefined {
  return markdown === undefined ? undefined : { range: { start: range.start, end: range.end }, markdown };
}
