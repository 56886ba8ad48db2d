// The samples, answer by answer: taking one away re-opens exactly what it answered; and every explanation is complete
// enough to derive the state from it again.
import assert from "node:assert/strict";
import { parse } from "../../grammar/parser/index.ts";
import { explain } from "../../server/src/analysis/explain.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import type { Entity } from "../../server/src/model/types.ts";
import type { SourceFile } from "../../server/src/source/types.ts";
import { check } from "../../server/src/workspace/check.ts";
import type { Loaded } from "../../server/src/workspace/load.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { deriveState, deriveStatus, type PlainExplanation, plain, without } from "../support/derive.ts";
import { today } from "../support/models.ts";
import { loadSample, samples } from "../support/samples.ts";

interface Instance {
  readonly id: string;
  readonly state: string;
  readonly answers: readonly string[];
  readonly explanation: PlainExplanation;
}

function instancesOf(analysis: Analysis): Map<string, Instance> {
  const ids = [...analysis.threats, ...analysis.requirements].map((one) => one.id);
  return new Map(
    ids.map((id) => {
      const explanation = plain(explain(analysis, id) ?? assert.fail(id));
      const counting = explanation.assumptions.filter((one) => one.counts).map((one) => one.declaration.id);
      return [id, { id, state: explanation.state, answers: explanation.kind === "threat" ? explanation.answers : counting, explanation }];
    }),
  );
}

/** Controls, assumptions and decisions that something rests on. */
function answersOf(analysis: Analysis): Entity[] {
  const used = new Set([...instancesOf(analysis).values()].flatMap((one) => one.answers));
  return (["control", "assumption", "accept", "transfer", "dismiss"] as const).flatMap((keyword) =>
    analysis.model.of(keyword).filter((entity) => used.has(entity.id)),
  );
}

/** The files with one declaration blanked out, so that every other place stays where it is. */
function loadedWithout(loaded: Loaded, { file, node }: Entity): Loaded {
  const { text } = file.tree;
  const blank = text.slice(node.start, node.end).replace(/[^\n]/g, " ");
  const changed: SourceFile = { ...file, tree: parse(text.slice(0, node.start) + blank + text.slice(node.end)) };
  const swap = (one: SourceFile): SourceFile => replaced.get(one) ?? one;
  const replaced = new Map([...loaded.files.values()].map((one) => [one, one === file ? changed : { ...one }]));
  for (const one of replaced.values())
    (one as { imports: SourceFile["imports"] }).imports = one.imports.map((line) => ({ ...line, files: line.files.map(swap) }));
  return { ...loaded, files: new Map([...loaded.files].map(([path, one]) => [path, swap(one)])) };
}

const onlyModel = (loaded: Loaded): Analysis => check(loaded, today, noSettings).models[0]?.analysis ?? assert.fail("no model");

/** Whether a measure stands by what each of several devices has: without one provider the next one may take its place. */
const restsOnDevices = ({ explanation }: Instance): boolean =>
  explanation.kind === "threat" && JSON.stringify(explanation.alternatives).includes("every device of the manufacturer");

function checkRemoval(
  before: ReadonlyMap<string, Instance>,
  after: ReadonlyMap<string, Instance>,
  answer: Entity,
  autonomous: ReadonlySet<string>,
): void {
  for (const old of before.values()) {
    const now = after.get(old.id) ?? assert.fail(`${old.id} no longer applies`);
    const answered = old.answers.includes(answer.id);
    if (!answered) {
      assert.equal(now.state, old.state, `${old.id} was not answered by ${answer.id}`);
      continue;
    }
    assert.ok(!now.answers.includes(answer.id), `${old.id} is still answered by ${answer.id}`);
    if (now.state === "open" || now.state === "missing") assert.deepEqual(now.answers, [], old.id);
    else assert.ok(now.answers.length > 0, `${old.id} is ${now.state} by nothing`);
    if (!restsOnDevices(old)) assert.equal(now.state, deriveState(without(old.explanation, answer.id)), `${old.id} without ${answer.id}`);
  }
  for (const { id } of after.values()) {
    if (!before.has(id)) assert.ok(answer.keyword === "control" && autonomous.has(id), `${id} applies only since ${answer.id} is gone`);
  }
}

function checkParts(explanation: PlainExplanation): void {
  assert.ok(explanation.condition.holds, "the condition holds");
  assert.ok(explanation.condition.text.length > 0 && explanation.condition.value.length > 0);
  const places = (part: PlainExplanation["condition"]): number =>
    part.origins.length + part.parts.reduce((sum, one) => sum + places(one), 0);
  assert.ok(
    places(explanation.condition) > 0 || /\bis\b|\b(any|all|no|count)\b/.test(explanation.condition.text),
    `no place gave a value of: ${explanation.condition.text}`,
  );
  for (const one of explanation.assumptions) assert.ok(one.why.length > 0, one.declaration.id);
  if (explanation.kind === "requirement") return;
  for (const one of explanation.decisions) assert.ok(one.why.length > 0 && one.reason.length > 0, one.declaration.id);
  assert.equal(explanation.exposure.party !== "nobody", explanation.exposure.ways.length > 0, "an exposure has a way, nobody has none");
  for (const way of explanation.exposure.ways) assert.ok(way.text.includes(way.party), way.text);
  for (const { harm, path } of explanation.harms) assert.equal(path.at(-1), harm.id);
  for (const { measures, missing, status } of explanation.alternatives) {
    for (const one of measures) {
      assert.deepEqual(one.status === null, one.providers.length === 0, one.measure);
      for (const provider of one.providers) assert.ok(provider.sources.length > 0 && provider.reach.length > 0, one.measure);
    }
    assert.deepEqual(
      missing,
      measures.filter((one) => one.providers.length === 0).map((one) => one.measure),
    );
    assert.equal(status === null, missing.length > 0);
  }
  assert.equal(explanation.status, deriveStatus(explanation) ?? null);
}

describe("answers of the samples", () => {
  it("there is a sample", () => assert.ok(samples.length > 0));

  for (const sample of samples) {
    describe(sample, () => {
      const loaded = loadSample(sample);
      const { models } = check(loaded, today, noSettings);

      it("is one model", () => assert.equal(models.length, 1));
      const analysis = models[0]?.analysis ?? assert.fail();
      const before = instancesOf(analysis);
      const autonomous = new Set(analysis.autonomy.map(({ requirement, place }) => `${requirement.entity.name}@${place.id}`));

      it(`${before.size} explanations have every part, and the state follows from them`, () => {
        for (const { id, state, explanation } of before.values()) {
          checkParts(explanation);
          assert.equal(deriveState(explanation), state, id);
        }
      });

      for (const answer of answersOf(analysis)) {
        it(`without ${answer.keyword} ${answer.id}`, () => {
          checkRemoval(before, instancesOf(onlyModel(loadedWithout(loaded, answer))), answer, autonomous);
        }).timeout(60_000);
      }
    });
  }
});
