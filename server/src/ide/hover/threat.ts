// What a hover tells about a threat: what it is, what answers it, where it applies; in a decision, why it fires right there.
import { type Analysis, states, type ThreatInstance } from "../../analysis/types.ts";
import { waysOut } from "../../analysis/wording.ts";
import { type Compiled, holds, type Trace } from "../../catalogue/expression.ts";
import type { Facts } from "../../model/derived/facts.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import { lookupOf } from "../lookup.ts";
import { stateCounts } from "../words.ts";
import { blocks, bullets, code, identifierPage, names, plainLine, section } from "./markdown.ts";
import { opening, paragraph, sourceLine, titled } from "./properties.ts";

const deepest = 3;
const mostParts = 14;
const mostInstances = 3;

/** A threat of the catalogue, with the elements that it fires on. */
export function threatHover(analysis: Analysis, threat: Entity): string {
  const instances = lookupOf(analysis).threatsOf(threat);
  return blocks(opening(threat), paragraph(analysis.model, threat, "explain"), entryLines(analysis, threat), firesOn(instances));
}

/** The threat that a decision names, and why it fires (or does not) on what the decision is on. */
export function decisionHover(analysis: Analysis, decision: Entity, threat: Entity): string {
  const lookup = lookupOf(analysis);
  const decided = lookup.decidedBy(decision);
  const why = decided.slice(0, mostInstances).map((instance) => instanceLines(analysis, instance));
  const more = decided.length > mostInstances ? `and on ${names(decided.slice(mostInstances).map(({ element }) => element))}` : undefined;
  const instances =
    decided.length > 0 ? [...why, more] : decision.on.map(({ value }) => (isEntity(value) ? absence(analysis, threat, value) : undefined));
  return blocks(opening(threat), ...instances, paragraph(analysis.model, threat, "explain"), entryLines(analysis, threat));
}

function instanceLines(analysis: Analysis, instance: ThreatInstance): string {
  const { threat, element, severity, risk, state, answers } = instance;
  const raised =
    severity.raisedBy.length > 0 ? `, raised from ${code(severity.base)} by ${plainLine(severity.raisedBy.join(" and "))}` : "";
  const reached = instance.access ? plainLine(instance.access.text) : `reached by ${code(risk.exposure)}`;
  return blocks(
    `**Fires on ${code(element.id)}** because`,
    conditionList(threat.when, analysis.facts, element),
    [
      `${state}${answers.length > 0 ? ` by ${names(answers, 3)}` : ""}`,
      `Severity ${code(severity.severity)}${raised}`,
      `Risk ${code(risk.initial)} before, ${code(risk.residual)} after; ${reached}`,
    ].join("  \n"),
  );
}

// A decision that matches nothing: which part of the condition fails, or what else keeps the threat away.
function absence(analysis: Analysis, threat: Entity, element: Entity): string | undefined {
  const entry = analysis.catalogue.threats.find(({ entity }) => entity === threat);
  if (entry === undefined) return `${code(threat.name)} is switched off`;
  if (!entry.on.includes(element.keyword))
    return `**Does not apply to ${code(element.id)}**: it is raised on ${entry.on.join(", ")}, not on a ${element.keyword}`;
  const environment = { facts: analysis.facts, self: element, item: element };
  if (!holds(entry.when, environment))
    return blocks(`**Does not fire on ${code(element.id)}** because`, conditionList(entry.when, analysis.facts, element));
  const finer = lookupOf(analysis)
    .threatsOn(element)
    .find(({ replaces }) => replaces.includes(entry));
  if (finer) return `**Not listed on ${code(element.id)}**: ${code(finer.threat.entity.name)} is more precise there`;
  return `**Not raised on ${code(element.id)}**: it is no part of the manufacturer's design`;
}

/** The parts of a condition with their values on an element, as a list; a conjunction as its parts. */
export function conditionList(when: Compiled, facts: Facts, element: Entity): string {
  const trace = when.trace({ facts, self: element, item: element });
  const lines = (when.node.type === "and" ? trace.parts : [trace]).flatMap((part) => partLines(part, 0));
  return lines.length <= mostParts
    ? lines.join("\n")
    : [...lines.slice(0, mostParts), `- and ${lines.length - mostParts} more parts`].join("\n");
}

function partLines(trace: Trace, depth: number): string[] {
  const start = `${"  ".repeat(depth)}- ${trace.holds ? "✓" : "✗"} ${code(trace.text)}`;
  // A constant says nothing that the text does not say.
  const inner = trace.parts.filter((part) => part.parts.length > 0 || part.text !== part.value);
  if (trace.parts.length === 0) return [`${start} is ${code(trace.value)}`];
  if (inner.length === 0) return [`${start}: ${plainLine(trace.value)}`];
  if (inner.every((part) => part.parts.length === 0))
    return [`${start}: ${inner.map((part) => `${code(part.text)} is ${code(part.value)}`).join(", ")}`];
  const line = `${start}: ${plainLine(trace.value)}`;
  return depth >= deepest ? [line] : [line, ...inner.flatMap((part) => partLines(part, depth + 1))];
}

/** What the catalogue says about a threat. */
function entryLines({ model, catalogue }: Analysis, threat: Entity): string {
  const entry = catalogue.threats.find(({ entity }) => entity === threat);
  const source = (name: string): string | undefined => {
    const property = model.property(threat, name);
    const written = property?.values.map(({ node }) => code(property.file.tree.text.slice(node.start, node.end))).join(", ");
    return written === "" ? undefined : written;
  };
  const line = (label: string, text: string | undefined): string[] => (text === undefined ? [] : [`${label}: ${text}`]);
  const references = model.texts(threat, "references").map(referenceLink);
  const refined = model.refs(threat, "refines");
  return blocks(
    bullets([
      ...line("Applies when", source("when")),
      ...line("Severity", source("severity")),
      ...line("STRIDE", model.texts(threat, "stride").join(", ") || undefined),
      ...line("LINDDUN", model.texts(threat, "linddun").join(", ") || undefined),
      ...line("Difficulty", model.text(threat, "difficulty")),
      ...line("Answered by", entry && entry.alternatives.length > 0 ? measures(entry.alternatives) : source("mitigated-by")),
      ...line("Refines", refined.length > 0 ? refined.map(titled).join(", ") : undefined),
      ...line("References", references.length > 0 ? references.join(", ") : undefined),
    ]),
    sourceLine(threat),
    threat.disabledBy ? "**Switched off** in this model" : undefined,
  );
}

function measures(alternatives: readonly (readonly Entity[])[]): string {
  const ways = alternatives.slice(0, 6).map((alternative) => alternative.map((measure) => code(measure.name)).join(" with "));
  return `${ways.join(", or ")}${alternatives.length > 6 ? `, or ${alternatives.length - 6} other ways` : ""}`;
}

/** A CWE or CAPEC number as a link to its page. */
export function referenceLink(identifier: string): string {
  const page = identifierPage(identifier);
  return page ? `[${plainLine(identifier)}](${page})` : plainLine(identifier);
}

/** Where a threat fires, open instances first. */
function firesOn(instances: readonly ThreatInstance[]): string {
  if (instances.length === 0) return "Fires on no element of this model";
  const sorted = [...instances].sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  const items = sorted.map((instance) => {
    const detail =
      instance.state === "open" && instance.alternatives.length > 0
        ? `: has no ${waysOut(instance.alternatives)}`
        : instance.answers.length > 0
          ? ` by ${names(instance.answers, 3)}`
          : "";
    return `${code(instance.element.id)} ${instance.state}${detail}`;
  });
  return `${section(`Fires on ${instances.length === 1 ? "1 element" : `${instances.length} elements`}`, items, 8)?.replace("\n", `: ${stateCounts(instances)}\n`)}`;
}
