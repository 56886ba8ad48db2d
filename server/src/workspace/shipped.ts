// The shipped catalogues as source files: `ward:core`, always there, and those that models import by name. A catalogue is read
// when it is first imported.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import { shippedFiles, shippedNames } from "../host/shipped.ts";
import type { ResolvedImport, SourceFile } from "../source/types.ts";

const catalogues = new Map<string, readonly SourceFile[]>();
let names: readonly string[] | undefined;

/** The names of the shipped catalogues: `core`, `medical`. */
export function catalogueNames(): readonly string[] {
  names ??= shippedNames();
  return names;
}

/** The files of a shipped catalogue, which see each other and what the catalogue imports; undefined when there is none of this name. */
export function shippedCatalogue(name: string): readonly SourceFile[] | undefined {
  const known = catalogues.get(name);
  if (known || !catalogueNames().includes(name)) return known;
  const siblings: SourceFile[] = [];
  catalogues.set(name, siblings);
  for (const { path, text, tree: parsed } of shippedFiles(name)) {
    const tree = parsed === undefined ? parse(text) : { text, ...(parsed as Omit<SyntaxTree, "text">) };
    const node = { type: "import" as const, start: 0, end: 0, target: undefined };
    siblings.push({ path: `ward:${path}`, origin: "catalogue", tree, imports: [{ node, files: siblings }, ...importsOf(tree)] });
  }
  return siblings;
}

// Shipped catalogues import shipped catalogues only.
function importsOf(tree: SyntaxTree): ResolvedImport[] {
  return tree.items.flatMap((node) =>
    node.type === "import" ? [{ node, files: shippedCatalogue(node.target?.value.slice("ward:".length) ?? "") ?? [] }] : [],
  );
}

/** Every file of every shipped catalogue. */
export function shippedSources(): readonly SourceFile[] {
  return catalogueNames().flatMap((name) => shippedCatalogue(name) ?? []);
}

/** The files of the catalogue that every model sees. */
export function coreCatalogue(): readonly SourceFile[] {
  return shippedCatalogue("core") ?? [];
}
