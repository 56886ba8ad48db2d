// Finding what a name means: from the innermost scope outwards, then in imported files, by the shortest unambiguous path.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { SourceFile } from "../source/types.ts";
import { noteText } from "./texts.ts";
import type { Entity } from "./types.ts";

/**
 * The one form of a name for look-up: what looks the same is the same, whether an accent was typed as one character or as two (Unicode
 * NFC). The text keeps its own spelling.
 */
export function sameName(written: string): string {
  return written.normalize("NFC");
}

/** What a look-up found. */
export type Resolution =
  | { readonly found: Entity }
  | { readonly problem: "unknown" /** Declared in files that are not imported. */; readonly elsewhere: readonly Entity[] }
  | { readonly problem: "ambiguous"; readonly candidates: readonly Entity[] }
  | { readonly problem: "wrong-type"; readonly entity: Entity };

/** All names of a model, for look-up. */
export class NameIndex {
  private readonly byName = new Map<string, Entity[]>();
  /** The same by the last two steps of the path: many devices have a `Firmware`, few are called `Pump3`. */
  private readonly byPath = new Map<string, Entity[]>();
  private readonly byFile = new Map<SourceFile, Map<string, Entity[]>>();
  private readonly formerPaths = new Map<string, Entity>();
  private readonly visible = new Map<SourceFile, ReadonlySet<SourceFile>>();
  private readonly always: readonly SourceFile[];

  constructor(always: readonly SourceFile[]) {
    this.always = always;
  }

  /** Makes an entity known by its name, and by the full paths it had earlier. */
  add(entity: Entity): void {
    for (const item of entity.node.body?.items ?? []) {
      if (item.type !== "property" || item.name.text !== "formerly") continue;
      for (const value of item.values) {
        if (value.type !== "string") continue;
        noteText(value);
        this.formerPaths.set(sameName(value.value), entity);
      }
    }
    const own = this.byFile.get(entity.file) ?? new Map<string, Entity[]>();
    this.byFile.set(entity.file, own);
    push(own, entity.name, entity);
    push(this.byName, entity.name, entity);
    if (entity.parent) push(this.byPath, `${entity.parent.name}.${entity.name}`, entity);
  }

  /** The files whose declarations a file sees: its own, those it imports, and theirs; the core catalogue always. */
  visibleFrom(file: SourceFile): ReadonlySet<SourceFile> {
    const known = this.visible.get(file);
    if (known) return known;
    const seen = new Set<SourceFile>([file, ...this.always]);
    for (const next of seen) for (const { files } of next.imports) for (const target of files) seen.add(target);
    this.visible.set(file, seen);
    return seen;
  }

  /** Every entity of these keywords that a file sees. */
  *candidates(file: SourceFile, keywords: readonly Keyword[]): Iterable<Entity> {
    const files = this.visibleFrom(file);
    for (const list of this.byName.values()) {
      for (const entity of list) if (keywords.includes(entity.keyword) && files.has(entity.file)) yield entity;
    }
  }

  /** Resolves a dotted name seen from a scope in a file. */
  resolve(written: readonly string[], scope: Entity | undefined, file: SourceFile, keywords: readonly Keyword[]): Resolution {
    const segments = written.map(sameName);
    const last = segments.at(-1) ?? "";
    // What the own file declares goes before what others do.
    const own = (this.byFile.get(file)?.get(last) ?? []).filter(
      (entity) => keywords.includes(entity.keyword) && endsWith(entity, segments),
    );
    if (own.length > 0) return choose(own, segments, scope, file);
    const named = segments.length > 1 ? this.byPath.get(segments.slice(-2).join(".")) : this.byName.get(last);
    const matching = (named ?? []).filter((entity) => endsWith(entity, segments));
    const files = this.visibleFrom(file);
    if (matching.length === 0) {
      const moved = this.formerPaths.get(segments.join("."));
      return moved && files.has(moved.file) && keywords.includes(moved.keyword) ? { found: moved } : { problem: "unknown", elsewhere: [] };
    }
    const seen = matching.filter((entity) => files.has(entity.file));
    if (seen.length === 0) return { problem: "unknown", elsewhere: matching.filter((entity) => keywords.includes(entity.keyword)) };
    const fitting = seen.filter((entity) => keywords.includes(entity.keyword));
    if (fitting.length === 0) return { problem: "wrong-type", entity: seen[0] as Entity };
    return choose(fitting, segments, scope, file);
  }
}

function push(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = index.get(key);
  if (list) list.push(entity);
  else index.set(key, [entity]);
}

function choose(candidates: readonly Entity[], segments: readonly string[], scope: Entity | undefined, file: SourceFile): Resolution {
  if (candidates.length === 1) return { found: candidates[0] as Entity };
  for (let outer = scope; outer !== undefined; outer = outer.parent) {
    const inside = candidates.filter((entity) => isInside(entity, outer));
    if (inside.length === 1) return { found: inside[0] as Entity };
    if (inside.length > 1) return exact(inside, [...path(outer), ...segments]) ?? { problem: "ambiguous", candidates: inside };
  }
  const here = candidates.filter((entity) => entity.file === file);
  if (here.length === 1) return { found: here[0] as Entity };
  const pool = here.length > 1 ? here : candidates;
  return exact(pool, segments) ?? { problem: "ambiguous", candidates: pool };
}

function exact(candidates: readonly Entity[], full: readonly string[]): Resolution | undefined {
  const id = full.join(".");
  const found = candidates.filter((entity) => entity.id === id);
  return found.length === 1 ? { found: found[0] as Entity } : undefined;
}

function path(entity: Entity): string[] {
  const names: string[] = [];
  for (let at: Entity | undefined = entity; at; at = at.parent) names.unshift(at.name);
  return names;
}

function endsWith(entity: Entity, segments: readonly string[]): boolean {
  let at: Entity | undefined = entity;
  for (let index = segments.length - 1; index >= 0; index--) {
    if (at === undefined || at.name !== segments[index]) return false;
    at = at.parent;
  }
  return true;
}

function isInside(entity: Entity, outer: Entity): boolean {
  for (let at: Entity | undefined = entity; at; at = at.parent) if (at === outer) return true;
  return false;
}
