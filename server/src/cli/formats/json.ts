// `--format json`: everything found, for other programs. Within version 1 fields are added, never renamed or removed.
import { safetyRelation } from "../../analysis/relation.ts";
import type { RequirementInstance, ThreatInstance } from "../../analysis/types.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { version } from "../../host/version.ts";
import { nameLocation } from "../../model/types.ts";
import { positionsOf } from "../../source/lines.ts";
import type { Location } from "../../source/types.ts";
import { countsOf, severityCounts, sizeOf } from "../summary.ts";
import type { Format } from "./types.ts";

/** Writes one JSON object, an entry a line: a large model has megabytes of findings, which never stand in memory at once. */
export const json: Format = function* ({ result }) {
  const { models, files, diagnostics } = result;
  const { threats, requirements } = countsOf(models);
  const { error, warning, info, hint } = severityCounts(result);
  const summary = {
    files: files.length,
    ...sizeOf(models),
    threats,
    requirements,
    errors: error,
    warnings: warning,
    infos: info,
    hints: hint,
  };
  yield `{\n"version": 1,\n"tool": ${JSON.stringify({ name: "ward", version: version() })}`;
  yield* list("models", models, (model) => ({ system: model.name, files: model.files.map((file) => file.path) }));
  yield* list("diagnostics", diagnostics, diagnosticOf);
  yield* list(
    "threats",
    models.flatMap((model) => model.analysis.threats.map((instance) => [model.name, instance] as const)),
    ([name, instance]) => threatOf(name, instance),
  );
  yield* list(
    "requirements",
    models.flatMap((model) => model.analysis.requirements.map((instance) => [model.name, instance] as const)),
    ([name, instance]) => requirementOf(name, instance),
  );
  yield `,\n"summary": ${JSON.stringify(summary)}\n}\n`;
};

function* list<Item>(name: string, items: readonly Item[], entry: (item: Item) => unknown): Iterable<string> {
  yield `,\n"${name}": [`;
  let before = "\n";
  for (const item of items) {
    yield before + JSON.stringify(entry(item));
    before = ",\n";
  }
  yield items.length === 0 ? "]" : "\n]";
}

function diagnosticOf({ code, severity, message, help, location, id, related }: Diagnostic) {
  return {
    code,
    severity,
    message,
    ...placeOf(location),
    ...(id === undefined ? {} : { id }),
    ...(help === undefined ? {} : { help }),
    related: related.map((one) => ({ message: one.message, ...placeOf(one.location) })),
  };
}

function threatOf(system: string, instance: ThreatInstance) {
  const { id, threat, element, state, status, severity, risk, answers, missing, harms } = instance;
  const vulnerabilities = new Set([...instance.exploitedBy.map(({ entity }) => entity), ...instance.defeated.flatMap(({ by }) => by)]);
  return {
    id,
    threat: threat.entity.name,
    title: threat.entity.title,
    element: element.id,
    system,
    stride: threat.stride,
    linddun: threat.linddun,
    state,
    ...(status === undefined ? {} : { status }),
    severity: severity.severity,
    risk: { initial: risk.initial, residual: risk.residual },
    exposure: risk.exposure,
    answers: answers.map((answer) => answer.id),
    missing: missing.map((measure) => measure.name),
    references: threat.references,
    harms: harms.map(({ harm }) => harm.id),
    ...(vulnerabilities.size === 0 ? {} : { vulnerabilities: [...vulnerabilities].map(({ id: own }) => own) }),
    safetyRelation: safetyRelation(instance),
    ...placeOf(nameLocation(element)),
  };
}

function requirementOf(system: string, { id, requirement, place, state, assuming, clauses }: RequirementInstance) {
  return {
    id,
    requirement: requirement.entity.name,
    title: requirement.entity.title,
    place: place.id,
    system,
    force: requirement.force,
    state,
    assumptions: assuming.map((assumption) => assumption.id),
    clauses: clauses.map((clause) => clause.name),
    ...placeOf(nameLocation(place)),
  };
}

function placeOf({ file, range }: Location) {
  return { file: file.path, range: positionsOf(file.tree.text, range) };
}
