// Linked editing: a declaration's name and its uses change together while one of them is typed. An editor changes only what it
// was told, in one document and without asking again, so this fits only where all uses stand inside the declaration itself
// (flows between the parts of one boundary, say); everywhere else rename is the safe way, and nothing is linked.
import type { Range } from "../../../grammar/syntax.ts";
import { symbolAt } from "./locate.ts";
import type { Snapshot } from "./snapshot.ts";
import { inside } from "./tree.ts";
import { usesOf } from "./uses.ts";

/** The ranges that change together with the name under the cursor, itself among them; none where that would be half a rename. */
export function linkedEditing(snapshot: Snapshot, offset: number): Range[] {
  const entity = symbolAt(snapshot, offset)?.entity;
  const { path, origin } = snapshot.file;
  const name = entity?.node.name;
  if (entity === undefined || name === undefined || origin === "catalogue" || entity.file.path !== path) return [];
  if (entity.keyword === "row" || entity.keyword === "property") return [];
  const uses = usesOf(snapshot, entity);
  if (uses.length === 0 || !uses.every(({ file, range }) => file.path === path && inside(range, entity.node))) return [];
  return [name, ...uses.map(({ range }) => range)].map(({ start, end }) => ({ start, end }));
}
