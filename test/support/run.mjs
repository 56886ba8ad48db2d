// The whole suite, `npm test`: every step runs even when one before it failed, so that one run shows all there is to mend.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** npm scripts, in this order; each counts as one test. The build comes first because the command-line tests run what it makes. */
const CHECKS = ["build", "typecheck", "lint", "knip"];
const TOTALS = "test-results/mocha.json";

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");
const failedChecks = CHECKS.filter((name) => !succeeds(name));
const tests = runTests();
for (const name of failedChecks) console.log(`npm run ${name} failed`);
const passed = CHECKS.length - failedChecks.length + tests.passed;
const failed = failedChecks.length + tests.failed;
const line = `${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}`;
writeFileSync("test-results/summary.txt", `${line}\n`);
console.log(line);
process.exitCode = failed === 0 ? 0 : 1;

/** A skipped or singled-out test must not pass unnoticed where nobody looks at the output. */
function runTests() {
  const ok = succeeds("mocha", process.env.CI === "true" ? ["--forbid-pending", "--forbid-only"] : []);
  const { passes, failures, pending } = readTotals();
  // Mocha can fail without a failing test, for example when a test file does not load.
  return { passed: passes, failed: ok ? failures : Math.max(failures, 1), skipped: pending };
}

function readTotals() {
  try {
    return JSON.parse(readFileSync(TOTALS, "utf8"));
  } catch {
    return { passes: 0, failures: 1, pending: 0 };
  }
}

function succeeds(script, args = []) {
  return spawnSync("npm", ["run", "--silent", script, "--", ...args], { stdio: "inherit" }).status === 0;
}
