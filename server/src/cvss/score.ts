// Scores vectors of CVSS by a library. It is heavy, so this file is loaded only when a vector has to be scored.
import calculator from "ae-cvss-calculator";
import { type CvssVersion, ratingOf, vectorProblem, versionOf } from "./vector.ts";

/** What a vector amounts to. */
export interface Score {
  readonly version: CvssVersion;
  /** From 0 to 10, with all metrics of the vector: also those of threat and environment. */
  readonly score: number;
  readonly severity: ReturnType<typeof ratingOf>;
}

/** Scores a vector; undefined when it is wrong. */
export type Scoring = (vector: string) => Score | undefined;

/** Scores a vector of v3.1 or v4.0. */
export const scoreOf: Scoring = (vector) => {
  const version = versionOf(vector);
  if (version === undefined || vectorProblem(vector) !== undefined) return undefined;
  const score = (version === "3.1" ? new calculator.Cvss3P1(vector) : new calculator.Cvss4P0(vector)).calculateScores().overall;
  return Number.isFinite(score) ? { version, score, severity: ratingOf(score) } : undefined;
};
