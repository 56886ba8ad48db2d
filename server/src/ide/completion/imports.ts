// What `import` can name: other files of the workspace as seen from this one, and the catalogues that ship with the tool.
import { catalogueNames } from "../../workspace/shipped.ts";
import { importPath } from "../scope.ts";
import type { Completion } from "../types.ts";
import { type Context, order, restOfLine, suggestion } from "./context.ts";

/** Paths that the file does not import yet, in quotes where there are none. */
export function* importCompletions(context: Context): Iterable<Completion> {
  const { cursor, snapshot, text } = context;
  const { quoted } = cursor;
  const written = quoted ? text.slice(quoted.start, quoted.end) : undefined;
  const known = new Set(snapshot.file.tree.items.map((item) => (item.type === "import" ? item.target?.value : undefined)));
  known.delete(written);
  const isOpen = quoted !== undefined && text[quoted.end] !== '"';
  const hasText = quoted === undefined && restOfLine(context).trimStart().startsWith('"');
  if (hasText) return;
  const offer = (path: string, detail: string, place: string): Completion =>
    suggestion(context, path, "file", {
      detail,
      insert: quoted ? `${path}${isOpen ? '"' : ""}` : `"${path}"`,
      ...(quoted ? { replace: quoted } : {}),
      order: place,
    });
  // The base that nearly every model imports, then the workspace's own files, then the parts for some devices.
  for (const name of catalogueNames()) {
    const path = `ward:${name}`;
    if (name !== "core" && !known.has(path)) yield offer(path, "catalogue that ships with Ward", order(name === "medical" ? "a" : "c"));
  }
  for (const file of snapshot.checked.files) {
    if (file.origin !== "user" || file.path === snapshot.file.path) continue;
    const path = importPath(snapshot.file, file);
    if (!known.has(path))
      yield offer(
        path,
        summary(file.tree.items.flatMap((item) => (item.type === "declaration" && item.name ? [item.name.text] : []))),
        order("b", path.split("/").length),
      );
  }
}

function summary(names: readonly string[]): string {
  return names.length === 0 ? "no declarations" : `${names.slice(0, 3).join(", ")}${names.length > 3 ? " …" : ""}`;
}
