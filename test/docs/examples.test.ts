// Holds the committed examples of documents to what Ward writes about the samples now.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { examples, examplesFolder } from "../../scripts/examples.ts";

describe("examples of documents", () => {
  it("are as npm run docs writes them", async function () {
    this.timeout(180_000);
    const wanted = await examples();
    const committed = readdirSync(examplesFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(examplesFolder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    assert.deepEqual(committed.sort(), [...wanted.keys()].sort());
    for (const [name, content] of wanted) {
      const actual = readFileSync(path.join(examplesFolder, name));
      assert.ok(actual.equals(Buffer.from(content)), `npm run docs changes docs/examples/${name}`);
    }
  });
});
