// `--format json`: everything found, for other programs. Within version 1 fields are added, never renamed or removed.
import type { RequirementInstance, ThreatInstance } from "../../analysis/types.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import { version } from "../../host/version.ts";
import { nameLocation } from "../../model/types.ts";
import { positionsOf } from "../../source/lines.ts";
import type { Location } from "../../source/types.ts";
import { countsOf, severityCounts, sizeOf } from "../summary.ts";
import type { Format } from "./types.ts";

/** Writes one JSON object. */
export const json: Format = ({ result }) => {
  const { models, files, diagnostics } = result;
  const { threats, requirements } = countsOf(models);
  const { error, warning, info, hint } = severityCounts(result);
  const report = {
    version: 1,
    tool: { name: "ward", version: version() },
    models: models.map((model) => ({ system: model.name, files: model.files.map((file) => file.path) })),
    diagnostics: diagnostics.map(diagnosticOf),
    threats: models.flatMap((model) => model.analysis.threats.map((instance) => threatOf(model.name, instance))),
    requirements: models.flatMap((model) => model.analysis.requirements.map((instance) => requirementOf(model.name, instance))),
    summary: { files: files.length, ...sizeOf(models), threats, requirements, errors: error, warnings: warning, infos: info, hints: hint },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

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
  return {
    id,
    threat: threat.entity.name,
    title: threat.entity.title,
    element: element.id,
    system,
    stride: threat.stride,
    state,
    ...(status === undefined ? {} : { status }),
    severity: severity.severity,
    risk: { initial: risk.initial, residual: risk.residual },
    exposure: risk.exposure,
    answers: answers.map((answer) => answer.id),
    missing: missing.map((measure) => measure.name),
    references: threat.references,
    harms: harms.map(({ harm }) => harm.id),
    ...placeOf(nameLocation(element)),
  };
}

function requirementOf(system: string, { id, requirement, place, state, assumptions, clauses }: RequirementInstance) {
  return {
    id,
    requirement: requirement.entity.name,
    title: requirement.entity.title,
    place: place.id,
    system,
    force: requirement.force,
    state,
    assumptions: assumptions.filter((one) => one.counts).map((one) => one.assumption.id),
    clauses: clauses.map((clause) => clause.name),
    ...placeOf(nameLocation(place)),
  };
}

function placeOf({ file, range }: Location) {
  return { file: file.path, range: positionsOf(file.tree.text, range) };
}
