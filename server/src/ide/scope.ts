// Names as seen from a place: what a file sees, and the shortest path that means an entity there. Completion writes
// such paths, and so do quick fixes.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Model } from "../model/model.ts";
import { NameIndex } from "../model/names.ts";
import type { Entity } from "../model/types.ts";
import type { SourceFile } from "../source/types.ts";
import { relative } from "../workspace/paths.ts";
import { coreCatalogue } from "../workspace/shipped.ts";

const indexes = new WeakMap<Model, NameIndex>();

/** The names of a model, for look-up; made once for each model. */
export function namesOf(model: Model): NameIndex {
  const known = indexes.get(model);
  if (known) return known;
  const index = new NameIndex(coreCatalogue());
  for (const entity of model.entities) {
    if (entity.name !== "" && !entity.node.modifier && model.vocabulary.spec(entity.keyword)?.name === "own") index.add(entity);
  }
  indexes.set(model, index);
  return index;
}

/** The names from the outermost declaration to an entity. */
export function fullPath(entity: Entity): string[] {
  const names: string[] = [];
  for (let at: Entity | undefined = entity; at; at = at.parent) names.unshift(at.name);
  return names;
}

/** The shortest path that means an entity, written in a declaration of a file; undefined when the file does not see it. */
export function shortestPath(
  model: Model,
  entity: Entity,
  from: Entity | undefined,
  file: SourceFile,
  keywords: readonly Keyword[],
): string | undefined {
  const names = namesOf(model);
  const full = fullPath(entity);
  for (let count = 1; count <= full.length; count++) {
    const segments = full.slice(-count);
    const result = names.resolve(segments, from, file, keywords);
    if ("found" in result && result.found === entity) return segments.join(".");
  }
  return undefined;
}

/** What a file would write after `import` to see another. */
export function importPath(from: SourceFile, to: SourceFile): string {
  if (to.origin === "catalogue") return to.path.split("/")[0] as string;
  const folder = `/${from.path}`.split("/").slice(0, -1).join("/");
  const path = relative(folder === "" ? "/" : folder, `/${to.path}`);
  return path.startsWith("../") ? path : `./${path.replace(/^\//, "")}`;
}

/** A name that no declaration of the model has yet, made from a wanted one. */
export function freeName(model: Model, wanted: string): string {
  const taken = (name: string): boolean => model.entities.some((entity) => entity.name === name);
  const base = wanted.replace(/[^\p{L}\p{M}\p{N}_]/gu, "").replace(/^[\p{N}\p{M}]+/u, "") || "Name";
  let name = base;
  for (let count = 2; taken(name); count++) name = `${base}${count}`;
  return name;
}
