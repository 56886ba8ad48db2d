// A file as the later stages see it: its text as a tree, what it imports, and places in it.
import type { Import, Range, SyntaxTree } from "../../../grammar/syntax.ts";

/** A parsed file and what it imports. */
export interface SourceFile {
  /** How the file is named to people: relative to the working folder with `/`, or `ward:core/kinds.ward`. */
  readonly path: string;
  /** `catalogue` for files that ship with the tool. */
  readonly origin: "user" | "catalogue";
  readonly tree: SyntaxTree;
  readonly imports: readonly ResolvedImport[];
}

/** An import and the files it stands for, or why there is none. */
export interface ResolvedImport {
  readonly node: Import;
  readonly files: readonly SourceFile[];
  readonly problem?: ImportProblem;
}

/** Why an import could not be followed. */
export type ImportProblem =
  | { readonly reason: "missing" | "outside" | "unreadable" | "unnamed"; readonly detail: string }
  | { readonly reason: "unknown-catalogue"; readonly detail: string; readonly known: readonly string[] };

/** A place in a file. */
export interface Location {
  readonly file: SourceFile;
  readonly range: Range;
}
