// Finding the models below a folder: every `.ward` file, honouring `.gitignore` and the `exclude` patterns of `ward.json`.
import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "../host/types.ts";
import { folderOf, isWithin, relative } from "./paths.ts";

/** What a walk found. */
export interface Walk {
  /** Absolute paths of `.ward` files, sorted. */
  readonly files: string[];
  /** Folders that were entered. */
  readonly folders: string[];
  /** How many `.ward` files were left out by patterns. */
  skipped: number;
}

/** Patterns and the folder they count from. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Finds the `.ward` files below a folder. `exclude` are patterns that count from the root. */
export function walkFolder(fileSystem: FileSystem, start: string, root: string, exclude: readonly string[]): Walk {
  const walk: Walk = { files: [], folders: [], skipped: 0 };
  const above: Patterns[] = exclude.length > 0 ? [{ folder: root, matcher: ignore().add([...exclude]) }] : [];
  const outer: string[] = [];
  for (let at = start; at !== root && isWithin(root, at); at = folderOf(at)) outer.unshift(folderOf(at));
  for (const folder of outer) above.push(...patternsOf(fileSystem, folder));
  // Whoever names an ignored folder means it; only the patterns inside it count then.
  const counting = isIgnored(above, start, true) ? [] : above;
  const queue: { folder: string; patterns: readonly Patterns[] }[] = [{ folder: start, patterns: counting }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const { folder } = step;
    walk.folders.push(folder);
    const patterns = [...step.patterns, ...patternsOf(fileSystem, folder)];
    for (const name of fileSystem.list(folder)) {
      const isFolder = name.endsWith("/");
      if (name.startsWith(".") || name === "node_modules/" || (!isFolder && !name.endsWith(".ward"))) continue;
      const place = `${folder === "/" ? "" : folder}/${isFolder ? name.slice(0, -1) : name}`;
      if (isIgnored(patterns, place, isFolder)) walk.skipped += isFolder ? 0 : 1;
      else if (isFolder) queue.push({ folder: place, patterns });
      else walk.files.push(place);
    }
  }
  walk.files.sort();
  return walk;
}

function patternsOf(fileSystem: FileSystem, folder: string): Patterns[] {
  const content = fileSystem.kind(`${folder}/.gitignore`) === "file" ? fileSystem.read(`${folder}/.gitignore`) : undefined;
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
