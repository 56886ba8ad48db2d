// Completion: what can be written at an offset. The cursor says what is expected there; one contributor for each kind of
// expectation answers.
import type { Snapshot } from "../snapshot.ts";
import type { Completion } from "../types.ts";
import { conditionCompletions } from "./conditions.ts";
import { type Context, contextAt, propertyAt } from "./context.ts";
import { cursorAt, isComplete } from "./cursor.ts";
import { headerCompletions } from "./header.ts";
import { importCompletions } from "./imports.ts";
import { itemCompletions } from "./items.ts";
import { valueCompletions } from "./values.ts";

/** The suggestions at an offset, best first. */
export function complete(snapshot: Snapshot, offset: number): Completion[] {
  const { tree } = snapshot.file;
  const cursor = cursorAt(tree, Math.max(0, Math.min(offset, tree.text.length)));
  if (cursor === undefined) return [];
  const found = [...contributions(contextAt(snapshot, cursor))];
  return distinct(found).sort((a, b) => compare(a.order, b.order) || compare(a.label, b.label));
}

function* contributions(context: Context): Iterable<Completion> {
  const { cursor } = context;
  const { statement } = cursor;
  if (statement.in === "import") {
    if (cursor.quoted || !cursor.newLine) yield* importCompletions(context);
    else yield* itemCompletions(context);
    return;
  }
  // Free text belongs to the writer.
  if (cursor.quoted) return;
  if (statement.in === "item") yield* itemCompletions(context);
  else if (statement.in === "head") {
    const complete = statement.head.tokens.length === 0 || isComplete(statement.head.tokens.at(-1));
    if (complete && cursor.newLine) yield* itemCompletions(afterHead(context));
    else yield* headerCompletions(context);
  } else yield* inValue(context, statement.tokens.length);
}

function* inValue(context: Context, written: number): Iterable<Completion> {
  const { cursor } = context;
  const tokens = cursor.statement.in === "value" ? cursor.statement.tokens : [];
  const property = propertyAt(context);
  const expression =
    property && (property.value.type === "condition" || property.value.type === "cases" || property.value.type === "measures");
  if (expression) yield* conditionCompletions(context, property, tokens);
  const complete = written > 0 && isComplete(tokens.at(-1));
  if (!complete && property && !expression) yield* valueCompletions(context, property, tokens);
  // After a whole value the next property may follow, on the same line too. In an expression its operators come first.
  if (complete && (cursor.newLine || !expression)) yield* itemCompletions(context, expression === true);
}

// A declaration without body ends with its header: what follows stands beside it.
function afterHead(context: Context): Context {
  return contextAt(context.snapshot, { ...context.cursor, statement: { in: "item" } });
}

function distinct(all: readonly Completion[]): Completion[] {
  const seen = new Map<string, Completion>();
  for (const one of all) if (!seen.has(`${one.kind} ${one.label}`)) seen.set(`${one.kind} ${one.label}`, one);
  return [...seen.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
