// What an explanation says, word by word, for one threat and one requirement.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type ConditionPart, explain, type RequirementExplanation, type ThreatExplanation } from "../../server/src/analysis/explain.ts";
import { lineText } from "../../server/src/source/lines.ts";
import { plain } from "../support/derive.ts";
import { analyseFixture } from "../support/fixtures.ts";

const text = readFileSync(new URL("./explain.ward", import.meta.url), "utf8");
const analysis = analyseFixture(text);
const threat = explain(analysis, "Forgery@Send") as ThreatExplanation;
const requirement = explain(analysis, "Segmentation@Ward") as RequirementExplanation;

/** A condition as an indented tree: text, value, and the source text that gave the value. */
function tree(part: ConditionPart, depth = 0): string[] {
  const origins = part.origins.map(
    ({ file, start, end }) =>
      `<- ${file} ${lineText(text, start.line).slice(start.character, start.line === end.line ? end.character : undefined)}`,
  );
  return [
    `${"  ".repeat(depth)}${part.text} = ${part.value}${origins.map((one) => ` ${one}`).join("")}`,
    ...part.parts.flatMap((one) => tree(one, depth + 1)),
  ];
}

describe("an explanation", () => {
  it("shows the condition as a tree, with values and the places that gave them", () => {
    assert.deepEqual(tree(threat.condition), [
      "is Link and commands and crosses-boundary = yes",
      "  is Link = yes",
      "  commands = yes <- main.ward commands: yes",
      "  crosses-boundary = yes",
    ]);
    assert.deepEqual(tree(requirement.condition), [
      "managed-by = operator and (any devices where is Host) = yes",
      "  managed-by = operator = yes",
      "    managed-by = operator <- ward:core/core.ward ",
      "  any devices where is Host = yes (Ward.Pump)",
      "    Ward.Pump: is Host = yes",
    ]);
  });

  it("shows who reaches the element, and how, the least trusted first", () => {
    assert.equal(threat.exposure.party, "public");
    assert.deepEqual(
      threat.exposure.ways.map((way) => way.text),
      [
        "public controls Net.Portal, an end of the flow",
        "public manages Net, whose border Send crosses",
        "operator controls Ward.Pump, an end of the flow",
        "operator manages Ward, whose border Send crosses",
      ],
    );
  });

  it("shows the way to harm", () => {
    assert.deepEqual(
      threat.harms.map(({ harm, severity, path }) => [harm.id, severity, path]),
      [["Dose", "serious", ["Order", "Dose"]]],
    );
    assert.deepEqual(threat.severity, { level: "high", base: "high", raisedBy: [] });
  });

  it("shows each alternative with its measures, who gives them and how far", () => {
    const alternatives = threat.alternatives.map(({ measures, status, missing }) => ({
      status,
      missing,
      measures: measures.map(
        (one) =>
          `${one.measure} ${one.status}: ${one.providers.map((by) => `${by.by} ${by.sources.map((source) => source.id)} ${by.measure} ${by.status}, ${by.reach}`).join("; ")}`,
      ),
    }));
    assert.deepEqual(alternatives, [
      { status: null, missing: ["NodeAuthentication"], measures: ["NodeAuthentication null: "] },
      {
        status: null,
        missing: ["Training"],
        measures: [
          "Integrity designed: protocol HTTPS Integrity designed, the flow uses it; control Sign Signature planned, protects flows that begin or end in Ward",
          "Training null: ",
        ],
      },
    ]);
  });

  it("shows every assumption and decision that was considered, and why it did or did not count", () => {
    assert.deepEqual(
      threat.assumptions.map((one) => [one.declaration.id, one.counts, one.why]),
      [
        ["Near", true, "states Segmentation, which answers Forgery; it is about Ward"],
        ["Far", true, "states Segmentation, which answers Forgery; it is about Net"],
      ],
    );
    assert.deepEqual(
      threat.decisions.map((one) => [one.declaration.id, one.keyword, one.counts, one.expired, one.reason, one.why]),
      [
        ["accept Forgery on Send", "accept", false, true, "Old", "ended on 2026-01-01"],
        ["transfer Forgery on Ward.*", "transfer", true, false, "Told", "holds"],
      ],
    );
    assert.deepEqual([threat.state, threat.answers], ["transferred", ["transfer Forgery on Ward.*"]]);
    assert.deepEqual(
      requirement.assumptions.map((one) => [one.declaration.id, one.counts, one.why, one.statedIn]),
      [
        ["Near", true, "is about Ward", []],
        ["Far", false, "is about Net, which does not take in Ward", ["IFU"]],
      ],
    );
    assert.equal(requirement.state, "unpublished");
  });

  it("is plain data, there for every id and no other", () => {
    for (const { id } of [...analysis.threats, ...analysis.requirements]) {
      const explanation = explain(analysis, id) ?? assert.fail(id);
      assert.deepEqual(plain(explanation), explanation);
    }
    for (const id of ["", "Forgery", "Forgery@", "Forgery@Nothing", "forgery@Send", "Listening@Sys"])
      assert.equal(explain(analysis, id), undefined);
  });
});
