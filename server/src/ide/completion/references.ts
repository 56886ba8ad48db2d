// Names in scope: what a reference can mean here, as the shortest path that is unambiguous, the likeliest first.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { Range } from "../../../../grammar/syntax.ts";
import type { Entity } from "../../model/types.ts";
import { fullPath, namesOf, shortestPath } from "../scope.ts";
import type { Completion, CompletionKind } from "../types.ts";
import { byWeight, type Context, detailOf, docOf, type Extras, order, suggestion } from "./context.ts";

/** Which names are wanted. */
export interface Wanted {
  readonly to: readonly Keyword[];
  /** The path before the cursor, up to its last dot. */
  readonly path: readonly string[];
  /** Entities that are not offered: those given already, and the declaration itself. */
  readonly besides: readonly Entity[];
  readonly accepts?: (entity: Entity) => boolean;
  /** How likely it is the one meant; more than 0 brings it to the front. */
  readonly weight?: (entity: Entity) => number;
  /** Words in place of title and doc comment. */
  readonly describe?: (entity: Entity) => Pick<Extras, "detail" | "note" | "documentation">;
}

/** The names that fit. */
export function* referenceSuggestions(context: Context, wanted: Wanted): Iterable<Completion> {
  const { analysis, snapshot, entity } = context;
  if (analysis === undefined) return;
  const { model } = analysis;
  const besides = new Set(wanted.besides);
  const replace = pathUnderCursor(context);
  for (const candidate of namesOf(model).candidates(snapshot.file, wanted.to)) {
    if (besides.has(candidate) || candidate === entity || (wanted.accepts && !wanted.accepts(candidate))) continue;
    const label =
      wanted.path.length > 0 ? pathAfter(candidate, wanted.path) : shortestPath(model, candidate, entity, snapshot.file, wanted.to);
    if (label === undefined) continue;
    const weight = wanted.weight?.(candidate) ?? 0;
    const said = wanted.describe?.(candidate);
    yield suggestion(context, label, sortOf(candidate.keyword), {
      detail: said?.detail ?? detailOf(candidate, label),
      note: said?.note,
      documentation: said?.documentation ?? docOf(context, candidate),
      replace,
      order: weight > 0 ? byWeight("a", weight) : order(closeness(context, candidate), label.includes(".") ? 1 : 0),
    });
  }
}

/** The rest of an entity's path after `Clinical.Pump.`; undefined when the path does not lead to it. */
function pathAfter(entity: Entity, path: readonly string[]): string | undefined {
  const full = fullPath(entity);
  for (let start = 0; start + path.length < full.length; start++) {
    if (path.every((name, index) => full[start + index] === name)) return full.slice(start + path.length).join(".");
  }
  return undefined;
}

/** The word under the cursor with the rest of its path, so that nothing of the old name stays behind. */
export function pathUnderCursor({ text, cursor }: Context): Range {
  const rest = /^(?:\.[\p{L}\p{M}\p{N}_]+(?:-[\p{L}\p{M}\p{N}_]+)*)*/u.exec(text.slice(cursor.word.end, cursor.word.end + 500))?.[0] ?? "";
  return cursor.word.start === cursor.word.end ? cursor.word : { start: cursor.word.start, end: cursor.word.end + rest.length };
}

function closeness({ snapshot, head }: Context, entity: Entity): string {
  if (entity.file === snapshot.file) return head && entity.node.start <= head.start && head.start <= entity.node.end ? "c" : "b";
  return entity.file.origin === "user" ? "d" : "e";
}

/** What a declaration is drawn as in a list of suggestions. */
export function sortOf(keyword: Keyword): CompletionKind {
  if (keyword === "kind" || keyword === "protocol") return "kind";
  if (keyword === "measure" || keyword === "requirement" || keyword === "threat") return keyword;
  return "element";
}
