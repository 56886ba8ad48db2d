// Scales and matrices of risk: read from the catalogue, checked for gaps, ready for look-up.
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Model } from "../model/model.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import type { WordSet } from "../vocabulary/types.ts";
import * as w from "../vocabulary/words.ts";

/** A two-way table: row word, column word, cell word. */
export type Matrix = (row: string, column: string) => string | undefined;

/** The scales and matrices that the analysis of risk uses. */
export interface Scales {
  readonly likelihood: readonly string[];
  readonly risk: readonly string[];
  readonly acceptable: ReadonlySet<string>;
  readonly likelihoodByExposure: Matrix;
  readonly severityByHarm: Matrix;
  readonly severityByClassification: Matrix;
  readonly riskByLikelihood: Matrix;
  readonly residualLikelihood: Matrix;
}

/** Reads the scales; what does not fit is reported at its declaration. */
export function readScales(model: Model, problems: Diagnostic[]): Scales {
  const named = new Map([...model.of("scale"), ...model.of("matrix")].map((entity) => [entity.name, entity]));
  const levels = (name: string): readonly string[] => model.texts(named.get(name) ?? emptyEntity, "levels");
  const likelihood = levels("Likelihood");
  const risk = levels("Risk");
  const words = (set: WordSet): readonly string[] => set.words.map(([word]) => word);
  const matrix = (name: string, rows: readonly string[], columns: readonly string[], cells: readonly string[]): Matrix =>
    readMatrix(model, named.get(name), rows, columns, cells, problems);
  const riskScale = named.get("Risk");
  return {
    likelihood,
    risk,
    acceptable: new Set(riskScale ? model.texts(riskScale, "acceptable") : []),
    likelihoodByExposure: matrix("LikelihoodByExposure", words(w.party), words(w.difficulty), likelihood),
    severityByHarm: matrix("SeverityByHarm", words(w.harmSeverity), words(w.severity), words(w.severity)),
    severityByClassification: matrix("SeverityByClassification", words(w.classification), words(w.severity), words(w.severity)),
    riskByLikelihood: matrix("RiskByLikelihood", words(w.severity), likelihood, risk),
    residualLikelihood: matrix("ResidualLikelihood", words(w.answer), likelihood, likelihood),
  };
}

const emptyEntity = { properties: new Map(), kinds: [] } as unknown as Entity;

function readMatrix(
  model: Model,
  entity: Entity | undefined,
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly string[],
  problems: Diagnostic[],
): Matrix {
  if (entity === undefined) return () => undefined;
  const table = new Map<string, string>();
  const found = model.texts(entity, "columns");
  // A shipped matrix is sound; what makes it unsound is an override, of the matrix or of a scale it is made from.
  const culprit = [entity, ...model.of("scale")].flatMap((one) => one.overrides).at(-1);
  const problem = (at: Entity, text: string): void => {
    const blamed = at.file.origin === "catalogue" && culprit ? culprit : at;
    problems.push(
      diagnostic("invalid-matrix", nameLocation(blamed), { problem: blamed === at ? text : `${text}: override \`${entity.name}\` to fit` }),
    );
  };
  if (found.join() !== columns.join()) problem(entity, `the columns of \`${entity.name}\` are ${columns.join(", ")}, in this order`);
  for (const row of entity.children) {
    const values = model.texts(row, "cells");
    if (!rows.includes(row.name)) problem(row, `\`${row.name}\` is no row of \`${entity.name}\`; its rows are ${rows.join(", ")}`);
    if (values.length !== columns.length) problem(row, `row \`${row.name}\` has ${values.length} cells for ${columns.length} columns`);
    values.forEach((value, index) => {
      if (!cells.includes(value)) problem(row, `\`${value}\` is not one of ${cells.join(", ")}`);
      table.set(`${row.name} ${found[index]}`, value);
    });
  }
  const missing = rows.filter((row) => !entity.children.some((child) => child.name === row));
  if (missing.length > 0) problem(entity, `\`${entity.name}\` lacks the rows ${missing.join(", ")}`);
  return (row, column) => table.get(`${row} ${column}`);
}
