// What holds for the formatter and the parser on every text, tried on random ones.
import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "../../grammar/parser/index.ts";
import { sameMeaning } from "../../grammar/print/same.ts";
import { format, layOut } from "../../grammar/print.ts";
import type { SyntaxTree } from "../../grammar/syntax.ts";
import { createLexer } from "../../grammar/tokens.ts";
import { mutate, random } from "../support/mutate.ts";
import { texts } from "../support/texts.ts";
import { printed, rangeOutside } from "../support/tree.ts";

const lexer = createLexer();
const damaged = fc.tuple(texts, fc.nat()).map(([text, seed]) => mutate(text, random(seed)));

/** Every token but commas and blocks, in an order that does not depend on the layout. */
const words = (text: string): string[] =>
  lexer
    .tokenize(text)
    .tokens.filter(({ image }) => image !== "," && !image.startsWith('"""'))
    .map(({ image }) => image)
    .sort();
const plain = ({ comments }: SyntaxTree): string[] => comments.map(({ text }) => text.replace(/\s+/g, " ").trim());

const check = (arbitrary: fc.Arbitrary<string>, holds: (text: string, tree: SyntaxTree) => void, numRuns = 1500): void =>
  fc.assert(
    fc.property(arbitrary, (text) => holds(text, parse(text))),
    { numRuns, seed: 20_260_101 },
  );

describe("formatter on random texts", () => {
  it("mostly tries valid ones", () => {
    const samples = fc.sample(texts, { numRuns: 500, seed: 1 });
    const valid = samples.filter((text) => parse(text).problems.length === 0);
    assert.ok(valid.length > 350, `${valid.length} of ${samples.length}`);
  });

  it("changes nothing the second time", () => check(texts, (text) => assert.equal(format(format(text)), format(text))));

  it("never changes the tree, even without its last check", () =>
    check(texts, (_, tree) => {
      if (tree.problems.length === 0) assert.ok(sameMeaning(tree, parse(layOut(tree))), layOut(tree));
    }));

  it("prints the same tree and keeps every comment and token", () =>
    check(texts, (text, tree) => {
      const after = parse(format(text));
      assert.equal(printed(after.items), printed(tree.items));
      assert.deepEqual(plain(after), plain(tree));
      assert.deepEqual(words(after.text), words(text));
    }));

  it("leaves no space at line ends, no double empty lines, no tabs at the beginning", () =>
    check(texts, (text, tree) => {
      if (tree.problems.length > 0) return;
      const formatted = format(text)
        .replace(/\r\n/g, "\n")
        .replace(/""".*?"""|\/\*.*?\*\//gs, "x");
      assert.doesNotMatch(formatted, /[ \t]\n|\n\n\n|\n *\t|\{\n\n|\n\n *\}|\n\n$/);
      assert.match(formatted, /^$|^\ufeff$|\n$/);
    }));

  it("does all that with damaged texts", () =>
    check(damaged, (text, tree) => {
      const formatted = format(text);
      const after = parse(formatted);
      assert.equal(format(formatted), formatted);
      assert.ok(sameMeaning(tree, after));
      assert.deepEqual(words(formatted), words(text));
    }));
});

describe("parser on random texts", () => {
  it("never throws, and keeps every range inside the text", () => {
    check(damaged, (_, tree) => assert.equal(rangeOutside(tree), undefined));
    check(fc.string({ unit: "binary", maxLength: 200 }), (_, tree) => assert.equal(rangeOutside(tree), undefined));
  });

  it("says the same again for the same text", () =>
    check(
      damaged,
      (text, tree) => {
        parse("device {");
        assert.deepEqual(parse(text), tree);
      },
      300,
    ));
});
