// The extension in a real VS Code: each test of the suite inside it is one test here. Against the sources, against the packaged
// extension, and as a web extension in the browser's worker.
import assert from "node:assert/strict";
import { join } from "node:path";
import mocha, { before, describe, it } from "mocha";
import { root } from "./install.ts";
import { pack } from "./package.ts";
import type { Result } from "./protocol.ts";
import { type Outcome, type Plan, run } from "./run.ts";
import { type Target, target } from "./target.ts";

const patience = 20 * 60_000;

describe("editor", () => {
  inside({ name: "sources", cases: "sources" }, 40);
  inside({ name: "diagram", cases: "diagram" }, 26);
  inside({ name: "packaged", cases: "packaged" }, 28);
  inside({ name: "browser", cases: "web" }, 7);
});

/** Runs a plan once, and adds what came out as tests of their own. */
function inside(plan: Plan, fewest: number): void {
  describe(plan.name, () => {
    let results: readonly Result[] = [];
    let problem: string | undefined;

    before(async function () {
      this.timeout(patience);
      const found = await chosen();
      if (found === undefined) return this.skip();
      const outcome = await twice(found, plan.cases === "packaged" ? { ...plan, bundle: pack() } : plan);
      results = outcome.results;
      problem = outcome.problem;
      for (const result of results) this.test?.parent?.addTest(asTest(result));
      if (results.length === 0) throw new Error(`no test ran in ${found.name}: ${outcome.problem}`);
    });

    it("ran all of its suite, and VS Code ended as it should", () => {
      assert.ok(results.length >= fewest, `only ${results.length} tests ran`);
      if (results.every(({ state }) => state !== "failed")) assert.equal(problem, undefined);
    });
  });
}

/**
 * Runs a plan, and once more when something failed: a person's hand on a workbench is not always as sure as a call, and one slip in a
 * hundred cases says little. What fails twice fails; what failed once is told, with its pictures kept beside those of the second run.
 */
async function twice(found: Target, plan: Plan): Promise<Outcome> {
  const first = await run(found, plan);
  const failed = first.results.filter(({ state }) => state === "failed");
  if (failed.length === 0 && first.problem === undefined) return first;
  const reasons = failed.map(({ title, error }) => `  ${title.join(": ")}: ${error?.split("\n")[0]}`);
  console.error([`The plan "${plan.name}" is run once more, for in its first run`, ...reasons, `  ${first.problem ?? ""}`].join("\n"));
  return await run(found, { ...plan, name: `${plan.name}-again` });
}

/** The VS Code to run in; undefined, said loudly, where there is none. With `CI=true` that is an error. */
async function chosen(): Promise<Target | undefined> {
  try {
    return await target();
  } catch (error) {
    const reason = `THE EXTENSION IS NOT TESTED: ${(error as Error).message}`;
    if (process.env.CI === "true") throw new Error(reason);
    console.error(`\n${"!".repeat(reason.length)}\n${reason}\n${"!".repeat(reason.length)}\n`);
    return undefined;
  }
}

function asTest({ title, state, error }: Result): Mocha.Test {
  return new mocha.Test(title.join(": "), function (this: Mocha.Context) {
    if (state === "skipped") this.skip();
    if (state === "failed") throw new Error(`${error}\nPictures are in ${join(root, "test-results/editor")}`);
  });
}
