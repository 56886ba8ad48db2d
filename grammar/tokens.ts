// The tokens of a `.ward` text. Keywords are ordinary words: which word begins what is decided by its place.
import { createToken, Lexer, type TokenType } from "chevrotain";

// Chevrotain picks candidates by first character. Above U+00FF it does so in buckets, so one character per bucket is
// enough to say "a word may begin here"; the pattern itself then decides.
const wordStarts: number[] = [];
for (let code = 0; code < 0x10000; code += code < 0x100 ? 1 : 0x40) {
  if (code >= 0x100 || /[\p{L}_]/u.test(String.fromCharCode(code))) wordStarts.push(code);
}

const wordPattern = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*/uy;

function matchWord(text: string, offset: number): [string] | null {
  wordPattern.lastIndex = offset;
  const match = wordPattern.exec(text);
  return match === null ? null : [match[0]];
}

// A block or comment that never ends must not swallow the rest of the file: it ends where its line, or the braces
// around it, end. The parser reports it from the missing delimiter.
function matchBlock(text: string, offset: number): [string] | null {
  if (!text.startsWith('"""', offset)) return null;
  const close = text.indexOf('"""', offset + 3);
  if (close >= 0) return [text.slice(offset, close + 3)];
  const brace = /\n[ \t]*\}[ \t]*(?:\r?\n|$)/g;
  brace.lastIndex = offset;
  const end = brace.exec(text);
  return [text.slice(offset, end === null ? text.length : end.index)];
}

// Where no comment ends any more, so that many unclosed ones cost one search.
let endless = { text: "", from: 0 };

function matchBlockComment(text: string, offset: number): [string] | null {
  if (!text.startsWith("/*", offset)) return null;
  const close = text === endless.text && offset >= endless.from ? -1 : text.indexOf("*/", offset + 2);
  if (close >= 0) return [text.slice(offset, close + 2)];
  endless = { text, from: offset };
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return [text.slice(offset, end)];
}

const space = createToken({ name: "Space", pattern: /[ \t\f\v\u00a0\ufeff\u2028\u2029]+/, group: Lexer.SKIPPED, line_breaks: false });
const newline = createToken({ name: "Newline", pattern: /\r\n|\n|\r/, group: Lexer.SKIPPED, line_breaks: true });

/** `/// text`, which belongs to the next declaration. */
export const DocComment = createToken({ name: "DocComment", pattern: /\/\/\/[^\r\n]*/, group: "comments" });
/** `// text`. */
export const LineComment = createToken({ name: "LineComment", pattern: /\/\/[^\r\n]*/, group: "comments" });
/** A comment between slash-star and star-slash. */
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: { exec: matchBlockComment },
  start_chars_hint: ["/"],
  line_breaks: true,
  group: "comments",
});
/** `"""` text over several lines `"""`. */
export const Block = createToken({ name: "Block", pattern: { exec: matchBlock }, start_chars_hint: ['"'], line_breaks: true });
/** `"text"`; the closing quote may be missing. */
export const Text = createToken({ name: "Text", pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?)/, line_breaks: false });
/** `2027-05-31`. */
export const DateToken = createToken({ name: "Date", pattern: /\d{4}-\d{2}-\d{2}(?![\d-])/ });
/** `443/tcp`, `5000-5010/udp`. */
export const Port = createToken({ name: "Port", pattern: /\d+(?:-\d+)?\/[A-Za-z]+/ });
/** `10`, `2.5`. */
export const NumberToken = createToken({ name: "Number", pattern: /\d+(?:\.\d+)?/ });
/** A name, keyword or kebab-case word. */
export const Word = createToken({ name: "Word", pattern: { exec: matchWord }, start_chars_hint: wordStarts, line_breaks: false });
/** `->`. */
export const Arrow = createToken({ name: "Arrow", pattern: /->/ });
/** `{`. */
export const BraceOpen = createToken({ name: "BraceOpen", pattern: /\{/ });
/** `}`. */
export const BraceClose = createToken({ name: "BraceClose", pattern: /\}/ });
/** `(`. */
export const ParenOpen = createToken({ name: "ParenOpen", pattern: /\(/ });
/** `)`. */
export const ParenClose = createToken({ name: "ParenClose", pattern: /\)/ });
/** `,`. */
export const Comma = createToken({ name: "Comma", pattern: /,/ });
/** `:`. */
export const Colon = createToken({ name: "Colon", pattern: /:/ });
/** `.`. */
export const Dot = createToken({ name: "Dot", pattern: /\./ });
/** `*`. */
export const Star = createToken({ name: "Star", pattern: /\*/ });
/** `=`, `!=`, `<`, `<=`, `>`, `>=`. */
export const Operator = createToken({ name: "Operator", pattern: /<=|>=|!=|=|<|>/ });

/** All tokens in the order in which the lexer tries them. */
export const tokens: TokenType[] = [
  space,
  newline,
  Word,
  BraceOpen,
  BraceClose,
  Colon,
  Comma,
  Dot,
  Block,
  Text,
  DocComment,
  LineComment,
  BlockComment,
  DateToken,
  Port,
  NumberToken,
  Arrow,
  ParenOpen,
  ParenClose,
  Star,
  Operator,
];

/** Makes the lexer; the shipped build skips the checks of the definition, which a test runs. */
export function createLexer(validate = false): Lexer {
  return new Lexer(tokens, { positionTracking: "onlyOffset", skipValidations: !validate, ensureOptimizations: validate });
}
