// What may follow in the header of a declaration: the threat of a decision, kinds, `on`, `of`, the ends of a flow.
import type { IToken } from "chevrotain";
import type { Keyword } from "../../../../grammar/keywords.ts";
import * as t from "../../../../grammar/tokens.ts";
import { addableTypes } from "../../model/vocabulary.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { DeclarationSpec } from "../../vocabulary/types.ts";
import type { Completion } from "../types.ts";
import { type Context, docOf, keywordOf, order, suggestion } from "./context.ts";
import { endOf, isComplete } from "./cursor.ts";
import { decisionTargets, threatSuggestions } from "./decisions.ts";
import { measureSuggestions } from "./measures.ts";
import { referenceSuggestions } from "./references.ts";
import { practiceSuggestions, requirementSuggestions } from "./requirements.ts";

type Part = "name" | "kinds" | "on" | "of" | "source" | "target" | "done";

/** The suggestions in a header. */
export function* headerCompletions(context: Context): Iterable<Completion> {
  const { head } = context;
  if (head === undefined) return;
  if (head.keyword === "override" || head.keyword === "disable") {
    yield* entryKeywords(context);
    return;
  }
  const keyword = keywordOf(head);
  const spec = keyword && declarationSpec(keyword);
  if (spec === undefined) return;
  const { part, path, begun, given } = readHeader(head.tokens, spec);
  if (part === "name") yield* names(context, spec);
  else if (part === "done") yield* nextParts(context, spec, given);
  else if (!begun) yield* partSuggestions(context, spec, part, path, given);
  else yield* nextParts(context, spec, given);
}

/** Where a header has come to. */
interface Progress {
  part: Part;
  path: string[];
  /** The part has something already: only its next item, or another part, can follow. */
  begun: boolean;
  readonly given: Set<Part>;
}

/** What the tokens of a header say about the place after them. */
function readHeader(tokens: readonly IToken[], spec: DeclarationSpec): Progress {
  const at: Progress = { part: "name", path: [], begun: false, given: new Set() };
  for (const [index, token] of tokens.entries()) {
    if (index === 0 && token.tokenType === t.Word) at.part = "done";
    else step(at, token, tokens[index - 1]?.tokenType === t.Dot, spec);
    at.given.add(at.part);
  }
  const last = tokens.at(-1);
  if (last?.tokenType !== t.Dot) at.path = [];
  at.begun = at.begun && isComplete(last);
  return at;
}

function step(at: Progress, { tokenType, image }: IToken, afterDot: boolean, spec: DeclarationSpec): void {
  const enter = (part: Part): void => {
    at.part = part;
    at.path = [];
    at.begun = false;
  };
  const between = at.part === "done" || at.begun;
  if (tokenType === t.Colon) enter("kinds");
  else if (tokenType === t.Arrow) enter("target");
  else if (tokenType === t.Text || tokenType === t.Block) enter("done");
  else if (tokenType === t.Comma) enter(at.part);
  else if (tokenType === t.Dot) at.begun = false;
  else if (tokenType === t.Word && between && (image === "on" || image === "of")) enter(image);
  else if (tokenType === t.Word) {
    if (!afterDot && between && spec.header.form === "arrow") at.part = "source";
    at.path = afterDot ? [...at.path, image] : [image];
    at.begun = true;
  }
}

function* partSuggestions(
  context: Context,
  spec: DeclarationSpec,
  part: Part,
  path: readonly string[],
  given: ReadonlySet<Part>,
): Iterable<Completion> {
  const { header } = spec;
  if (part === "kinds") yield* kindSuggestions(context, spec, path);
  else if (header.form === "arrow") yield* referenceSuggestions(context, { to: header.ends, path, besides: [] });
  else if (part === "on" && header.form === "on") yield* decisionTargets(context, header.to, path);
  else if (header.form === "on-keyword" || header.form === "of-keyword") yield* keywordSuggestions(context, header.keywords);
  else yield* nextParts(context, spec, given);
}

function* names(context: Context, spec: DeclarationSpec): Iterable<Completion> {
  if (context.head?.modifier) yield* referenceSuggestions(context, { to: [spec.keyword], path: [], besides: [] });
  else if (spec.name === "subject") yield* threatSuggestions(context);
}

function* nextParts(context: Context, spec: DeclarationSpec, given: ReadonlySet<Part>): Iterable<Completion> {
  const { header } = spec;
  const word = (label: string, documentation: string, place: number): Completion =>
    suggestion(context, label, "keyword", { documentation, insert: `${label} `, order: order("a", place), retrigger: true });
  if (context.head?.modifier) return;
  if (header.form === "arrow") {
    if (given.has("source") && !given.has("target")) yield word("->", "Where the flow ends stands after the arrow.", 0);
    else if (!given.has("target")) yield* referenceSuggestions(context, { to: header.ends, path: [], besides: [] });
  }
  if (header.form.startsWith("on") && !given.has("on"))
    yield word("on", header.form === "on" ? "What the decision is on." : "The elements that the threat is raised on.", 0);
  if (header.form === "of-keyword" && !given.has("of")) yield word("of", "What it is for: the keyword of an element.", 0);
  const takesKinds = spec.kinds !== undefined || spec.keyword === "property";
  if (takesKinds && !given.has("kinds") && !given.has("target")) yield word(":", kindsDoc(spec), spec.kinds?.required ? 0 : 1);
}

function kindsDoc(spec: DeclarationSpec): string {
  if (spec.keyword === "property") return "The type of the property.";
  return (
    { measure: "The measures that it realises.", requirement: "The requirements that it states.", practice: "The practice that it shows." }[
      spec.kinds?.to as "measure"
    ] ?? "Its kind."
  );
}

/** What may stand after the colon of a header. */
function* kindSuggestions(context: Context, spec: DeclarationSpec, path: readonly string[]): Iterable<Completion> {
  if (spec.keyword === "property") {
    for (const type of addableTypes) yield suggestion(context, type, "word", { detail: "type of the property" });
    return;
  }
  const to = spec.kinds?.to;
  const besides = context.entity?.kinds.filter((kind) => !isUnderCursor(context, kind.name)) ?? [];
  if (to === undefined) return;
  if (spec.keyword === "control") yield* measureSuggestions(context, besides);
  else if (to === "requirement") yield* requirementSuggestions(context, besides);
  else if (to === "practice") yield* practiceSuggestions(context, besides);
  else if (to === "kind") yield* kindsThatFit(context, spec, path);
  else yield* referenceSuggestions(context, { to: [to], path, besides: [...besides, ...(context.entity ? [context.entity] : [])] });
}

function* kindsThatFit(context: Context, spec: DeclarationSpec, path: readonly string[]): Iterable<Completion> {
  const { entity } = context;
  const wanted = spec.keyword === "kind" ? (entity?.appliesTo ?? []) : [spec.keyword];
  const model = context.analysis?.model;
  yield* referenceSuggestions(context, {
    to: ["kind"],
    path,
    besides: [...(entity ? [entity] : []), ...(entity?.kinds.filter((kind) => !isUnderCursor(context, kind.name)) ?? [])],
    accepts: (kind) => kind.appliesTo.some((keyword) => wanted.includes(keyword)) && !(entity && model?.kindsOf(kind).has(entity)),
    describe: (kind) => ({ detail: kind.title, documentation: kindDoc(kind.appliesTo, docOf(context, kind)) }),
  });
}

function kindDoc(of: readonly Keyword[], doc: string | undefined): string {
  return [doc, `A kind of ${of.join(", ")}.`].filter((part) => part !== undefined).join("\n\n");
}

/** Whether the word under the cursor is this name: then it is the one being written. */
function isUnderCursor({ text, cursor }: Context, name: string): boolean {
  return text.slice(cursor.word.start, cursor.word.end) === name;
}

function* keywordSuggestions(context: Context, keywords: readonly Keyword[]): Iterable<Completion> {
  const written = new Set(context.head?.tokens.filter((token) => endOf(token) < context.cursor.word.start).map((token) => token.image));
  for (const [index, keyword] of keywords.entries()) {
    if (!written.has(keyword))
      yield suggestion(context, keyword, "keyword", {
        detail: declarationSpec(keyword)?.title,
        documentation: declarationSpec(keyword)?.doc,
        order: order("a", index),
      });
  }
}

const entryKinds = [
  "kind",
  "protocol",
  "measure",
  "threat",
  "requirement",
  "practice",
  "clause",
  "code",
  "capability",
  "scale",
  "matrix",
] as const;

function* entryKeywords(context: Context): Iterable<Completion> {
  for (const [index, keyword] of entryKinds.entries()) {
    const spec = declarationSpec(keyword);
    yield suggestion(context, keyword, "keyword", {
      detail: spec?.title,
      documentation: spec?.doc,
      insert: `${keyword} `,
      order: order("a", index),
      retrigger: true,
    });
  }
}
