// What the manufacturer says about vulnerabilities, as a CycloneDX 1.6 VEX document made and written by CycloneDX's own library.
import { Vulnerability as enums } from "@cyclonedx/cyclonedx-library/Enums";
import { type Bom, type Component, Vulnerability as models, Property } from "@cyclonedx/cyclonedx-library/Models";
import type { Vulnerability } from "../../analysis/vulnerabilities.ts";
import { hostsOf, vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import { versionOf } from "../../cvss/vector.ts";
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";
import { clean } from "../write/text.ts";

const { AnalysisState: State, AnalysisJustification: Justification, AnalysisResponse: Response, RatingMethod: Method, Severity } = enums;

/** The state of CycloneDX for each status; what nobody has assessed has no analysis. */
const states: Readonly<Record<string, enums.AnalysisState | undefined>> = {
  "under-investigation": State.InTriage,
  affected: State.Exploitable,
  "not-affected": State.NotAffected,
  fixed: State.Resolved,
};
const responses: Readonly<Record<string, enums.AnalysisResponse>> = {
  update: Response.Update,
  rollback: Response.Rollback,
  workaround: Response.WorkaroundAvailable,
  "can-not-fix": Response.CanNotFix,
  "will-not-fix": Response.WillNotFix,
};
const justifications = new Set<string>(Object.values(Justification));
const severities = { none: Severity.None, low: Severity.Low, medium: Severity.Medium, high: Severity.High, critical: Severity.Critical };

/** Adds every vulnerability to a bill of materials; `partOf` gives, and adds, the entry of a component or element. */
export function addVulnerabilities(bom: Bom, context: Context, partOf: (entity: Entity) => Component): void {
  for (const one of vulnerabilitiesOf(context.derived)) bom.vulnerabilities.add(vulnerability(context, one, partOf));
}

function vulnerability(context: Context, one: Vulnerability, partOf: (entity: Entity) => Component): models.Vulnerability {
  const { entity, components, ids } = one;
  const said = (property: string): string => clean(context.said(entity, property));
  const [id = entity.name, ...others] = ids.map(clean);
  const made = new models.Vulnerability({
    id,
    bomRef: `vulnerability ${entity.id}`,
    source: new models.Source({ name: listOf(id) }),
    description: clean(entity.title),
    ...(said("action") ? { recommendation: said("action") } : {}),
    ...day("created", said("found")),
    ...day("updated", said("assessed")),
  });
  for (const other of others) made.references.add(new models.Reference(other, new models.Source({ name: listOf(other) })));
  for (const vector of context.model.texts(entity, "cvss")) {
    const score = context.score(vector);
    if (score === undefined) continue;
    const method = versionOf(vector) === "4.0" ? Method.CVSSv4 : Method.CVSSv31;
    made.ratings.add(new models.Rating({ score: score.score, severity: severities[score.severity], method, vector }));
  }
  const analysis = analysisOf(context, one);
  if (analysis) made.analysis = analysis;
  const status = {
    affected: enums.AffectStatus.Affected,
    "not-affected": enums.AffectStatus.Unaffected,
    fixed: enums.AffectStatus.Unaffected,
  };
  for (const part of components.length > 0 ? components : hostsOf(context.derived, one)) {
    const affect = new models.Affect(partOf(part).bomRef);
    const version = clean(context.said(part, "version"));
    const known = status[one.status as keyof typeof status] ?? enums.AffectStatus.Unknown;
    if (part.keyword === "component" && version) affect.versions.add(new models.AffectedSingleVersion(version, { status: known }));
    made.affects.add(affect);
  }
  const properties: readonly (readonly [string, string])[] = [
    ["ward:name", entity.id],
    ["ward:status", one.status],
    ["ward:versions", said("versions")],
    ["ward:exploits", one.exploits.map(({ name }) => name).join(", ")],
    [
      "ward:handled-by",
      context.model
        .refs(entity, "handled-by")
        .map((control) => control.id)
        .join(", "),
    ],
  ];
  for (const [name, value] of properties) if (value !== "") made.properties.add(new Property(name, clean(value)));
  return made;
}

function analysisOf({ model }: Context, { entity, status }: Vulnerability): models.Analysis | undefined {
  const state = states[status];
  if (state === undefined) return undefined;
  const justification = (model.text(entity, "justification") ?? "").replaceAll("-", "_");
  const detail = clean(model.texts(entity, "statement").join("; ").trim());
  const made = new models.Analysis({ state, ...(detail ? { detail } : {}) });
  if (status === "not-affected" && justifications.has(justification)) made.justification = justification as enums.AnalysisJustification;
  for (const word of model.texts(entity, "response")) {
    const response = responses[word];
    if (response) made.response.add(response);
  }
  return made;
}

function day(name: "created" | "updated", date: string): Partial<Record<"created" | "updated", Date>> {
  return date === "" ? {} : { [name]: new Date(`${date}T00:00:00Z`) };
}

/** The list that an identifier is of, as far as it says so itself. */
function listOf(id: string): string {
  if (/^CVE-/i.test(id)) return "CVE";
  return /^GHSA-/i.test(id) ? "GitHub Advisory Database" : "Other";
}
