// Document links: imports lead to their file, CWE, CAPEC and CVE numbers to the page that describes them.
import { identifierPage } from "./hover/markdown.ts";
import type { Snapshot } from "./snapshot.ts";
import { declarationsIn, pathsIn } from "./tree.ts";
import type { DocumentLink } from "./types.ts";

/** The links of a file, in the order of the text. */
export function documentLinks({ file }: Snapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { node, files } of file.imports) {
    const [target] = files;
    if (node.target === undefined || target === undefined) continue;
    // A catalogue is a folder of files: the link leads to the first of them.
    const tooltip = files.length > 1 ? `${node.target.value}, ${files.length} files` : target.path;
    links.push({ range: inner(node.target), target: { path: target.path }, tooltip });
  }
  for (const { body } of declarationsIn(file.tree.items)) {
    for (const item of body?.items ?? []) {
      if (item.type !== "property") continue;
      for (const path of item.values.flatMap((value) => [...pathsIn(value)])) {
        const written = path.segments.length === 1 ? (path.segments[0]?.text ?? "") : "";
        const url = identifierPage(written);
        if (url)
          links.push({ range: { start: path.start, end: path.end }, target: { url }, tooltip: `${written} on ${new URL(url).hostname}` });
      }
    }
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

/** A quoted text without its quotes. */
function inner({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start: Math.min(start + 1, end), end: Math.max(start + 1, end - 1) };
}
