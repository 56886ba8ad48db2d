// Whether events became graver: an exact permutation test over ordered grades, which with two grades is Fisher's exact test.
import { binomialWeight } from "./beta.ts";

/** How the grades of later events stand to those of earlier ones. */
export interface GradeComparison {
  /** The probability that a later event is graver than an earlier one, half of the ties counted; undefined when a period has none. */
  readonly superiority: number | undefined;
  /** The probability of a sum of grades as high or higher among the later events, if all were dealt out by chance. */
  readonly p: number;
  /** The smallest such probability that these events could give at all. */
  readonly least: number;
}

/** Up to so many events all grades are told apart; of more, only the lightest from the others, since the ways to deal them out are too many. */
const gradedEvents = 1000;

/** Compares counts of events by grade, from the lightest (0) to the gravest. Both lists have one count for each grade. */
export function compareGrades(earlier: readonly number[], later: readonly number[]): GradeComparison {
  if (earlier.length > 2 && sum(earlier) + sum(later) > gradedEvents) return compareGrades(inTwo(earlier), inTwo(later));
  const all = earlier.map((count, grade) => count + (later[grade] ?? 0));
  const drawn = sum(later);
  const score = later.reduce((total, count, grade) => total + count * grade, 0);
  const [a, b] = [sum(earlier), drawn];
  let wins = 0;
  for (const [grade, count] of later.entries()) wins += count * (sum(earlier.slice(0, grade)) + (earlier[grade] ?? 0) / 2);
  return {
    superiority: a === 0 || b === 0 ? undefined : wins / (a * b),
    p: Math.min(1, highSum(all, drawn, score)),
    least: Math.min(1, highSum(all, drawn, highest(all, drawn))),
  };
}

const inTwo = ([lightest = 0, ...others]: readonly number[]): number[] => [lightest, sum(others)];

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function highest(all: readonly number[], drawn: number): number {
  let left = drawn;
  let score = 0;
  for (let grade = all.length - 1; grade > 0; grade--) {
    const taken = Math.min(left, all[grade] ?? 0);
    score += taken * grade;
    left -= taken;
  }
  return score;
}

/** What is left out of a sum of probabilities; far below what any reader sees. */
const negligible = 1e-18;

/**
 * The probability that `drawn` of all events, taken by chance, have grades that sum up to `score` or more. The gravest grade is dealt out
 * first, by its hypergeometric probabilities, and then the rest among the lighter ones.
 */
function highSum(all: readonly number[], drawn: number, score: number): number {
  const grade = all.length - 1;
  if (score <= 0) return 1;
  if (grade <= 0 || drawn === 0) return 0;
  const here = all[grade] ?? 0;
  const lighter = all.slice(0, grade);
  const others = sum(lighter);
  let total = 0;
  for (let taken = Math.max(0, drawn - others); taken <= Math.min(here, drawn); taken++) {
    const rest = score - taken * grade;
    // Even the gravest of what remains may not be enough.
    if (rest > highest(lighter, drawn - taken)) continue;
    const chance = hypergeometric(taken, here, others, drawn);
    if (chance > negligible * total || total === 0) total += chance * highSum(lighter, drawn - taken, rest);
  }
  return total;
}

/** The probability of `taken` of `here` when `drawn` of `here + others` are taken by chance. */
function hypergeometric(taken: number, here: number, others: number, drawn: number): number {
  const whole = here + others;
  const left = whole - drawn;
  if (left === 0) return 1;
  const [x, y] = [drawn / whole, left / whole];
  return (
    (binomialWeight(taken, here - taken, x, y) * binomialWeight(drawn - taken, others - (drawn - taken), x, y)) /
    binomialWeight(drawn, left, x, y)
  );
}
