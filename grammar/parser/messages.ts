// What a syntax error says, in a person's words.
import type { IParserErrorMessageProvider, IToken, TokenType } from "chevrotain";
import { EOF } from "chevrotain";
import * as t from "../tokens.ts";

const names = new Map<TokenType, string>([
  [t.Word, "a name"],
  [t.Text, "text in quotes"],
  [t.Block, "a text block"],
  [t.BraceOpen, "`{`"],
  [t.BraceClose, "`}`"],
  [t.ParenOpen, "`(`"],
  [t.ParenClose, "`)`"],
  [t.Comma, "`,`"],
  [t.Colon, "`:`"],
  [t.Dot, "`.`"],
  [t.Arrow, "`->`"],
  [t.Star, "`*`"],
]);

/** How a token is named in a message. */
export function describe(token: IToken): string {
  if (token.tokenType === EOF) return "the end of the file";
  const image = token.image.replace(/\s+/g, " ");
  return `\`${image.length > 30 ? `${image.slice(0, 29)}…` : image}\``;
}

const expected = (what: string, actual: IToken): string => `expected ${what}, found ${describe(actual)}`;

/** Messages of the parser's own errors; `ERR_MSG` of a rule says what was expected. */
export const messageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected: type, actual }) => expected(names.get(type) ?? "something else", actual),
  buildNotAllInputParsedMessage: ({ firstRedundant }) => `did not expect ${describe(firstRedundant)} here`,
  buildNoViableAltMessage: ({ actual, customUserDescription }) => expected(customUserDescription ?? "something else", actual[0] as IToken),
  buildEarlyExitMessage: ({ actual, customUserDescription }) => expected(customUserDescription ?? "something else", actual[0] as IToken),
};
