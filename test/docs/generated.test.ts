// Holds the generated parts of the documentation to what `npm run docs` writes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { generatedPages, regenerated } from "../../scripts/reference.ts";
import { checkFiles } from "../support/models.ts";

const read = (page: string): string => readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");

describe("generated documentation", () => {
  for (const page of generatedPages) {
    it(`${page} is as npm run docs writes it`, () => {
      const actual = read(page).split("\n");
      const wanted = regenerated(page).split("\n");
      const line = wanted.findIndex((text, index) => text !== actual[index]);
      if (line >= 0 || actual.length !== wanted.length) {
        assert.fail(`npm run docs changes ${page}:${line + 1}\n- ${actual[line]}\n+ ${wanted[line]}`);
      }
    });
  }

  it("the way out that the README names is one", () => {
    const [, way = ""] = /Write `(protocol: \w+)`/.exec(read("README.md")) ?? [];
    const tour = read("docs/tour.ward");
    const changed = tour.replace(/protocol: \w+/, way);
    assert.notEqual(changed, tour);
    const { models } = checkFiles({ "/tour.ward": changed });
    const instance = models[0]?.analysis.threats.find(({ id }) => id === "MedicalPairingHijack@Values");
    assert.deepEqual([instance?.state, instance?.status], ["mitigated", "designed"]);
  });
});
