// Holds the generated parts of the documentation to what `npm run docs` writes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { generatedPages, regenerated } from "../../scripts/reference.ts";

describe("generated documentation", () => {
  for (const page of generatedPages) {
    it(`${page} is as npm run docs writes it`, () => {
      assert.equal(readFileSync(new URL(`../../${page}`, import.meta.url), "utf8"), regenerated(page));
    });
  }
});
