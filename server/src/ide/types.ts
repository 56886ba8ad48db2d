// Plain editor data that features give back: offsets and files, no protocol types. One conversion, in `lsp/`, turns it
// into what an editor understands; the command line and tests use it as it is.
import type { Range } from "../../../grammar/syntax.ts";
import type { Location } from "../source/types.ts";

/** Markdown shown over a range. */
export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** A place to go to; `full` is the whole declaration, `range` its name. */
export interface Target extends Location {
  readonly full: Range;
  /** Where the jump started: the name under the cursor. */
  readonly origin: Range | undefined;
}

/** A change of one file's text. */
export interface TextEdit extends Location {
  readonly text: string;
}

/** What a completion stands for, for its icon and order. */
export type CompletionKind =
  | "keyword"
  | "property"
  | "word"
  | "kind"
  | "element"
  | "measure"
  | "requirement"
  | "threat"
  | "file"
  | "snippet"
  | "value"
  | "attribute";

/** One suggestion. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Right of the label: type, path, what it would close. */
  readonly detail: string | undefined;
  /** The few words of it that matter in choosing, for lists that show them beside every label. */
  readonly note: string | undefined;
  readonly documentation: string | undefined;
  /** What is put in; `$1`, `${2:name}` when `snippet`. */
  readonly insert: string;
  readonly snippet: boolean;
  /** What it replaces. */
  readonly replace: Range;
  /** Sorts before labels; smaller first. */
  readonly order: string;
  /** Asks for completion again after it was put in. */
  readonly retrigger: boolean;
}

/** A named thing in a file's outline, or in the workspace. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly keyword: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly OutlineItem[];
}

/** A declaration found anywhere in the workspace. */
export interface WorkspaceItem extends Location {
  readonly name: string;
  readonly keyword: string;
  readonly container: string | undefined;
}

/** A stretch that can be folded. */
export interface Fold extends Range {
  readonly kind: "region" | "comment" | "imports";
}

/** One coloured word. */
export interface SemanticToken extends Range {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** Types of semantic tokens, all of the protocol's standard set. */
export const semanticTokenTypes = [
  "keyword",
  "class",
  "variable",
  "property",
  "enumMember",
  "type",
  "function",
  "interface",
  "namespace",
  "operator",
  "string",
  "number",
  "comment",
  "event",
  "parameter",
] as const;

/** A type of semantic tokens. */
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** Modifiers of semantic tokens. */
export const semanticTokenModifiers = ["declaration", "definition", "documentation", "deprecated", "defaultLibrary", "readonly"] as const;

/** A modifier of semantic tokens. */
export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];

/** Words shown inside a line. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string | undefined;
  readonly before: boolean;
}

/** Words shown above a declaration; `command` says what a click does. */
export interface CodeLens {
  readonly range: Range;
  readonly title: string;
  readonly command: "showThreats" | "showReferences" | undefined;
  readonly targets: readonly Location[];
}

/** A link in the text: to a file, or to a page. */
export interface DocumentLink {
  readonly range: Range;
  /** A source file, or a web address. */
  readonly target: { readonly path: string } | { readonly url: string };
  readonly tooltip: string | undefined;
}

/** A change that resolves a finding or improves the text. */
export interface Fix {
  readonly title: string;
  /** Findings that it resolves. */
  readonly codes: readonly string[];
  readonly kind: "quickfix" | "refactor" | "source";
  /** The first choice among several. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** Where the caret should stand after it: an offset in the changed text of the first edit, with what to select. */
  readonly caret: { readonly path: string; readonly offset: number; readonly length: number } | undefined;
}

/** An element in the hierarchy of flows. */
export interface FlowParty extends Location {
  readonly id: string;
  readonly title: string;
  readonly keyword: string;
  readonly full: Range;
}

/** An element that talks to another, and the flows over which it does. */
export interface FlowCall {
  readonly party: FlowParty;
  readonly flows: readonly Location[];
}
