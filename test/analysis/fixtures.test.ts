// Every fixture of the analysis: the model in it, and all that is found in it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { analyseFixture, core, differences } from "../support/fixtures.ts";

const folder = new URL("./fixtures/", import.meta.url);
const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ward"))
  .sort();

describe("analysis", () => {
  it("the tests' own catalogue is in order", () => {
    assert.deepEqual(
      analyseFixture("").diagnostics.map(({ code, message }) => `${code}: ${message}`),
      [],
    );
    assert.deepEqual(
      core.flatMap((file) => file.tree.problems),
      [],
    );
  });

  for (const path of paths) {
    it(
      path
        .replace(/\.ward$/, "")
        .replaceAll("-", " ")
        .replaceAll("\\", "/"),
      () => {
        const found = differences(readFileSync(new URL(path, folder), "utf8"));
        if (found.length > 0) assert.fail(`\n${found.join("\n")}\n`);
      },
    );
  }
});
