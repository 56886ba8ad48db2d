// Every derived attribute, on every sort of element that has it, on one model.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Keyword } from "../../grammar/keywords.ts";
import { computations } from "../../server/src/model/derived/facts.ts";
import { isEntity } from "../../server/src/model/types.ts";
import { type AttributeType, attributes } from "../../server/src/vocabulary/attributes.ts";
import { analyseFixture } from "../support/fixtures.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const { model, facts } = analyseFixture(read("./attributes.ward"));
const table = new Map(
  read("./attributes.txt")
    .split("\n")
    .filter((line) => line.includes(":") && !line.startsWith("#"))
    .map((line) => line.split(": ") as [string, string]),
);

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).sort().join("+") || "none";
  if (value === undefined) return "-";
  if (isEntity(value)) return value.name;
  return value === true ? "yes" : value === false ? "no" : String(value);
}

describe("derived attributes", () => {
  it("each has a computation, and there is no computation without attribute", () => {
    assert.deepEqual(Object.keys(computations).sort(), [...new Set(attributes.map((one) => one.name))].sort());
  });

  it("the table has each attribute on each keyword, and nothing else", () => {
    const wanted = attributes.flatMap(({ name, on }) => on.map((keyword) => `${name} ${keyword}`));
    assert.deepEqual([...table.keys()].sort(), wanted.sort());
  });

  for (const [attribute, row] of table) {
    it(attribute, () => {
      const [name = "", keyword = ""] = attribute.split(" ");
      const elements = model.of(keyword as Keyword).filter((entity) => entity.file.origin === "user");
      const actual = elements.map((entity) => `${entity.name}=${shown(facts.derived(entity, name))}`);
      const expected = row.split(" ").map((cell) => cell.replace(/=(.*)$/, (_, value: string) => `=${value.split("+").sort().join("+")}`));
      assert.deepEqual(actual, expected);
    });
  }

  it("their values have the type that the table of attributes says", () => {
    for (const { name, on, type } of attributes) {
      for (const entity of on.flatMap((keyword) => model.of(keyword))) {
        const value = facts.derived(entity, name);
        const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
        assert.equal(Array.isArray(value), type.many, `${name} of ${entity.id}`);
        for (const one of values) assert.ok(isOf(type, one), `${name} of ${entity.id}: ${shown(one)}`);
      }
    }
  });
});

function isOf(type: AttributeType, value: unknown): boolean {
  if (type.base === "entity") return isEntity(value) && type.keywords.includes(value.keyword);
  if (type.base === "word") return type.set.words.some(([word]) => word === value);
  return typeof value === "boolean";
}
