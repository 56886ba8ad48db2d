// Holds the page on the language to the language: its growing example, its conditions, and the part made from the vocabulary.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "../../grammar/parser/index.ts";
import { handWritten } from "../../scripts/reference.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { regulationCodes } from "../../server/src/diagnostics/table.ts";
import { declarations } from "../../server/src/vocabulary/index.ts";
import { analyseText } from "../support/models.ts";

const read = (page: string): string => readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");
const guide = handWritten(read("docs/language.md"));

const states = ({ threats, requirements }: Analysis): Map<string, string> =>
  new Map([...threats, ...requirements].map(({ id, state }) => [id, state]));

/** Findings about what is written, not about what it means for security. */
const illFormed = ({ diagnostics }: Analysis): string[] =>
  diagnostics
    .filter(({ code }) => !regulationCodes.has(code) && !/threat|assumption|layer|control$|decision|acceptance/.test(code))
    .map(({ code, message }) => `${code}: ${message}`);

describe("the language page", () => {
  it("grows an example that is always well formed and stands as the tables say", () => {
    let model = "";
    let stages = 0;
    for (const part of guide.split(/^(?=```ward$)/m).slice(1)) {
      const [, block = "", rest = ""] = /^```ward\n([\s\S]*?)^```$([\s\S]*)/m.exec(part) ?? [];
      model += block;
      const analysis = analyseText(model);
      assert.deepEqual(
        illFormed(analysis).filter((one) => !one.startsWith("isolated-element")),
        [],
        model,
      );
      const found = states(analysis);
      for (const [, id = "", state] of rest.matchAll(/^\| `(\w+@[\w.]+)` \| (\w+) \|$/gm)) {
        assert.equal(found.get(id), state, id);
        stages++;
      }
    }
    assert.equal(stages, 10);
  });

  it("shows conditions that are well typed", () => {
    const rows = [...guide.matchAll(/^\| (\w+) \| `(.+?)` \| .* \|$/gm)];
    assert.ok(rows.length >= 15);
    for (const [, keyword, condition] of rows) {
      const analysis = analyseText(
        `import "ward:medical"\nthreat Example "Example" on ${keyword} { stride: tampering  when: ${condition}  severity: low }`,
      );
      assert.deepEqual(illFormed(analysis), [], condition);
      assert.ok(
        analysis.catalogue.threats.some(({ entity }) => entity.name === "Example"),
        condition,
      );
    }
  });
});

describe("the vocabulary", () => {
  for (const { keyword, example } of declarations) {
    it(`the example of ${keyword} is one`, () => {
      const { problems, items } = parse(example);
      assert.deepEqual(problems, []);
      assert.equal(items.length, 1);
      const [item] = items;
      assert.ok(item?.type === "declaration" && item.keyword.text === keyword, example);
    });

    it(`the example of ${keyword} has only properties that it takes, with values that fit`, () => {
      const text = keyword === "row" ? `matrix Example { columns: rare, likely\n${example} }` : example;
      const wrong =
        /^(unknown-property|duplicate-property|invalid-value|too-many-values|unexpected-header|missing-(property|kind|header|name)|misplaced-declaration)$/;
      const found = analyseText(text).diagnostics.filter(({ code }) => wrong.test(code));
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
      );
    });
  }
});
