// Stand-ins for what a writer has to fill in: a first value for a property, a name that is free, a whole declaration. They
// are valid, so that a fix leaves no other error behind, and selected, so that they are looked at.

import type { Keyword } from "../../../../grammar/keywords.ts";
import { parse } from "../../../../grammar/parser/index.ts";
import type { Declaration } from "../../../../grammar/syntax.ts";
import { attributeNames, attributeType } from "../../catalogue/attribute.ts";
import type { Entity } from "../../model/types.ts";
import type { SourceFile } from "../../source/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { DeclarationSpec, PropertySpec } from "../../vocabulary/types.ts";
import { namesOf, shortestPath } from "../scope.ts";
import { propertyOf } from "./edits.ts";
import { type Problem, placeholder, selected, unmarked } from "./family.ts";

const examples = new Map<string, Declaration | undefined>();

/** The example that the vocabulary gives of a declaration. */
function exampleOf(spec: DeclarationSpec): Declaration | undefined {
  if (!examples.has(spec.keyword)) {
    const [item] = parse(spec.example).items;
    examples.set(spec.keyword, item?.type === "declaration" ? item : undefined);
  }
  return examples.get(spec.keyword);
}

/** A value for a property, selected; undefined when the model has nothing that it could name. */
export function stubValue(
  problem: Problem,
  spec: DeclarationSpec,
  property: PropertySpec,
  file: SourceFile,
  entity?: Entity,
): string | undefined {
  const { value } = property;
  switch (value.type) {
    case "text":
      return placeholder;
    case "word":
    case "cases":
      return selected(
        exampleWord(
          spec,
          property,
          value.set.words.map(([word]) => word),
        ),
      );
    case "yes-no":
      return selected("yes");
    case "date":
      return selected(problem.analysis.facts.today);
    case "number":
      return selected("1");
    case "port":
      return selected("443/tcp");
    case "reference":
      return reference(problem, value.to, file, entity);
    case "condition":
      return condition(problem, spec, entity);
    case "any-word":
      return selected(property.name === "cells" ? "low" : "low, high");
    default:
      return undefined;
  }
}

function exampleWord(spec: DeclarationSpec, property: PropertySpec, words: readonly string[]): string {
  // Nothing is called built that nobody has built.
  if (property.name === "status") return words[0] ?? "";
  const node = exampleOf(spec);
  const value = node && propertyOf(node, property.name)?.values[0];
  const word = value?.type === "path" ? value.segments[0]?.text : undefined;
  return word !== undefined && words.includes(word) ? word : (words[0] ?? "");
}

function reference({ analysis }: Problem, to: readonly Keyword[], file: SourceFile, entity: Entity | undefined): string | undefined {
  const found = [...namesOf(analysis.model).candidates(file, to)].filter((one) => one !== entity);
  // What the file itself declares is likelier meant than what it imports.
  const best = found.find((one) => one.file === file) ?? found.find((one) => one.file.origin === "user") ?? found[0];
  const path = best && shortestPath(analysis.model, best, entity, file, to);
  return path === undefined ? undefined : selected(path);
}

function condition({ analysis }: Problem, spec: DeclarationSpec, entity: Entity | undefined): string | undefined {
  const keyword =
    spec.keyword === "requirement" ? ((entity && analysis.model.text(entity, "per")) ?? "system") : (entity?.appliesTo[0] ?? "flow");
  const { vocabulary } = analysis.model;
  const name = attributeNames(vocabulary, keyword as Keyword).find(
    (one) => attributeType(vocabulary, keyword as Keyword, one)?.base === "yes-no",
  );
  return name === undefined ? undefined : selected(name);
}

/** A declaration with all that it must have; undefined when something is needed that the model does not have. */
export function stubDeclaration(
  problem: Problem,
  keyword: Keyword,
  name: string,
  file: SourceFile,
  given: Readonly<Record<string, string>> = {},
): string | undefined {
  const spec = declarationSpec(keyword);
  if (spec === undefined || spec.name !== "own" || spec.header.form === "arrow") return undefined;
  const head = [keyword, name];
  if (spec.header.form === "of-keyword" || spec.header.form === "on-keyword")
    head.push(given.header ?? (spec.header.form === "of-keyword" ? "of device" : "on flow"));
  if (spec.kinds?.required) {
    const kind = reference(problem, [spec.kinds.to], file, undefined);
    if (kind === undefined) return undefined;
    head.push(`: ${unmarked(kind)}`);
  }
  const lines: string[] = [];
  for (const property of spec.properties.filter((one) => one.required)) {
    const value = given[property.name] ?? stubValue(problem, spec, property, file);
    if (value === undefined) return undefined;
    lines.push(`${property.name}: ${lines.length === 0 ? value : unmarked(value)}`);
  }
  if (lines.length === 0)
    return `${head.slice(0, 1).join("")} ${selected(name)}${head
      .slice(2)
      .map((part) => ` ${part}`)
      .join("")}`;
  if (lines.length === 1) return `${head.join(" ")} { ${lines[0]} }`;
  return `${head.join(" ")} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
}
