// What must not change the result: the order of files, edits elsewhere, moves in the text. And what must: the day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyse } from "../../server/src/analysis/analyse.ts";
import { explain } from "../../server/src/analysis/explain.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { bind } from "../../server/src/model/bind.ts";
import { analyseFixture, core, detailsOf, filesOf } from "../support/fixtures.ts";
import { splitFiles } from "../support/models.ts";

const fixture = readFileSync(new URL("./stability.ward", import.meta.url), "utf8");

/** Everything that people and programs see of an analysis, as text. */
function everything(analysis: Analysis): string {
  const explanations = [...analysis.threats, ...analysis.requirements].map((one) => explain(analysis, one.id));
  const diagnostics = analysis.diagnostics.map((one) => ({
    ...one,
    location: { ...one.location, file: one.location.file.path },
    related: one.related.map((other) => other.message),
  }));
  return JSON.stringify({ explanations, diagnostics }, null, 1);
}

const details = (analysis: Analysis): Record<string, string[]> => Object.fromEntries(detailsOf(analysis));

function permutations<T>(all: readonly T[]): T[][] {
  return all.length < 2
    ? [[...all]]
    : all.flatMap((one, index) => permutations(all.filter((_, at) => at !== index)).map((rest) => [one, ...rest]));
}

describe("what the result depends on", () => {
  it("not on the order in which files are given", () => {
    const files = filesOf(fixture);
    const expected = everything(analyseFixture(fixture));
    assert.ok(expected.length > 1000 && files.length === 4);
    for (const order of permutations(files).flatMap((one) => [[...core, ...one], [...one, ...core].reverse()]))
      assert.equal(everything(analyse(bind(order, core), "2026-11-25")), expected);
  });

  it("not on the time of the day or the locale: two runs are alike", () => {
    assert.equal(everything(analyseFixture(fixture)), everything(analyseFixture(fixture)));
  });

  it("not on how declarations are laid out or ordered inside a file", () => {
    const before = details(analyseFixture(fixture));
    const reversed = Object.entries(splitFiles(fixture)).map(
      ([path, text]) => `//- ${path}\n${text.split("\n\n").reverse().join("\n\n\n  // moved\n")}`,
    );
    assert.deepEqual(sorted(details(analyseFixture(reversed.join("\n")))), sorted(before));
  });

  it("not on edits elsewhere: every id stays, and so does every state", () => {
    const before = details(analyseFixture(fixture));
    const grown = details(
      analyseFixture(`${fixture}\nboundary Annex : Zone { device New : Host  device Other1 }\nharm Unheard { severity: minor }\n`),
    );
    for (const [id, words] of Object.entries(before)) assert.deepEqual(grown[id], words, id);
    assert.deepEqual(
      Object.keys(grown).filter((id) => !(id in before)),
      ["Takeover@Annex.New", "Segmentation@Annex"],
    );
  });

  it("not on which file a declaration stands in", () => {
    const before = details(analyseFixture(fixture));
    const files = splitFiles(fixture);
    const joined = Object.values(files)
      .join("\n")
      .replace(/^import .*$/gm, "");
    assert.deepEqual(sorted(details(analyseFixture(joined))), sorted(before));
  });

  it("not on a syntax error in one declaration: the rest keeps its findings", () => {
    const broken = analyseFixture(`${fixture}\ndevice { = ) \n`);
    const before = details(analyseFixture(fixture));
    assert.deepEqual(sorted(details(broken)), sorted(before));
    assert.ok(broken.diagnostics.some((one) => one.code === "syntax-error"));
  });

  it("on the day: decisions end, support ends", () => {
    const states = (day: string) => {
      const { threats, diagnostics } = analyseFixture(fixture, day);
      const expired = diagnostics.filter((one) => one.code === "expired-acceptance").length;
      return [threats.find((one) => one.id === "Takeover@Ward.Gateway")?.state, threats.some((one) => one.id === "Aged@Lib"), expired];
    };
    assert.deepEqual(states("2026-12-30"), ["accepted", false, 0]);
    assert.deepEqual(states("2026-12-31"), ["accepted", false, 0]);
    assert.deepEqual(states("2027-01-01"), ["open", false, 1]);
    assert.deepEqual(states("2027-06-30"), ["open", false, 1]);
    assert.deepEqual(states("2027-07-01"), ["open", true, 1]);
  });
});

const sorted = (all: Record<string, string[]>): [string, string[]][] => Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
