// Every threat and requirement of the shipped catalogue: a smallest model that raises it, and the nearest that do not. With its
// condition changed in any one place, a fixture fails.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { wholeCatalogue } from "../support/catalogues.ts";
import { analyseText } from "../support/models.ts";
import {
  compiledFor,
  conditionOf,
  groundOf,
  type Judged,
  type Neighbour,
  neighbourText,
  neighbourWords,
  raisedBy,
  readFixture,
} from "./fixture.ts";
import { mutants } from "./mutants.ts";

const folder = new URL("./fixtures/", import.meta.url);
const entries = analyseText(wholeCatalogue).catalogue;
const names = [...entries.threats, ...entries.requirements].map(({ entity }) => entity.name);

const raised = (analysis: Analysis): string[] => [...analysis.threats, ...analysis.requirements].map((instance) => instance.id);

const brokenWords =
  /^(syntax|unknown|ambiguous|wrong|kind-|missing-(name|property|kind|header)|unexpected|invalid|duplicate|too-many|misplaced|unresolved)/;

function wellFormed(analysis: Analysis, what: string): void {
  const problems = analysis.diagnostics.filter(({ code }) => brokenWords.test(code)).map(({ code, message }) => `${code}: ${message}`);
  assert.deepEqual(problems, [], what);
}

/** Changed conditions of all entries: how many there are, and which nothing notices. */
const changed = { all: 0, unnoticed: [] as string[] };

function tryMutants(name: string, id: string, models: readonly Judged[]): void {
  const grounds = models.map(({ analysis, fires }) => ({ ground: groundOf(analysis, name), fires }));
  const first = grounds[0]?.ground;
  assert.ok(first);
  for (const { ground, fires } of grounds) {
    // The ground has to judge the condition as it is like the analysis does, or what it says of others is worth nothing.
    const when = ground && compiledFor(ground, conditionOf(ground));
    const ids = ground && when ? raisedBy(ground, when) : [];
    assert.equal(fires ? ids.includes(id) : ids.length > 0, fires, `${name} as it is`);
  }
  const condition = conditionOf(first);
  for (const { what, node } of mutants(condition, first.entry.entity.file.tree.text)) {
    if (compiledFor(first, node) === undefined) continue;
    changed.all++;
    const noticed = grounds.some(({ ground, fires }) => {
      const when = ground && compiledFor(ground, node);
      if (ground === undefined || when === undefined) return false;
      const ids = raisedBy(ground, when);
      return fires ? !ids.includes(id) : ids.length > 0;
    });
    if (!noticed) changed.unnoticed.push(`${name}: ${what}`);
  }
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
      const changedBy = (neighbour: Neighbour): Analysis => {
        const analysis = analyseText(neighbourText(text, neighbour));
        wellFormed(analysis, `the model with ${neighbourWords(neighbour)}`);
        return analysis;
      };
      const own = (analysis: Analysis): string[] => raised(analysis).filter((other) => other.startsWith(`${name}@`));
      const models: Judged[] = [{ analysis: fires, fires: true }];
      for (const one of silent) {
        const analysis = changedBy(one);
        assert.deepEqual(own(analysis), [], `with ${neighbourWords(one)}`);
        models.push({ analysis, fires: false });
      }
      for (const one of still) {
        const analysis = changedBy(one);
        assert.ok(own(analysis).includes(id), `${id} is not raised with ${neighbourWords(one)}`);
        models.push({ analysis, fires: true });
      }
      tryMutants(name, id, models);
    });
  }

  it("a changed condition is noticed, of all that can be made by one change at least nineteen in twenty", () => {
    const { all, unnoticed } = changed;
    if (process.env.WARD_SHOW_MUTANTS) for (const one of unnoticed) console.log(one);
    assert.ok(all > 1000, `${all} changes`);
    assert.ok(unnoticed.length * 20 <= all, `${unnoticed.length} of ${all} changes go unnoticed:\n${unnoticed.join("\n")}`);
  });
});
