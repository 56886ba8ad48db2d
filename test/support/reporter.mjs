// Mocha's spec reporter, which also leaves its totals in a file: the continuous-integration script sums them up.
import { mkdirSync, writeFileSync } from "node:fs";
import mocha from "mocha";

/** Prints as `spec` does; writes { passes, failures, pending } to test-results/mocha.json when the run ends. */
export default class TotalsReporter extends mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      mkdirSync("test-results", { recursive: true });
      writeFileSync("test-results/mocha.json", JSON.stringify({ passes, failures, pending }));
    });
  }
}
