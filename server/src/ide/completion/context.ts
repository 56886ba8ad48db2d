// What contributors work with: the cursor, the model around it, and how a suggestion is made.
import { declarationKeywords, type Keyword } from "../../../../grammar/keywords.ts";
import type { Declaration, Item, Range } from "../../../../grammar/syntax.ts";
import type { Analysis } from "../../analysis/types.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import { Vocabulary } from "../../model/vocabulary.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { PropertySpec } from "../../vocabulary/types.ts";
import { lookupOf } from "../lookup.ts";
import { analysisOf, type Snapshot } from "../snapshot.ts";
import type { Completion, CompletionKind } from "../types.ts";
import type { Cursor, Head } from "./cursor.ts";

/** Everything a contributor may ask. */
export interface Context {
  readonly snapshot: Snapshot;
  readonly cursor: Cursor;
  readonly text: string;
  /** Undefined for a file that belongs to no model. */
  readonly analysis: Analysis | undefined;
  readonly vocabulary: Vocabulary;
  /** The header that the cursor is in, or the one of the body around it. */
  readonly head: Head | undefined;
  /** The declaration of that header, as far as the tree and the model have it. */
  readonly node: Declaration | undefined;
  readonly entity: Entity | undefined;
}

/** What is known where the cursor stands. */
export function contextAt(snapshot: Snapshot, cursor: Cursor): Context {
  const analysis = analysisOf(snapshot);
  const head = cursor.statement.in === "head" ? cursor.statement.head : cursor.around.at(-1);
  const node = head && declarationAt(snapshot.file.tree.items, head.start);
  const entity = node && analysis && lookupOf(analysis).entityOf(node);
  const { text } = snapshot.file.tree;
  return { snapshot, cursor, text, analysis, vocabulary: analysis?.model.vocabulary ?? new Vocabulary(), head, node, entity };
}

function declarationAt(items: readonly Item[], keyword: number): Declaration | undefined {
  for (const item of items) {
    if (item.type !== "declaration" || keyword < item.start || keyword > item.end) continue;
    if (item.keyword.start === keyword) return item;
    const found = item.body && declarationAt(item.body.items, keyword);
    if (found) return found;
  }
  return undefined;
}

/** The keyword of a header, when it begins a declaration. */
export function keywordOf(head: Head | undefined): Keyword | undefined {
  return head && declarationKeywords.has(head.keyword) ? (head.keyword as Keyword) : undefined;
}

/** What a catalogue entry is on or of, from the model or from the words of its header. */
export function appliesTo({ entity, head }: Context): readonly Keyword[] {
  const known = entity?.subject?.appliesTo ?? entity?.appliesTo ?? [];
  if (known.length > 0) return known;
  return (head?.tokens ?? []).map((token) => token.image).filter((word): word is Keyword => declarationKeywords.has(word));
}

/** The property that the cursor's value belongs to. */
export function propertyAt(context: Context): PropertySpec | undefined {
  const { cursor, vocabulary } = context;
  const keyword = keywordOf(context.head);
  if (cursor.statement.in !== "value" || keyword === undefined) return undefined;
  const name = cursor.statement.property;
  const own = vocabulary.property(keyword, name);
  if (own || keyword !== "kind") return own;
  return appliesTo(context)
    .map((one) => vocabulary.property(one, name))
    .find((spec) => spec !== undefined);
}

/** The names of the properties that the declaration has already, apart from the one under the cursor. */
export function takenProperties({ node, cursor }: Context): ReadonlySet<string> {
  const names = (node?.body?.items ?? [])
    .filter((item) => item.type === "property" && !holds(item.name, cursor.offset))
    .map((item) => (item.type === "property" ? item.name.text : ""));
  return new Set(names);
}

/** What stands on the cursor's line after the word under it. */
export function restOfLine({ text, cursor }: Context): string {
  const rest = text.slice(cursor.word.end, cursor.word.end + 500);
  return rest.slice(0, /[\r\n]/.exec(rest)?.index ?? rest.length);
}

/** What a suggestion says besides its label and sort. */
export interface Extras {
  readonly detail?: string | undefined;
  readonly note?: string | undefined;
  readonly documentation?: string | undefined;
  readonly insert?: string;
  readonly snippet?: boolean;
  readonly replace?: Range;
  readonly order?: string;
  readonly retrigger?: boolean;
}

/** A suggestion. */
export function suggestion({ cursor }: Context, label: string, kind: CompletionKind, extras: Extras = {}): Completion {
  return {
    label,
    kind,
    detail: extras.detail,
    note: extras.note,
    documentation: extras.documentation,
    insert: extras.insert ?? label,
    snippet: extras.snippet ?? false,
    replace: extras.replace ?? cursor.word,
    order: extras.order ?? "m",
    retrigger: extras.retrigger ?? false,
  };
}

/** An order within a group: suggestions of group `a` come before those of `b`. */
export function order(group: string, index = 0): string {
  return `${group}${String(Math.max(0, Math.min(9999, Math.round(index)))).padStart(4, "0")}`;
}

/** An order by weight: the heavier, the earlier. */
export function byWeight(group: string, weight: number): string {
  return order(group, 9999 - weight);
}

/** What a declaration says about itself: its doc comment and what it explains. */
export function docOf({ analysis }: Context, entity: Entity): string | undefined {
  const explain = analysis?.model.text(entity, "explain");
  const givers = analysis && (entity.keyword === "protocol" || entity.keyword === "kind") ? [...analysis.model.kindsOf(entity)] : [];
  const provides = [
    ...new Set(givers.flatMap((giver) => (giver.properties.get("provides")?.values ?? []).map(({ value }) => value).filter(isEntity))),
  ];
  const parts = [
    entity.node.doc,
    explain,
    provides.length > 0 ? `Provides ${provides.map((measure) => `\`${measure.name}\``).join(", ")}.` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n") || undefined;
}

/** Title and full path of an entity, as far as they say more than its name. */
export function detailOf(entity: Entity, label: string): string {
  const title = entity.title === entity.name ? "" : entity.title;
  const path = entity.id === label || entity.file.origin === "catalogue" ? "" : entity.id;
  return [title || declarationSpec(entity.keyword)?.title || entity.keyword, path].filter((part) => part !== "").join(" — ");
}

const holds = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;
