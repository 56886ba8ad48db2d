// Vulnerabilities: state an assessment, a reason, an action; and close again what one of them opened.
import { hostsOf, vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import type { Entity } from "../../model/types.ts";
import { entityAt, instanceOf } from "./at.ts";
import { addProperties, addToProperty, propertyOf, setProperty } from "./edits.ts";
import { draft, type Family, type Problem, placeholder, selected } from "./family.ts";
import { nameAt } from "./insert.ts";
import { uncoveredThreat } from "./uncovered.ts";

/** Fixes of `unassessed-vulnerability`: each says what was found out, and leaves the caret where the reason or action goes. */
export const unassessedVulnerability: Family = function* (problem) {
  const { analysis, file } = problem;
  const node = entityAt(problem)?.node;
  if (node === undefined) return;
  const { today } = analysis.facts;
  const status = (word: string) => setProperty(file, node, "status", word);
  const assess = (word: string, line: string) => {
    // What is written already stays, except the status.
    const lines = [`status: ${word}`, line, `assessed: ${today}`].filter((one) => !propertyOf(node, one.split(":")[0] ?? ""));
    return [...(propertyOf(node, "status") ? [status(word)] : []), ...(lines.length > 0 ? [addProperties(file, node, lines)] : [])];
  };
  yield draft(problem, "The product is affected: say what is done", assess("affected", `action: ${placeholder}`), { preferred: true });
  yield draft(problem, "The product is not affected: say why", assess("not-affected", `justification: ${selected("code-not-reachable")}`));
  yield draft(problem, "It is fixed: say how", assess("fixed", `statement: ${placeholder}`));
  yield draft(problem, "Somebody is looking into it", [status("under-investigation")]);
};

/** Fixes of `unjustified-vulnerability`. */
export const unjustifiedVulnerability: Family = function* (problem) {
  const node = entityAt(problem)?.node;
  if (node === undefined) return;
  const set = (name: string, value: string) => [setProperty(problem.file, node, name, value)];
  yield draft(problem, "Say which reason it is", set("justification", selected("code-not-reachable")), { preferred: true });
  yield draft(problem, "Say why in words", set("statement", placeholder));
};

/** Fixes of `vulnerability-without-action`. */
export const vulnerabilityWithoutAction: Family = function* (problem) {
  const entity = entityAt(problem);
  if (entity === undefined) return;
  yield draft(problem, "Say what is done", [setProperty(problem.file, entity.node, "action", placeholder)], { preferred: true });
  for (const control of controlsAt(problem, entity).slice(0, 3)) {
    const { name } = nameAt(problem, control, problem.file, ["control"]);
    yield draft(problem, `Control \`${control.name}\` holds it off`, [addToProperty(problem.file, entity.node, "handled-by", name)]);
  }
};

// Controls that protect what the vulnerability is in, directly.
function controlsAt({ analysis }: Problem, entity: Entity): Entity[] {
  const { model, facts } = analysis;
  const one = vulnerabilitiesOf(facts).find((vulnerability) => vulnerability.entity === entity);
  const places = new Set(one ? [...one.components, ...hostsOf(facts, one)] : []);
  return model.of("control").filter((control) => model.refs(control, "protects").some((target) => places.has(target)));
}

/** Fixes of `reopened-threat`: the vulnerability is fixed, or the threat is answered as any other. */
export const reopenedThreat: Family = function* (problem) {
  const instance = instanceOf(problem);
  const [only, ...more] = instance?.reopenedBy ?? [];
  if (only && more.length === 0)
    yield draft(problem, `Vulnerability \`${only.name}\` is fixed`, [setProperty(only.file, only.node, "status", "fixed")]);
  yield* uncoveredThreat(problem);
};
