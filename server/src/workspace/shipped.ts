// The shipped catalogues as source files: `ward:core`, always there, and those that models import by name.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import { shippedFiles, shippedNames } from "../host/shipped.ts";
import type { SourceFile } from "../source/types.ts";

const known = new Map<string, readonly SourceFile[]>();
let names: readonly string[] | undefined;

/** The names of the shipped catalogues: `core`, `medical`. */
export function catalogueNames(): readonly string[] {
  names ??= shippedNames();
  return names;
}

/** The files of a shipped catalogue, which see each other; undefined when there is none of this name. Read when first asked for. */
export function shippedCatalogue(name: string): readonly SourceFile[] | undefined {
  const found = known.get(name);
  if (found) return found;
  if (!catalogueNames().includes(name)) return undefined;
  const siblings: SourceFile[] = [];
  for (const { path, text, tree: parsed } of shippedFiles(name)) {
    const tree = parsed === undefined ? parse(text) : { text, ...(parsed as Omit<SyntaxTree, "text">) };
    const node = { type: "import" as const, start: 0, end: 0, target: undefined };
    siblings.push({ path: `ward:${path}`, origin: "catalogue", tree, imports: [{ node, files: siblings }] });
  }
  known.set(name, siblings);
  return siblings;
}

/** Every file of every shipped catalogue. */
export function shippedSources(): readonly SourceFile[] {
  return catalogueNames().flatMap((name) => shippedCatalogue(name) ?? []);
}

/** The files of the catalogue that every model sees. */
export function coreCatalogue(): readonly SourceFile[] {
  return shippedCatalogue("core") ?? [];
}
