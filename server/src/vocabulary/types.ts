// The shapes of the vocabulary: what a declaration is called, where it may stand, which properties it takes and of
// which type. Checking, completion, hover and the reference documentation read the same table.
import type { Keyword } from "../../../grammar/keywords.ts";

/** An ordered or unordered closed set of words, e.g. `managed-by` or `severity`. */
export interface WordSet {
  readonly name: string;
  readonly title: string;
  /** The words with their meanings; in an ordered set from lowest to highest. */
  readonly words: readonly (readonly [word: string, meaning: string])[];
  readonly ordered: boolean;
}

/** The type of a property's values. */
export type ValueType =
  | { readonly type: "text" | "number" | "yes-no" | "date" | "port" }
  | { readonly type: "word"; readonly set: WordSet }
  /** A name of a declaration of one of these keywords; `wildcard` allows `Container.*`. */
  | { readonly type: "reference"; readonly to: readonly Keyword[]; readonly wildcard?: boolean }
  /** `CWE-306`, `CAPEC-94`, `CVE-2024-5535`; `text` allows others in quotes. */
  | { readonly type: "identifier"; readonly text?: true }
  /** A yes/no expression over the model. */
  | { readonly type: "condition" }
  /** A positive and/or expression over measures. */
  | { readonly type: "measures" }
  /** `critical when …, high otherwise` over a word set. */
  | { readonly type: "cases"; readonly set: WordSet }
  /** Any single word; what it must be is known only to the declaration's owner (cells of a matrix). */
  | { readonly type: "any-word" };

/** One property that a declaration takes. */
export interface PropertySpec {
  readonly name: string;
  readonly value: ValueType;
  readonly list: boolean;
  readonly required: boolean;
  /** Another property in whose presence this one is not required. */
  readonly unless?: string;
  /** What holds when the property is absent, as a sentence part for readers ("manufacturer"). */
  readonly default?: string;
  readonly doc: string;
}

/** How the part between name and body looks. */
export type HeaderSpec =
  | { readonly form: "none" }
  | { readonly form: "arrow"; readonly ends: readonly Keyword[] }
  | { readonly form: "on"; readonly to: readonly Keyword[]; readonly wildcard: boolean }
  | { readonly form: "on-keyword" | "of-keyword"; readonly keywords: readonly Keyword[] };

/** One declaration of the language. */
export interface DeclarationSpec {
  readonly keyword: Keyword;
  readonly title: string;
  readonly area: "model" | "catalogue";
  readonly doc: string;
  /** `own`: the name is a new symbol; `subject`: the name refers to an entry of that keyword (`accept Threat on …`). */
  readonly name: "own" | "subject";
  /** Keywords of the declarations it may stand in; `file` is the top level. */
  readonly within: readonly (Keyword | "file")[];
  /** What `: Kind` refers to; absent when the declaration takes no kinds. */
  readonly kinds?: { readonly to: Keyword; readonly required: boolean };
  readonly header: HeaderSpec;
  readonly properties: readonly PropertySpec[];
  readonly example: string;
}

const property =
  (value: ValueType) =>
  (name: string, doc: string, options: { list?: boolean; required?: boolean; unless?: string; default?: string } = {}): PropertySpec => ({
    name,
    value,
    doc,
    list: options.list ?? false,
    required: options.required ?? false,
    ...(options.unless === undefined ? {} : { unless: options.unless }),
    ...(options.default === undefined ? {} : { default: options.default }),
  });

/** A property of free text. */
export const text = property({ type: "text" });
/** A property of a number. */
export const number = property({ type: "number" });
/** A property of yes or no. */
export const yesNo = property({ type: "yes-no" });
/** A property of a calendar date. */
export const date = property({ type: "date" });
/** A property of ports. */
export const port = property({ type: "port" });
/** A property of identifiers such as `CWE-306`. */
export const identifier = property({ type: "identifier" });
/** A property of identifiers, of which those of other lists stand in quotes. */
export const identifierOrText = property({ type: "identifier", text: true });
/** A property holding a condition. */
export const condition = property({ type: "condition" });
/** A property holding an and/or expression over measures. */
export const measures = property({ type: "measures" });
/** A property of words from a set. */
export const words = (set: WordSet): ReturnType<typeof property> => property({ type: "word", set });
/** A property of cases over a set. */
export const cases = (set: WordSet): ReturnType<typeof property> => property({ type: "cases", set });
/** A property that refers to declarations. */
export const refs = (...to: Keyword[]): ReturnType<typeof property> => property({ type: "reference", to });
/** A property whose words are checked elsewhere. */
export const anyWords = property({ type: "any-word" });
