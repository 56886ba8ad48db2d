// Holds the statistics against sums of exact fractions, worked examples, published tables, and what must hold of any numbers.
import assert from "node:assert/strict";
import fc from "fast-check";
import { atLeast, betaQuantile, binomialWeight, incompleteBeta, shareLimits } from "../../server/src/statistics/beta.ts";
import { deviance, gammaQuantile, incompleteGamma, poissonWeight, stirlingError } from "../../server/src/statistics/gamma.ts";
import { compareRates, rateLimits } from "../../server/src/statistics/rates.ts";
import { compareGrades } from "../../server/src/statistics/severity.ts";
import { binomialTail, choose, fraction, gradeTail, poissonAtMost, toNumber } from "./exact.ts";

/** Asserts that two numbers agree to a share of the one that is right. */
function near(actual: number, right: number, share = 1e-12): void {
  assert.ok(Math.abs(actual - right) <= share * Math.abs(right), `${actual} instead of ${right}`);
}

const chance = (a: number, b: number) => ({ share: a / b, rest: (b - a) / b });
/** The quantile of Fisher's F, by that of the beta distribution. */
function fisher(p: number, first: number, second: number): number {
  const { share, rest } = betaQuantile(first / 2, second / 2, p);
  return ((share / rest) * second) / first;
}
const chiSquare = (p: number, degrees: number): number => 2 * gammaQuantile(degrees / 2, p);

describe("gamma and beta functions", () => {
  it("Stirling's error is what is left of a factorial", () => {
    // ln 10! = 15.104412573075516 and ln 20! = 42.335616460753485 (NIST Handbook, by ln of 3628800 and of 2432902008176640000)
    const formula = (n: number): number => (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI);
    near(formula(10) + stirlingError(10), Math.log(3628800));
    near(formula(20) + stirlingError(20), Math.log(2432902008176640000));
    // Γ(1.5) = √π / 2
    near(formula(0.5) + stirlingError(0.5), Math.log(Math.sqrt(Math.PI) / 2));
    for (const n of [0.5, 3.5, 14.5, 15, 16, 40]) near(stirlingError(n + 1) + (n + 0.5) * Math.log1p(1 / n) - 1, stirlingError(n), 1e-11);
  });

  it("the deviance keeps its digits where count and mean are close", () => {
    near(deviance(1000, 1000 * (1 + 1e-6)), 1000 * 0.5e-12 * (1 - (2 / 3) * 1e-6), 1e-9);
    near(deviance(3, 7), 3 * Math.log(3 / 7) + 4);
    assert.equal(deviance(0, 5), 5);
    assert.equal(deviance(5, 5), 0);
  });

  it("single probabilities agree with exact fractions", () => {
    for (const [k, n, a, b] of [
      [0, 1, 1, 2],
      [3, 10, 1, 3],
      [50, 100, 1, 2],
      [1, 400, 1, 1000],
      [399, 400, 1, 1000],
      [200, 200, 3, 4],
    ] as const) {
      const right = toNumber({ n: choose(n, k) * BigInt(a) ** BigInt(k) * BigInt(b - a) ** BigInt(n - k), d: BigInt(b) ** BigInt(n) });
      near(binomialWeight(k, n - k, a / b, (b - a) / b), right);
    }
    near(poissonWeight(4, 2), Math.exp(-2) * (16 / 24));
  });

  it("tails agree with sums of exact fractions", () => {
    for (const [n, a, b] of [
      [1, 1, 2],
      [7, 2, 3],
      [12, 1, 2],
      [40, 3, 10],
      [150, 1, 50],
      [500, 499, 1000],
      [1000, 1, 3],
    ] as const)
      for (const k of new Set([0, 1, 2, Math.floor(n / 3), Math.floor(n / 2), n - 1, n]))
        near(atLeast(k, n, chance(a, b)), toNumber(binomialTail(k, n, a, b)));
  });

  it("Poisson sums agree with exact fractions", () => {
    for (const [k, a, b] of [
      [0, 1, 2],
      [3, 5, 2],
      [10, 10, 1],
      [2, 30, 1],
      [45, 30, 1],
    ] as const) {
      const right = poissonAtMost(k, fraction(a, b));
      assert.ok(Math.abs(1 - incompleteGamma(k + 1, a / b) - right) < 1e-14, `${k} of ${a}/${b}`);
    }
  });

  it("closed forms: one side of a beta distribution, of F, of chi-square", () => {
    // I_x(a, 1) = x^a; F(2, m) = m/2 (p^(-2/m) - 1); chi-square of 2 degrees = -2 ln(1 - p)
    near(incompleteBeta(3, 1, 0.3, 0.7), 0.027);
    near(betaQuantile(1, 10, 0.975).share, -Math.expm1(Math.log(0.025) / 10));
    near(fisher(0.95, 2, 6), 3 * (0.05 ** (-1 / 3) - 1), 1e-11);
    near(chiSquare(0.95, 2), -2 * Math.log(0.05));
    // Student's t with 2 degrees: t = (2p - 1) √(2 / (1 - (2p - 1)²)), and t² is F(1, 2)
    near(fisher(0.95, 1, 2), 0.95 ** 2 * (2 / (1 - 0.95 ** 2)), 1e-11);
  });

  it("published critical values, to their last digit", () => {
    const rows: readonly (readonly [actual: number, published: string])[] = [
      // Chi-square: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4
      [chiSquare(0.95, 1), "3.841"],
      [chiSquare(0.95, 10), "18.307"],
      [chiSquare(0.99, 20), "37.566"],
      [chiSquare(0.05, 10), "3.940"],
      [chiSquare(0.975, 100), "129.561"],
      // F: the same, 1.3.6.7.3
      [fisher(0.95, 5, 10), "3.326"],
      [fisher(0.99, 5, 10), "5.636"],
      [fisher(0.95, 10, 20), "2.348"],
      [Math.sqrt(fisher(0.95, 1, 10)), "2.228"],
      [Math.sqrt(fisher(0.99, 1, 30)), "2.750"],
      // The normal distribution's 1.959963984540054, squared
      [chiSquare(0.95, 1), "3.841458820694124"],
    ];
    for (const [actual, published] of rows) {
      const digits = published.split(".")[1]?.length ?? 0;
      assert.ok(Math.abs(actual - Number(published)) <= 0.5000001 * 10 ** -digits + 1e-12, `${actual} instead of ${published}`);
    }
    near(chiSquare(0.95, 1), 1.959963984540054 ** 2, 1e-13);
  });

  it("a quantile is where its probability is reached, at both ends", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 1e-4, max: 0.9999, noNaN: true }),
        (a, b, p) => {
          const { share, rest } = betaQuantile(a, b, p);
          near(share + rest, 1);
          near(incompleteBeta(a, b, share, rest), p, 1e-9);
          near(incompleteBeta(b, a, rest, share), 1 - p, 1e-9);
          near(incompleteGamma(a, gammaQuantile(a, p)), p, 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("grow with what they are of, and add up to 1 with their complement", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 999 }), fc.nat(), (n, a, seed) => {
        const k = seed % (n + 1);
        const [here, more] = [atLeast(k, n, chance(a, 1000)), atLeast(k + 1, n, chance(a, 1000))];
        assert.ok(more <= here && here <= 1 && more >= 0);
        assert.ok(atLeast(k, n, chance(a, 1000)) <= atLeast(k, n, chance(Math.min(999, a + 1), 1000)) + 1e-15);
        near(here - more + 1, 1 + binomialWeight(k, n - k, a / 1000, 1 - a / 1000), 1e-11);
        near(atLeast(k, n, chance(a, 1000)) + atLeast(n - k + 1, n, chance(1000 - a, 1000)), 1, 1e-11);
      }),
      { numRuns: 300 },
    );
  });
});

describe("limits of a rate", () => {
  it("are those of the published table for Poisson counts", () => {
    // 95 % limits, E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians, Table 40
    for (const [count, low, high] of [
      [0, 0, 3.69],
      [1, 0.0253, 5.57],
      [5, 1.62, 11.67],
      [10, 4.8, 18.39],
      [30, 20.24, 42.83],
    ] as const) {
      const limits = rateLimits({ count, exposure: 1 }, 0.025);
      assert.equal(limits.low.toFixed(2), low.toFixed(2));
      assert.equal(limits.high.toFixed(2), high.toFixed(2));
    }
    near(rateLimits({ count: 0, exposure: 50 }, 0.05).high, -Math.log(0.05) / 50);
  });

  it("scale with the exposure and hold the rate", () => {
    const [one, two] = [rateLimits({ count: 7, exposure: 1 }, 0.05), rateLimits({ count: 7, exposure: 1000 }, 0.05)];
    near(two.low * 1000, one.low);
    near(two.high * 1000, one.high);
    assert.ok(one.low < 7 && 7 < one.high);
  });
});

describe("comparison of two rates", () => {
  it("by hand: 3 and 9 over the same time", () => {
    // P(X >= 9), X binomial (12, 1/2): (220 + 66 + 12 + 1) / 4096
    const { ratio, p, least, limits } = compareRates({ count: 3, exposure: 100 }, { count: 9, exposure: 100 }, 0.05);
    near(p, 299 / 4096);
    near(least, 1 / 4096);
    assert.equal(ratio, 3);
    assert.ok(limits && limits.low < 1 && limits.high > 3);
  });

  it("by hand: 1 and 4 over 3 and 2 years", () => {
    // X binomial (5, 2/5): P(X >= 4) = 5 * 16 * 3 / 3125 + 32 / 3125 = 272 / 3125
    const { ratio, p, least } = compareRates({ count: 1, exposure: 3 }, { count: 4, exposure: 2 }, 0.05);
    near(p, 272 / 3125);
    near(least, 32 / 3125);
    near(ratio ?? 0, 6);
  });

  it("by hand: limits where nothing was seen on one side", () => {
    // With 5 later events and none before, the lower limit of the share is 0.05^(1/5); with none later the upper is 1 - 0.05^(1/5).
    const share = 0.05 ** 0.2;
    const rising = compareRates({ count: 0, exposure: 2 }, { count: 5, exposure: 1 }, 0.05);
    assert.equal(rising.ratio, undefined);
    near(rising.limits?.low ?? 0, (share / (1 - share)) * 2, 1e-11);
    assert.equal(rising.limits?.high, Number.POSITIVE_INFINITY);
    near(rising.p, (1 / 3) ** 5);
    const falling = compareRates({ count: 5, exposure: 2 }, { count: 0, exposure: 1 }, 0.05);
    assert.equal(falling.p, 1);
    assert.equal(falling.ratio, 0);
    assert.equal(falling.limits?.low, 0);
    near(falling.limits?.high ?? 0, ((1 - share) / share) * 2, 1e-11);
  });

  it("without any event there is nothing to compare", () => {
    const none = compareRates({ count: 0, exposure: 10 }, { count: 0, exposure: 20 }, 0.05);
    assert.deepEqual(none, { ratio: undefined, limits: undefined, p: 1, least: 1 });
  });

  it("the limits reach above 1 just where the test is significant at the same level", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (before, after, early, late) => {
          const { p, limits } = compareRates({ count: before, exposure: early }, { count: after, exposure: late }, 0.05);
          if (limits && Math.abs(p - 0.05) > 1e-9) assert.equal(limits.low > 1, p < 0.05);
        },
      ),
    );
  });

  it("p falls with each later event and rises with each earlier one, and units of exposure do not matter", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.double({ min: 0.01, max: 100, noNaN: true }), (before, after, exposure) => {
        const p = (a: number, b: number, unit = 1): number =>
          compareRates({ count: a, exposure: unit }, { count: b, exposure: exposure * unit }, 0.05).p;
        assert.ok(p(before, after + 1) <= p(before, after) * (1 + 1e-10));
        assert.ok(p(before + 1, after) >= p(before, after) * (1 - 1e-10));
        near(p(before, after, 1e6), p(before, after), 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("the test keeps its level: summed over all outcomes with equal rates, at most 5 % are called risen", () => {
    for (const [total, early, late] of [
      [8, 1, 1],
      [25, 2, 1],
      [60, 1, 3],
    ] as const) {
      let risen = 0;
      for (let after = 0; after <= total; after++) {
        const { p } = compareRates({ count: total - after, exposure: early }, { count: after, exposure: late }, 0.05);
        if (p <= 0.05) risen += binomialWeight(after, total - after, late / (early + late), early / (early + late));
      }
      assert.ok(risen <= 0.05 && risen > 0.005, String(risen));
    }
  });

  it("the limits hold the true share at least as often as they promise", () => {
    for (const [trials, truth] of [
      [10, 0.1],
      [10, 0.5],
      [40, 0.02],
      [40, 0.7],
    ] as const) {
      let held = 0;
      for (let count = 0; count <= trials; count++) {
        const { low, high } = shareLimits(count, trials, 0.05);
        if (low.share <= truth && truth <= high.share) held += binomialWeight(count, trials - count, truth, 1 - truth);
      }
      assert.ok(held >= 0.9, String(held));
    }
  });

  it("numbers of any size give numbers", () => {
    for (const count of [0, 1, 1e6, 1e9])
      for (const exposure of [1e-9, 1, 1e15]) {
        const { p, least, limits } = compareRates({ count, exposure }, { count: 1e9 - count, exposure: 1 }, 1e-6);
        for (const one of [p, least, limits?.low, limits?.high])
          assert.ok(one === undefined || (!Number.isNaN(one) && one >= 0), String(one));
        const rate = rateLimits({ count, exposure }, 1e-6);
        assert.ok(rate.low <= rate.high && Number.isFinite(rate.high));
      }
  });
});

describe("comparison of grades", () => {
  it("with two grades it is Fisher's exact test: the lady tasting tea", () => {
    // R. A. Fisher 1935: 3 of 4 right of 8 cups, (16 + 1) / 70
    const { p, least, superiority } = compareGrades([3, 1], [1, 3]);
    near(p, 17 / 70);
    near(least, 1 / 70);
    near(superiority ?? 0, (9 + (3 + 3) / 2) / 16);
  });

  it("by hand: three grades", () => {
    // Grades 0 0 1 2; two are drawn, 1 and 2: the sum 3 is reached by one of six pairs.
    near(compareGrades([2, 0, 0], [0, 1, 1]).p, 1 / 6);
    // 0 and 2 drawn: sums of 2 and more are 0+2 (two ways), 1+2: three of six pairs.
    near(compareGrades([1, 1, 0], [1, 0, 1]).p, 1 / 2);
  });

  it("agrees with every way to deal events out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }), (grades, counts) => {
        const [earlier, later] = [counts.slice(0, grades), counts.slice(4, 4 + grades)];
        near(compareGrades(earlier, later).p, toNumber(gradeTail(earlier, later)), 1e-10);
      }),
      { numRuns: 150 },
    );
  });

  it("an empty period, or events of one grade only, show nothing", () => {
    assert.deepEqual(compareGrades([0, 0], [0, 0]), { superiority: undefined, p: 1, least: 1 });
    assert.deepEqual(compareGrades([2, 1], [0, 0]), { superiority: undefined, p: 1, least: 1 });
    assert.deepEqual(compareGrades([0, 3], [0, 4]), { superiority: 0.5, p: 1, least: 1 });
    assert.deepEqual(compareGrades([3], [4]), { superiority: 0.5, p: 1, least: 1 });
  });

  it("many events are compared in two grades, and in time", () => {
    const started = performance.now();
    const many = compareGrades([30_000, 4000, 1000, 500], [25_000, 7000, 3000, 500]);
    assert.deepEqual(many, compareGrades([30_000, 5500], [25_000, 10_500]));
    assert.ok(many.p < 1e-10);
    compareGrades([120, 130, 130, 120], [130, 120, 120, 130]);
    assert.ok(performance.now() - started < 8000);
  });
});
