// Walks a folder for `.ward` files, as `git` would see it: without what `.gitignore` files exclude.
import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "../host/types.ts";
import { folderOf, isWithin, relative } from "./paths.ts";

/** What a walk found. */
export interface Walk {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** How many `.ward` files were left out by patterns. */
  readonly skipped: number;
}

/** Patterns and the folder they count from. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Walks a folder; patterns of the folders between the root and it count as well, and those of `ward.json`. */
export function walkFolder(fileSystem: FileSystem, start: string, root: string, exclude: readonly string[]): Walk {
  const files: string[] = [];
  const folders: string[] = [];
  let skipped = 0;
  const queue = [{ folder: start, patterns: patternsAbove(fileSystem, start, root, exclude) }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const { folder } = step;
    folders.push(folder);
    const patterns = [...step.patterns, ...patternsOf(fileSystem, folder)];
    for (const name of fileSystem.list(folder).filter(isWanted)) {
      const isFolder = name.endsWith("/");
      const place = `${folder === "/" ? "" : folder}/${isFolder ? name.slice(0, -1) : name}`;
      if (isIgnored(patterns, place, isFolder)) skipped += isFolder ? 0 : 1;
      else if (isFolder) queue.push({ folder: place, patterns });
      else files.push(place);
    }
  }
  return { files: files.sort(), folders, skipped };
}

function isWanted(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules/" && (name.endsWith("/") || name.endsWith(".ward"));
}

function patternsAbove(fileSystem: FileSystem, start: string, root: string, exclude: readonly string[]): readonly Patterns[] {
  const above: Patterns[] = exclude.length > 0 ? [{ folder: root, matcher: ignore().add([...exclude]) }] : [];
  const outer: string[] = [];
  for (let at = start; at !== root && isWithin(root, at); at = folderOf(at)) outer.unshift(folderOf(at));
  for (const folder of outer) above.push(...patternsOf(fileSystem, folder));
  // Whoever names an ignored folder means it; only the patterns inside it count then.
  return isIgnored(above, start, true) ? [] : above;
}

function patternsOf(fileSystem: FileSystem, folder: string): Patterns[] {
  const file = `${folder === "/" ? "" : folder}/.gitignore`;
  const content = fileSystem.kind(file) === "file" ? fileSystem.read(file) : undefined;
  return content !== undefined && "text" in content ? [{ folder, matcher: ignore().add(content.text) }] : [];
}

// The innermost file of patterns that says anything decides, as in git.
function isIgnored(patterns: readonly Patterns[], place: string, isFolder: boolean): boolean {
  for (const { folder, matcher } of patterns.toReversed()) {
    if (place === folder) continue;
    const { ignored, unignored } = matcher.test(relative(folder, place) + (isFolder ? "/" : ""));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
