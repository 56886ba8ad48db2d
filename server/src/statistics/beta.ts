// Binomial and beta distributions to nearly the last digit: the probability of a count, the incomplete beta function, and its inverse.
import { deviance, stirlingError } from "./gamma.ts";

/** A probability and what it lacks to 1, each with all its digits. */
export interface Share {
  readonly share: number;
  readonly rest: number;
}

/**
 * The weight `Γ(a+b+1) / (Γ(a+1) Γ(b+1)) · x^a · y^b` of a binomial distribution, where `x + y = 1`. After C. Loader, Fast and accurate
 * computation of binomial probabilities (2000): products of large and small numbers never meet.
 */
export function binomialWeight(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  if (a === 0) return x >= y ? y ** b : Math.exp(b * Math.log1p(-x));
  if (b === 0) return y >= x ? x ** a : Math.exp(a * Math.log1p(-y));
  if (x === 0 || y === 0) return 0;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/**
 * The regularised incomplete beta function I_x(a, b) for `x + y = 1`: the probability that a beta distribution of `a` and `b` stays below `x`.
 * Both `x` and `y` are taken, so that neither loses digits near 0.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  // The fraction converges fast below the mean; above it, the other tail is computed.
  return x > (a + 1) / (a + b + 2) ? 1 - tail(b, a, y, x) : tail(a, b, x, y);
}

function tail(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  return ((binomialWeight(a, b, x, y) * b) / n) * continuedFraction(a, b, x);
}

// NIST Handbook of Mathematical Functions, 8.17.22, by the modified Lentz algorithm.
function continuedFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/** The probability of at least `count` successes in `trials` at a chance of `chance` (`rest` being what it lacks to 1). */
export function atLeast(count: number, trials: number, { share, rest }: Share): number {
  if (count <= 0) return 1;
  if (count > trials) return 0;
  return incompleteBeta(count, trials - count + 1, share, rest);
}

/** Where a beta distribution of `a` and `b` has the probability `p` below it (0 < p < 1). */
export function betaQuantile(a: number, b: number, p: number): Share {
  if (incompleteBeta(a, b, 0.5, 0.5) >= p) {
    const share = bisected((x) => incompleteBeta(a, b, x, 1 - x) >= p);
    return { share, rest: 1 - share };
  }
  const rest = bisected((y) => incompleteBeta(b, a, y, 1 - y) >= 1 - p);
  return { share: 1 - rest, rest };
}

/** The least number from 0 to 0.5 at which a test that changes once, from no to yes, says yes; to the last digit, however small. */
function bisected(test: (x: number) => boolean): number {
  let [low, high] = [0, 0.5];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (test(middle)) high = middle;
    else low = middle;
  }
}

/** The exact limits of a share after Clopper and Pearson, each missed with a probability of at most `error`. */
export function shareLimits(count: number, trials: number, error: number): { readonly low: Share; readonly high: Share } {
  return {
    low: count === 0 ? { share: 0, rest: 1 } : betaQuantile(count, trials - count + 1, error),
    high: count === trials ? { share: 1, rest: 0 } : betaQuantile(count + 1, trials - count, 1 - error),
  };
}
