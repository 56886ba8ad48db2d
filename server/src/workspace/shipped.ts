// The shipped catalogues as source files: `ward:core`, always there, and those that models import by name.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import { shippedFiles } from "../host/shipped.ts";
import type { SourceFile } from "../source/types.ts";

let catalogues: ReadonlyMap<string, readonly SourceFile[]> | undefined;

/** The shipped catalogues by name (`core`, `medical`). The files of one see each other. */
export function shippedCatalogues(): ReadonlyMap<string, readonly SourceFile[]> {
  if (catalogues) return catalogues;
  const found = new Map<string, SourceFile[]>();
  for (const { path, text, tree: parsed } of shippedFiles()) {
    const name = path.split("/")[0] as string;
    const siblings = found.get(name) ?? [];
    found.set(name, siblings);
    const tree = parsed === undefined ? parse(text) : { text, ...(parsed as Omit<SyntaxTree, "text">) };
    const node = { type: "import" as const, start: 0, end: 0, target: undefined };
    siblings.push({ path: `ward:${path}`, origin: "catalogue", tree, imports: [{ node, files: siblings }] });
  }
  catalogues = found;
  return found;
}

/** The files of the catalogue that every model sees. */
export function coreCatalogue(): readonly SourceFile[] {
  return shippedCatalogues().get("core") ?? [];
}
