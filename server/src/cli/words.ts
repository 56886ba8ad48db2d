// Text as it stands on a screen: how wide characters are, what must not reach a terminal as it is, and wrapping.

const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
// Characters that a terminal would obey, and those that turn the direction of text so that it reads other than it is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;
const simple = /^[\u0020-\u007e]*$/;

// First and last code points of the blocks that take two columns.
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** One character as a reader sees it. */
export interface Cell {
  readonly offset: number;
  readonly shown: string;
  readonly width: number;
}

let segmenter: Intl.Segmenter | undefined;

/** The characters of a line, tabs as spaces up to the next stop. */
export function cellsOf(line: string, tab = 4): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (offset: number, text: string): void => {
    const shown = text === "\t" ? " ".repeat(tab - (column % tab)) : visible(text);
    const width = text === "\t" ? shown.length : widthOf(shown);
    cells.push({ offset, shown, width });
    column += width;
  };
  if (simple.test(line.replaceAll("\t", " "))) {
    for (let offset = 0; offset < line.length; offset++) add(offset, line[offset] as string);
    return cells;
  }
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { index, segment } of segmenter.segment(line)) add(index, segment);
  return cells;
}

/** The columns that a text takes. */
export function widthOf(text: string): number {
  if (simple.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (grapheme.includes("\ufe0f") || /\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  const code = grapheme.codePointAt(0) as number;
  return wideBlocks.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** A text in which nothing moves the cursor, rings a bell or turns direction; line breaks stay. */
export function visible(text: string): string {
  if (simple.test(text)) return text;
  return text.replaceAll("\t", " ").replace(unsafe, (one) => (one < " " ? String.fromCharCode(0x2400 + one.charCodeAt(0)) : "\ufffd"));
}

/** Pads a text on the right to a width. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks a text at spaces into lines of at most a width; further lines are indented. Code in backticks stays on one line. */
export function wrapped(text: string, width: number, indent = "", first = ""): string {
  const lines: string[] = [];
  const room = width - widthOf(indent);
  for (const paragraph of visible(text).split("\n")) {
    let line = lines.length === 0 ? first : indent;
    let used = widthOf(line);
    let isEmpty = true;
    for (const word of wordsOf(paragraph, room)) {
      const taken = widthOf(word);
      if (!isEmpty && used + 1 + taken > width) {
        lines.push(line);
        line = indent + word;
        used = widthOf(indent) + taken;
      } else {
        line += isEmpty ? word : ` ${word}`;
        used += (isEmpty ? 0 : 1) + taken;
      }
      isEmpty = false;
    }
    lines.push(line);
  }
  return lines.join("\n");
}

// A word and an `at` after it stay together: a line that begins with `at` reads like one of a stack trace, to people and to scripts.
function wordsOf(paragraph: string, room: number): string[] {
  const words = paragraph.match(/(?:`[^`]*`|[^ ])+(?: +at(?= ))?/g) ?? [];
  return words.flatMap((word) => (word.includes("`") && widthOf(word) > room ? word.split(" ") : [word]));
}
