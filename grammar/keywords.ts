// The words that begin a declaration and the words of the condition language. The vocabulary, the parser's recovery
// and the generated TextMate grammar all read these lists.

/** Words that begin a declaration of a model. */
export const modelKeywords = [
  "system",
  "harm",
  "data",
  "boundary",
  "actor",
  "external",
  "device",
  "process",
  "store",
  "interface",
  "flow",
  "role",
  "component",
  "vulnerability",
  "control",
  "assumption",
  "accept",
  "transfer",
  "dismiss",
  "evidence",
  "view",
  "scenario",
  "incident",
  "trend",
  "surveillance",
] as const;

/** Words that begin a declaration of a catalogue. */
export const catalogueKeywords = [
  "kind",
  "protocol",
  "capability",
  "measure",
  "threat",
  "requirement",
  "practice",
  "clause",
  "code",
  "scale",
  "matrix",
  "row",
  "property",
] as const;

/** Words that may stand before a catalogue keyword: change an entry, or switch it off. */
export const modifierKeywords = ["override", "disable"] as const;

/** Every word that begins a declaration. */
export type Keyword = (typeof modelKeywords)[number] | (typeof catalogueKeywords)[number];

/** Every word that begins a declaration, for look-up. */
export const declarationKeywords: ReadonlySet<string> = new Set<string>([...modelKeywords, ...catalogueKeywords]);

/** Words with a meaning inside conditions and cased values. */
export const conditionWords = ["and", "or", "not", "in", "is", "any", "all", "no", "count", "where", "when", "otherwise", "this"] as const;
