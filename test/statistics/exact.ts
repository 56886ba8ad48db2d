// Exact arithmetic for tests: fractions of big integers, and the distributions summed up term by term.

/** A fraction; the denominator is above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const fraction = (n: number | bigint, d: number | bigint = 1n): Fraction => ({ n: BigInt(n), d: BigInt(d) });
export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });

/** The nearest number, to some 17 digits, however small or large. */
export function toNumber({ n, d }: Fraction): number {
  if (n === 0n) return 0;
  const shift = d.toString().length - n.toString().length + 18;
  const digits = shift >= 0 ? (n * 10n ** BigInt(shift)) / d : n / (d * 10n ** BigInt(-shift));
  return Number(`${digits}e${-shift}`);
}

/** How many ways there are to choose `k` of `n`. */
export function choose(n: number, k: number): bigint {
  let all = 1n;
  for (let i = 1; i <= k; i++) all = (all * BigInt(n - k + i)) / BigInt(i);
  return k < 0 || k > n ? 0n : all;
}

/** P(X >= k) of a binomial distribution of `n` trials at a chance of a/b. */
export function binomialTail(k: number, n: number, a: number, b: number): Fraction {
  let sum = 0n;
  for (let i = Math.max(0, k); i <= n; i++) sum += choose(n, i) * BigInt(a) ** BigInt(i) * BigInt(b - a) ** BigInt(n - i);
  return { n: sum, d: BigInt(b) ** BigInt(n) };
}

/** e^-x sum of x^i/i! for i <= k, by the series of e^x to 200 terms: right to far more digits than a number has, for x up to 40. */
export function poissonAtMost(k: number, x: Fraction): number {
  let term = fraction(1);
  let [part, whole] = [fraction(0), fraction(0)];
  for (let i = 0; i <= 200; i++) {
    if (i > 0) term = times(term, times(x, fraction(1, i)));
    const common = { n: term.n, d: term.d };
    if (i <= k) part = plus(part, common);
    whole = plus(whole, common);
    [term, part, whole] = [rounded(term), rounded(part), rounded(whole)];
  }
  return toNumber({ n: part.n * whole.d, d: part.d * whole.n });
}

// 120 digits are kept, so that fractions do not grow without end.
function rounded({ n, d }: Fraction): Fraction {
  const unit = 10n ** 120n;
  return d > unit ? { n: (n * unit) / d, d: unit } : { n, d };
}

/** The probability of a sum of grades of `score` or more among `drawn` of all events, by looking at every way to deal them out. */
export function gradeTail(earlier: readonly number[], later: readonly number[]): Fraction {
  const all = earlier.map((count, grade) => count + (later[grade] ?? 0));
  const drawn = later.reduce((sum, count) => sum + count, 0);
  const score = later.reduce((sum, count, grade) => sum + count * grade, 0);
  let ways = 0n;
  const deal = (grade: number, left: number, reached: number, product: bigint): void => {
    if (grade === all.length) {
      if (left === 0 && reached >= score) ways += product;
      return;
    }
    for (let taken = 0; taken <= Math.min(left, all[grade] ?? 0); taken++)
      deal(grade + 1, left - taken, reached + taken * grade, product * choose(all[grade] ?? 0, taken));
  };
  deal(0, drawn, 0, 1n);
  return {
    n: ways,
    d: choose(
      all.reduce((sum, count) => sum + count, 0),
      drawn,
    ),
  };
}
