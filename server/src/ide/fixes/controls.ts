// Controls that answer nothing, and controls that are called verified without evidence.

import { declarationSpec } from "../../vocabulary/index.ts";
import { effectOfTargets } from "../closing.ts";
import { namesOf } from "../scope.ts";
import { declarationAt, entityAt } from "./at.ts";
import { addProperties, addToProperty, remove, setProperty } from "./edits.ts";
import { draft, type Family, placeholder } from "./family.ts";
import { nameAt } from "./insert.ts";

/** Fixes of `unused-control`. */
export const unusedControl: Family = function* (problem) {
  const { analysis, file } = problem;
  const entity = entityAt(problem);
  const protects = declarationSpec("control")?.properties.find(({ name }) => name === "protects")?.value;
  if (entity === undefined || protects?.type !== "reference") return;
  const targets = [...namesOf(analysis.model).candidates(file, protects.to)];
  const effects = [...effectOfTargets(analysis, entity.kinds, targets)].sort(
    ([a, one], [b, other]) => other.length - one.length || Number(directly(b, other)) - Number(directly(a, one)),
  );
  for (const [target, closed] of effects.slice(0, 3)) {
    const { name } = nameAt(problem, target, file, protects.to);
    yield draft(
      problem,
      `Let it protect \`${target.id}\`, where it closes ${closed.length === 1 ? `\`${closed[0]?.threat.entity.name}\`` : `${closed.length} open threats`}`,
      [addToProperty(file, entity.node, "protects", name)],
    );
  }
  yield draft(problem, `Remove control \`${entity.name}\``, [remove(file, entity.node)]);
};

const directly = (target: unknown, closed: readonly { readonly element: unknown }[]): boolean =>
  closed.some(({ element }) => element === target);

/** Fixes of `unevidenced-control`. */
export const unevidencedControl: Family = function* (problem) {
  const node = declarationAt(problem);
  if (node === undefined) return;
  yield draft(problem, "Name the evidence", [addProperties(problem.file, node, [`evidence: ${placeholder}`])], { preferred: true });
  yield draft(problem, "Call it implemented", [setProperty(problem.file, node, "status", "implemented")]);
};
