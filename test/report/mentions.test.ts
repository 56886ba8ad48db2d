// What a hover says of documents holds of the documents that are written: each one named states the declaration, in the section named.
import assert from "node:assert/strict";
import { mentionsOf } from "../../server/src/analysis/documents/mentions.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import type { Entity } from "../../server/src/model/types.ts";
import { keyOf } from "../../server/src/report/builder.ts";
import type { Section } from "../../server/src/report/types.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { analyseText } from "../support/models.ts";
import { loadSample, samples } from "../support/samples.ts";
import { completeText, reporterOf, reportOf, sectionsOf } from "./complete.ts";

const lists = ["instructions", "administration", "provider"];

function keysIn(section: Section): Set<string> {
  const keys = new Set(section.declarations);
  for (const block of section.blocks) {
    if (block.type === "paragraph") for (const key of block.declarations) keys.add(key);
    if (block.type === "list") for (const key of block.items.flatMap((one) => one.declarations)) keys.add(key);
    if (block.type === "table") for (const key of block.rows.flatMap((one) => one.declarations)) keys.add(key);
  }
  for (const inner of section.sections) for (const key of keysIn(inner)) keys.add(key);
  return keys;
}

/** Compares what is said with what is written. */
function walk(analysis: Analysis): number {
  const reporter = reporterOf(analysis);
  const { model } = analysis;
  const own = [...model.of("control"), ...model.of("assumption")].filter(({ file }) => file.origin === "user");
  let count = 0;
  for (const entity of own) {
    const said = mentionsOf(analysis, entity);
    for (const { kind, sections } of said) {
      const document = reportOf(reporter, kind);
      const key = keyOf(entity);
      assert.ok(
        document.declarations.some((one) => one.key === key),
        `${kind} does not state ${key}`,
      );
      if (!lists.includes(kind)) continue;
      for (const title of sections) {
        const section = sectionsOf(document).find((one) => one.title === title);
        assert.ok(section && keysIn(section).has(key), `${kind}, ${title} does not state ${key}`);
        count++;
      }
    }
    // Nothing of the lists is left out: what a section says of itself that it was made from is named.
    for (const kind of lists)
      for (const section of sectionsOf(reportOf(reporter, kind))) {
        if (!section.item || !section.declarations.includes(keyOf(entity))) continue;
        assert.ok(
          said.some((one) => one.kind === kind && one.sections.includes(section.title)),
          `${keyOf(entity)} stands in ${kind}, ${section.title}`,
        );
      }
  }
  const raised = new Set(analysis.requirements.map(({ requirement }) => requirement.entity));
  for (const requirement of raised) count += stated(analysis, requirement);
  return count;
}

function stated(analysis: Analysis, requirement: Entity): number {
  const reporter = reporterOf(analysis);
  const said = mentionsOf(analysis, requirement);
  assert.deepEqual(said.map(({ kind }) => kind).sort(), ["environment", "instructions", "provider"]);
  for (const { kind } of said) assert.ok(JSON.stringify(reportOf(reporter, kind)).includes(`"${requirement.name}"`), requirement.name);
  return said.length;
}

describe("mentions of declarations in documents", () => {
  it("hold of a complete model", () => assert.ok(walk(analyseText(completeText())) > 20));

  for (const sample of samples)
    it(`hold of ${sample}`, () => {
      const found = check(loadSample(sample), "2026-01-01", noSettings).models.find(({ analysis }) => analysis.model.system);
      assert.ok(found);
      assert.ok(walk(found.analysis) > 50);
    }).timeout(120_000);

  it("are none of a requirement that is not raised", () => {
    const analysis = analyseText('import "ward:medical"\nsystem S { regulation: MDR environment: home }\n');
    const raised = new Set(analysis.requirements.map(({ requirement }) => requirement.entity));
    const other = analysis.model.of("requirement").find((one) => !raised.has(one));
    assert.ok(other);
    assert.deepEqual(mentionsOf(analysis, other), []);
  });
});
