// The catalogue of a model: its entries compiled and checked, ready for the analysis.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { Expression, Path } from "../../../grammar/syntax.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import { singleWord } from "../model/values.ts";
import { compileCondition } from "./compile.ts";
import type { Compiled } from "./expression.ts";
import { type Alternative, alternatives } from "./measures.ts";
import type { CompileContext } from "./path.ts";
import { readScales, type Scales } from "./scales.ts";

/** A severity and when it holds; without condition, always. */
export interface SeverityCase {
  readonly severity: string;
  readonly when: Compiled | undefined;
}

/** A compiled threat. */
export interface ThreatEntry {
  readonly entity: Entity;
  readonly on: readonly Keyword[];
  readonly when: Compiled;
  readonly severity: readonly SeverityCase[];
  readonly stride: readonly string[];
  readonly linddun: readonly string[];
  readonly difficulty: string;
  /** Neither harms nor the classification of data raise its severity. */
  readonly keepsSeverity: boolean;
  readonly alternatives: readonly Alternative[];
  readonly refines: readonly Entity[];
  readonly references: readonly string[];
}

/** A compiled requirement. */
export interface RequirementEntry {
  readonly entity: Entity;
  readonly per: Keyword;
  readonly when: Compiled;
  readonly force: "must" | "should" | "may";
  readonly unless: readonly Entity[];
  readonly answers: readonly Entity[];
  readonly clauses: readonly Entity[];
  readonly responsible: string;
  readonly optional: boolean;
}

/** The compiled catalogue of a model. */
export interface Catalogue {
  readonly threats: readonly ThreatEntry[];
  readonly requirements: readonly RequirementEntry[];
  readonly scales: Scales;
  readonly problems: readonly Diagnostic[];
}

/** Compiles the catalogue entries of a model. Entries that are switched off are left out. */
export function compileCatalogue(model: Model): Catalogue {
  const problems: Diagnostic[] = [];
  const measureNames = new Set(model.of("measure").map((measure) => measure.name));
  const contextOf = (owner: Entity, keywords: readonly Keyword[]): CompileContext => ({
    owner,
    vocabulary: model.vocabulary,
    selfKeywords: keywords,
    keywords,
    resolve: (path, to) => resolve(model, owner, path, to, problems),
    isMeasure: (name) => measureNames.has(name),
    report: (problem) => problems.push(problem),
  });
  const threats = model
    .of("threat")
    .flatMap((entity) => compileThreat(model, entity, contextOf(ownerOf(entity, "when"), entity.appliesTo), problems) ?? []);
  const requirements = model
    .of("requirement")
    .flatMap((entity) => compileRequirement(model, entity, contextOf(ownerOf(entity, "when"), [place(model, entity)])) ?? []);
  return { threats, requirements, scales: readScales(model, problems), problems };
}

// A property that an override gave is written in the override's file: names in it are seen from there.
function ownerOf(entity: Entity, property: string): Entity {
  const bound = entity.properties.get(property);
  return entity.overrides.find((override) => override.properties.get(property) === bound && bound !== undefined) ?? entity;
}

function place(model: Model, entity: Entity): Keyword {
  return (model.text(entity, "per") ?? "system") as Keyword;
}

function expression(model: Model, entity: Entity, name: string): Expression | undefined {
  return model.property(entity, name)?.values[0]?.node;
}

function compileThreat(model: Model, entity: Entity, context: CompileContext, problems: Diagnostic[]): ThreatEntry | undefined {
  const node = expression(model, entity, "when");
  const when = node && entity.appliesTo.length > 0 ? compileCondition(node, context) : undefined;
  const mitigation = expression(model, entity, "mitigated-by");
  const answered = mitigation
    ? alternatives(mitigation, (path) => resolve(model, ownerOf(entity, "mitigated-by"), path, ["measure"], problems))
    : [];
  const severity = (model.property(entity, "severity")?.values ?? []).map(({ node: value }) =>
    severityCase(value, { ...context, owner: ownerOf(entity, "severity") }),
  );
  if (when === undefined || entity.disabledBy) return undefined;
  return {
    entity,
    on: entity.appliesTo,
    when,
    severity: severity.filter((one) => one !== undefined),
    stride: model.texts(entity, "stride"),
    linddun: model.texts(entity, "linddun"),
    difficulty: model.text(entity, "difficulty") ?? "moderate",
    keepsSeverity: model.yes(entity, "keeps-severity"),
    alternatives: answered,
    refines: model.refs(entity, "refines"),
    references: model.texts(entity, "references"),
  };
}

function severityCase(node: Expression, context: CompileContext): SeverityCase | undefined {
  if (node.type !== "cased") return { severity: singleWord(node) ?? "medium", when: undefined };
  const when = node.when && compileCondition(node.when, context);
  if (node.when && when === undefined) return undefined;
  return { severity: singleWord(node.value) ?? "medium", when };
}

function compileRequirement(model: Model, entity: Entity, context: CompileContext): RequirementEntry | undefined {
  const node = expression(model, entity, "when");
  const when = node && compileCondition(node, context);
  if (when === undefined || entity.disabledBy) return undefined;
  return {
    entity,
    per: place(model, entity),
    when,
    force: (model.text(entity, "force") ?? "must") as RequirementEntry["force"],
    unless: model.refs(entity, "unless"),
    answers: model.refs(entity, "answers"),
    clauses: model.refs(entity, "clause"),
    responsible: model.text(entity, "responsible") ?? "operator",
    optional: model.yes(entity, "optional"),
  };
}

function resolve(model: Model, owner: Entity, path: Path, to: readonly Keyword[], problems: Diagnostic[]): Entity | undefined {
  const result = model.resolve(path, owner, to);
  if ("found" in result) return result.found;
  problems.push(result.problem);
  return undefined;
}
