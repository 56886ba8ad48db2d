// Lists of parts that suppliers deliver with theirs (CycloneDX, JSON): read beside the model, and as untrusted as it.
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import { type Json, objectOf, objectsOf, textOf, textsOf } from "../source/json.ts";
import type { ImageFile } from "./template.ts";

/** A part of a supplier's list. Texts are empty where the list says nothing. */
export interface SuppliedPart {
  /** Its name in the list, unlike all others there. */
  readonly ref: string;
  readonly type: string;
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly supplier: string;
  /** SPDX ids or names. */
  readonly licenses: readonly string[];
  /** The licence as an SPDX expression, where the list gives one. */
  readonly expression: string;
  readonly purl: string;
  readonly cpe: string;
  /** Parts that it needs, by `ref`. */
  readonly needs: readonly string[];
}

/** A supplier's list. */
export interface SupplierList {
  /** As the model names it. */
  readonly path: string;
  readonly text: string;
  readonly parts: readonly SuppliedPart[];
  /** Parts that hang on nothing else in the list, by `ref`: those of the component itself. Every part is reached from them. */
  readonly tops: readonly string[];
}

/** What became of the lists that a model names. */
export interface SupplierLists {
  readonly lists: ReadonlyMap<Entity, SupplierList>;
  /** Why a list is not there, as the end of a sentence. */
  readonly problems: ReadonlyMap<Entity, string>;
}

/** Reads a file inside the workspace, by its path from there. */
export type ReadFile = (path: string, largest: number) => ImageFile;

/** No lists. */
export const noLists: SupplierLists = { lists: new Map(), problems: new Map() };

const largest = 32 * 1024 * 1024;
const mostParts = 50_000;

/** Reads the lists that components name, from beside the files that name them. Without a way to read files all of them are problems. */
export function readSupplierLists(model: Model, read: ReadFile | undefined): SupplierLists {
  const lists = new Map<Entity, SupplierList>();
  const problems = new Map<Entity, string>();
  for (const entity of model.of("component")) {
    const [path] = model.texts(entity, "parts-list");
    if (path === undefined || entity.file.origin !== "user") continue;
    const found = listOf(entity, path, read);
    if (typeof found === "string") problems.set(entity, found);
    else lists.set(entity, found);
  }
  return { lists, problems };
}

function listOf(entity: Entity, path: string, read: ReadFile | undefined): SupplierList | string {
  if (read === undefined) return `\`${path}\` cannot be read here: the command line reads it`;
  const folder = entity.file.path.slice(0, entity.file.path.lastIndexOf("/") + 1);
  const file = read(folder + path, largest);
  if ("problem" in file) {
    if (file.problem === "outside") return `\`${path}\` lies outside the workspace`;
    if (file.problem === "no-file") return `\`${path}\` is no file, or larger than ${largest / 1024 / 1024} MB`;
    return `\`${path}\` cannot be read`;
  }
  const text = new TextDecoder().decode(file.bytes);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return `\`${path}\` is no JSON`;
  }
  const bom = objectOf(content);
  if (bom?.bomFormat !== "CycloneDX") return `\`${path}\` is no CycloneDX list: it lacks \`"bomFormat": "CycloneDX"\``;
  const parts = partsOf(bom);
  if (parts.length > mostParts) return `\`${path}\` has more than ${mostParts} parts`;
  return { path, text, parts, tops: topsOf(parts, rootOf(bom)) };
}

// Parts may stand inside others; the outer one then needs the inner one.
function partsOf(bom: Json): SuppliedPart[] {
  const needs = new Map(objectsOf(bom.dependencies).map((one) => [textOf(one.ref) ?? "", textsOf(one.dependsOn)]));
  const found = new Map<string, Omit<SuppliedPart, "needs"> & { readonly needs: string[] }>();
  const waiting = objectsOf(bom.components).map((part) => ({ part, outer: undefined as string | undefined }));
  for (const { part, outer } of waiting) {
    const name = textOf(part.name);
    if (name === undefined) continue;
    const given = textOf(part["bom-ref"]) ?? [textOf(part.group), name, textOf(part.version)].filter(Boolean).join("/");
    let ref = given;
    for (let count = 2; found.has(ref); count++) ref = `${given} (${count})`;
    if (outer !== undefined) found.get(outer)?.needs.push(ref);
    for (const one of objectsOf(part.components)) waiting.push({ part: one, outer: ref });
    found.set(ref, {
      ref,
      type: textOf(part.type) ?? "library",
      group: textOf(part.group) ?? "",
      name,
      version: textOf(part.version) ?? "",
      supplier: textOf(objectOf(part.supplier)?.name) ?? textOf(objectOf(part.manufacturer)?.name) ?? textOf(part.publisher) ?? "",
      licenses: licensesOf(part),
      expression: objectsOf(part.licenses).map((one) => textOf(one.expression) ?? "")[0] ?? "",
      purl: textOf(part.purl) ?? "",
      cpe: textOf(part.cpe) ?? "",
      needs: [...(needs.get(given) ?? [])],
    });
    if (found.size > mostParts) break;
  }
  const known = (one: SuppliedPart): string[] => [...new Set(one.needs)].filter((ref) => found.has(ref) && ref !== one.ref);
  return [...found.values()].map((one) => ({ ...one, needs: known(one) }));
}

function licensesOf(part: Json): string[] {
  return objectsOf(part.licenses).flatMap((one) => {
    const license = objectOf(one.license);
    return textOf(license?.id) ?? textOf(license?.name) ?? [];
  });
}

function rootOf(bom: Json): readonly string[] {
  const root = textOf(objectOf(objectOf(bom.metadata)?.component)?.["bom-ref"]);
  const found = objectsOf(bom.dependencies).find((one) => root !== undefined && one.ref === root);
  return textsOf(found?.dependsOn);
}

function topsOf(parts: readonly SuppliedPart[], named: readonly string[]): string[] {
  const byRef = new Map(parts.map((one) => [one.ref, one]));
  const needed = new Set(parts.flatMap(({ needs }) => needs));
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const waiting = [from];
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      if (reached.has(ref)) continue;
      reached.add(ref);
      waiting.push(...(byRef.get(ref)?.needs ?? []));
    }
  };
  const tops: string[] = [];
  // First what the list puts on top, then what nothing needs, then one of each circle.
  for (const ref of [...named, ...parts.map((one) => one.ref).filter((one) => !needed.has(one)), ...parts.map((one) => one.ref)]) {
    if (reached.has(ref) || !byRef.has(ref)) continue;
    tops.push(ref);
    reach(ref);
  }
  return tops;
}
