// Small helpers that turn tokens into nodes: words, strings, doc comments.
import type { IToken } from "chevrotain";
import type { Comment, Range, StringLiteral, Word } from "../syntax.ts";
import { BlockComment, DocComment } from "../tokens.ts";

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** A word node from a token. */
export function word(token: IToken): Word {
  return { type: "word", start: token.startOffset, end: endOf(token), text: token.image };
}

const escapes: Record<string, string> = { n: "\n", t: "\t" };

/** A string node from a quoted token, whether or not its closing quote is there. */
export function quoted(token: IToken): StringLiteral {
  const closed = isClosedQuote(token.image);
  const inner = token.image.slice(1, closed ? -1 : undefined);
  const value = inner.includes("\\") ? inner.replace(/\\(.)/g, (_, c: string) => escapes[c] ?? c) : inner;
  return { type: "string", start: token.startOffset, end: endOf(token), value, block: false };
}

/** Whether a quoted token has its closing quote. */
export function isClosedQuote(image: string): boolean {
  if (image.length < 2 || !image.endsWith('"')) return false;
  let slashes = 0;
  while (image[image.length - 2 - slashes] === "\\") slashes++;
  return slashes % 2 === 0;
}

/** A string node from a `"""` token: the first line break, the last line's indent and the common indent are dropped. */
export function block(token: IToken): StringLiteral {
  const closed = token.image.length >= 6 && token.image.endsWith('"""');
  const lines = token.image.slice(3, closed ? -3 : undefined).split(/\r\n|\n|\r/);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  const trimmed = lines.map((line, index) => (index === 0 ? line.trim() : line.slice(Math.min(indent, line.length)).trimEnd()));
  while (trimmed.length > 0 && trimmed[0] === "") trimmed.shift();
  while (trimmed.length > 0 && trimmed[trimmed.length - 1] === "") trimmed.pop();
  return { type: "string", start: token.startOffset, end: endOf(token), value: trimmed.join("\n"), block: true };
}

/** Comment nodes from the lexer's comment tokens. */
export function commentNodes(tokens: readonly IToken[]): Comment[] {
  return tokens.map((token) => ({
    kind: token.tokenType === DocComment ? "doc" : token.tokenType === BlockComment ? "block" : "line",
    start: token.startOffset,
    end: endOf(token),
    text: token.image,
  }));
}

/** The text of the doc comments that stand directly between `after` and `before`, or undefined. */
export function docBetween(comments: readonly Comment[], after: number, before: number): string | undefined {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Range).start < before) low = middle + 1;
    else high = middle;
  }
  const lines: string[] = [];
  for (let index = low - 1; index >= 0; index--) {
    const comment = comments[index] as Comment;
    if (comment.start < after) break;
    if (comment.kind === "doc") lines.unshift(comment.text.replace(/^\/\/\/ ?/, "").trimEnd());
    else if (lines.length > 0) break;
  }
  return lines.length === 0 ? undefined : lines.join("\n");
}
