// What may begin at a place: properties that the declaration still lacks, and declarations that may stand there.
import { catalogueKeywords, modelKeywords } from "../../../../grammar/keywords.ts";
import { describeType } from "../../model/vocabulary.ts";
import { disableProperties } from "../../vocabulary/catalogue.ts";
import { declarations } from "../../vocabulary/index.ts";
import type { DeclarationSpec, PropertySpec, ValueType } from "../../vocabulary/types.ts";
import type { Completion } from "../types.ts";
import { appliesTo, type Context, keywordOf, order, restOfLine, suggestion, takenProperties } from "./context.ts";

/** Properties and keywords that can begin at the cursor; `late` puts them after what else is suggested. */
export function* itemCompletions(context: Context, late = false): Iterable<Completion> {
  const { cursor } = context;
  const head = cursor.around.at(-1);
  const group = (name: string): string => (late ? `y${name}` : name);
  if (head === undefined) yield* fileKeywords(context, group);
  else {
    const keyword = keywordOf(head);
    if (keyword === undefined) return;
    yield* freeProperties(context, group);
    for (const spec of declarations)
      if (spec.within.includes(keyword) && head.modifier === undefined)
        yield keywordSuggestion(context, spec, order(group("c"), declarations.indexOf(spec)));
  }
}

function* fileKeywords(context: Context, group: (name: string) => string): Iterable<Completion> {
  const hasSystem = context.analysis?.model.system !== undefined;
  const isCatalogue = writesCatalogue(context);
  for (const spec of declarations) {
    if (!spec.within.includes("file")) continue;
    const first = (spec.area === "catalogue") === isCatalogue;
    const place = spec.keyword === "system" && hasSystem ? "e" : first ? "b" : "d";
    yield keywordSuggestion(context, spec, order(group(place), declarations.indexOf(spec)));
  }
  const plain = restOfLine(context).trim() !== "";
  yield suggestion(context, "import", "keyword", {
    detail: "Import",
    documentation: "Makes the declarations of another file, or of a catalogue that ships with the tool, visible here.",
    insert: plain ? "import" : 'import "$1"',
    snippet: !plain,
    order: order(group("c")),
    retrigger: true,
  });
  const modifiers = [
    ["override", "Changes properties of a catalogue entry for this model."],
    ["disable", "Switches a catalogue entry off for this model, with a reason."],
  ] as const;
  for (const [word, documentation] of modifiers) {
    yield suggestion(context, word, "keyword", {
      detail: "Catalogue entry",
      documentation,
      insert: plain ? word : `${word} `,
      order: order(group(isCatalogue ? "c" : "d"), 99),
      retrigger: true,
    });
  }
}

/** Whether the file is mostly a catalogue: then its keywords come first. */
function writesCatalogue({ snapshot }: Context): boolean {
  let weight = 0;
  for (const item of snapshot.file.tree.items) {
    if (item.type !== "declaration") continue;
    if ((catalogueKeywords as readonly string[]).includes(item.keyword.text)) weight++;
    else if ((modelKeywords as readonly string[]).includes(item.keyword.text)) weight--;
  }
  return weight > 0;
}

/** A keyword as a skeleton of its declaration, or as the mere word where the rest of the line has one already. */
function keywordSuggestion(context: Context, spec: DeclarationSpec, place: string): Completion {
  const plain = restOfLine(context).replace(/^[\s}]+/, "") !== "";
  return suggestion(context, spec.keyword, plain ? "keyword" : "snippet", {
    detail: spec.title,
    documentation: `${spec.doc}\n\n\`\`\`ward\n${spec.example}\n\`\`\``,
    insert: plain ? spec.keyword : skeleton(spec),
    snippet: !plain,
    order: place,
  });
}

/** A declaration as a snippet: name, title, header and the properties that it needs. */
function skeleton(spec: DeclarationSpec): string {
  let stop = 0;
  const hole = (word: string): string => `\${${++stop}:${word}}`;
  const parts: string[] = [spec.keyword];
  if (spec.name === "subject") parts.push(hole("Threat"));
  else parts.push(hole(spec.keyword === "row" ? "word" : "Name"));
  if (spec.name === "own" && spec.keyword !== "row") parts.push(`"${hole("Title")}"`);
  const { header } = spec;
  if (header.form === "arrow") parts.push(`${hole("Source")} -> ${hole("Target")}`);
  else if (header.form === "on") parts.push(`on ${hole("Element")}`);
  else if (header.form === "on-keyword") parts.push(`on ${hole("flow")}`);
  else if (header.form === "of-keyword") parts.push(`of ${hole("device")}`);
  if (spec.kinds?.required)
    parts.push(`: ${hole(spec.kinds.to === "measure" ? "Measure" : spec.kinds.to === "requirement" ? "Requirement" : "Practice")}`);
  if (spec.keyword === "property") parts.push(`: ${hole("number")}`);
  const required = spec.properties.filter((property) => property.required);
  const lines = required.map((property) => `  ${property.name}: ${valueHole(property.value, () => ++stop)}`);
  const isContainer = declarations.some((other) => (other.within as readonly string[]).includes(spec.keyword));
  if (lines.length > 0) return `${parts.join(" ")} {\n${lines.join("\n")}$0\n}`;
  return isContainer || header.form === "arrow" ? `${parts.join(" ")} {\n  $0\n}` : `${parts.join(" ")}$0`;
}

function valueHole(type: ValueType, stop: () => number): string {
  if (type.type === "text") return `"$${stop()}"`;
  if (type.type === "yes-no") return `\${${stop()}|yes,no|}`;
  if (type.type === "word" || type.type === "cases") return `\${${stop()}|${type.set.words.map(([word]) => word).join(",")}|}`;
  return `$${stop()}`;
}

function* freeProperties(context: Context, group: (name: string) => string): Iterable<Completion> {
  const { head, vocabulary, entity } = context;
  const keyword = keywordOf(head);
  if (keyword === undefined) return;
  const taken = takenProperties(context);
  if (head?.modifier === "disable") {
    for (const spec of disableProperties) if (!taken.has(spec.name)) yield propertySuggestion(context, spec, order(group("a")));
    return;
  }
  const names = vocabulary.propertyNames({ keyword, appliesTo: keyword === "kind" ? [...appliesTo(context)] : [] });
  const given = new Set(
    entity?.kinds.flatMap((kind) => [...(context.analysis?.model.kindsOf(kind) ?? [])]).flatMap((kind) => [...kind.properties.keys()]) ??
      [],
  );
  for (const [index, name] of names.entries()) {
    if (taken.has(name)) continue;
    const spec = [keyword, ...(keyword === "kind" ? appliesTo(context) : [])]
      .map((one) => vocabulary.property(one, name))
      .find((one) => one !== undefined);
    if (spec === undefined) continue;
    const needed =
      spec.required && head?.modifier === undefined && !(keyword === "kind") && !given.has(name) && !given.has(spec.unless ?? name);
    yield propertySuggestion(context, spec, order(group(needed ? "a" : "b"), index), needed);
  }
}

/** A property with its colon, ready for its value. */
function propertySuggestion(context: Context, spec: PropertySpec, place: string, needed = false): Completion {
  const hasColon = /^\s*:/.test(restOfLine(context));
  const quoted = spec.value.type === "text";
  const blank = restOfLine(context).replace(/^[\s}]+/, "") === "";
  const insert = hasColon ? spec.name : quoted && blank ? `${spec.name}: "$1"` : `${spec.name}: `;
  return suggestion(context, spec.name, "property", {
    detail: `${needed ? "required, " : ""}${describeType(spec.value, spec.list).replaceAll("`", "")}`,
    documentation: spec.default === undefined ? spec.doc : `${spec.doc}\n\nWhen it is not given: ${spec.default}.`,
    insert,
    snippet: insert.endsWith('"$1"'),
    order: place,
    retrigger: !hasColon && !quoted,
  });
}
