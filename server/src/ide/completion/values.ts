// Values of a property by its type: words with their meanings, yes and no, dates, ports, levels, keywords, names.
import type { IToken } from "chevrotain";
import * as t from "../../../../grammar/tokens.ts";
import { threatsAt } from "../../analysis/incidents.ts";
import { deviceOf } from "../../model/derived/containment.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import type { PropertySpec, WordSet } from "../../vocabulary/types.ts";
import { openThreats } from "../closing.ts";
import type { Completion } from "../types.ts";
import { type Context, order, suggestion } from "./context.ts";
import { protectedSuggestions } from "./measures.ts";
import { referenceSuggestions } from "./references.ts";
import { aboutSuggestions } from "./requirements.ts";

/** Suggestions for a value of a property, after `tokens` of it. */
export function* valueCompletions(context: Context, spec: PropertySpec, tokens: readonly IToken[]): Iterable<Completion> {
  const { value } = spec;
  if (!spec.list && tokens.some((token) => token.tokenType === t.Comma)) return;
  switch (value.type) {
    case "word":
      yield* words(context, value.set, usualWord(context, spec));
      break;
    case "yes-no":
      yield suggestion(context, "yes", "value", { documentation: spec.doc, order: order("a", 0) });
      yield suggestion(context, "no", "value", { documentation: spec.doc, order: order("a", 1) });
      break;
    case "date":
      yield* dates(context);
      break;
    case "port":
      yield* ports(context);
      break;
    case "reference":
      yield* names(context, spec, value.to, pathBefore(tokens));
      break;
    default:
  }
}

/** The path that tokens end with when its last segment is still to come: `Clinical.Pump.`. */
export function pathBefore(tokens: readonly IToken[]): string[] {
  const path: string[] = [];
  for (let index = tokens.length - 1; index > 0 && tokens[index]?.tokenType === t.Dot; index -= 2) {
    const name = tokens[index - 1];
    if (name?.tokenType !== t.Word) break;
    path.unshift(name.image);
  }
  return path;
}

/** Words of a set with their meanings. */
export function* words(context: Context, set: WordSet, first?: string): Iterable<Completion> {
  const written = writtenWords(context);
  for (const [index, [word, meaning]] of set.words.entries()) {
    if (!written.has(word))
      yield suggestion(context, word, "word", {
        detail: meaning || set.title,
        documentation: meaning || undefined,
        order: order(word === first ? "a" : "b", index),
      });
  }
}

// Words that the list has already; the one under the cursor is still being chosen.
function writtenWords({ cursor, node }: Context): ReadonlySet<string> {
  const { statement } = cursor;
  const name = statement.in === "value" ? statement.property : undefined;
  const property = node?.body?.items.findLast((item) => item.type === "property" && item.name.text === name && item.start <= cursor.offset);
  if (property?.type !== "property") return new Set();
  const others = property.values.filter((value) => value.end < cursor.word.start || value.start > cursor.word.end);
  return new Set(others.flatMap((value) => (value.type === "path" ? [value.segments.map((segment) => segment.text).join(".")] : [])));
}

function usualWord({ analysis, entity }: Context, spec: PropertySpec): string | undefined {
  if (spec.name !== "responsible" || entity?.keyword !== "assumption" || analysis === undefined) return undefined;
  return analysis.catalogue.requirements.find((one) => entity.kinds.includes(one.entity))?.responsible;
}

function* dates(context: Context): Iterable<Completion> {
  const today = context.analysis?.facts.today;
  if (today === undefined) return;
  const [year, month, day] = today.split("-").map(Number) as [number, number, number];
  const in_ = (months: number): string => new Date(Date.UTC(year, month - 1 + months, Math.min(day, 28))).toISOString().slice(0, 10);
  for (const [index, [date, detail]] of (
    [
      [in_(12), "in a year"],
      [in_(6), "in half a year"],
      [in_(3), "in three months"],
      [today, "today"],
    ] as const
  ).entries()) {
    yield suggestion(context, date, "value", { detail, replace: dateUnderCursor(context), order: order("a", index) });
  }
}

// A date is no word: its digits and hyphens are replaced together.
function dateUnderCursor({ text, cursor }: Context): { start: number; end: number } {
  const before = /[\d-]*$/.exec(text.slice(Math.max(0, cursor.offset - 12), cursor.offset))?.[0].length ?? 0;
  const after = /^[\d-]*/.exec(text.slice(cursor.offset, cursor.offset + 12))?.[0].length ?? 0;
  return { start: cursor.offset - before, end: cursor.offset + after };
}

function* ports({ ...context }: Context): Iterable<Completion> {
  const { analysis, entity } = context;
  if (analysis === undefined) return;
  const { model } = analysis;
  const spoken = new Set(
    entity?.keyword === "interface"
      ? model
          .of("flow")
          .filter((flow) => model.refs(flow, "via").includes(entity))
          .flatMap((flow) => model.refs(flow, "protocol"))
      : [],
  );
  const start =
    /[\d/-]*$/.exec(context.text.slice(Math.max(0, context.cursor.word.start - 12), context.cursor.word.start))?.[0].length ?? 0;
  const replace = { start: context.cursor.word.start - start, end: context.cursor.word.end };
  const speakers = new Map<string, Entity[]>();
  for (const protocol of model.of("protocol"))
    for (const port of model.texts(protocol, "port")) speakers.set(port, [...(speakers.get(port) ?? []), protocol]);
  for (const [port, protocols] of speakers) {
    const used = protocols.some((protocol) => spoken.has(protocol));
    yield suggestion(context, port, "value", {
      detail: protocols.map((protocol) => protocol.name).join(", "),
      replace,
      order: order(used ? "a" : "b", Number.parseInt(port, 10) / 10),
    });
  }
}

function* names(
  context: Context,
  spec: PropertySpec,
  to: (PropertySpec["value"] & { type: "reference" })["to"],
  path: readonly string[],
): Iterable<Completion> {
  const { entity, analysis } = context;
  if (analysis === undefined) return;
  const written = writtenWords(context);
  const given = (entity?.properties.get(spec.name)?.values ?? [])
    .filter(({ node }) => written.has(context.text.slice(node.start, node.end)))
    .map(({ value }) => value)
    .filter(isEntity);
  if (entity?.keyword === "control" && spec.name === "protects") yield* protectedSuggestions(context, to, path, given);
  else if (context.head?.keyword === "control" && spec.name === "protects") yield* protectedSuggestions(context, to, path, given);
  else if (context.head?.keyword === "assumption" && spec.name === "about") yield* aboutSuggestions(context, to, path, given);
  else
    yield* referenceSuggestions(context, {
      to,
      path,
      besides: given,
      weight: weights(context, spec),
      accepts: (one) => fits(context, spec, one),
    });
}

/** What a name cannot mean, though its keyword would do. */
function fits({ entity, analysis }: Context, spec: PropertySpec, one: Entity): boolean {
  // Nothing stands inside itself or inside what it contains.
  if (spec.name === "within" && entity && analysis) return !analysis.model.isInside(one, entity);
  return true;
}

/** What is likely, from what the model says elsewhere. */
function weights(context: Context, spec: PropertySpec): (one: Entity) => number {
  const { analysis, entity } = context;
  if (analysis === undefined) return () => 0;
  const { model, facts } = analysis;
  if (spec.name === "protocol") {
    const uses = new Map<Entity, number>();
    for (const flow of model.of("flow"))
      for (const protocol of model.refs(flow, "protocol")) uses.set(protocol, (uses.get(protocol) ?? 0) + 1);
    return (one) => uses.get(one) ?? 0;
  }
  if (spec.name === "via" && entity?.keyword === "flow") {
    const devices = new Set([deviceOf(facts, entity.source), deviceOf(facts, entity.target)]);
    return (one) => (devices.has(deviceOf(facts, one)) ? 1 : 0);
  }
  if (spec.name === "carries" && entity?.source) {
    const near = new Set([
      ...model.refs(entity.source, "holds"),
      ...model.flowsTo(entity.source).flatMap((flow) => model.refs(flow, "carries")),
    ]);
    return (one) => (near.has(one) ? 1 : 0);
  }
  if (spec.name === "cause" && entity?.keyword === "incident") {
    const here = new Set(threatsAt(facts, entity, analysis.threats).map(({ threat }) => threat.entity));
    return (one) => (here.has(one) ? 1 : 0);
  }
  if (spec.name === "also-requires") return (one) => (model.yes(one, "optional") ? 1 : 0);
  if (spec.name === "answers") {
    const open = new Set(openThreats(analysis).map(({ threat }) => threat.entity));
    return (one) => (open.has(one) ? 1 : 0);
  }
  return () => 0;
}
