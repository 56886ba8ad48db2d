// Every threat and requirement of the shipped catalogue: a smallest model that raises it, and the nearest that do not.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { wholeCatalogue } from "../support/catalogues.ts";
import { analyseText } from "../support/models.ts";

const folder = new URL("./fixtures/", import.meta.url);
const entries = analyseText(wholeCatalogue).catalogue;
const names = [...entries.threats, ...entries.requirements].map(({ entity }) => entity.name);

interface Neighbour {
  readonly from: string;
  readonly to: string;
}

interface Fixture {
  readonly id: string;
  readonly text: string;
  /** Neighbours that do not raise the entry. */
  readonly silent: readonly Neighbour[];
  /** Neighbours that still raise it. */
  readonly still: readonly Neighbour[];
}

function readFixture(name: string): Fixture {
  const text = readFileSync(new URL(`${name}.ward`, folder), "utf8");
  const id = /^\/\/- fires (\S+)/m.exec(text)?.[1] ?? "";
  const neighbours = (word: string): Neighbour[] =>
    [...text.matchAll(new RegExp(`^//- ${word}: (.*?) =>(.*)$`, "gm"))].map(([, from = "", to = ""]) => ({ from, to: to.trim() }));
  return { id, text: text.replace(/^\/\/- .*$/gm, ""), silent: neighbours("silent"), still: neighbours("still") };
}

const raised = (analysis: Analysis): string[] => [...analysis.threats, ...analysis.requirements].map((instance) => instance.id);

const brokenWords =
  /^(syntax|unknown|ambiguous|wrong|kind-|missing-(name|property|kind|header)|unexpected|invalid|duplicate|too-many|misplaced|unresolved)/;

function wellFormed(analysis: Analysis, what: string): void {
  const problems = analysis.diagnostics.filter(({ code }) => brokenWords.test(code)).map(({ code, message }) => `${code}: ${message}`);
  assert.deepEqual(problems, [], what);
}

describe("catalogue entries", () => {
  it("covers every entry with a fixture, and has no fixture without entry", () => {
    const files = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.ward$/, "")) : [];
    assert.deepEqual(
      names.filter((name) => !files.includes(name)),
      [],
      "entries without fixture",
    );
    assert.deepEqual(
      files.filter((file) => !names.includes(file)),
      [],
      "fixtures without entry",
    );
  });

  for (const name of names) {
    it(`${name} is raised where it should be, and not next to it`, () => {
      const { id, text, silent, still } = readFixture(name);
      const fires = analyseText(text);
      wellFormed(fires, "the firing model");
      assert.equal(id.split("@")[0], name, "the fixture names its entry");
      assert.ok(raised(fires).includes(id), `${id} is not raised; raised: ${raised(fires).join(", ")}`);
      assert.ok(silent.length > 0, "a fixture has at least one silent neighbour");
      const raisedWith = ({ from, to }: Neighbour): string[] => {
        assert.equal(text.split(from).length, 2, `"${from}" must stand exactly once in the model`);
        const neighbour = analyseText(text.replace(from, () => to));
        wellFormed(neighbour, `the model with "${to}" for "${from}"`);
        return raised(neighbour).filter((other) => other.startsWith(`${name}@`));
      };
      for (const one of silent) assert.deepEqual(raisedWith(one), [], `with "${one.to}" for "${one.from}"`);
      for (const one of still) assert.ok(raisedWith(one).includes(id), `${id} is not raised with "${one.to}" for "${one.from}"`);
    });
  }
});
