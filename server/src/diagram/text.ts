// How wide words are and where they break. The widths are those of Arimo, and so of Arial and Liberation Sans.
import { letterWidths } from "./metrics.ts";

/** Weight of a letter. */
export type Weight = "regular" | "bold";

// What goes in front of all others: families as wide as the one that was measured.
export const fontFamily = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

/** Height of a line in parts of the size of its letters. */
export const lineHeight = 1.25;

/** The longest title that is drawn as given; longer ones are cut, since nobody reads them in a picture. */
const longest = 400;

const tables: Partial<Record<Weight, ReadonlyMap<number, number>>> = {};

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const known = tables[weight];
  if (known) return known;
  const table = new Map<number, number>();
  for (const [first, widths] of letterWidths[weight])
    for (let index = 0; index * 2 < widths.length; index++)
      table.set(first + index, Number.parseInt(widths.slice(index * 2, index * 2 + 2), 36) / 1000);
  tables[weight] = table;
  return table;
}

// A letter that the font lacks is drawn by another font: full width for East Asian letters and pictures, else that of a wide letter.
function strangerWidth(code: number): number {
  if (/\p{Mark}|\p{Cf}/u.test(String.fromCodePoint(code))) return 0;
  const isWide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3fffd);
  if (isWide) return 1;
  if (code >= 0x1f000) return 1.4;
  return 0.75;
}

/** Width of a text in a size, in pixels. */
export function widthOf(text: string, size: number, weight: Weight = "regular"): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    sum += table.get(code) ?? strangerWidth(code);
  }
  return sum * size;
}

/** What of a text can be drawn: control characters, line breaks and direction overrides become spaces or go. */
export function drawable(text: string): string {
  return text
    .slice(0, 4 * longest)
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .trim();
}

/** Breaks a text into at most so many lines of at most a width; what has no room ends in an ellipsis. */
export function wrap(text: string, width: number, size: number, weight: Weight, most: number): string[] {
  const words = wordsOf(cut(drawable(text)), width, size, weight);
  const lines: string[] = [];
  let line = "";
  for (const { word, glue } of words) {
    const longer = line === "" ? word : line + glue + word;
    if (line === "" || widthOf(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = shorten(`${kept[most - 1]}…`, width, size, weight);
  return kept;
}

/** Breaks a text into lines of even length: no word alone on the last line where it fits in a narrower shape. */
export function wrapEvenly(text: string, width: number, size: number, weight: Weight, most: number): string[] {
  const lines = wrap(text, width, size, weight, most);
  if (lines.length < 2 || lines.at(-1)?.endsWith("…")) return lines;
  const longest = Math.max(...lines.flatMap((line) => line.split(" ")).map((word) => widthOf(word, size, weight)));
  let [narrow, wide] = [Math.min(width, Math.max(width / 2, longest)), width];
  for (let round = 0; round < 6; round++) {
    const middle = (narrow + wide) / 2;
    const tried = wrap(text, middle, size, weight, most);
    if (tried.length > lines.length || tried.at(-1)?.endsWith("…") || tried.some((one) => widthOf(one, size, weight) > middle))
      narrow = middle;
    else wide = middle;
  }
  return wrap(text, wide, size, weight, most);
}

/** The text in one line of at most a width. */
export function shorten(text: string, width: number, size: number, weight: Weight): string {
  if (widthOf(text, size, weight) <= width) return text;
  const letters = [...text.replace(/…$/, "")];
  while (letters.length > 0 && widthOf(`${letters.join("")}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
}

// Words with what joins them to the one before. East Asian text breaks anywhere; a word wider than the line breaks where it must.
function wordsOf(text: string, width: number, size: number, weight: Weight): { word: string; glue: string }[] {
  const words: { word: string; glue: string }[] = [];
  for (const part of text.split(" ")) {
    let glue = " ";
    for (const piece of part.match(
      /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[^\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+/g,
    ) ?? []) {
      for (const word of pieces(piece, width, size, weight)) {
        words.push({ word, glue });
        glue = "";
      }
    }
  }
  return words;
}

function pieces(word: string, width: number, size: number, weight: Weight): string[] {
  if (widthOf(word, size, weight) <= width) return [word];
  const all: string[] = [];
  let piece = "";
  for (const part of word.split(/(?<=[-/_.\u00ad])|(?<=\p{Ll})(?=\p{Lu})/u)) {
    for (const letter of widthOf(part, size, weight) <= width ? [part] : [...part]) {
      if (piece !== "" && widthOf(piece + letter, size, weight) > width) {
        all.push(piece);
        piece = "";
      }
      piece += letter;
    }
  }
  if (piece !== "") all.push(piece);
  return all;
}

/** Whether a text has letters that another font must draw. */
export function lettersWithout(text: string): boolean {
  const table = tableOf("regular");
  for (const letter of text) if (!table.has(letter.codePointAt(0) as number) && !/\p{Mark}|\p{C}/u.test(letter)) return true;
  return false;
}

/** Whether a text runs from right to left: its first letter that has a direction does. */
export function isRightToLeft(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0];
  return first !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(first);
}
