// The syntax tree of a `.ward` text: plain data, every node with its range as offsets in UTF-16 units
// (`start` inclusive, `end` exclusive). The tree has one shape for every declaration and knows no property by name.

/** A stretch of the text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One word as written: a name, a keyword, a kebab-case word such as `managed-by`. */
export interface Word extends Range {
  readonly type: "word";
  readonly text: string;
}

/** A dotted path; `wildcard` is true for `Clinical.*` (and for a lone `*`, which has no segments). */
export interface Path extends Range {
  readonly type: "path";
  readonly segments: readonly Word[];
  readonly wildcard: boolean;
}

/** A quoted string or a `"""` block; `value` is what it means (escapes and common indentation resolved). */
export interface StringLiteral extends Range {
  readonly type: "string";
  readonly value: string;
  readonly block: boolean;
}

/** A number such as `10` or `2.5`. */
export interface NumberLiteral extends Range {
  readonly type: "number";
  readonly value: number;
}

/** A date such as `2027-05-31`; whether the day exists is checked by the model. */
export interface DateLiteral extends Range {
  readonly type: "date";
  readonly value: string;
}

/** A port such as `443/tcp` or `5000-5010/udp`. */
export interface PortLiteral extends Range {
  readonly type: "port";
  readonly value: string;
}

/** `left and right and …` or `left or right or …`; at least two operands. */
export interface Logical extends Range {
  readonly type: "and" | "or";
  readonly operands: readonly Expression[];
}

/** `not operand`. */
export interface Negation extends Range {
  readonly type: "not";
  readonly operand: Expression;
}

/** `left = right`, `left in (a, b)`; `left` is absent when the item itself is meant. */
export interface Comparison extends Range {
  readonly type: "comparison";
  readonly operator: "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "is";
  readonly left: Expression | undefined;
  readonly right: Expression;
}

/** `any incoming where …`, `count devices`. */
export interface Quantified extends Range {
  readonly type: "quantified";
  readonly quantifier: "any" | "all" | "no" | "count";
  readonly collection: Path;
  readonly where: Expression | undefined;
}

/** Parentheses: one expression to group, or several to list (`in (a, b)`). */
export interface Group extends Range {
  readonly type: "group";
  readonly items: readonly Expression[];
}

/** `critical when …` or `high otherwise`. */
export interface Cased extends Range {
  readonly type: "cased";
  readonly value: Expression;
  readonly when: Expression | undefined;
}

/** Any value of a property. */
export type Expression =
  | Path
  | StringLiteral
  | NumberLiteral
  | DateLiteral
  | PortLiteral
  | Logical
  | Negation
  | Comparison
  | Quantified
  | Group
  | Cased;

/** `name: value, value`. An unfinished property has no values. */
export interface Property extends Range {
  readonly type: "property";
  readonly name: Word;
  readonly values: readonly Expression[];
}

/** What a declaration relates: `A -> B`, `on Element`, `of device`. */
export type Header =
  | ({ readonly type: "arrow"; readonly source: Path | undefined; readonly target: Path | undefined } & Range)
  | ({ readonly type: "on" | "of"; readonly targets: readonly Path[] } & Range);

/** The braces of a declaration and what stands between them; `closed` is false when `}` is missing. */
export interface Body extends Range {
  readonly items: readonly Item[];
  readonly closed: boolean;
}

/** `keyword Name "Title" : Kind, Kind <header> { … }`. */
export interface Declaration extends Range {
  readonly type: "declaration";
  /** `override` or `disable` before the keyword. */
  readonly modifier: Word | undefined;
  readonly keyword: Word;
  readonly name: Word | undefined;
  readonly title: StringLiteral | undefined;
  readonly kinds: readonly Path[];
  readonly headers: readonly Header[];
  readonly body: Body | undefined;
  /** Text of the `///` comments directly above, without the slashes. */
  readonly doc: string | undefined;
}

/** `import "./hospital.ward"`. */
export interface Import extends Range {
  readonly type: "import";
  readonly target: StringLiteral | undefined;
}

/** What stands in a file or between braces. */
export type Item = Import | Declaration | Property;

/** A comment as written, with its delimiters. */
export interface Comment extends Range {
  readonly kind: "line" | "block" | "doc";
  readonly text: string;
}

/** What is wrong with the text, in a person's words; `help` says the way out. */
export interface SyntaxProblem extends Range {
  readonly message: string;
  readonly help?: string | undefined;
}

/** A parsed text. Never partial: what could not be read is in `problems`, everything else in `items`. */
export interface SyntaxTree {
  readonly text: string;
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}
