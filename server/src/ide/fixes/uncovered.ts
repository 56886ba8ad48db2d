// Ways to close an open threat: a new control for each alternative, one measure more on a control that is half-way there, an
// existing control that protects this element too, or a decision.
import type { AlternativeAnswer, ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import { effectOfMeasures, reachOf } from "../closing.ts";
import { lookupOf } from "../lookup.ts";
import { freeName } from "../scope.ts";
import { instanceOf } from "./at.ts";
import { decide } from "./decisions.ts";
import { addKinds, addToProperty, propertyOf } from "./edits.ts";
import { type Draft, draft, type Family, type Problem, selected } from "./family.ts";
import { addDeclaration, nameAt, namesAt } from "./insert.ts";

/** Fixes of `uncovered-threat`. */
export const uncoveredThreat: Family = function* (problem) {
  const instance = instanceOf(problem);
  if (instance === undefined) return;
  const ways = ranked(instance);
  const broad = broadest(problem, instance);
  if (broad) yield addControl(problem, instance, [broad.measure], true, { answers: broad.closes.length });
  yield* extensions(problem, instance, ways);
  for (const [index, way] of ways.slice(0, 6).entries()) yield addControl(problem, instance, way.missing, index === 0 && !broad);
  yield* existingControls(problem, instance, ways);
  yield* decide(problem, instance);
};

// The measure that closes most here, when it closes this threat and others with it.
function broadest({ analysis }: Problem, instance: ThreatInstance): { measure: Entity; closes: readonly ThreatInstance[] } | undefined {
  let best: { measure: Entity; closes: readonly ThreatInstance[] } | undefined;
  for (const [measure, { closes }] of effectOfMeasures(analysis, (_, element) => element === instance.element)) {
    if (closes.length > Math.max(1, best?.closes.length ?? 0) && closes.includes(instance)) best = { measure, closes };
  }
  return best;
}

/** The alternatives that lack something: the nearest to completion first, as the analysis judges it. */
export function ranked({ alternatives, best }: ThreatInstance): readonly AlternativeAnswer[] {
  const open = alternatives.filter(({ missing }) => missing.length > 0);
  const others = open.filter((one) => one !== best).sort((a, b) => a.missing.length - b.missing.length);
  return best && open.includes(best) ? [best, ...others] : others;
}

/** A new control of some measures for the element, in the element's own file. */
export function addControl(
  problem: Problem,
  { element }: ThreatInstance,
  measures: readonly Entity[],
  preferred: boolean,
  says: { readonly verb?: string; readonly answers?: number } = {},
): Draft | undefined {
  const { file, analysis } = problem;
  if (measures.length === 0) return undefined;
  const seen = namesAt(problem, measures, file, ["measure"]);
  const target = nameAt(problem, element, file, protectedKeywords());
  const name = freeName(analysis.model, `${element.name}${(measures[0] as Entity).name}`);
  const title = measures
    .map((measure, index) => (index === 0 ? measure.title : lowerFirst(measure.title)))
    .join(" and ")
    .replaceAll(/["\\]/g, "'");
  const text = `control ${name} "${selected(title)}" : ${seen.names.join(", ")} {\n  protects: ${target.name}\n  status: planned\n}`;
  const list = measures.map((measure) => `\`${measure.name}\``).join(" and ");
  const purpose = says.answers === undefined ? "" : ` and answers ${says.answers} open threats`;
  const sentence = `${says.verb ?? "Add"} a control with ${list} that protects \`${element.id}\`${purpose}`;
  return draft(problem, sentence, [...seen.imports, addDeclaration(file, text, ["control"])], { preferred });
}

const lowerFirst = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text);

function protectedKeywords() {
  const protects = declarationSpec("control")?.properties.find(({ name }) => name === "protects")?.value;
  return protects?.type === "reference" ? protects.to : [];
}

// A control that gives part of an alternative gets the rest of it, and names the element where its reach would not do.
function* extensions(problem: Problem, instance: ThreatInstance, ways: readonly AlternativeAnswer[]): Iterable<Draft | undefined> {
  const { element } = instance;
  const { model } = problem.analysis;
  const done = new Set<Entity>();
  for (const { measures, missing } of ways) {
    const providers = measures.flatMap((answer) => answer.providers);
    const giver = providers.find(({ by, sources }) => by === "control" && sources.length === 1)?.sources[0];
    if (giver === undefined || done.has(giver)) continue;
    done.add(giver);
    const { file, node } = giver;
    const seen = namesAt(problem, missing, file, ["measure"]);
    const targets = model.refs(giver, "protects");
    const reaches = reachOf(problem.analysis, targets);
    const edits = [...seen.imports, addKinds(file, node, seen.names)];
    if (!targets.includes(element) && !missing.every((measure) => reaches(measure, element))) {
      const target = nameAt(problem, element, file, protectedKeywords());
      edits.push(...target.imports, addToProperty(file, node, "protects", target.name));
    }
    yield draft(problem, `Add ${missing.map((measure) => `\`${measure.name}\``).join(" and ")} to control \`${giver.name}\``, edits);
  }
}

// A control that has the measures, but does not reach this element.
function* existingControls(problem: Problem, instance: ThreatInstance, ways: readonly AlternativeAnswer[]): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const { model } = analysis;
  const fitting = model.of("control").filter((control) => {
    const gives = new Set(control.kinds.flatMap((measure) => [...model.kindsOf(measure)]));
    return (
      control.file.origin === "user" &&
      propertyOf(control.node, "protects") &&
      ways.some(({ missing }) => missing.every((measure) => gives.has(measure)))
    );
  });
  const near = (control: Entity): number => Number(control.file === file) * 1000 + lookupOf(analysis).answeredBy(control).length;
  for (const control of [...fitting].sort((a, b) => near(b) - near(a)).slice(0, 3)) {
    const target = nameAt(problem, instance.element, control.file, protectedKeywords());
    const edits = [...target.imports, addToProperty(control.file, control.node, "protects", target.name)];
    yield draft(problem, `Let control \`${control.name}\` protect \`${instance.element.id}\` too`, edits);
  }
}
