// What is known stays true when only layout and comments of a file change. Then nothing is analysed again: the old tree moves to
// where the new one stands, and with it everything that was found, since findings point at nodes.
import type { Range, SyntaxTree } from "../../../grammar/syntax.ts";
import type { Location, SourceFile } from "../source/types.ts";
import type { Checked } from "./check.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Node = Record<string, unknown>;

/** Old nodes of a tree with the new ones that say the same. */
type Pairs = Map<object, Node>;

/**
 * Moves the old tree of a file and all that was found in it to a new text. Undefined, with nothing changed, when the texts differ
 * in more than layout and comments, when one of them cannot be read wholly, or when a finding points at something other than nodes.
 */
export function adopt(checked: Checked, old: SyntaxTree, next: SyntaxTree): SyntaxTree | undefined {
  if (old.problems.length > 0 || next.problems.length > 0) return undefined;
  const pairs: Pairs = new Map();
  if (!isSame(old.items, next.items, pairs)) return undefined;
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
  for (const [range, moved] of strays) Object.assign(range, moved);
  const tree: SyntaxTree = { ...next, items: old.items };
  for (const file of own) (file as Mutable<typeof file>).tree = tree;
  return tree;
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
  for (const all of [checked.diagnostics, ...checked.models.map((model) => model.analysis.diagnostics)])
    for (const { location, related } of all) if (!place(location) || !related.every((one) => place(one.location))) return undefined;
  return strays;
}

// Whether two parts of trees say the same, wherever they stand; pairs of nodes are kept.
function isSame(old: unknown, next: unknown, pairs: Pairs): boolean {
  if (typeof old !== "object" || typeof next !== "object" || old === null || next === null) return Object.is(old, next);
  if (Array.isArray(old)) {
    if (!Array.isArray(next) || old.length !== next.length) return false;
    for (let index = 0; index < old.length; index++) if (!isSame(old[index], next[index], pairs)) return false;
    return true;
  }
  for (const key in next) {
    if (key === "start" || key === "end" || key === "doc") continue;
    if (!isSame((old as Node)[key], (next as Node)[key], pairs)) return false;
  }
  pairs.set(old, next as Node);
  return true;
}
