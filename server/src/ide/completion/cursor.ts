// Where the cursor stands, read from the tokens before it: half-typed text is where completion is asked for, and tokens
// say more about it than a tree that had to recover. Whatever the text, there is an answer.
import type { IToken } from "chevrotain";
import { declarationKeywords, modifierKeywords } from "../../../../grammar/keywords.ts";
import type { Item, Range, SyntaxTree } from "../../../../grammar/syntax.ts";
import * as t from "../../../../grammar/tokens.ts";

/** The header of a declaration as far as it is written. */
export interface Head {
  readonly modifier: string | undefined;
  readonly keyword: string;
  /** Offset of the keyword. */
  readonly start: number;
  /** What follows the keyword. */
  readonly tokens: IToken[];
}

/** What the cursor is in. */
export type Statement =
  | { readonly in: "item" }
  | { readonly in: "import" }
  | { readonly in: "head"; readonly head: Head }
  | { readonly in: "value"; readonly property: string; readonly tokens: IToken[] };

/** Where the cursor stands. */
export interface Cursor {
  readonly offset: number;
  /** The word under the cursor, to be replaced; empty where there is none. */
  readonly word: Range;
  /** The cursor's word stands on a new line after what is before it. */
  readonly newLine: boolean;
  /** The declarations around the cursor, outermost first. */
  readonly around: readonly Head[];
  readonly statement: Statement;
  /** The inside of the text in quotes in which the cursor stands. */
  readonly quoted: Range | undefined;
}

let lexer: ReturnType<typeof t.createLexer> | undefined;

/** Where an offset stands; undefined inside a comment. */
export function cursorAt(tree: SyntaxTree, offset: number): Cursor | undefined {
  if (tree.comments.some((comment) => isInComment(comment, offset, tree.text))) return undefined;
  lexer ??= t.createLexer();
  const from = startOfItem(tree.items, offset);
  const { tokens } = lexer.tokenize(tree.text.slice(from, endOfLine(tree.text, offset)));
  for (const token of tokens) token.startOffset += from;
  const string = tokens.find((token) => isString(token) && token.startOffset < offset && offset < stringEnd(token));
  const word = string ? { start: string.startOffset, end: string.startOffset } : wordAt(tree.text, offset);
  const before = tokens.filter((token) => endOf(token) <= word.start && token !== string);
  const { around, statement } = scan(tree.text, before);
  const last = before.at(-1);
  const newLine = last === undefined || /[\r\n]/.test(tree.text.slice(endOf(last), word.start));
  return { offset, word, newLine, around, statement, quoted: string && inside(string) };
}

/** The word around an offset, hyphens included. */
export function wordAt(text: string, offset: number): Range {
  const before = /[\p{L}\p{M}\p{N}_-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const after = /^(?:[\p{L}\p{M}\p{N}_]|-(?=[\p{L}\p{M}\p{N}_]))*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  return { start: offset - before.replace(/^-+/, "").length, end: offset + after.length };
}

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function isInComment({ start, end, kind, text }: Range & { kind: string; text: string }, offset: number, source: string): boolean {
  if (offset <= start) return false;
  if (kind !== "block" || !(text.length >= 4 && text.endsWith("*/"))) return offset <= end && !/[\r\n]/.test(source.slice(end, offset));
  return offset < end;
}

// Lexing begins at the item around the cursor, so that its cost does not grow with the file.
function startOfItem(items: readonly Item[], offset: number): number {
  let start = 0;
  for (const item of items) {
    if (item.start > offset) break;
    start = item.start;
  }
  return start;
}

function endOfLine(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset, offset + 2000));
  // A block may go on for lines; its end is of no interest.
  return found ? offset + found.index : Math.min(text.length, offset + 2000);
}

function isString(token: IToken): boolean {
  return token.tokenType === t.Text || token.tokenType === t.Block;
}

function stringEnd(token: IToken): number {
  const closed =
    token.tokenType === t.Text
      ? token.image.length > 1 && token.image.endsWith('"')
      : token.image.length > 5 && token.image.endsWith('"""');
  return closed ? endOf(token) : endOf(token) + 1;
}

function inside(token: IToken): Range {
  const quotes = token.tokenType === t.Block ? 3 : 1;
  const end = stringEnd(token) === endOf(token) ? endOf(token) - quotes : endOf(token);
  return { start: Math.min(token.startOffset + quotes, end), end };
}

const modifiers: ReadonlySet<string> = new Set(modifierKeywords);
const goOn: ReadonlySet<string> = new Set(["and", "or", "in", "is", "where", "when", "otherwise"]);
const expectMore: ReadonlySet<string> = new Set(["and", "or", "not", "in", "is", "any", "all", "count", "where", "when"]);

/** Whether a value or header is complete as far as its last token goes. */
export function isComplete(last: IToken | undefined): boolean {
  if (last === undefined || last.image === "on" || last.image === "of") return false;
  if (last.tokenType === t.Word) return !expectMore.has(last.image);
  return [t.Text, t.Block, t.NumberToken, t.DateToken, t.Port, t.ParenClose, t.Star].includes(last.tokenType);
}

function scan(text: string, tokens: readonly IToken[]): { around: Head[]; statement: Statement } {
  const around: Head[] = [];
  let statement: Statement = { in: "item" };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    if (token.tokenType === t.BraceOpen) {
      around.push(statement.in === "head" ? statement.head : { modifier: undefined, keyword: "", start: token.startOffset, tokens: [] });
      statement = { in: "item" };
    } else if (token.tokenType === t.BraceClose) {
      around.pop();
      statement = { in: "item" };
    } else if (token.tokenType === t.Word && begins(text, tokens, index, statement)) {
      const next = tokens[index + 1];
      if (next?.tokenType === t.Colon) {
        statement = { in: "value", property: token.image, tokens: [] };
        index++;
      } else if (token.image === "import") statement = { in: "import" };
      else if (modifiers.has(token.image) && next?.tokenType === t.Word && declarationKeywords.has(next.image)) {
        statement = { in: "head", head: { modifier: token.image, keyword: next.image, start: next.startOffset, tokens: [] } };
        index++;
      } else statement = { in: "head", head: { modifier: undefined, keyword: token.image, start: token.startOffset, tokens: [] } };
    } else if (statement.in === "value") statement.tokens.push(token);
    else if (statement.in === "head") statement.head.tokens.push(token);
  }
  return { around, statement };
}

function begins(text: string, tokens: readonly IToken[], index: number, statement: Statement): boolean {
  const token = tokens[index] as IToken;
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  const firstOnLine = before === undefined || /[\r\n]/.test(text.slice(endOf(before), token.startOffset));
  if (statement.in === "item") return true;
  if (next?.tokenType === t.Colon && (statement.in !== "head" || firstOnLine)) return true;
  const isKeyword = declarationKeywords.has(token.image) || modifiers.has(token.image) || token.image === "import";
  if (isKeyword && firstOnLine && (next === undefined || [t.Word, t.Text, t.BraceOpen].includes(next.tokenType))) return true;
  if (statement.in === "import") return true;
  if (statement.in === "value") return isComplete(statement.tokens.at(-1)) && !goOn.has(token.image);
  const written = statement.head.tokens;
  // A name, and then neither `on`, `of` nor the end of a flow: the declaration has no body, and another one begins.
  if (written.length === 0 || token.image === "on" || token.image === "of") return false;
  return isKeyword && isComplete(written.at(-1)) && next?.tokenType !== t.Arrow && next?.tokenType !== t.Dot;
}
