// The gamma distribution, and what keeps factorials of large numbers exact: the error of Stirling's formula and the deviance of a count.

/** ln k! - Stirling's formula, for k from 0 to 15: worked out with 40 digits. */
const small = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193, 0.013876128823070748,
  0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287, 0.007573675487951841, 0.00694284010720953,
  0.006408994188004207, 0.005951370112758848, 0.005554733551962801,
];

/** How far ln Γ(n+1) lies above (n + ½) ln n - n + ½ ln 2π. */
export function stirlingError(n: number): number {
  const known = Number.isInteger(n) ? small[n] : undefined;
  if (known !== undefined) return known;
  // The series needs n of some size; below, it is reached by ln Γ(n+2) = ln Γ(n+1) + ln(n+1).
  if (n < 15) return stirlingError(n + 1) + (n + 0.5) * Math.log1p(1 / n) - 1;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360_360 / square) / square) / square) / square) / square) / n;
}

/** x ln(x / mean) + mean - x, without loss of digits where the two are close. */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let step = 1; step < 1000; step++) {
    term *= ratio * ratio;
    const next = sum + term / (2 * step + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** e^-x x^a / Γ(a+1): the probability of `a` events where `x` are expected. */
export function poissonWeight(a: number, x: number): number {
  if (a === 0) return Math.exp(-x);
  if (x === 0) return 0;
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** The regularised incomplete gamma function P(a, x): the probability that a gamma distribution of shape `a` stays below `x`. */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lower(a, x) : 1 - upper(a, x);
}

/** 1 - P(a, x), without loss of digits where it is small. */
function complement(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lower(a, x) : upper(a, x);
}

function lower(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; step < 1_000_000; step++) {
    term *= x / (a + step);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return poissonWeight(a, x) * sum;
}

// NIST Handbook of Mathematical Functions, 8.9.2, by the modified Lentz algorithm.
function upper(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < 1_000_000; step++) {
    const an = -step * (step - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return poissonWeight(a, x) * a * value;
}

/** Where a gamma distribution of shape `a` has the probability `p` below it (0 < p < 1). */
export function gammaQuantile(a: number, p: number): number {
  const reached = (x: number): boolean => (p < 0.5 ? incompleteGamma(a, x) >= p : complement(a, x) <= 1 - p);
  let [low, high] = [0, a + 1];
  while (!reached(high)) [low, high] = [high, high * 2];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (reached(middle)) high = middle;
    else low = middle;
  }
}
