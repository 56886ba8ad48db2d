// Findings about threats and requirements: only those that call for an act.
import type { Catalogue } from "../catalogue/catalogue.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic, Related, Severity } from "../diagnostics/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import { crossed } from "../model/derived/flows.ts";
import { type Entity, isEntity, nameLocation } from "../model/types.ts";
import { citation } from "./requirements.ts";
import type { RequirementInstance, ThreatInstance } from "./types.ts";
import { hostsOf, placesOf, vulnerabilitiesOf } from "./vulnerabilities.ts";
import { lack, list, listIds, listOf } from "./wording.ts";

const bySeverity: Readonly<Record<string, Severity>> = { critical: "error", high: "warning", medium: "warning", low: "info" };
const byForce: Readonly<Record<string, Severity>> = { must: "error", should: "warning", may: "info" };

/** Findings about one threat instance. An open one whose risk is acceptable as it stands is told as information. */
export function threatFindings(facts: Facts, catalogue: Catalogue, instance: ThreatInstance): Diagnostic[] {
  const { element, state, id } = instance;
  const title = instance.threat.entity.title;
  const location = nameLocation(element);
  if (state === "mitigated") return singleLayer(facts, instance);
  if (state !== "open" && state !== "planned" && state !== "assumed") return [];
  const related = circumstances(facts, instance);
  if (state === "open") {
    const severity = severityOf(catalogue, instance);
    if (instance.reopenedBy.length > 0) return [reopened(instance, related, severity)];
    const parameters = { title, element: element.id, missing: lack(instance) };
    return [diagnostic("uncovered-threat", location, parameters, { id, related, help: wayOut(facts, catalogue, instance), severity })];
  }
  if (state === "planned") {
    // A plan against a risk that is acceptable as it stands calls for no act.
    if (catalogue.scales.acceptable.has(instance.risk.initial)) return [];
    const planned =
      instance.best?.measures.filter((answer) => answer.status === "planned").flatMap((answer) => answer.providers[0]?.sources ?? []) ?? [];
    return [
      diagnostic("planned-threat", location, { title, element: element.id, controls: listOf([...new Set(planned)]) }, { id, related }),
    ];
  }
  return assumptionOnly(facts, instance, related);
}

function severityOf({ scales }: Catalogue, { risk, severity }: ThreatInstance): Severity {
  return scales.acceptable.has(risk.initial) ? "info" : (bySeverity[severity.severity] ?? "warning");
}

function reopened(
  { id, element, threat, defeated, reopenedBy }: ThreatInstance,
  related: readonly Related[],
  severity: Severity,
): Diagnostic {
  const broken = defeated.filter(({ by }) => by.some((one) => reopenedBy.includes(one)));
  const controls = [...new Set(broken.flatMap(({ provider }) => provider.sources))];
  const parameters = {
    title: threat.entity.title,
    element: element.id,
    controls: `control ${listOf(controls)}`,
    vulnerabilities: `vulnerability ${listOf(reopenedBy)}`,
  };
  const causes = reopenedBy.map((one) => ({ message: "the vulnerability", location: nameLocation(one) }));
  return diagnostic("reopened-threat", nameLocation(element), parameters, { id, severity, related: [...causes, ...related] });
}

function wayOut(facts: Facts, catalogue: Catalogue, { best, element, threat }: ThreatInstance): string {
  const measures = best?.missing.length ? best.missing : [];
  const accept = `accept it: \`accept ${threat.entity.name} on ${element.id} { reason: "…" }\``;
  const manager = element.keyword === "boundary" ? facts.model.text(element, "managed-by") : "manufacturer";
  const requirement = catalogue.requirements.find(({ per, answers }) => per === element.keyword && answers.includes(threat.entity));
  // What others manage is secured by others: the manufacturer can only ask for it.
  if (manager !== undefined && manager !== "manufacturer" && requirement) {
    return `state what its ${manager} has to do: \`assumption Name "…" : ${requirement.entity.name} { about: ${element.id}  responsible: ${manager} }\`, or ${accept}`;
  }
  if (measures.length === 0) return accept;
  const extended = best?.measures.flatMap((answer) => (answer.providers[0]?.by === "control" ? answer.providers[0].sources : []))[0];
  const add = `\`control Name : ${measures.map((measure) => measure.name).join(", ")} { protects: ${element.id}  status: planned }\``;
  return extended ? `add ${listOf(measures)} to control \`${extended.name}\`, or ${accept}` : `add ${add}, or ${accept}`;
}

/** What helps to judge an instance: the ends of the flow, the border crossed, the data and harms, who is half-way there. */
function circumstances(facts: Facts, { element, best, harms, access, exploitedBy }: ThreatInstance): Related[] {
  const found: Related[] = [];
  const add = (entity: Entity | undefined, message: string): void => {
    if (entity && entity.file.origin === "user" && entity !== element) found.push({ message, location: nameLocation(entity) });
  };
  if (element.keyword === "flow") {
    for (const border of crossed(facts, element).slice(0, 2)) add(border, `crosses the border of \`${border.id}\``);
    for (const datum of facts.model.refs(element, "carries").slice(0, 2)) add(datum, `carries \`${datum.id}\``);
  }
  if (access) add(access.through, access.text);
  const harm = harms[0];
  if (harm) add(harm.harm, `can lead to \`${harm.harm.id}\``);
  for (const one of exploitedBy)
    add(one.entity, `${one.status === "affected" ? "makes it real" : "may make it real"} (${one.ids.join(", ")})`);
  for (const answer of best?.measures ?? []) {
    for (const provider of answer.providers.slice(0, 1))
      for (const source of provider.sources) add(source, `gives \`${answer.measure.name}\` (${provider.status})`);
  }
  return found;
}

function assumptionOnly(facts: Facts, instance: ThreatInstance, related: readonly Related[]): Diagnostic[] {
  const { element, harms, answers, id } = instance;
  const unjustified = answers.filter((assumption) => facts.model.text(assumption, "justification") === undefined);
  if (harms.length === 0 || unjustified.length < answers.length) return [];
  const parameters = {
    title: instance.threat.entity.title,
    element: element.id,
    assumptions: `assumption ${listOf(unjustified)}`,
    harms: listIds(harms.map(({ harm }) => harm)),
  };
  const planned =
    instance.best?.status === "planned"
      ? instance.best.measures.flatMap((answer) => (answer.status === "planned" ? (answer.providers[0]?.sources ?? []) : []))
      : [];
  const help =
    planned.length > 0
      ? `build ${listOf([...new Set(planned)])}, which is planned, or say in the assumption why the device relies on it: \`justification:\``
      : undefined;
  return [
    diagnostic("assumption-only", nameLocation(element), parameters, {
      id,
      help,
      related: [...related, ...answers.map((answer) => ({ message: "the assumption", location: nameLocation(answer) }))],
    }),
  ];
}

function singleLayer(facts: Facts, instance: ThreatInstance): Diagnostic[] {
  const { element, id, severity, harms } = instance;
  // What the environment ensures is a layer of its own.
  if (severity.severity !== "critical" || harms.length === 0 || instance.assuming.length > 0) return [];
  const given = instance.alternatives
    .flatMap((alternative) => alternative.measures)
    .filter((answer) => answer.status !== undefined && answer.status !== "planned");
  // A measure may specialise several layers; its own counts.
  const layers = new Set(given.flatMap((answer) => answer.providers.map((provider) => facts.model.text(provider.measure, "layer") ?? "")));
  const offered = new Set(
    instance.alternatives.flatMap((alternative) => alternative.measures).map((answer) => facts.model.text(answer.measure, "layer") ?? ""),
  );
  const [layer] = layers;
  if (layers.size !== 1 || layer === undefined || offered.size < 2) return [];
  return [diagnostic("single-layer", nameLocation(element), { title: instance.threat.entity.title, element: element.id, layer }, { id })];
}

/** Findings about one requirement. */
export function requirementFindings(
  facts: Facts,
  { id, requirement, place, responsible, state, clauses }: RequirementInstance,
): Diagnostic[] {
  if (state !== "missing") return [];
  const { entity, force } = requirement;
  const cited = clauses.map((clause) => citation(facts, clause)).join("; ");
  const help = `add \`assumption Name "…" : ${entity.name} { about: ${place.id}  responsible: ${responsible}  stated-in: "…" }\`${cited === "" ? "" : ` (${cited})`}`;
  const words = { must: "must", should: "should", may: "may" }[force];
  return [
    diagnostic(
      "missing-assumption",
      nameLocation(place),
      { title: entity.title, place: place.id, force: words },
      { id, help, severity: byForce[force] ?? "error" },
    ),
  ];
}

/** Decisions past their last day, needless ones, and ones that match nothing. */
export function decisionFindings(facts: Facts, instances: readonly ThreatInstance[]): Diagnostic[] {
  const matches = new Map<Entity, ThreatInstance[]>();
  for (const instance of instances) {
    for (const { decision } of instance.decisions) matches.set(decision, [...(matches.get(decision) ?? []), instance]);
  }
  const decisions = (["accept", "transfer", "dismiss"] as const).flatMap((keyword) => facts.model.of(keyword));
  return decisions
    .filter((decision) => decision.subject !== undefined && decision.on.length > 0)
    .flatMap((decision) => decisionFinding(facts, decision, matches.get(decision) ?? []));
}

function decisionFinding(facts: Facts, decision: Entity, own: readonly ThreatInstance[]): Diagnostic[] {
  const { keyword, headers } = decision.node;
  const location = { file: decision.file, range: { start: keyword.start, end: headers.at(-1)?.end ?? keyword.end } };
  const name = `\`${decision.id}\``;
  const until = facts.model.text(decision, "until");
  const threats = list(own.map((instance) => instance.id));
  const id = own[0]?.id;
  if (own.length === 0) return [diagnostic("unused-decision", location, { decision: name })];
  const needless = own.every((instance) => instance.state === "mitigated");
  if (!needless && until !== undefined && until < facts.today) {
    const reopened = own.filter((instance) => instance.state === "open" || instance.state === "planned");
    const related = reopened.map((one) => ({ message: one.id, location: nameLocation(one.element) }));
    const open = list(reopened.map((one) => one.id));
    const consequence =
      reopened.length === 0 ? "something else answers what it was for" : `${open} ${reopened.length === 1 ? "is" : "are"} open again`;
    return [diagnostic("expired-acceptance", location, { decision: name, until, consequence }, { id, related })];
  }
  if (needless) return [diagnostic("needless-decision", location, { decision: name, threat: threats }, { id })];
  return [];
}

/** Vulnerabilities that say they make a threat real, where it applies to nothing that they touch. */
export function vulnerabilityFindings(facts: Facts, threats: readonly ThreatInstance[]): Diagnostic[] {
  return vulnerabilitiesOf(facts).flatMap((one) => {
    if (one.exploits.length === 0) return [];
    const places = placesOf(facts, one);
    const property = facts.model.property(one.entity, "exploits");
    return (property?.values ?? []).flatMap(({ value, node }) => {
      if (property === undefined || !isEntity(value)) return [];
      // A more precise threat stands for those that it refines.
      const meant = ({ threat, replaces }: ThreatInstance): boolean => [threat, ...replaces].some(({ entity }) => entity === value);
      if (places.size === 0 || threats.some((instance) => places.has(instance.element) && meant(instance))) return [];
      const hosts = hostsOf(facts, one);
      const where = listIds(hosts.length > 0 ? hosts : one.components);
      const parameters = { name: one.entity.name, threat: value.name, where };
      return [diagnostic("idle-vulnerability", { file: property.file, range: node }, parameters)];
    });
  });
}
