// The grammar that colours Ward in editors, made from the tokens and keyword lists so that it cannot fall behind them:
// node grammar/textmate.ts > grammar/ward.tmLanguage.json
import type { TokenType } from "chevrotain";
import { catalogueKeywords, conditionWords, modelKeywords, modifierKeywords } from "./keywords.ts";
import { Arrow, DateToken, NumberToken, Operator, Port } from "./tokens.ts";

interface Rule {
  readonly [key: string]: unknown;
}

// Keywords and properties have the scopes by which editors draw semantic tokens of these types in most themes: a text does not
// change its colours when the server has read it.
const scoped = (name: string): string => `${name}.ward`;
const source = (token: TokenType): string => (token.PATTERN as RegExp).source;

// A word as the lexer reads it, and what must not stand beside it.
const letter = "\\p{L}\\p{M}\\p{N}_";
const word = `[\\p{L}_][${letter}]*(?:-[${letter}]+)*(?![${letter}])`;
const path = `(?:${word}|\\*)(?:\\.(?:${word}|\\*))*`;
const before = `(?<![${letter}.-])`;
const after = `(?![${letter}]|-[${letter}])`;
const oneOf = (words: readonly string[]): string => `(?:${words.join("|")})${after}`;

const keyword = oneOf([...modelKeywords, ...catalogueKeywords]);
const modifier = oneOf(modifierKeywords);
const condition = oneOf(conditionWords);
const named = `(?!${condition})(?!o[nf]\\s+[\\p{L}_*])(?!${path}\\s*->)(${word})`;

const match = (pattern: string, ...names: string[]): Rule => ({
  match: pattern,
  ...(names.length === 1
    ? { name: scoped(names[0] as string) }
    : { captures: Object.fromEntries(names.flatMap((name, index) => (name === "" ? [] : [[index, { name: scoped(name) }]]))) }),
});
const captured = (pattern: string, ...names: string[]): Rule => match(pattern, "", ...names);
const include = (...names: string[]): Rule[] => names.map((name) => ({ include: `#${name}` }));

// A list of names ends behind the first name that no comma follows, also on a later line.
const list = (begin: string, beginScope: string, ...patterns: Rule[]): Rule => ({
  begin,
  beginCaptures: { 1: { name: scoped(beginScope) } },
  end: `(?<=[${letter}*])(?![${letter}*.-])(?!\\s*,)|(?=[{}"=()])`,
  patterns: [...include("comments"), ...patterns, ...include("punctuation")],
});

const declared = (start: string, end: string): Rule =>
  captured(
    `${start}(?:(${modifier})\\s+)?(${keyword})(?:\\s+${named}${end}|(?=\\s*["{])|(?=\\s+${path}\\s*->)|(?=\\s+o[nf]\\s+[\\p{L}_*]))`,
    "keyword.control.modifier",
    "keyword.control.declaration",
    "entity.name.type",
  );

const repository: Record<string, Rule> = {
  comments: {
    patterns: [
      match("///.*$", "comment.line.documentation"),
      match("//.*$", "comment.line.double-slash"),
      { name: scoped("comment.block"), begin: "/\\*", end: "\\*/" },
    ],
  },
  strings: {
    patterns: [
      { name: scoped("string.quoted.triple"), begin: '"""', end: '"""' },
      // A string that is not closed ends with its line, as it does for the parser.
      { name: scoped("string.quoted.double"), begin: '"', end: '"|$', patterns: [match("\\\\.", "constant.character.escape")] },
    ],
  },
  imports: captured(`^\\s*(import)${after}(?!\\s*:)`, "keyword.control.import"),
  property: captured(`${before}(${word})\\s*(:)`, "variable.other.property", "punctuation.separator.key-value"),
  declaration: { patterns: [declared("^\\s*", ""), declared(before, "(?!:)")] },
  arrow: captured(`(${source(Arrow)})\\s*(${path})?`, "keyword.operator.arrow", "variable.other"),
  header: list(
    `${before}(o[nf])\\s+(?=[\\p{L}_*])`,
    "keyword.control.header",
    match(`${before}${keyword}`, "keyword.control.declaration"),
    match(word, "variable.other"),
  ),
  kinds: list("(:)(?=\\s*[\\p{L}_*])", "punctuation.separator.kind", match(word, "entity.other.inherited-class")),
  conditions: {
    patterns: [
      captured(`${before}(is)\\s+(${keyword})`, "keyword.operator.word", "keyword.control.declaration"),
      match(
        `${before}${oneOf(["any", "all", "no", "count"])}(?=\\s+${word}(?!\\s*:))(?!\\s+${keyword}\\s+[\\p{L}_"])`,
        "keyword.other.quantifier",
      ),
      match(`${before}${oneOf(["yes", "no", "true", "false"])}`, "constant.language"),
      match(`${before}${oneOf(["and", "or", "not"])}`, "keyword.operator.logical"),
      match(`${before}${oneOf(["in", "is"])}`, "keyword.operator.word"),
      match(`${before}${oneOf(["where", "when", "otherwise"])}`, "keyword.control.conditional"),
      match(`${before}this${after}`, "variable.language"),
    ],
  },
  literals: {
    patterns: [
      match(`${before}[A-Z]{2,}-\\d+(?:-\\d+)*${after}`, "constant.other.identifier"),
      match(`${before}${source(DateToken)}`, "constant.numeric.date"),
      match(`${before}${source(Port)}`, "constant.numeric.port"),
      match(`${before}${source(NumberToken)}`, "constant.numeric"),
    ],
  },
  operators: match(source(Operator), "keyword.operator.comparison"),
  punctuation: {
    patterns: [
      match("\\{", "punctuation.section.block.begin"),
      match("\\}", "punctuation.section.block.end"),
      match("\\(", "punctuation.section.group.begin"),
      match("\\)", "punctuation.section.group.end"),
      match(",", "punctuation.separator.list"),
      match("\\.", "punctuation.accessor"),
      match("\\*", "constant.other.wildcard"),
    ],
  },
  names: match(word, "variable.other"),
};

/** The grammar's file. */
export function textMateGrammar(): string {
  const grammar = {
    name: "Ward",
    scopeName: "source.ward",
    fileTypes: ["ward"],
    patterns: include(...Object.keys(repository)),
    repository,
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

if (import.meta.main) process.stdout.write(textMateGrammar());
