// What a hover tells about a declaration of a model: its properties, its threats by state, what it asks of the environment.
import { type Analysis, states, type ThreatInstance } from "../../analysis/types.ts";
import { vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import type { Scoring } from "../../cvss/score.ts";
import { crossed } from "../../model/derived/flows.ts";
import type { Entity } from "../../model/types.ts";
import { lookupOf } from "../lookup.ts";
import { counted, stateCounts, worstRisk } from "../words.ts";
import { statedIn } from "./documents.ts";
import { blocks, code, names, plainLine, section } from "./markdown.ts";
import { marketLines } from "./market.ts";
import { kindsLine, opening, propertyList, titled } from "./properties.ts";
import { vulnerabilityDetails } from "./vulnerability.ts";

const hidden: ReadonlySet<string> = new Set(["formerly"]);

/** An element, a datum, an answer or anything else that a model declares. */
export function elementHover(analysis: Analysis, entity: Entity, scoring?: Scoring): string {
  const { model, facts } = analysis;
  const lookup = lookupOf(analysis);
  const borders = entity.keyword === "flow" ? crossed(facts, entity) : [];
  return blocks(
    opening(entity),
    kindsLine(model, entity, entity.keyword === "control" ? "Gives" : entity.keyword === "assumption" ? "States" : "Is"),
    entity.id === entity.name ? undefined : `In ${code(entity.id.slice(0, -entity.name.length - 1))}`,
    borders.length > 0 ? `Crosses the border of ${names(borders)}` : undefined,
    marketLines(analysis, entity),
    propertyList(model, entity, hidden),
    vulnerabilityDetails(analysis, entity, scoring),
    vulnerabilitiesOn(analysis, entity),
    threatList(analysis, lookup.threatsOn(entity)),
    answerList(analysis, entity),
    requirementList(analysis, entity),
    entity.keyword === "control" || entity.keyword === "assumption" ? statedIn(analysis, entity) : undefined,
  );
}

/** "**Threats**: 3 open · 5 mitigated", the worst residual risk, the exposure, and the threats themselves. */
function threatList({ catalogue, ...analysis }: Analysis, instances: readonly ThreatInstance[]): string | undefined {
  const [first] = instances;
  if (first === undefined) return undefined;
  const risk = worstRisk({ catalogue, ...analysis }, instances);
  const exposure = first.access
    ? `exposed to ${code(first.access.party)}: ${plainLine(first.access.text)}`
    : `exposed to ${code("nobody")}`;
  const heading = `**Threats**: ${stateCounts(instances)}  \nWorst residual risk ${code(risk ?? "unknown")}, ${exposure}`;
  const sorted = [...instances].sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  const items = sorted.map(({ threat, state, severity, risk: own, missing, answers }) => {
    const lacks = missing.length > 0 ? `, lacks ${names(missing.map(({ name }) => ({ id: name })))}` : "";
    const by = answers.length > 0 ? ` by ${names(answers, 3)}` : "";
    return `${state}${by}: ${plainLine(threat.entity.title)} (${code(threat.entity.name)}), severity ${code(severity.severity)}, residual risk ${code(own.residual)}${lacks}`;
  });
  return `${heading}\n\n${section("Of these", items, 8)?.split("\n").slice(1).join("\n")}`;
}

/** What a control, assumption, datum or harm does in the model. */
function answerList(analysis: Analysis, entity: Entity): string | undefined {
  const lookup = lookupOf(analysis);
  const answered = lookup.answeredBy(entity);
  const stated = lookup.statedBy(entity);
  const parts: string[] = [];
  if (answered.length > 0) parts.push(`Answers ${counted(answered.length, "threat")}: ${names(answered)}`);
  else if (entity.keyword === "control") parts.push("Answers no threat");
  if (stated.length > 0) parts.push(`States what ${names(stated)} ask${stated.length === 1 ? "s" : ""} for`);
  return parts.length === 0 ? undefined : parts.join("  \n");
}

function requirementList(analysis: Analysis, entity: Entity): string | undefined {
  const instances = lookupOf(analysis).requirementsAt(entity);
  const missing = instances.filter(({ state }) => state === "missing");
  const sorted = [...missing, ...instances.filter(({ state }) => state !== "missing")];
  const items = sorted.map(({ requirement, state, assumptions }) => {
    const by = assumptions.filter(({ counts }) => counts).map(({ assumption }) => assumption);
    const answer =
      state === "missing"
        ? "**not stated**"
        : `stated by ${names(by)}${state === "unpublished" ? ", not yet in the instructions for use" : ""}`;
    return `${titled(requirement.entity)} (${requirement.force}): ${answer}`;
  });
  const counts = [
    missing.length > 0 ? `${missing.length} missing` : "",
    missing.length < items.length ? `${items.length - missing.length} stated` : "",
  ];
  return section("Asked of the environment", items, 6)?.replace("\n", `: ${counts.filter(Boolean).join(" · ")}\n`);
}

/** The vulnerabilities of a component, and those that break a control. */
function vulnerabilitiesOn({ facts }: Analysis, entity: Entity): string | undefined {
  if (entity.keyword !== "component" && entity.keyword !== "control") return undefined;
  const own = vulnerabilitiesOf(facts).filter(({ components, defeats }) => components.includes(entity) || defeats.includes(entity));
  return section(
    entity.keyword === "control" ? "Vulnerabilities that break it" : "Vulnerabilities",
    own.map((one) => `${titled(one.entity)}: ${one.status.replaceAll("-", " ")}`),
    6,
  );
}
