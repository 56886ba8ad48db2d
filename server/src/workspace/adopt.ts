// What is known stays true when only layout and comments of a file change, texts that nothing of it was worked out from, or what
// cannot be read and so is not part of it. Then nothing is analysed again: the old tree moves to where the new one stands and says what it says, and with it everything that was
// found, since findings point at nodes.
import type { Range, StringLiteral, SyntaxProblem, SyntaxTree } from "../../../grammar/syntax.ts";
import type { ReadTexts } from "../model/texts.ts";
import type { Location, SourceFile } from "../source/types.ts";
import { type Checked, withProblems } from "./check.ts";
import type { Settings } from "./settings.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Node = Record<string, unknown>;

/** Old nodes of a tree with the new ones that say the same. */
type Pairs = Map<object, Node>;

/** How far two trees say the same. */
interface Comparison {
  readonly pairs: Pairs;
  /** Texts that decided something: another text is another tree. */
  readonly read: ReadTexts;
  /** Texts that say something else now, and decided nothing. */
  readonly reworded: Map<StringLiteral, StringLiteral>;
}

/** What became of a tree and of what was known. */
export interface Adopted {
  readonly tree: SyntaxTree;
  readonly checked: Checked;
}

/**
 * Moves the old tree of a file and all that was found in it to a new text. Undefined, with nothing changed, when the texts differ
 * in more than layout, comments, texts that are not among those read and what cannot be read, when other declarations hold what
 * cannot be read, or when a finding points at something other than nodes.
 */
export function adopt(checked: Checked, old: SyntaxTree, next: SyntaxTree, read: ReadTexts, settings: Settings): Adopted | undefined {
  const pairs: Pairs = new Map();
  const comparison: Comparison = { pairs, read, reworded: new Map() };
  if (!isSame(old.items, next.items, comparison, false) || !breakTheSame(old.problems, next.problems, pairs)) return undefined;
  const isStill =
    isSame(old.problems, next.problems, comparison, false) && old.problems.every(({ help }, index) => help === next.problems[index]?.help);
  const files = [...checked.files, ...checked.models.flatMap((model) => model.analysis.model.files)].filter((file) => file.tree === old);
  const own = new Set(files);
  const strays = strayRanges(checked, own, pairs);
  if (strays === undefined) return undefined;
  for (const [node, twin] of pairs) {
    const moved = node as Node;
    moved.start = twin.start;
    moved.end = twin.end;
    if (moved.type === "declaration") moved.doc = twin.doc;
  }
  for (const [text, twin] of comparison.reworded) (text as Mutable<StringLiteral>).value = twin.value;
  for (const [range, moved] of strays) Object.assign(range, moved);
  const tree: SyntaxTree = { ...next, items: old.items, problems: isStill ? old.problems : next.problems };
  for (const file of own) (file as Mutable<typeof file>).tree = tree;
  const told = comparison.reworded.size === 0 ? { ...checked } : reworded(checked, own);
  return { tree, checked: isStill ? told : withProblems(told, own, settings) };
}

// The same findings, but what was worked out since they were found may have been worked out from the texts: it is let go of.
function reworded(checked: Checked, own: ReadonlySet<SourceFile>): Checked {
  const models = checked.models.map((model) => {
    if (!model.analysis.model.files.some((file) => own.has(file))) return model;
    model.analysis.facts.forget();
    return { ...model, analysis: { ...model.analysis } };
  });
  return { ...checked, models };
}

// What a declaration seems to lack is not missed where something in it cannot be read: that must be so of the same ones.
function breakTheSame(old: readonly SyntaxProblem[], next: readonly SyntaxProblem[], pairs: Pairs): boolean {
  if (old.length === 0 && next.length === 0) return true;
  for (const [node, twin] of pairs) {
    if ((node as Node).type !== "declaration") continue;
    const isBroken = old.some((problem) => isIn(problem, node as Range));
    if (isBroken !== next.some((problem) => isIn(problem, twin as unknown as Range))) return false;
  }
  return true;
}

function isIn({ start }: Range, node: Range): boolean {
  return start >= node.start && start <= node.end;
}

// Ranges of findings that are no nodes, such as all of a decision's header, with where they move to: they begin where a node
// begins and end where one ends.
function strayRanges(checked: Checked, own: ReadonlySet<SourceFile>, pairs: Pairs): ReadonlyMap<Range, Range> | undefined {
  const strays = new Map<Range, Range>();
  let ends: { readonly starts: ReadonlyMap<unknown, unknown>; readonly ends: ReadonlyMap<unknown, unknown> } | undefined;
  const place = ({ file, range }: Location): boolean => {
    if (!own.has(file) || pairs.has(range) || strays.has(range)) return true;
    ends ??= {
      starts: new Map([...pairs].map(([node, twin]) => [(node as Node).start, twin.start])),
      ends: new Map([...pairs].map(([node, twin]) => [(node as Node).end, twin.end])),
    };
    const start = ends.starts.get(range.start);
    const end = ends.ends.get(range.end);
    if (typeof start !== "number" || typeof end !== "number") return false;
    strays.set(range, { start, end });
    return true;
  };
  // What cannot be read is told anew where it changed, and moves with the tree where it did not.
  for (const all of [checked.diagnostics, ...checked.models.map((model) => model.analysis.diagnostics)])
    for (const { code, location, related } of all)
      if (code !== "syntax-error" && (!place(location) || !related.every((one) => place(one.location)))) return undefined;
  return strays;
}

// Whether two parts of trees say the same, wherever they stand; pairs of nodes are kept. A text is `free` to say something else
// where nothing but who reads it can depend on it: as a title, or as a value of its own.
function isSame(old: unknown, next: unknown, comparison: Comparison, free: boolean): boolean {
  if (typeof old !== "object" || typeof next !== "object" || old === null || next === null) return Object.is(old, next);
  if (Array.isArray(old)) {
    if (!Array.isArray(next) || old.length !== next.length) return false;
    for (let index = 0; index < old.length; index++) if (!isSame(old[index], next[index], comparison, free)) return false;
    return true;
  }
  const { type } = old as Node;
  for (const key in next) {
    if (key === "start" || key === "end" || key === "doc") continue;
    const mayDiffer = type === "declaration" ? key === "title" && !(old as Node).modifier : type === "property" && key === "values";
    if (isSame((old as Node)[key], (next as Node)[key], comparison, mayDiffer)) continue;
    const isText = free && type === "string" && key === "value" && (next as Node).type === "string";
    if (!isText || comparison.read.has(old as StringLiteral)) return false;
    comparison.reworded.set(old as StringLiteral, next as StringLiteral);
  }
  comparison.pairs.set(old, next as Node);
  return true;
}
