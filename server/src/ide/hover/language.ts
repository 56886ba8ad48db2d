// What a hover tells about the language itself: keywords, properties, words of a set, attributes, words of conditions, dates.
import type { Expression, Property } from "../../../../grammar/syntax.ts";
import { attributeType } from "../../catalogue/attribute.ts";
import type { Facts } from "../../model/derived/facts.ts";
import type { Model } from "../../model/model.ts";
import { describeType } from "../../model/vocabulary.ts";
import { attributes } from "../../vocabulary/attributes.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { PropertySpec, WordSet } from "../../vocabulary/types.ts";
import type { Meaning } from "../conditions.ts";
import { counted } from "../words.ts";
import { block, blocks, code, plain, plainLine } from "./markdown.ts";

/** Words that are part of the grammar, with what they say. */
const grammarWords: Readonly<Record<string, string>> = {
  import: "Makes the declarations of another file or of a shipped catalogue visible here.",
  on: "What a decision is about, or what a threat can be raised on.",
  of: "What a kind or an added property is for.",
  override: "Changes properties of a catalogue entry; what is not written here stays as it was.",
  disable: "Switches a catalogue entry off, with the reason.",
  and: "Holds where every part holds. In `mitigated-by`: all of these measures together.",
  or: "Holds where at least one part holds. In `mitigated-by`: any of these alternatives.",
  not: "Holds where what follows does not.",
  in: "Holds where the value is one of those in parentheses.",
  is: "Holds for an element of this kind, of a kind that specialises it, or of this keyword.",
  any: "Holds where at least one item of the collection is there and passes `where`. Of a collection of several values any one counts.",
  all: "Holds where every item of the collection passes `where`; also where there is no item.",
  no: "Holds where no item of the collection passes `where`.",
  count: "The number of items of the collection that pass `where`.",
  where:
    "A condition on each item of the collection: names belong to the item, `this` is the element itself. It reaches as far right as it can.",
  when: "The value before it counts where this condition holds.",
  otherwise: "The value that counts where no case before it does.",
  this: "The element that the threat or requirement is raised on.",
  yes: "It is so.",
};

const wordTypes: Readonly<Record<string, string>> = {
  text: "Values are texts in quotes.",
  number: "Values are numbers.",
  "yes-no": "Values are `yes` or `no`.",
  date: "Values are dates such as `2027-05-31`.",
  word: "Values are the words that `words:` lists.",
};

/** The meaning of a word of the grammar. */
export function grammarHover(word: string): string | undefined {
  const meaning = Object.hasOwn(grammarWords, word) ? grammarWords[word] : undefined;
  return meaning && `${code(word)}: ${meaning}`;
}

/** The meaning of a type after the colon of a `property` declaration. */
export function typeHover(word: string): string | undefined {
  const meaning = Object.hasOwn(wordTypes, word) ? wordTypes[word] : undefined;
  return meaning && `${code(word)}: ${meaning}`;
}

/** A keyword: what it declares, where it stands, an example. */
export function keywordHover(word: string): string | undefined {
  const spec = declarationSpec(word);
  if (spec === undefined) return undefined;
  const places = spec.within.map((place) => (place === "file" ? "at the top level" : `in a ${place}`)).join(" or ");
  const needed = spec.properties.filter(({ required }) => required).map(({ name }) => code(name));
  return blocks(
    `**${plainLine(spec.title)}** (${code(word)})  \n${plain(spec.doc)}`,
    `Stands ${places}.${needed.length > 0 ? ` Needs ${needed.join(", ")}.` : ""}`,
    block(spec.example),
  );
}

/** A property: what it says, what it takes, what holds without it. */
export function propertyHover(spec: PropertySpec, keyword: string): string {
  const facts = [
    spec.required ? `Required${spec.unless ? ` unless ${code(spec.unless)} is given` : ""}.` : "",
    spec.default ? `Without it: ${plainLine(spec.default)}.` : "",
  ].filter((part) => part !== "");
  return blocks(
    `**${plainLine(spec.name)}** (${code(keyword)})  \n${plain(spec.doc)}`,
    `Takes ${typeWords(spec)}.${facts.length > 0 ? ` ${facts.join(" ")}` : ""}`,
    spec.value.type === "word" || spec.value.type === "cases" ? wordList(spec.value.set) : undefined,
  );
}

function typeWords(spec: PropertySpec): string {
  const { value, list } = spec;
  if (value.type === "word" || value.type === "cases") return `${list ? "words" : "a word"} of ${code(value.set.name)}`;
  return describeType(value, list);
}

function wordList(set: WordSet): string {
  const order = set.ordered ? ", from lowest to highest" : "";
  return `${plainLine(set.title)}${order}:\n${set.words.map(([word, meaning]) => `- ${code(word)}: ${plainLine(meaning)}`).join("\n")}`;
}

/** A word of a set: its meaning, and the words it stands among. */
export function wordHover(set: WordSet, word: string): string | undefined {
  const meaning = set.words.find(([known]) => known === word)?.[1];
  if (meaning === undefined) return undefined;
  const others = set.words
    .map(([known]) => (known === word ? `**${plainLine(known)}**` : plainLine(known)))
    .join(set.ordered ? " < " : ", ");
  return blocks(`${code(word)}: ${plainLine(meaning)}`, `${plainLine(set.title)}: ${others}`);
}

/** A word of a condition. */
export function meaningHover(model: Model, meaning: Meaning): string | undefined {
  if (meaning.role === "word") return wordHover(meaning.set, meaning.word.text);
  if (meaning.role === "keyword") return keywordHover(meaning.word.text);
  if (meaning.role === "attribute") return attributeHover(model, meaning.word.text, meaning.owners);
  return grammarHover(meaning.word.text);
}

// An attribute may mean something else on each of the elements it can belong to; each meaning is told once.
function attributeHover(model: Model, name: string, owners: readonly Parameters<typeof attributeType>[1][]): string | undefined {
  const byDoc = new Map<string, { owners: string[]; derived: boolean; type: string }>();
  for (const owner of owners) {
    const derived = attributes.find((spec) => spec.name === name && spec.on.includes(owner));
    const doc = derived?.doc ?? model.vocabulary.property(owner, name)?.doc;
    const type = attributeType(model.vocabulary, owner, name);
    if (doc === undefined || type === undefined) continue;
    const words = type.base === "entity" ? type.keywords.join(", ") : type.base === "word" ? `a word of ${type.set.name}` : type.base;
    const entry = byDoc.get(doc) ?? { owners: [], derived: derived !== undefined, type: `${words}${type.many ? ", several" : ""}` };
    entry.owners.push(owner);
    byDoc.set(doc, entry);
  }
  if (byDoc.size === 0) return undefined;
  return blocks(
    ...[...byDoc].map(
      ([doc, entry]) =>
        `${code(name)} of ${entry.owners.join(", ")} (${entry.type}; ${entry.derived ? "derived" : "a property"})  \n${plain(doc)}`,
    ),
  );
}

/** A date and whether it is over on the day of the analysis. */
export function dateHover(facts: Facts, property: Property, date: Extract<Expression, { type: "date" }>): string | undefined {
  const days = Math.round((Date.parse(`${date.value}T00:00:00Z`) - Date.parse(`${facts.today}T00:00:00Z`)) / 86_400_000);
  if (Number.isNaN(days)) return undefined;
  const isLast = property.name.text === "until";
  if (days < 0)
    return `${code(date.value)} ${isLast ? "is **over**" : "was"} ${counted(-days, "day")} ago${isLast ? ": the decision no longer counts" : ""}`;
  if (days === 0) return `${code(date.value)} is today${isLast ? ": the last day on which the decision counts" : ""}`;
  return `${code(date.value)} is in ${counted(days, "day")}${isLast ? ": the decision counts until then" : ""}`;
}
