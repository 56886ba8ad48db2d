// References and highlights: every place that names what stands under the cursor.
import type { Range } from "../../../grammar/syntax.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import type { Location } from "../source/types.ts";
import { symbolAt } from "./locate.ts";
import { distinct } from "./lookup.ts";
import type { Snapshot } from "./snapshot.ts";
import { inModels, usesOf } from "./uses.ts";

/** Every place that names what stands under the cursor, in all models; its declaration too when asked for. */
export function references(snapshot: Snapshot, offset: number, withDeclaration: boolean): Location[] {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return [];
  const uses = usesOf(snapshot, symbol.entity);
  return withDeclaration ? distinct([nameLocation(symbol.entity), ...uses]) : uses;
}

/** The places in this file; where it is declared or changed counts as written. */
export function highlights(snapshot: Snapshot, offset: number): { range: Range; write: boolean }[] {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return [];
  const { path } = snapshot.file;
  const written = writtenAt(snapshot, symbol.entity).filter(({ file }) => file.path === path);
  const isWritten = (range: Range): boolean => written.some((one) => one.range.start === range.start);
  const read = usesOf(snapshot, symbol.entity).filter(({ file, range }) => file.path === path && !isWritten(range));
  return [...written.map(({ range }) => ({ range, write: true })), ...read.map(({ range }) => ({ range, write: false }))].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

function writtenAt(snapshot: Snapshot, entity: Entity): Location[] {
  const overrides = inModels(snapshot, entity).flatMap(({ entity: own }) => own.overrides);
  return distinct([entity, ...overrides].map(nameLocation));
}
