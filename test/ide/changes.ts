// What a change does to texts, as tests read it: edits applied, and the lines that differ as `- old` and `+ new`.
import type { TextEdit } from "../../server/src/ide/types.ts";

/** Files after some edits; files that no edit names stay as they are. Fails on edits that overlap or lie outside. */
export function apply(files: Readonly<Record<string, string>>, edits: readonly TextEdit[]): Record<string, string> {
  const result = { ...files };
  for (const path of new Set(edits.map(({ file }) => file.path))) {
    let text = files[`/${path}`];
    if (text === undefined) throw new Error(`an edit names ${path}, which is no file of the workspace`);
    const { length } = text;
    const own = edits.filter(({ file }) => file.path === path).map((edit, index) => ({ ...edit, index }));
    own.sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end || b.index - a.index);
    let limit = length;
    for (const { range, text: added } of own) {
      if (range.start < 0 || range.start > range.end || range.end > limit)
        throw new Error(`an edit of ${path} lies outside or overlaps: ${range.start}–${range.end} of ${length}`);
      text = text.slice(0, range.start) + added + text.slice(range.end);
      limit = range.start;
    }
    result[`/${path}`] = text;
  }
  return result;
}

/** The lines that differ, in the order of the text; of other files after a line `in path`. */
export function difference(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const paths = Object.keys(after).filter((path) => before[path] !== after[path]);
  return paths
    .flatMap((path) => {
      const lines = lineDifference((before[path] ?? "").split(/\r?\n/), (after[path] ?? "").split(/\r?\n/));
      return path === "/main.ward" ? lines : [`in ${path}`, ...lines];
    })
    .join("\n");
}

function lineDifference(a: readonly string[], b: readonly string[]): string[] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      (length[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${a[i++]}`.trimEnd());
    else lines.push(`+ ${b[j++]}`.trimEnd());
  }
  return lines;
}
