// Second pass, headers: kinds after the colon, ends of flows, what a decision is on, what a catalogue entry applies to.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Header, Path } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import { withArticle } from "../diagnostics/words.ts";
import type { DeclarationSpec } from "../vocabulary/types.ts";
import { type Binder, listOf } from "./bind.ts";
import { didYouMean } from "./suggest.ts";
import { type Entity, isEntity, nameRange } from "./types.ts";
import { addableTypes } from "./vocabulary.ts";

/** Resolves everything between the name and the body of a declaration. */
export function bindHeaders(binder: Binder, entity: Entity): void {
  const spec = binder.vocabulary.spec(entity.keyword) as DeclarationSpec;
  if (entity.node.modifier) {
    bindSubject(binder, entity, entity.keyword);
    checkModifier(binder, entity);
    return;
  }
  if (spec.name === "subject") bindSubject(binder, entity, "threat");
  bindForm(binder, entity, spec);
  bindKinds(binder, entity, spec);
}

// An override changes the title and properties of an entry; what it is on and what it specialises stay as they are. Only
// what is raised can be switched off.
function checkModifier(binder: Binder, entity: Entity): void {
  const { node, file, keyword } = entity;
  const modifier = node.modifier?.text ?? "";
  const report = (range: { start: number; end: number }, part: string, help: string): void =>
    binder.report(diagnostic("unexpected-header", { file, range }, { what: keyword, part }, { help }));
  for (const extra of [...node.headers, ...node.kinds]) {
    report(
      extra,
      `\`${extra.type === "path" ? ":" : extra.type}\` after \`${modifier}\``,
      "declare an entry of your own instead, and switch this one off",
    );
  }
  if (modifier === "disable" && keyword !== "threat" && keyword !== "requirement" && node.modifier) {
    report(node.modifier, "`disable`", "threats and requirements can be switched off; override other entries");
  }
}

function bindSubject(binder: Binder, entity: Entity, keyword: Keyword): void {
  const name = entity.node.name;
  if (name === undefined) {
    binder.report(
      diagnostic(
        "missing-header",
        { file: entity.file, range: entity.node.keyword },
        { what: entity.keyword, name: "", needed: `the name of ${withArticle(keyword)}` },
      ),
    );
    return;
  }
  const path: Path = { type: "path", start: name.start, end: name.end, segments: [name], wildcard: false };
  const found = binder.resolvePath(path, entity, [keyword]);
  if (isEntity(found)) entity.subject = found;
}

function bindKinds(binder: Binder, entity: Entity, spec: DeclarationSpec): void {
  const { file, node } = entity;
  if (entity.keyword === "property") {
    bindPropertyType(binder, entity);
    return;
  }
  if (spec.kinds === undefined) {
    const first = node.kinds[0];
    if (first) binder.report(diagnostic("unexpected-header", { file, range: first }, { what: entity.keyword, part: "kind after `:`" }));
    return;
  }
  for (const path of node.kinds) {
    const kind = binder.resolvePath(path, entity, [spec.kinds.to]);
    if (path.wildcard)
      binder.report(diagnostic("unexpected-header", { file, range: path }, { what: entity.keyword, part: "`*` after `:`" }));
    if (!isEntity(kind)) continue;
    const applies = entity.keyword === "kind" ? entity.appliesTo : [entity.keyword];
    if (kind.keyword === "kind" && !fits(kind, applies)) {
      binder.report(
        diagnostic(
          "kind-mismatch",
          { file, range: path },
          { kind: kind.name, of: listOf(kindKeywords(kind)), what: listOf(applies) },
          {
            related: [{ message: "declared here", location: { file: kind.file, range: nameRange(kind) } }],
          },
        ),
      );
      continue;
    }
    if (entity.keyword === kind.keyword && reaches(kind, entity)) {
      binder.report(diagnostic("kind-cycle", { file, range: path }, { name: entity.name }));
      continue;
    }
    entity.kinds.push(kind);
  }
  if (spec.kinds.required && node.kinds.length === 0 && !node.modifier) {
    binder.report(
      diagnostic(
        "missing-kind",
        { file, range: nameRange(entity) },
        { what: entity.keyword, name: entity.name, needed: spec.kinds.to },
        { help: `for example: \`${spec.example.split("\n")[0]}\`` },
      ),
    );
  }
}

function reaches(from: Entity, to: Entity): boolean {
  const seen = new Set([from]);
  for (const entity of seen) {
    if (entity === to) return true;
    for (const parent of entity.kinds) seen.add(parent);
  }
  return false;
}

// Headers of catalogue files are bound in file order, so a kind's own header may not be bound yet: read its node.
function kindKeywords(kind: Entity): string[] {
  const of = kind.node.headers.find((header) => header.type === "of");
  return of?.type === "of" ? of.targets.map((path) => path.segments[0]?.text ?? "") : [];
}

function fits(kind: Entity, applies: readonly string[]): boolean {
  const keywords = kindKeywords(kind);
  return applies.some((keyword) => keywords.includes(keyword));
}

function bindPropertyType(binder: Binder, entity: Entity): void {
  const path = entity.node.kinds[0];
  const word = path?.segments[0]?.text;
  if (word !== undefined && (addableTypes as readonly string[]).includes(word)) return;
  const range = path ?? nameRange(entity);
  binder.report(
    diagnostic(
      "invalid-value",
      { file: entity.file, range },
      { property: "property", expected: `a type after \`:\`, one of ${addableTypes.join(", ")}` },
      {
        help: word === undefined ? "for example `: number`" : didYouMean(word, addableTypes),
      },
    ),
  );
}

function bindForm(binder: Binder, entity: Entity, spec: DeclarationSpec): void {
  const { header } = spec;
  const { file, node } = entity;
  const wanted =
    header.form === "arrow"
      ? "arrow"
      : header.form === "on" || header.form === "on-keyword"
        ? "on"
        : header.form === "of-keyword"
          ? "of"
          : undefined;
  for (const extra of node.headers.filter(
    (one, index) => one.type !== wanted || node.headers.findIndex((other) => other.type === wanted) !== index,
  )) {
    binder.report(
      diagnostic(
        "unexpected-header",
        { file, range: extra },
        { what: entity.keyword, part: extra.type === "arrow" ? "`->`" : `second or misplaced \`${extra.type}\`` },
      ),
    );
  }
  const found = node.headers.find((one) => one.type === wanted);
  if (wanted === undefined || node.modifier) return;
  if (found === undefined) {
    const needed = {
      arrow: "its ends: `Source -> Target`",
      on: header.form === "on" ? "`on` and the element" : "`on` and the elements it is raised on",
      of: "`of` and what it is a kind of",
    }[wanted];
    binder.report(
      diagnostic(
        "missing-header",
        { file, range: nameRange(entity) },
        { what: entity.keyword, name: entity.name, needed },
        { help: `for example: \`${spec.example.split("\n")[0]}\`` },
      ),
    );
    return;
  }
  bindHeader(binder, entity, spec, found);
}

function bindHeader(binder: Binder, entity: Entity, { header }: DeclarationSpec, found: Header): void {
  if (found.type === "arrow") {
    if (header.form === "arrow") bindArrow(binder, entity, header.ends, found);
  } else if (header.form === "on") {
    for (const path of found.targets) {
      const value = binder.resolvePath(path, entity, header.to);
      if (value) entity.on.push({ value, node: path });
    }
  } else if (header.form === "on-keyword" || header.form === "of-keyword") bindKeywords(binder, entity, header.keywords, found);
}

function bindArrow(binder: Binder, entity: Entity, to: readonly Keyword[], found: Header & { type: "arrow" }): void {
  for (const end of ["source", "target"] as const) {
    const path = found[end];
    const element = path && binder.resolvePath(path, entity, to);
    if (isEntity(element)) entity[end] = element;
  }
  // A missing target is a syntax problem already.
  if (found.source === undefined) {
    binder.report(
      diagnostic(
        "missing-header",
        { file: entity.file, range: found },
        { what: "flow", name: entity.name, needed: "a source before `->`" },
      ),
    );
  }
}

function bindKeywords(binder: Binder, entity: Entity, allowed: readonly Keyword[], found: Header & { type: "on" | "of" }): void {
  for (const path of found.targets) {
    const word = path.segments[0]?.text ?? "";
    if (path.segments.length === 1 && (allowed as readonly string[]).includes(word)) entity.appliesTo.push(word as Keyword);
    else {
      const help = didYouMean(word, allowed);
      binder.report(
        diagnostic(
          "invalid-value",
          { file: entity.file, range: path },
          { property: found.type, expected: `one of ${allowed.join(", ")}` },
          { help },
        ),
      );
    }
  }
}
