// Rates of rare events: the exact limits of one, and the exact comparison of two that were seen over different exposures.
import { atLeast, type Share, shareLimits } from "./beta.ts";
import { gammaQuantile } from "./gamma.ts";

/** Events and what they were seen over, e.g. days in use of all devices. */
export interface Seen {
  readonly count: number;
  /** Above 0. */
  readonly exposure: number;
}

/** A range; without upper end it is Infinity. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** How a rate stands to an earlier one. */
export interface RateComparison {
  /** Later rate / earlier rate; undefined where there was no event before. */
  readonly ratio: number | undefined;
  /** Exact limits of the ratio, each missed with a probability of at most the error that was asked for; undefined without any event. */
  readonly limits: Limits | undefined;
  /** The probability of as many later events or more, of all that were seen, if the rate had not risen. */
  readonly p: number;
  /** The smallest such probability that this many events could give at all. */
  readonly least: number;
}

/** The exact limits of a rate (F. Garwood 1936), each missed with a probability of at most `error`. */
export function rateLimits({ count, exposure }: Seen, error: number): Limits {
  return {
    low: count === 0 ? 0 : gammaQuantile(count, error) / exposure,
    high: gammaQuantile(count + 1, 1 - error) / exposure,
  };
}

/**
 * Compares two Poisson rates exactly, one-sided (J. Przyborowski and H. Wilenski 1940): given how many events there were in all, those of
 * the later period are binomial, with the share that this period has in the exposure. The limits of the ratio follow from those
 * of Clopper and Pearson for that share.
 */
export function compareRates(earlier: Seen, later: Seen, error: number): RateComparison {
  const total = earlier.count + later.count;
  const whole = earlier.exposure + later.exposure;
  const expected: Share = { share: later.exposure / whole, rest: earlier.exposure / whole };
  const scale = earlier.exposure / later.exposure;
  const odds = ({ share, rest }: Share): number => (rest === 0 ? Number.POSITIVE_INFINITY : (share / rest) * scale);
  const limits = total === 0 ? undefined : shareLimits(later.count, total, error);
  return {
    ratio: earlier.count === 0 ? undefined : (later.count / earlier.count) * scale,
    limits: limits && { low: odds(limits.low), high: odds(limits.high) },
    p: atLeast(later.count, total, expected),
    least: atLeast(total, total, expected),
  };
}
