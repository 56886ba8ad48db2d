// Semantic tokens: every word of a text coloured by what it means, and strings, numbers, operators and comments too, so that
// an editor without a grammar for Ward shows the file as one with it.
import type { IToken } from "chevrotain";
import { conditionWords, type Keyword } from "../../../grammar/keywords.ts";
import type { Declaration, Expression, Item, Path, Range, Word } from "../../../grammar/syntax.ts";
import { createLexer } from "../../../grammar/tokens.ts";
import type { Analysis } from "../analysis/types.ts";
import type { Entity } from "../model/types.ts";
import { declarationSpec } from "../vocabulary/index.ts";
import { type Meaning, meaningsIn } from "./conditions.ts";
import { lookupOf } from "./lookup.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import type { SemanticToken, SemanticTokenModifier, SemanticTokenType } from "./types.ts";

interface Colour {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

const colour = (type: SemanticTokenType, ...modifiers: SemanticTokenModifier[]): Colour => ({ type, modifiers });

/** The type of a declaration's name, by keyword; what is not here is a class. */
const types: Readonly<Partial<Record<Keyword, SemanticTokenType>>> = {
  system: "namespace",
  boundary: "namespace",
  flow: "function",
  data: "variable",
  harm: "variable",
  control: "parameter",
  assumption: "parameter",
  evidence: "parameter",
  view: "parameter",
  scenario: "parameter",
  incident: "parameter",
  trend: "parameter",
  surveillance: "parameter",
  kind: "type",
  protocol: "type",
  capability: "interface",
  measure: "interface",
  requirement: "interface",
  practice: "interface",
  clause: "interface",
  code: "interface",
  threat: "event",
  scale: "type",
  matrix: "type",
  row: "enumMember",
  property: "property",
};

const grammarWords: ReadonlySet<string> = new Set([...conditionWords, "import", "on", "of"]);

const byToken: Readonly<Record<string, SemanticTokenType>> = {
  Text: "string",
  Block: "string",
  Date: "number",
  Port: "number",
  Number: "number",
  Arrow: "operator",
  Operator: "operator",
  Star: "operator",
};

const roles: Readonly<Record<Meaning["role"], SemanticTokenType>> = {
  attribute: "property",
  word: "enumMember",
  "yes-no": "enumMember",
  keyword: "keyword",
  this: "keyword",
  name: "type",
};

let lexer: ReturnType<typeof createLexer> | undefined;

/** The tokens of a file in the order of the text; none overlaps another or goes over a line break. */
export function semanticTokens(snapshot: Snapshot): SemanticToken[] {
  const { tree, path } = snapshot.file;
  const colours = new Painter(analysisOf(snapshot), path).paint(tree.items);
  lexer ??= createLexer();
  const tokens: SemanticToken[] = [];
  for (const token of lexer.tokenize(tree.text).tokens) {
    const found = colours.get(token.startOffset) ?? colourOf(token);
    if (found) tokens.push({ start: token.startOffset, end: token.startOffset + token.image.length, ...found });
  }
  const comments = tree.comments.map(({ start, end, kind }) => ({
    start,
    end,
    ...(kind === "doc" ? colour("comment", "documentation") : colour("comment")),
  }));
  return [...tokens, ...comments].sort((a, b) => a.start - b.start).flatMap((token) => lines(tree.text, token));
}

function colourOf({ tokenType, image }: IToken): Colour | undefined {
  if (tokenType.name === "Word") return colour(grammarWords.has(image) ? "keyword" : "variable");
  const type = byToken[tokenType.name];
  return type && colour(type);
}

function lines(text: string, token: SemanticToken): SemanticToken[] {
  const written = text.slice(token.start, token.end);
  if (!/[\r\n]/.test(written)) return [token];
  return [...written.matchAll(/[^\r\n]+/g)]
    .map(({ 0: line, index }) => {
      const space = line.length - line.trimStart().length;
      return { ...token, start: token.start + index + space, end: token.start + index + line.length };
    })
    .filter(({ start, end }) => start < end);
}

/** Finds the colours of words by walking the tree, then by what the names refer to. */
class Painter {
  private readonly colours = new Map<number, Colour>();
  private readonly analysis: Analysis | undefined;
  private readonly path: string;

  constructor(analysis: Analysis | undefined, path: string) {
    this.analysis = analysis;
    this.path = path;
  }

  paint(items: readonly Item[]): ReadonlyMap<number, Colour> {
    this.items(items, undefined);
    if (this.analysis === undefined) return this.colours;
    for (const { range, target } of lookupOf(this.analysis).mentionsIn(this.path)) this.colours.set(range.start, nameColour(target));
    return this.colours;
  }

  private items(items: readonly Item[], around: Declaration | undefined): void {
    for (const item of items) {
      if (item.type === "import") this.set(item, colour("keyword"));
      else if (item.type === "declaration") this.declaration(item);
      else {
        this.set(item.name, colour("property"));
        for (const value of item.values) this.value(value, item.name.text, around);
      }
    }
  }

  private declaration(node: Declaration): void {
    const { modifier, keyword, name, kinds, headers, body } = node;
    if (modifier) this.set(modifier, colour("keyword"));
    const spec = declarationSpec(keyword.text);
    this.set(keyword, colour(spec ? "keyword" : "variable"));
    if (name) this.set(name, colour(types[keyword.text as Keyword] ?? "class", "declaration"));
    const kindWords = keyword.text === "property" ? "keyword" : (types[spec?.kinds?.to ?? "kind"] ?? "type");
    for (const kind of kinds) this.words(kind, colour(kindWords));
    for (const header of headers) {
      if (header.type === "arrow") continue;
      const isKeyword = spec?.header.form === "on-keyword" || spec?.header.form === "of-keyword";
      if (isKeyword) for (const target of header.targets) this.words(target, colour("keyword"));
    }
    if (body) this.items(body.items, node);
  }

  private value(value: Expression, property: string, around: Declaration | undefined): void {
    const model = this.analysis?.model;
    const entity = around && this.analysis && lookupOf(this.analysis).entityOf(around);
    const spec =
      entity && model
        ? model.vocabulary.propertyOf(entity, property)
        : declarationSpec(around?.keyword.text ?? "")?.properties.find(({ name }) => name === property);
    if (spec === undefined) return;
    if (spec.value.type === "condition" || spec.value.type === "cases") {
      if (entity === undefined || model === undefined) return;
      for (const meaning of meaningsIn(model, entity, spec, value)) this.set(meaning.word, colour(roles[meaning.role]));
    } else if (value.type === "path" && spec.value.type !== "reference" && spec.value.type !== "measures")
      this.words(value, colour("enumMember"));
  }

  private words(path: Path, given: Colour): void {
    for (const segment of path.segments) this.set(segment, given);
  }

  private set({ start }: Word | Range, given: Colour): void {
    this.colours.set(start, given);
  }
}

function nameColour(entity: Entity): Colour {
  const modifiers: SemanticTokenModifier[] = [];
  if (entity.file.origin === "catalogue") modifiers.push("defaultLibrary");
  if (entity.disabledBy) modifiers.push("deprecated");
  return colour(types[entity.keyword] ?? "class", ...modifiers);
}
