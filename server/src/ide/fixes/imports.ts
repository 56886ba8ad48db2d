// Imports that lead nowhere: the file or catalogue that was meant.
import { nearest } from "../../model/suggest.ts";
import { catalogueNames } from "../../workspace/shipped.ts";
import { importPath } from "../scope.ts";
import { remove, replace } from "./edits.ts";
import { draft, type Family } from "./family.ts";
import { isSlip } from "./slip.ts";

/** Fixes of `unresolved-import`. */
export const unresolvedImport: Family = function* (problem) {
  const { file, range, snapshot } = problem;
  const node = file.tree.items.find((item) => item.type === "import" && item.start <= range.start && range.end <= item.end);
  if (node?.type !== "import" || node.target === undefined) return;
  const written = node.target.value;
  const known = new Set(file.tree.items.flatMap((item) => (item.type === "import" && item.target ? [item.target.value] : [])));
  const files = snapshot.checked.files.filter((one) => one.origin === "user" && one.path !== file.path).map((one) => importPath(file, one));
  const catalogues = catalogueNames().map((name) => `ward:${name}`);
  const candidates = [...files, ...catalogues].filter((path) => !known.has(path));
  const found = [...new Set([...candidates.filter((path) => stem(path) === stem(written)), ...nearby(written, candidates)])];
  for (const [index, path] of found.slice(0, 3).entries()) {
    yield draft(problem, `Import "${path}"`, [replace(file, node.target, `"${path}"`)], {
      preferred: index === 0,
      safe: found.length === 1 && (stem(path) === stem(written) || isSlip(written, path)),
    });
  }
  yield draft(problem, "Remove this import", [remove(file, node)]);
};

// `./Hospital` and `../hospital/hospital.ward` mean the same file to a person.
function stem(path: string): string {
  return (path.split(/[/\\:]/).at(-1) ?? path).replace(/\.ward$/i, "").toLowerCase();
}

function nearby(written: string, candidates: readonly string[]): string[] {
  const byStem = new Map(candidates.map((path) => [stem(path), path]));
  const guesses = [nearest(written, candidates), byStem.get(nearest(stem(written), byStem.keys()) ?? "")];
  return guesses.filter((guess) => guess !== undefined);
}
