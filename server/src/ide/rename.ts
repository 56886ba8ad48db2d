// Rename: a new name for a declaration at every place that names it, in all models of the workspace. It is refused where the
// text would say something else afterwards; `rename/proof.ts` finds that out by trying.
import { conditionWords } from "../../../grammar/keywords.ts";
import type { Range } from "../../../grammar/syntax.ts";
import { isModelKeyword } from "../model/collect.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import { positionAt } from "../source/lines.ts";
import type { Location } from "../source/types.ts";
import { symbolAt } from "./locate.ts";
import { distinct } from "./lookup.ts";
import { changedMeaning } from "./rename/proof.ts";
import type { Snapshot } from "./snapshot.ts";
import type { TextEdit } from "./types.ts";
import { inModels, usesOf } from "./uses.ts";

/** Why something cannot be renamed, as a sentence. */
export interface Refusal {
  readonly problem: string;
}

/** What would be renamed, or why it cannot be. */
export function prepareRename(snapshot: Snapshot, offset: number): { range: Range; placeholder: string } | Refusal {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return { problem: "There is no name of a declaration here." };
  const refusal = refused(symbol.entity);
  return refusal ?? { range: symbol.range, placeholder: symbol.entity.name };
}

function refused({ file, name, keyword }: Entity): Refusal | undefined {
  if (file.origin === "catalogue") {
    return {
      problem: `\`${name}\` belongs to a catalogue that ships with Ward and keeps its name; \`override ${keyword} ${name}\` can change what it says.`,
    };
  }
  if (keyword === "row") return { problem: `\`${name}\` is the word that this row stands for; another word would be another row.` };
  return undefined;
}

/** The changes that give what stands under the cursor a new name, or why it cannot have it. */
export function rename(snapshot: Snapshot, offset: number, newName: string): TextEdit[] | Refusal {
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined) return { problem: "There is no name of a declaration here." };
  const { entity } = symbol;
  const refusal = refused(entity) ?? badName(entity, newName);
  if (refusal) return refusal;
  if (newName === entity.name) return [];
  const clash = taken(snapshot, entity, newName);
  if (clash) return { problem: `\`${newName}\` is taken: ${clash.keyword} \`${clash.id}\` is declared in ${shown(nameLocation(clash))}.` };
  const places = distinct([nameLocation(entity), ...usesOf(snapshot, entity)]);
  const edits = places.filter(({ file }) => file.origin === "user").map(({ file, range }) => ({ file, range, text: newName }));
  for (const { model, entity: own } of inModels(snapshot, entity)) {
    const change = changedMeaning(model, own, edits);
    if (change) return { problem: `\`${entity.name}\` cannot become \`${newName}\`: ${change}.` };
  }
  return edits;
}

function badName({ keyword }: Entity, name: string): Refusal | undefined {
  const isWord = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}\p{M}\p{N}_]+)*$/u.test(name);
  if (!isWord || (keyword !== "property" && name.includes("-"))) {
    const form = keyword === "property" ? "letters, digits, `_` and single `-` between them" : "letters, digits and `_`";
    return { problem: `\`${name}\` is no name: a name has ${form}, and begins with a letter or \`_\`.` };
  }
  if (isModelKeyword(keyword) || !(conditionWords as readonly string[]).includes(name)) return undefined;
  return { problem: `\`${name}\` is a word of conditions, in which a ${keyword} of this name could not be told from it.` };
}

/** Another declaration that already has the full path which the renamed one would have. */
function taken(snapshot: Snapshot, entity: Entity, newName: string): Entity | undefined {
  const id = entity.parent ? `${entity.parent.id}.${newName}` : newName;
  const group = groupOf(entity);
  for (const { model } of inModels(snapshot, entity)) {
    const other = model.analysis.model.entities.find((one) => one.id === id && !one.node.modifier && groupOf(one) === group);
    if (other) return other;
  }
  return undefined;
}

function groupOf({ keyword }: Entity): string {
  return isModelKeyword(keyword) ? "model" : keyword === "property" || keyword === "row" ? keyword : "catalogue";
}

/** "pump.ward, line 12". */
function shown({ file, range }: Location): string {
  return `${file.path}, line ${positionAt(file.tree.text, range.start).line + 1}`;
}
