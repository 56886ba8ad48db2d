// Text to tree: lexer and parser joined, and their errors as problems with ranges inside the text.
import type { ILexingError, IRecognitionException, IToken } from "chevrotain";
import { EOF } from "chevrotain";
import type { Comment, SyntaxProblem, SyntaxTree } from "../syntax.ts";
import { BlockComment, createLexer } from "../tokens.ts";
import { commentNodes, endOf } from "./nodes.ts";
import { WardParser } from "./parser.ts";

let lexer: ReturnType<typeof createLexer> | undefined;
let parser: WardParser | undefined;

/** Parses a text. Never throws; what is wrong is in `problems`, and everything that could be read is in `items`. */
export function parse(text: string): SyntaxTree {
  lexer ??= createLexer();
  parser ??= new WardParser();
  const { tokens, groups, errors } = lexer.tokenize(text);
  const commentTokens = groups.comments ?? [];
  const comments = commentNodes(commentTokens);
  const lexical = [...lexicalProblems(errors, text), ...unclosedComments(commentTokens)];
  let result = run(parser, text, tokens, comments, false);
  if (result.unbalanced) {
    const byLayout = run(parser, text, tokens, comments, true);
    if (byLayout.problems.length <= result.problems.length) result = byLayout;
  }
  const sorted = [...lexical, ...result.problems].sort((a, b) => a.start - b.start || a.end - b.end);
  // What was expected at a place says more than that something else stands there.
  const problems = sorted.filter(({ start, end }, index) => start !== sorted[index - 1]?.start || end !== sorted[index - 1]?.end);
  return { text, items: result.items, comments, problems };
}

function run(parser: WardParser, text: string, tokens: IToken[], comments: readonly Comment[], layout: boolean) {
  parser.begin(text, tokens, comments, layout);
  const items = parser.file() ?? [];
  const problems = [...parser.errors.map((error) => problemOf(error, text)), ...parser.problems];
  return { items, problems, unbalanced: parser.unbalanced };
}

// An error on a later line than what it follows is shown where the missing part should have stood.
function problemOf(error: IRecognitionException, text: string): SyntaxProblem {
  const { token } = error;
  const { previousToken } = error as IRecognitionException & { previousToken?: IToken };
  const start = token.tokenType === EOF || Number.isNaN(token.startOffset) ? text.length : token.startOffset;
  const end = token.tokenType === EOF ? text.length : endOf(token);
  if (previousToken?.image) {
    const after = endOf(previousToken);
    if (/[\r\n]/.test(text.slice(after, start)) || token.tokenType === EOF)
      return { start: previousToken.startOffset, end: after, message: error.message };
  }
  return { start: Math.min(start, text.length), end: Math.max(start, end), message: error.message };
}

function lexicalProblems(errors: readonly ILexingError[], text: string): SyntaxProblem[] {
  return errors.map(({ offset, length }) => {
    const piece = text.slice(offset, offset + length);
    const shown = piece.length > 20 ? `${piece.slice(0, 19)}…` : piece;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    const binary = /[\u0000-\u0008\u000e-\u001f]/.test(shown);
    const help = piece.startsWith("'") ? "texts stand in double quotes" : undefined;
    return {
      start: offset,
      end: offset + length,
      message: binary ? "this is not text" : `did not expect \`${shown}\` here`,
      ...(help === undefined ? {} : { help }),
    };
  });
}

function unclosedComments(tokens: readonly IToken[]): SyntaxProblem[] {
  return tokens
    .filter((token) => token.tokenType === BlockComment && (token.image.length < 4 || !token.image.endsWith("*/")))
    .map((token) => ({
      start: token.startOffset,
      end: token.startOffset + 2,
      message: "this comment is never closed",
      help: "add `*/` where it ends",
    }));
}
