// Decisions: to accept, transfer or dismiss a threat, to accept a plan until a day, to renew what ran out, to take out what
// is not needed.
import type { ThreatInstance } from "../../analysis/types.ts";
import { managerOf, supplierOf } from "../../model/derived/containment.ts";
import { isEntity } from "../../model/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import { lookupOf } from "../lookup.ts";
import { declarationAt, instanceOf } from "./at.ts";
import { remove, replace, setProperty } from "./edits.ts";
import { type Draft, draft, type Family, type Problem, placeholder, selected } from "./family.ts";
import { addDeclaration, nameAt } from "./insert.ts";

const decisionKeywords = ["accept", "transfer", "dismiss"] as const;

/** A decision of each sort on an instance, with a place for its reason. */
export function* decide(problem: Problem, instance: ThreatInstance): Iterable<Draft | undefined> {
  yield decision(problem, instance, "accept", "Accept", []);
  yield decision(problem, instance, "transfer", "Transfer", [`to: ${taker(problem, instance)}`]);
  yield decision(problem, instance, "dismiss", "Dismiss", []);
}

function decision(
  problem: Problem,
  { threat, element }: ThreatInstance,
  keyword: (typeof decisionKeywords)[number],
  verb: string,
  more: readonly string[],
  title = `${verb} \`${threat.entity.name}\` on \`${element.id}\``,
): Draft | undefined {
  const { file } = problem;
  const { header } = declarationSpec(keyword) as NonNullable<ReturnType<typeof declarationSpec>>;
  const named = nameAt(problem, threat.entity, file);
  const target = nameAt(problem, element, file, header.form === "on" ? header.to : []);
  const lines = [`reason: ${placeholder}`, ...more].map((line) => `\n  ${line}`).join("");
  const text = `${keyword} ${named.name} on ${target.name} {${lines}\n}`;
  return draft(problem, title, [...named.imports, addDeclaration(file, text, decisionKeywords)]);
}

// Who could take a risk over: who manages the place, or who supplies the thing.
function taker({ analysis }: Problem, { element }: ThreatInstance): string {
  const at = element.keyword === "flow" ? (element.source ?? element.target ?? element) : element;
  const candidates = [managerOf(analysis.facts, at), supplierOf(analysis.facts, at)];
  return candidates.find((party) => party !== undefined && party !== "manufacturer") ?? "operator";
}

/** The day a year after the analysis. */
export function inAYear({ analysis }: Problem): string {
  const [year, rest] = [Number(analysis.facts.today.slice(0, 4)) + 1, analysis.facts.today.slice(4)];
  return `${year}${rest === "-02-29" ? "-02-28" : rest}`;
}

/** Fixes of `planned-threat`. */
export const plannedThreat: Family = function* (problem) {
  const instance = instanceOf(problem);
  if (instance === undefined) return;
  const until = inAYear(problem);
  yield decision(
    problem,
    instance,
    "accept",
    "Accept",
    [`until: ${until}`],
    `Accept \`${instance.threat.entity.name}\` on \`${instance.element.id}\` until ${until}`,
  );
};

/** Fixes of `expired-acceptance`. */
export const expiredDecision: Family = function* (problem) {
  const node = declarationAt(problem);
  if (node === undefined) return;
  const until = inAYear(problem);
  yield draft(problem, `Renew it until ${until}`, [setProperty(problem.file, node, "until", selected(until))]);
  yield draft(problem, "Remove it", [remove(problem.file, node)]);
};

/** Fixes of `needless-decision`. */
export const needlessDecision: Family = function* (problem) {
  const node = declarationAt(problem);
  yield node && draft(problem, `Remove this ${node.keyword.text}`, [remove(problem.file, node)], { preferred: true });
};

/** Fixes of `unused-decision`: another element on which the threat is raised, or none at all. */
export const unusedDecision: Family = function* (problem) {
  const { analysis, file } = problem;
  const node = declarationAt(problem);
  const entity = node && lookupOf(analysis).entityOf(node);
  if (node === undefined || entity === undefined) return;
  const [target] = node.headers.flatMap((header) => (header.type === "on" ? header.targets : []));
  const instances = entity.subject
    ? lookupOf(analysis)
        .threatsOf(entity.subject)
        .filter(({ state }) => state === "open" || state === "planned")
    : [];
  const spec = declarationSpec(entity.keyword);
  for (const { element } of target ? instances.slice(0, 3) : []) {
    if (entity.on.some(({ value }) => isEntity(value) && value === element)) continue;
    const { name, imports } = nameAt(problem, element, file, spec?.header.form === "on" ? spec.header.to : []);
    yield draft(problem, `Decide on \`${element.id}\` instead`, [...imports, target && replace(file, target, name)]);
  }
  const others =
    entity.on.length === 1 && entity.on[0] && isEntity(entity.on[0].value)
      ? lookupOf(analysis)
          .threatsOn(entity.on[0].value)
          .filter(({ state }) => state === "open")
      : [];
  for (const { threat } of node.name ? others.slice(0, 3) : []) {
    const { name, imports } = nameAt(problem, threat.entity, file);
    yield draft(problem, `Decide on \`${threat.entity.name}\` instead`, [...imports, node.name && replace(file, node.name, name)]);
  }
  yield draft(problem, `Remove this ${node.keyword.text}`, [remove(file, node)]);
};
