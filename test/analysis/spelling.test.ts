// Names that look the same are the same, however their accents were typed; and a text that is no model says so briefly.
import assert from "node:assert/strict";
import { analyseFixture } from "../support/fixtures.ts";

const composed = "Klinik_S\u00fcd";
const decomposed = "Klinik_Su\u0308d";
const codes = (text: string): string[] => analyseFixture(text).diagnostics.map(({ code }) => code);

describe("names in two Unicode spellings", () => {
  for (const [declared, used] of [
    [composed, decomposed],
    [decomposed, composed],
  ] as const) {
    const text = `boundary ${declared} : Zone { device Pumpe }\nrole Gast { on: ${used}.Pumpe }`;

    it(`${JSON.stringify(declared)} is found as ${JSON.stringify(used)}`, () => {
      assert.ok(!codes(text).includes("unknown-name"));
      assert.ok(codes(text.replace(`${used}.`, `${used}2.`)).includes("unknown-name"));
    });

    it("is one name, so that declaring both is declaring it twice", () => {
      assert.ok(codes(`data ${declared}\ndata ${used}`).includes("duplicate-name"));
    });

    it("has one id, and keeps the spelling of the text", () => {
      const { model } = analyseFixture(text);
      const found = model.of("boundary")[0] ?? assert.fail();
      assert.equal(found.id, composed);
      assert.equal(found.node.name?.text, declared);
    });
  }
});

describe("a text with very many syntax errors", () => {
  const errors = (count: number) => analyseFixture(`${"{".repeat(count)}\n`).diagnostics.filter(({ code }) => code === "syntax-error");

  it("is told about a hundred of them, and how many are left", () => {
    const few = errors(20).length;
    assert.ok(few > 1 && few <= 20);
    const found = errors(10_000);
    assert.equal(found.length, 101);
    assert.match(found.at(-1)?.message ?? "", /^and 9[ ,]?900 more places/);
    assert.ok(found.at(-1)?.help);
  });

  it("counts each file by itself, and names the one that is left in the singular", () => {
    assert.equal(errors(100).length, 100);
    assert.match(errors(101).at(-1)?.message ?? "", /^and 1 more place from here on is/);
  });
});
