// Walks a text token by token and puts every comment where it belongs: behind what it follows on its line, or on
// lines of its own before what it precedes.
import type { IToken } from "chevrotain";
import { declarationKeywords, modifierKeywords } from "../keywords.ts";
import type { Comment } from "../syntax.ts";
import * as t from "../tokens.ts";
import { blankLine, type Doc, literalLine, newline, sequence, space, suffix } from "./doc.ts";

const itemWords: ReadonlySet<string> = new Set([...declarationKeywords, ...modifierKeywords, "import"]);

/** The place reached in the tokens and comments of a text. */
export class Cursor {
  readonly text: string;
  readonly tokens: IToken[];
  private readonly comments: readonly Comment[];
  private readonly breaks: readonly number[];
  private index = 0;
  private comment = 0;
  /** The offset after the last token or comment that was taken. */
  private end = 0;

  constructor(text: string, tokens: readonly IToken[], comments: readonly Comment[]) {
    this.text = text;
    this.tokens = [...tokens];
    this.comments = comments;
    this.breaks = [...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index);
  }

  /** Which token comes next. */
  get position(): number {
    return this.index;
  }

  /** The next token. */
  peek(): IToken | undefined {
    return this.tokens[this.index];
  }

  /** Whether a comment stands between here and an offset. */
  commentBefore(offset: number): boolean {
    const comment = this.comments[this.comment];
    return comment !== undefined && comment.start < offset;
  }

  /** How many line breaks stand between two offsets, counted up to two. */
  lineBreaks(from: number, to: number): number {
    let low = 0;
    let high = this.breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.breaks[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    return [low, low + 1].filter((index) => (this.breaks[index] ?? to) < to).length;
  }

  /** Takes the next token: the space before it, with the comments there, and the token (or `shown` in its place). */
  take(before: Doc, shown?: Doc): Doc {
    const token = this.peek();
    if (token === undefined) return "";
    const gap = this.gap(before);
    this.skip();
    return sequence([gap, shown ?? token.image]);
  }

  /**
   * The space before the next token, with the comments there. A comment keeps its relation to the lines around it: that
   * alone makes a second run find what the first one left.
   */
  gap(before: Doc): Doc {
    const to = this.limit();
    if (!this.commentBefore(to)) return before === space && this.couldBeginItem() ? " " : before;
    const parts: Doc[] = [];
    let after = false;
    for (let next = this.upTo(to, 0); next; next = this.upTo(to, 0)) {
      const own = this.lineBreaks(this.end, next.start) > 0;
      this.comment++;
      this.end = next.end;
      after = next.kind !== "block" || this.lineBreaks(next.end, this.upTo(to, 0)?.start ?? to) > 0;
      const doc = commentDoc(next);
      if (own) parts.push(newline, doc);
      else if (after) parts.push(suffix(sequence([" ", doc])));
      else parts.push(parts.length === 0 && before === space ? space : " ", doc);
    }
    const type = this.peek()?.tokenType;
    const closing = type === t.Comma || type === t.ParenClose || type === t.Colon;
    parts.push(after ? newline : closing ? "" : " ");
    return sequence(parts);
  }

  /** Passes over the next token without putting it out. */
  skip(): void {
    const token = this.tokens[this.index++];
    if (token) this.end = Math.max(this.end, token.startOffset + token.image.length);
  }

  /** Passes over everything before an offset. */
  skipTo(offset: number): void {
    while ((this.peek()?.startOffset ?? offset) < offset) this.index++;
    while ((this.comments[this.comment]?.start ?? offset) < offset) this.comment++;
    this.end = offset;
  }

  /** The comments that end the line of what was taken last, when a line ends after them. */
  trailing(): Doc {
    const limit = this.limit();
    const found: Comment[] = [];
    let end = this.end;
    for (let next = this.upTo(limit, found.length); next && this.lineBreaks(end, next.start) === 0; next = this.upTo(limit, found.length)) {
      found.push(next);
      end = next.end;
    }
    const last = found.at(-1);
    if (last === undefined) return "";
    const follower = this.upTo(limit, found.length)?.start ?? limit;
    const closes = follower === limit && (limit === this.text.length || this.peek()?.tokenType === t.BraceClose);
    if (last.kind === "block" && !closes && this.lineBreaks(end, follower) === 0) return "";
    this.comment += found.length;
    this.end = end;
    return sequence(found.map((comment) => suffix(sequence([" ", commentDoc(comment)]))));
  }

  /** The comments before an offset, on lines of their own, and the break that follows them; `opening` stands first when nothing is before. */
  leading(opening?: Doc, to = this.limit()): Doc {
    const { doc, last } = this.ownLines(opening, to);
    return sequence([doc, this.breakBefore(to, last, opening)]);
  }

  /** The comments before a closing brace or the end, without the break that follows them. */
  closing(opening?: Doc): Doc {
    return this.ownLines(opening, this.limit()).doc;
  }

  private ownLines(opening: Doc | undefined, to: number): { doc: Doc; last: Comment | undefined } {
    const parts: Doc[] = [];
    let last: Comment | undefined;
    for (let next = this.upTo(to, 0); next; next = this.upTo(to, 0)) {
      parts.push(this.breakBefore(next.start, last, opening), commentDoc(next));
      this.end = next.end;
      this.comment++;
      last = next;
    }
    return { doc: sequence(parts), last };
  }

  private breakBefore(offset: number, last: Comment | undefined, opening: Doc | undefined): Doc {
    const breaks = this.lineBreaks(this.end, offset);
    if (last?.kind === "block" && breaks === 0) return " ";
    if (last === undefined && opening !== undefined) return opening;
    return breaks > 1 ? blankLine : newline;
  }

  private limit(): number {
    return this.peek()?.startOffset ?? this.text.length;
  }

  private upTo(limit: number, ahead: number): Comment | undefined {
    const comment = this.comments[this.comment + ahead];
    return comment !== undefined && comment.start < limit ? comment : undefined;
  }

  // At the beginning of a line the parser takes such a word for a new property or declaration: never break before it.
  private couldBeginItem(): boolean {
    const token = this.tokens[this.index];
    const next = this.tokens[this.index + 1]?.tokenType;
    if (token?.tokenType !== t.Word) return false;
    return next === t.Colon || (itemWords.has(token.image) && (next === t.Word || next === t.Text || next === t.BraceOpen));
  }
}

function commentDoc(comment: Comment): Doc {
  if (comment.kind !== "block") return comment.text.trimEnd();
  const [first = "", ...others] = comment.text.split(/\r\n|\n|\r/);
  const starred = others.every((line) => /^\s*\*/.test(line));
  return sequence([first.trimEnd(), ...others.flatMap((line) => (starred ? [newline, ` ${line.trim()}`] : [literalLine, line.trimEnd()]))]);
}
