// Folding: what lies between braces, text blocks, rows of comments, imports. An editor folds by lines: a fold begins in the line
// that stays and ends in the last line that goes, so a closing brace on a line of its own stays in view.
import type { Comment, Expression, Item, Range, SyntaxTree } from "../../../grammar/syntax.ts";
import type { Snapshot } from "./snapshot.ts";
import { childrenOf, declarationsIn, lineStart } from "./tree.ts";
import type { Fold } from "./types.ts";

/** Everything in a file that can be folded, in the order of the text. */
export function folds({ file }: Snapshot): Fold[] {
  const { tree } = file;
  const found = [...imports(tree), ...comments(tree), ...bodies(tree)];
  return found.filter(({ start, end }) => hasBreak(tree.text, start, end)).sort((a, b) => a.start - b.start || b.end - a.end);
}

function hasBreak(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

function imports({ items }: SyntaxTree): Fold[] {
  const found: Fold[] = [];
  let run: Range | undefined;
  const close = (): void => {
    if (run) found.push({ ...run, kind: "imports" });
    run = undefined;
  };
  for (const item of items) {
    if (item.type !== "import") close();
    else run = { start: run?.start ?? item.start, end: item.end };
  }
  close();
  return found;
}

// Line comments that follow each other line by line are one text.
function comments({ comments: all, text }: SyntaxTree): Fold[] {
  const found: Fold[] = [];
  let run: (Range & { readonly kind: Comment["kind"] }) | undefined;
  for (const comment of all) {
    const ownLine = text.slice(lineStart(text, comment.start), comment.start).trim() === "";
    const continues =
      run &&
      run.kind === comment.kind &&
      comment.kind !== "block" &&
      ownLine &&
      /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(run.end, comment.start));
    if (run && continues) run = { ...run, end: comment.end };
    else {
      if (run) found.push({ start: run.start, end: run.end, kind: "comment" });
      run = ownLine || comment.kind === "block" ? { start: comment.start, end: comment.end, kind: comment.kind } : undefined;
    }
  }
  if (run) found.push({ start: run.start, end: run.end, kind: "comment" });
  return found;
}

function bodies({ items, text }: SyntaxTree): Fold[] {
  const found: Fold[] = [];
  const contents = (inner: readonly Item[]): void => {
    for (const item of inner) {
      if (item.type !== "property") continue;
      const blocks = item.values.flatMap((value) => [...blocksIn(value)]);
      if (blocks.length > 0)
        found.push(...blocks.map((block): Fold => ({ start: block.start, end: aboveCloser(text, block), kind: "region" })));
      else if (item.values.length > 0) found.push({ start: item.start, end: item.end, kind: "region" });
    }
  };
  contents(items);
  for (const { body } of declarationsIn(items)) {
    if (body === undefined) continue;
    found.push({ start: body.start, end: body.closed ? aboveCloser(text, body) : body.end, kind: "region" });
    contents(body.items);
  }
  return found;
}

function* blocksIn(value: Expression): Iterable<Range> {
  if (value.type === "string") {
    if (value.block) yield value;
  } else for (const child of childrenOf(value)) yield* blocksIn(child);
}

/** The end of the line above the closing delimiter when that stands alone in its line; else the end itself. */
function aboveCloser(text: string, { start, end }: Range): number {
  const line = lineStart(text, end);
  if (line <= start || !/^\s*(?:\}|""")$/.test(text.slice(line, end))) return end;
  return text[line - 1] === "\n" && text[line - 2] === "\r" ? line - 2 : line - 1;
}
