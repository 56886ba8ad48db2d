// Whatever stands in the files: the analysis and its explanations never throw, and findings stay inside their files.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { explain } from "../../server/src/analysis/explain.ts";
import { analyseFixture } from "../support/fixtures.ts";
import { mutate, pick, random } from "../support/mutate.ts";

const folder = new URL("./", import.meta.url);
const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ward"))
  .sort()
  .map((path) => readFileSync(new URL(path, folder), "utf8"));

function analyseAll(text: string): void {
  const analysis = analyseFixture(text);
  for (const { id } of [...analysis.threats, ...analysis.requirements]) assert.ok(explain(analysis, id), id);
  for (const { location, message } of analysis.diagnostics) {
    const { start, end } = location.range;
    assert.ok(start >= 0 && start <= end && end <= location.file.tree.text.length, message);
    assert.ok(!/undefined|\[object|NaN/.test(message), message);
  }
}

describe("the analysis of damaged models", () => {
  const next = random(20261125);
  for (let round = 1; round <= 20; round++) {
    it(`round ${round}`, () => {
      for (let times = 0; times < 40; times++) {
        const damaged = mutate(pick(texts, next), next);
        try {
          analyseAll(damaged);
        } catch (error) {
          assert.fail(`${(error as Error).stack}\nin:\n${damaged}`);
        }
      }
    });
  }
});
