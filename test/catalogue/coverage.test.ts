// The page on coverage accounts for every rule of the peers, once, with entries that exist or a reason.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { wholeCatalogue } from "../support/catalogues.ts";
import { analyseText } from "../support/models.ts";

const page = readFileSync(new URL("../../docs/coverage.md", import.meta.url), "utf8");
const rules = readFileSync(new URL("./peer-rules.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]* \| ([^|]*) \|$/gm)]
  .map(([, rule = "", answer = ""]) => ({ rule: rule.trim(), answer }))
  .filter(({ rule }) => rule !== "rule");
const { catalogue } = analyseText(wholeCatalogue);
const entries = new Set([...catalogue.threats, ...catalogue.requirements].map(({ entity }) => entity.name));
const codes: ReadonlySet<string> = new Set(diagnosticCodes);

const named = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

describe("the page on coverage", () => {
  it("has every rule of the peers, and each once", () => {
    assert.equal(rules.length, 114 + 42 + 125 + 31);
    assert.deepEqual(rows.map(({ rule }) => rule).sort(), [...rules].sort());
  });

  it("names entries and diagnostics that exist", () => {
    const unknown = rows.flatMap(({ rule, answer }) =>
      named(answer)
        .filter((name) => !entries.has(name) && !codes.has(name))
        .map((name) => `${rule}: ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it("gives an entry or a reason for each", () => {
    const bare = rows.filter(({ answer }) => (answer.startsWith("none: ") ? answer.length < 40 : named(answer).length === 0));
    assert.deepEqual(
      bare.map(({ rule }) => rule),
      [],
    );
  });

  it("counts them rightly", () => {
    const without = rows.filter(({ answer }) => answer.startsWith("none: ")).length;
    assert.ok(page.includes(`Of ${rows.length} rules ${rows.length - without} have an answer, ${without} have none.`));
  });
});
