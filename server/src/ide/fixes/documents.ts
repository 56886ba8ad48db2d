// Fixes of items of documents that nothing fills: the property that would, where one stands, or the declaration that would begin to.
import { fillingOf, items } from "../../analysis/documents/index.ts";
import { emptyParts } from "../../analysis/documents/parts.ts";
import { residual } from "../../analysis/documents/select.ts";
import type { Item, Lack } from "../../analysis/documents/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import { entityAt } from "./at.ts";
import { decide } from "./decisions.ts";
import { updateFlowFixes } from "./duties.ts";
import { addProperties } from "./edits.ts";
import { type Draft, draft, type Edit, type Family, type Problem, placeholder, unmarked } from "./family.ts";
import { startFix } from "./start.ts";
import { stubValue } from "./stub.ts";

/** Fixes of `unfilled-item`. */
export const unfilledItem: Family = function* (problem) {
  const { analysis, diagnostic, file } = problem;
  const entity = entityAt(problem);
  const item = items.find(({ id }) => id === diagnostic.id);
  if (!item) yield* fillPart(problem);
  if (!entity || !item) return;
  const property = entity.keyword === "system" ? item.property : item.words;
  if (property !== undefined && !entity.properties.has(property)) {
    yield draft(problem, `Add \`${property}\` to \`${entity.name}\``, [addProperties(file, entity.node, [`${property}: ${placeholder}`])], {
      preferred: true,
    });
  }
  const lacks = item.lacking?.(analysis) ?? [];
  if (lacks.length > 0) yield completing(problem, lacks);
  const { state } = fillingOf(analysis, item);
  if (state !== "missing") return;
  for (const [index, start] of (item.starts ?? []).entries()) yield startFix(problem, start, { what: item.title, preferred: index === 0 });
  yield* extending(problem, item);
};

// A row of the checklist, or a view.
function* fillPart(problem: Problem): Iterable<Draft | undefined> {
  const { analysis, diagnostic, file } = problem;
  const { system } = analysis.model;
  const part = emptyParts(analysis).find(({ id }) => id === diagnostic.id);
  if (!part || !system) return;
  if (part.property !== undefined)
    yield draft(problem, `Add \`${part.property}\` to \`${system.name}\``, [
      addProperties(file, system.node, [`${part.property}: ${firstValue(problem, part.property)}`]),
    ]);
  for (const [index, start] of part.starts.entries()) {
    const [risk] = start.keyword === "accept" ? residual(analysis) : [];
    if (risk) yield* decide(problem, risk);
    else yield startFix(problem, start, { what: part.title, preferred: index === 0 });
  }
  if (part.id === "UpdatabilityView")
    yield* updateFlowFixes(
      problem,
      analysis.model.of("process").find(({ file: of }) => of.origin === "user"),
    );
}

function firstValue(problem: Problem, name: string): string {
  const spec = declarationSpec("system");
  const property = spec?.properties.find((one) => one.name === name);
  return (spec && property && stubValue(problem, spec, property, problem.file)) ?? placeholder;
}

/** All that is left out, in one change: the document is complete when the words are filled in. */
function completing(problem: Problem, lacks: readonly Lack[]): Draft | undefined {
  let marked = false;
  const edits: (Edit | undefined)[] = lacks.map(({ entity, properties }) => {
    const spec = declarationSpec(entity.keyword);
    const lines = properties.flatMap((name) => {
      const property = spec?.properties.find((one) => one.name === name);
      const value = spec && property && !entity.properties.has(name) && stubValue(problem, spec, property, entity.file, entity);
      if (!value) return [];
      const line = `${name}: ${marked ? unmarked(value) : value}`;
      marked = true;
      return [line];
    });
    return lines.length === properties.length ? addProperties(entity.file, entity.node, lines) : undefined;
  });
  const names = [...new Set(lacks.flatMap(({ properties }) => properties))].map((name) => `\`${name}\``).join(" and ");
  const [first] = lacks;
  const where = lacks.length === 1 ? `\`${first?.entity.id}\`` : `${lacks.length} ${first?.entity.keyword} declarations`;
  return draft(problem, `Add ${names} to ${where}`, edits, { preferred: true });
}

function* extending(problem: Problem, item: Item): Iterable<Draft | undefined> {
  const { extends: extended } = item;
  if (extended === undefined) return;
  const candidates = problem.analysis.model.of(extended.keyword).filter((one) => one.file.origin === "user");
  for (const one of candidates.filter(({ properties }) => !properties.has(extended.property)).slice(0, 3))
    yield draft(problem, `Add \`${extended.property}\` to \`${one.name}\``, [
      addProperties(one.file, one.node, [`${extended.property}: ${placeholder}`]),
    ]);
}
