// Fixes of findings about incidents and trends: what is missing is added, with what the model makes likely.
import { reportingDays, threatsAt } from "../../analysis/incidents.ts";
import type { ThreatInstance } from "../../analysis/types.ts";
import { namesOf, shortestPath } from "../scope.ts";
import { entityAt, propertyAt } from "./at.ts";
import { addProperties, setProperty } from "./edits.ts";
import { draft, type Family, placeholder, selected } from "./family.ts";

/** Fixes of `incident-without-threat`: the threats where it happened, those that nothing answers first. */
export const incidentWithoutThreat: Family = function* (problem) {
  const { analysis, file } = problem;
  const incident = entityAt(problem);
  if (incident === undefined || incident.properties.has("cause")) return;
  const here = threatsAt(analysis.facts, incident, analysis.threats);
  // What is on the whole system was there, too, and tells least.
  const weight = ({ state, element }: ThreatInstance): number =>
    ["mitigated", "accepted", "assumed", "planned", "open"].indexOf(state) - (element.keyword === "system" ? 10 : 0);
  const likely = new Set([...here].sort((a, b) => weight(b) - weight(a)).map(({ threat }) => threat.entity));
  for (const threat of [...likely].slice(0, 4)) {
    const name = shortestPath(analysis.model, threat, incident, file, ["threat"]);
    if (name !== undefined)
      yield draft(problem, `Lead it back to \`${name}\``, [addProperties(file, incident.node, [`cause: ${selected(name)}`])]);
  }
};

/** Fixes of `unclassified-incident`: one for each time. */
export const unclassifiedIncident: Family = function* (problem) {
  const incident = entityAt(problem);
  if (incident === undefined) return;
  for (const [word, days] of Object.entries(reportingDays))
    yield draft(problem, `Report it within ${days} days: \`${word}\``, [
      addProperties(problem.file, incident.node, [`reporting: ${selected(word)}`]),
    ]);
};

/** Fixes of `late-incident-report`. */
export const lateIncidentReport: Family = function* (problem) {
  const incident = entityAt(problem);
  if (incident === undefined) return;
  const { file, analysis } = problem;
  if (incident.properties.has("reported"))
    yield draft(problem, "Say why it was late", [addProperties(file, incident.node, [`late-because: ${placeholder}`])]);
  else
    yield draft(problem, "Say when it was reported, and why so late", [
      addProperties(file, incident.node, [`reported: ${selected(analysis.facts.today)}`, 'late-because: "…"']),
    ]);
};

/** Fixes of `uncoded-incident`: codes that incidents of the model have, then those of security. */
export const uncodedIncident: Family = function* (problem) {
  const { analysis, file } = problem;
  const { model } = analysis;
  const incident = entityAt(problem);
  if (incident === undefined) return;
  const used = model.of("incident").flatMap((one) => model.refs(one, "codes"));
  const weight = (code: (typeof used)[number]): number =>
    used.filter((one) => one === code).length +
    (code.name === "A1105" || [...model.kindsOf(code)].some(({ name }) => name === "A1105") ? 0.5 : 0);
  const codes = [...namesOf(model).candidates(file, ["code"])].sort((a, b) => weight(b) - weight(a));
  for (const code of codes.slice(0, 4)) {
    const name = shortestPath(model, code, incident, file, ["code"]);
    if (name !== undefined)
      yield draft(problem, `Give it the code \`${name}\` (${code.title})`, [
        addProperties(file, incident.node, [`codes: ${selected(name)}`]),
      ]);
  }
};

/** Fixes of `inconsistent-incident`, where one of the two statements is likelier wrong. */
export const inconsistentIncident: Family = function* (problem) {
  const { analysis, file } = problem;
  const incident = entityAt(problem);
  const property = propertyAt(problem)?.name.text;
  if (incident === undefined) return;
  if (property === "reporting" && analysis.model.yes(incident, "serious"))
    yield draft(problem, "Report it as a death", [setProperty(file, incident.node, "reporting", "death-or-unanticipated")]);
  else if (property !== undefined && ["reporting", "health-impact", "possible-impact"].includes(property))
    yield draft(problem, "Call it serious", [setProperty(file, incident.node, "serious", "yes")]);
};

/** Fixes of `significant-trend`. */
export const significantTrend: Family = function* (problem) {
  const trend = entityAt(problem);
  if (trend) yield draft(problem, "Write the conclusion", [addProperties(problem.file, trend.node, [`conclusion: ${placeholder}`])]);
};
