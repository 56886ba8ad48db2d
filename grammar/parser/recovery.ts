// What the grammar's rules use to look ahead and to go on after an error: where an item begins, what to skip, when a
// body without its brace ends.
import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from "chevrotain";
import { declarationKeywords, modifierKeywords } from "../keywords.ts";
import type { Comment, Expression, Item, StringLiteral, SyntaxProblem } from "../syntax.ts";
import * as t from "../tokens.ts";
import { describe } from "./messages.ts";
import { block, endOf, isClosedQuote, quoted, word } from "./nodes.ts";

/** Deeper nesting than this is a mistake or an attack; it is reported and passed over. */
export const maximumDepth = 100;

/** Words that may stand before a keyword. */
export const modifiers: ReadonlySet<string> = new Set(modifierKeywords);

// Words that go on after a value: `no` before one of them is the value, not the quantifier.
const afterValue: ReadonlySet<string> = new Set(["and", "or", "when", "otherwise"]);

// Words with which something longer than a name may begin. `no` before a word may be a quantifier; alone it is the value.
const conditional: ReadonlySet<string> = new Set(["not", "is", "any", "all", "count"]);

const quantifiers: ReadonlySet<string> = new Set(["any", "all", "no", "count"]);

/** Parses one token list at a time; `begin` sets the text it comes from. */
export class RecoveringParser extends EmbeddedActionsParser {
  protected text = "";
  protected comments: readonly Comment[] = [];
  /** Bodies also end where the indentation says so: for texts whose braces do not match. */
  protected layout = false;
  protected depth = 0;
  protected readonly openColumns: number[] = [];
  /** Problems found by the rules themselves, besides the parser's own errors. */
  problems: SyntaxProblem[] = [];
  /** Braces that do not match were seen. */
  unbalanced = false;
  /** A stray brace that is never closed was seen. */
  private endless = false;

  /** Prepares for a text; call before `file`. */
  begin(text: string, tokens: IToken[], comments: readonly Comment[], layout: boolean): void {
    this.input = tokens;
    this.text = text;
    this.comments = comments;
    this.layout = layout;
    this.depth = 0;
    this.openColumns.length = 0;
    this.problems = [];
    this.unbalanced = false;
    this.endless = false;
  }

  protected consumeAny(type: TokenType): IToken {
    return this.consume(t.tokens.indexOf(type) + 20, type);
  }

  protected addItem(items: Item[], item: Item | undefined): void {
    this.ACTION(() => {
      if (item) items.push(item);
    });
  }

  protected literal(token: IToken, make: (token: IToken) => Expression): Expression {
    return this.ACTION(() => make(token));
  }

  protected problem(start: number, end: number, message: string, help?: string): void {
    this.problems.push({ start, end, message, ...(help === undefined ? {} : { help }) });
  }

  protected checkedQuote(token: IToken): StringLiteral {
    if (token.tokenType === t.Block) {
      if (!(token.image.length >= 6 && token.image.endsWith('"""'))) {
        this.problem(token.startOffset, token.startOffset + 3, "this text block is never closed", 'add `"""` where the text ends');
      }
      return block(token);
    }
    if (!isClosedQuote(token.image)) this.problem(token.startOffset, endOf(token), "this text has no closing quote", 'add `"` at its end');
    return quoted(token);
  }

  /** Runs a part of a rule; after an error in it, goes on at the next item and answers undefined. */
  protected guarded<T>(part: () => T): T | undefined {
    if (this.RECORDING_PHASE) return part();
    const { depth } = this;
    const columns = this.openColumns.length;
    try {
      return part();
    } catch (error) {
      if (!isRecognition(error)) throw error;
      this.depth = depth;
      this.openColumns.length = columns;
      this.synchronise();
      return undefined;
    }
  }

  /** Counts nesting of expressions, and ends the smallest part when it is absurd. */
  protected nested(token: IToken, part: () => Expression): Expression {
    if (this.RECORDING_PHASE) return part();
    if (this.depth >= maximumDepth) {
      this.problem(
        token.startOffset,
        endOf(token),
        `this is nested more than ${maximumDepth} levels deep`,
        "name a part of it in a declaration of its own",
      );
      this.synchronise();
      return { type: "path", start: token.startOffset, end: endOf(token), segments: [], wildcard: false };
    }
    this.depth++;
    const value = part();
    this.depth--;
    return value;
  }

  /** Skips to the brace that closes the one just read, which is nested too deep. */
  protected passOver(open: IToken): void {
    this.problem(
      open.startOffset,
      endOf(open),
      `this is nested more than ${maximumDepth} levels deep`,
      "declarations stand at most a few levels deep",
    );
    let depth = 1;
    for (let type = this.LA(1).tokenType; type !== EOF; type = this.LA(1).tokenType) {
      if (type === t.BraceOpen) depth++;
      else if (type === t.BraceClose && --depth === 0) return;
      this.SKIP_TOKEN();
    }
  }

  /** Skips a body that belongs to nothing; a brace that is never closed takes nothing with it. */
  protected passStrayBody(): void {
    if (this.endless) return;
    let depth = 1;
    for (let k = 1; this.LA(k).tokenType !== EOF; k++) {
      const type = this.LA(k).tokenType;
      if (type === t.BraceOpen) depth++;
      else if (type === t.BraceClose && --depth === 0) {
        for (; k > 0; k--) this.SKIP_TOKEN();
        return;
      }
    }
    this.endless = true;
    this.unbalanced = true;
  }

  /** Skips to the next place where an item begins or a body starts or ends. */
  protected synchronise(): void {
    for (;;) {
      const type = this.LA(1).tokenType;
      if (type === EOF || type === t.BraceClose || type === t.BraceOpen || this.beginsItem(1)) return;
      this.SKIP_TOKEN();
    }
  }

  /** Reports and skips what stands between a header and its body, so that the body is still read. */
  protected passStrays(): void {
    const token = this.LA(1);
    if (!this.strayInHeader()) return;
    const help = token.tokenType === t.Word ? "a title stands in quotes, a kind after `:`" : undefined;
    this.problem(token.startOffset, endOf(token), `did not expect ${describe(token)} here`, help);
    while (this.strayInHeader()) this.SKIP_TOKEN();
  }

  private strayInHeader(): boolean {
    const token = this.LA(1);
    const type = token.tokenType;
    if (type === EOF || type === t.BraceOpen || type === t.BraceClose || this.firstOnLine(token)) return false;
    return type !== t.Word || !(this.LA(2).tokenType === t.Colon || declarationKeywords.has(token.image) || modifiers.has(token.image));
  }

  /**
   * The values of a property when they are texts, numbers and names and nothing more, up to where the next item begins:
   * most are, and need none of the rules, which cost twenty times as much. Undefined, with nothing read, for all others.
   */
  protected plainValues(): Expression[] | undefined {
    if (this.RECORDING_PHASE) return undefined;
    const values: Expression[] = [];
    let k = 1;
    for (;;) {
      const token = this.LA(k);
      if (token.tokenType === t.Word) {
        if (
          conditional.has(token.image) ||
          this.beginsItem(k) ||
          (token.image === "no" && this.LA(k + 1).tokenType === t.Word && this.LA(k + 2).tokenType !== t.Colon)
        )
          return undefined;
        const segments = [word(token)];
        for (; this.LA(k + 1).tokenType === t.Dot && this.LA(k + 2).tokenType === t.Word; k += 2) segments.push(word(this.LA(k + 2)));
        values.push({ type: "path", start: token.startOffset, end: endOf(this.LA(k)), segments, wildcard: false });
      } else {
        const value = plainValue(token);
        if (value === undefined) return undefined;
        values.push(value);
      }
      const next = this.LA(++k).tokenType;
      if (next === t.Comma && !this.beginsItem(k + 1)) {
        k++;
        continue;
      }
      if (next !== t.BraceClose && next !== EOF && !(next === t.Word && (this.LA(k + 1).tokenType === t.Colon || this.beginsItem(k))))
        return undefined;
      while (--k > 0) this.SKIP_TOKEN();
      return values;
    }
  }

  protected at(k: number, text: string): boolean {
    const token = this.LA(k);
    return token.tokenType === t.Word && token.image === text;
  }

  /** Whether the next word is this operator and not the name of the next property. */
  protected operatorWord(text: string): boolean {
    return this.RECORDING_PHASE || (this.at(1, text) && this.LA(2).tokenType !== t.Colon);
  }

  protected beginsQuantifier(): boolean {
    const next = this.LA(2);
    return (
      quantifiers.has(this.LA(1).image) &&
      next.tokenType === t.Word &&
      !afterValue.has(next.image) &&
      this.LA(3).tokenType !== t.Colon &&
      !(declarationKeywords.has(next.image) && this.namesDeclaration(3))
    );
  }

  /** Whether token `k` goes on after a declaration's keyword; the `where` of `any data where` does not. */
  private namesDeclaration(k: number): boolean {
    const { tokenType, image } = this.LA(k);
    return tokenType === t.Text || tokenType === t.BraceOpen || (tokenType === t.Word && image !== "where" && !afterValue.has(image));
  }

  protected firstOnLine(token: IToken): boolean {
    for (let offset = token.startOffset - 1; offset >= 0; offset--) {
      const code = this.text.charCodeAt(offset);
      if (isLineBreak(code)) return true;
      if (!isSpace(code)) return false;
    }
    return true;
  }

  protected column(token: IToken): number {
    // Bounded, so that a text without line breaks costs no more than others.
    let offset = token.startOffset;
    const limit = Math.max(0, offset - 400);
    while (offset > limit && !isLineBreak(this.text.charCodeAt(offset - 1))) offset--;
    return token.startOffset - offset;
  }

  /** Whether a property or declaration begins at token `k`: only trusted at the beginning of a line. */
  protected beginsItem(k: number): boolean {
    const token = this.LA(k);
    if (token.tokenType !== t.Word || !this.firstOnLine(token)) return false;
    const next = this.LA(k + 1);
    if (next.tokenType === t.Colon) return true;
    if (!declarationKeywords.has(token.image) && !modifiers.has(token.image) && token.image !== "import") return false;
    if (next.tokenType === t.Text || next.tokenType === t.BraceOpen) return true;
    return next.tokenType === t.Word && !(this.LA(k + 2).tokenType === t.Colon && this.firstOnLine(next));
  }

  /** A known keyword anywhere, or an unknown word where an item can begin: so that `devcie Pump {` is read as one. */
  protected beginsDeclaration(): boolean {
    const token = this.LA(1);
    if (declarationKeywords.has(token.image) || modifiers.has(token.image)) return true;
    const next = this.LA(2).tokenType;
    if (next !== t.Word && next !== t.Text && next !== t.BraceOpen) return false;
    const before = this.LA(0);
    return this.firstOnLine(token) || before?.tokenType === t.BraceOpen || before?.tokenType === t.BraceClose;
  }

  protected nameFollows(): boolean {
    const next = this.LA(2).tokenType;
    if (next === t.Dot || next === t.Arrow || this.beginsItem(1)) return false;
    return !((this.at(1, "on") || this.at(1, "of")) && next === t.Word);
  }

  protected headerFollows(): boolean {
    const type = this.LA(1).tokenType;
    if (type === t.Colon || type === t.Arrow) return true;
    if (type !== t.Word || this.beginsItem(1)) return false;
    if (this.at(1, "on") || this.at(1, "of")) return true;
    let k = 2;
    while (this.LA(k).tokenType === t.Dot) k += this.LA(k + 1).tokenType === t.Word ? 2 : 1;
    return this.LA(k).tokenType === t.Arrow;
  }

  protected endsByLayout(): boolean {
    if (!this.layout) return false;
    const token = this.LA(1);
    const open = this.openColumns.at(-1) ?? 0;
    if (token.tokenType === EOF || !this.firstOnLine(token)) return false;
    return token.tokenType === t.BraceClose ? this.column(token) < open : this.column(token) <= open;
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0xfeff;

function plainValue(token: IToken): Expression | undefined {
  const { tokenType, startOffset: start } = token;
  if (tokenType === t.Text) return isClosedQuote(token.image) ? quoted(token) : undefined;
  if (tokenType === t.NumberToken) return { type: "number", value: Number(token.image), start, end: endOf(token) };
  if (tokenType === t.DateToken) return { type: "date", value: token.image, start, end: endOf(token) };
  if (tokenType === t.Port) return { type: "port", value: token.image, start, end: endOf(token) };
  return undefined;
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13;

function isRecognition(error: unknown): boolean {
  return error instanceof Error && /^(MismatchedToken|NoViableAlt|NotAllInputParsed|EarlyExit)Exception$/.test(error.name);
}
