// What a declaration must have and has not: a property, a kind, a name, what it relates. The stand-in is the likeliest that the
// model knows, and selected.
import type { Declaration } from "../../../../grammar/syntax.ts";
import type { Entity } from "../../model/types.ts";
import { disableProperties } from "../../vocabulary/catalogue.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { DeclarationSpec, PropertySpec } from "../../vocabulary/types.ts";
import { effectOfMeasures, effectOfTargets, missingPlaces, reachOf } from "../closing.ts";
import { lookupOf } from "../lookup.ts";
import { freeName, namesOf, shortestPath } from "../scope.ts";
import { declarationAt, entityAt } from "./at.ts";
import { addProperties, insert } from "./edits.ts";
import { type Draft, draft, type Family, type Problem, selected, unmarked } from "./family.ts";
import { stubValue } from "./stub.ts";

/** Fixes of `missing-property`: the one that is missing, or all that are. */
export const missingProperty: Family = function* (problem) {
  const entity = entityAt(problem);
  const spec = entity && declarationSpec(entity.keyword);
  if (entity === undefined || spec === undefined) return;
  const lacking = (entity.node.modifier?.text === "disable" ? disableProperties : spec.properties).filter(
    ({ name, required, unless }) => required && ![name, unless ?? name].some((one) => problem.analysis.model.property(entity, one)),
  );
  const wanted = lacking.find(
    ({ name }) => problem.diagnostic.message.includes(`\`${name}\``) && problem.diagnostic.message.endsWith(`needs \`${name}\``),
  );
  const line = (property: PropertySpec): string | undefined => {
    const value = likelyValue(problem, spec, property, entity);
    return value && `${property.name}: ${value}`;
  };
  if (wanted === undefined) return;
  const first = line(wanted);
  yield first === undefined
    ? undefined
    : draft(problem, `Add \`${wanted.name}\``, [addProperties(problem.file, entity.node, [first])], { preferred: lacking.length === 1 });
  if (lacking.length < 2) return;
  const lines = lacking.map(line);
  if (lines.includes(undefined)) return;
  const all = (lines as string[]).map((one, index) => (index === 0 ? one : unmarked(one)));
  const names = lacking.map(({ name }) => `\`${name}\``);
  yield draft(problem, `Add ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`, [addProperties(problem.file, entity.node, all)], {
    preferred: true,
  });
};

function likelyValue(problem: Problem, spec: DeclarationSpec, property: PropertySpec, entity: Entity): string | undefined {
  const { analysis, file } = problem;
  const { value } = property;
  let best: Entity | undefined;
  if (value.type === "reference" && entity.keyword === "control" && property.name === "protects") {
    const effects = effectOfTargets(analysis, entity.kinds, [...namesOf(analysis.model).candidates(file, value.to)]);
    best = heaviest(
      [...effects].map(([target, closed]) => [target, closed.length * 2 + Number(closed.some(({ element }) => element === target))]),
    );
  } else if (value.type === "reference" && entity.keyword === "assumption" && property.name === "about") {
    const missing = missingPlaces(analysis);
    best = entity.kinds.flatMap((kind) => missing.get(kind) ?? [])[0]?.place;
  }
  const path = best && value.type === "reference" ? shortestPath(analysis.model, best, entity, file, value.to) : undefined;
  return path === undefined ? stubValue(problem, spec, property, file, entity) : selected(path);
}

function heaviest(weights: readonly (readonly [Entity, number])[]): Entity | undefined {
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Fixes of `missing-kind`: the measure, requirement or practice that does most here. */
export const missingKind: Family = function* (problem) {
  const { file } = problem;
  const entity = entityAt(problem);
  const spec = entity && declarationSpec(entity.keyword);
  if (entity === undefined || spec?.kinds === undefined) return;
  const at = headEnd(entity.node);
  for (const [index, kind] of likelyKinds(problem, entity, spec).slice(0, 3).entries()) {
    yield draft(problem, `Add \`: ${kind}\``, [insert(file, at, ` : ${selected(kind)}`)], { preferred: index === 0 });
  }
};

function likelyKinds(problem: Problem, entity: Entity, spec: DeclarationSpec): string[] {
  const { analysis, file } = problem;
  const { model } = analysis;
  const to = spec.kinds?.to;
  if (to === undefined) return [];
  const weights = new Map<Entity, number>();
  if (to === "measure") {
    const targets = model.refs(entity, "protects");
    const effects = effectOfMeasures(analysis, targets.length > 0 ? reachOf(analysis, targets) : undefined);
    for (const [measure, { closes, helps }] of effects) weights.set(measure, closes.length * 100 + helps.length);
  } else if (to === "requirement") for (const [requirement, places] of missingPlaces(analysis)) weights.set(requirement, places.length);
  else if (to === "practice") for (const evidence of model.of("evidence")) for (const shown of evidence.kinds) weights.set(shown, -1);
  const candidates = [...namesOf(model).candidates(file, [to])].filter((one) => one !== entity);
  candidates.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  return candidates.map((one) => shortestPath(model, one, entity, file, [to])).filter((name) => name !== undefined);
}

function headEnd(node: Declaration): number {
  return (node.title ?? node.name ?? node.keyword).end;
}

/** Fixes of `missing-name`. */
export const missingName: Family = function* (problem) {
  const node = declarationAt(problem);
  if (node === undefined) return;
  const words = (node.title?.value ?? node.keyword.text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = words
    .slice(0, 4)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");
  const name = freeName(problem.analysis.model, wanted);
  yield draft(problem, `Name it \`${name}\``, [insert(problem.file, node.keyword.end, ` ${selected(name)}`)], { preferred: true });
};

/** Fixes of `missing-header`: the ends of a flow, what a decision is on, what an entry applies to. */
export const missingHeader: Family = function* (problem) {
  const { file } = problem;
  const node = declarationAt(problem);
  const spec = node && declarationSpec(node.keyword.text);
  if (node === undefined || spec === undefined) return;
  if (spec.header.form === "arrow") yield* flowEnds(problem, node, spec);
  else if (spec.name === "subject" && node.name === undefined) yield* subjects(problem, node);
  else if (spec.header.form === "on") yield* elements(problem, node);
  else if (spec.header.form === "on-keyword")
    yield draft(problem, "Add `on flow`", [insert(file, headEnd(node), ` on ${selected("flow")}`)]);
  else if (spec.header.form === "of-keyword")
    yield draft(problem, "Add `of device`", [insert(file, headEnd(node), ` of ${selected("device")}`)]);
};

function* flowEnds(problem: Problem, node: Declaration, spec: DeclarationSpec): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const to = spec.header.form === "arrow" ? spec.header.ends : [];
  const from = entityAt(problem);
  const arrow = node.headers.find((header) => header.type === "arrow");
  const visible = [...namesOf(analysis.model).candidates(file, to)].sort((a, b) => Number(b.file === file) - Number(a.file === file));
  const names = visible
    .filter((one) => one !== from?.target)
    .map((one) => shortestPath(analysis.model, one, from, file, to))
    .filter((name) => name !== undefined);
  const [first, second = first] = names;
  if (first === undefined || second === undefined) return;
  if (arrow) yield draft(problem, `Start it at \`${first}\``, [insert(file, arrow.start, `${selected(first)} `)]);
  else
    yield draft(problem, `Add \`${first} -> ${second}\``, [
      insert(file, node.kinds.at(-1)?.end ?? headEnd(node), ` ${selected(first)} -> ${second}`),
    ]);
}

function* subjects(problem: Problem, node: Declaration): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const on = entityAt(problem)?.on[0]?.value;
  const open = analysis.threats.filter(({ state, element }) => state === "open" && (on === undefined || element === on));
  const threats = new Set(open.map(({ threat }) => threat.entity));
  for (const threat of [...threats].slice(0, 3)) {
    const name = shortestPath(analysis.model, threat, undefined, file, ["threat"]);
    if (name !== undefined) yield draft(problem, `Name \`${name}\``, [insert(file, node.keyword.end, ` ${selected(name)}`)]);
  }
}

function* elements(problem: Problem, node: Declaration): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const entity = entityAt(problem);
  const spec = declarationSpec(node.keyword.text);
  if (entity?.subject === undefined || spec?.header.form !== "on" || node.name === undefined) return;
  const rank = ["open", "planned"];
  const instances = [...lookupOf(analysis).threatsOf(entity.subject)].sort(
    (a, b) => Number(rank.includes(b.state)) - Number(rank.includes(a.state)),
  );
  for (const { element } of instances.slice(0, 3)) {
    const name = shortestPath(analysis.model, element, entity, file, spec.header.to);
    if (name !== undefined) yield draft(problem, `Add \`on ${name}\``, [insert(file, node.name.end, ` on ${selected(name)}`)]);
  }
}
