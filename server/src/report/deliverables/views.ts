// The architecture views that the FDA's premarket guidance asks for, in texts and tables, and the security part of the PMS plan.
import { controlsOfCapability, controlsWith, declared, networkFlows } from "../../analysis/documents/select.ts";
import { updateFlows } from "../../analysis/documents/views.ts";
import type { ThreatInstance } from "../../analysis/types.ts";
import { vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";
import { controlTable } from "../tables/controls.ts";
import { streamTable, zoneTable } from "../tables/network.ts";
import { componentTable, externalTable } from "../tables/parts.ts";
import { addTable } from "../tables/table.ts";
import { threatTable } from "../tables/threats.ts";
import { vulnerabilityTable } from "../tables/vulnerabilities.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import { addPlanSlots, addTrendPart, planFill, plansWith, tellPlans } from "./surveillance.ts";
import type { Deliverable } from "./types.ts";

/** Threats that can reach more than one patient: at what serves several, and at what reaches the whole fleet. */
function multiPatient(context: Context): { readonly places: readonly Entity[]; readonly threats: readonly ThreatInstance[] } {
  const { model, derived, analysis } = context;
  const fleet = model.system !== undefined && model.yes(model.system, "fleet");
  const serving = declared(derived, "device").filter((device) => model.yes(device, "multi-patient"));
  const updating = fleet ? updateFlows(analysis) : [];
  const commanding = fleet
    ? networkFlows(derived).filter(
        (flow) => model.yes(flow, "commands") && derived.one(flow, "source-device") !== derived.one(flow, "target-device"),
      )
    : [];
  const places = [...new Set([...serving, ...updating, ...commanding])];
  const isThere = ({ element }: ThreatInstance): boolean =>
    places.includes(element) || serving.some((device) => model.isInside(element, device)) || element.keyword === "system";
  return { places, threats: analysis.threats.filter((one) => one.harms.length > 0 && isThere(one)) };
}

const viewOf = ({ id }: Entity): string => `scenario:${id}`;

/** Global system, multi-patient harm, updateability and patchability, security use cases. */
export const views: Deliverable = {
  kind: "views",
  title: { en: "Security architecture views", de: "Sichten der Sicherheitsarchitektur" },
  purpose: {
    en: "The views of the FDA's premarket guidance: global system, multi-patient harm, updateability, security use cases.",
    de: "Die Sichten der FDA-Leitlinie zur Zulassung: Gesamtsystem, Schaden für mehrere Patienten, Updates, Anwendungsfälle.",
  },
  views: ({ derived }) => ["system", "multi-patient", "updates", ...declared(derived, "scenario").map(viewOf)],
  write: (document, context) => {
    const { model, derived, analysis } = context;
    const item = (id: string, filled: boolean) => ({
      id,
      clauses: [],
      source: context.t(phrases.fdaSource),
      state: filled ? "filled" : "missing",
    });
    const zones = declared(derived, "boundary");
    const global = document.section(context.t(phrases.globalView), [], item("GlobalSystemView", zones.length > 0));
    global.paragraph(context.t(phrases.globalIntro));
    global.diagram("system");
    zoneTable(global, context);
    externalTable(global, context, declared(derived, "external"));
    streamTable(
      global,
      context,
      declared(derived, "flow").filter((flow) => !derived.yes(flow, "human")),
    );
    if (zones.length === 0)
      global.gap({
        item: "GlobalSystemView",
        title: context.t(phrases.globalView),
        state: "missing",
        text: context.t(phrases.globalIntro),
        fill: context.t(phrases.globalFill),
      });

    const { places, threats } = multiPatient(context);
    const many = document.section(context.t(phrases.multiView), places, item("MultiPatientHarmView", true));
    if (places.length === 0) many.paragraph(context.t(phrases.multiNone));
    else {
      many.paragraph(context.t(phrases.multiIntro));
      many.diagram("multi-patient");
      many.list(places.map((place) => ({ writing: context.named(place), about: [place] })));
      threatTable(many, context, threats);
      const answers = new Set(threats.flatMap(({ answers: given }) => given).filter(({ keyword }) => keyword === "control"));
      controlTable(many, context, [...answers]);
    }

    const updates = updateFlows(analysis);
    const updating = document.section(context.t(phrases.updateView), [], item("UpdatabilityView", updates.length > 0));
    if (updates.length === 0) {
      updating.gap({
        item: "UpdatabilityView",
        title: context.t(phrases.updateView),
        state: "missing",
        text: context.t(phrases.updateWrite),
        fill: context.t(phrases.updateFill),
      });
    } else {
      updating.paragraph(context.t(phrases.updateIntro));
      updating.diagram("updates");
      streamTable(updating, context, updates, captions.updates);
    }
    controlTable(updating, context, [
      ...new Set([
        ...controlsOfCapability(derived, "CSUP"),
        ...controlsWith(derived, "SigningKeyProtection", "BuildIntegrity", "SecureBoot"),
      ]),
    ]);

    const scenarios = declared(derived, "scenario");
    const cases = document.section(context.t(phrases.useCaseView), [], item("SecurityUseCaseView", scenarios.length > 0));
    if (scenarios.length === 0) {
      cases.gap({
        item: "SecurityUseCaseView",
        title: context.t(phrases.useCaseView),
        state: "missing",
        text: context.t(phrases.useCaseWrite),
        fill: context.t(phrases.useCaseFill),
      });
    }
    for (const scenario of scenarios) {
      const steps = model.refs(scenario, "steps");
      const section = cases.section(scenario.title, [scenario, ...steps]);
      if (context.said(scenario, "purpose")) section.paragraph(context.said(scenario, "purpose"), [scenario]);
      section.diagram(viewOf(scenario));
      streamTable(section, context, steps);
      const touched = new Set<Entity>(steps.flatMap((flow) => [flow, flow.source, flow.target]).filter((one) => one !== undefined));
      threatTable(
        section,
        context,
        analysis.threats.filter(({ element }) => touched.has(element)),
      );
    }
  },
};

/** The security part of the plan for surveillance after the market. */
export const pms: Deliverable = {
  kind: "pms",
  title: { en: "Post-market surveillance plan: security", de: "Plan zur Überwachung nach dem Inverkehrbringen: Sicherheit" },
  purpose: {
    en: "The security part of the PMS plan: what is watched, how it is assessed, who is told, how fixes come.",
    de: "Der Sicherheitsteil des PMS-Plans: was beobachtet wird, wie bewertet wird, wer informiert wird, wie Korrekturen kommen.",
  },
  write: (document, context) => {
    const { model, derived } = context;
    const { system } = model;
    const shown = (practice: string): readonly Entity[] =>
      declared(derived, "evidence").filter(({ kinds }) => kinds.some(({ name }) => name === practice));
    const clauses = ["MDR 84, Annex III 1", "IVDR 79, Annex III 1"].filter(
      (cite) => !system || model.texts(system, "regulation").includes(cite.split(" ")[0] ?? ""),
    );
    const part = (id: string, title: string, found: readonly Entity[], write: string, fill: string) => {
      const section = document.section(title, found, {
        id,
        clauses,
        source: "MDCG 2019-16 rev. 1, 3.8, 5.1",
        state: found.length > 0 ? "filled" : "missing",
      });
      if (found.length === 0) section.gap({ item: id, title, state: "missing", text: write, fill });
      return section;
    };
    const components = declared(derived, "component");
    const sources = part(
      "PmsSources",
      context.t(phrases.pmsSources),
      components,
      context.t(phrases.pmsSourcesWrite),
      context.t(phrases.pmsSourcesFill),
    );
    if (components.length > 0) {
      sources.paragraph(context.t(phrases.pmsSourcesIntro));
      componentTable(sources, context, components, captions.software);
    }
    tellPlans(sources, context, "sources");
    const evidence = (section: ReturnType<typeof part>, found: readonly Entity[]): void => {
      if (found.length > 0)
        addTable(section, context, captions.evidence, found, (one) => [one], [
          { head: "evidence", width: 4, cell: (one) => context.named(one) },
          { head: "document", width: 4, cell: (one) => context.said(one, "document") },
          { head: "date", width: 2, cell: (one) => context.said(one, "date") },
          { head: "summary", width: 5, cell: (one) => context.said(one, "summary") },
        ]);
    };
    const fillBy = (practice: string): string => context.t(phrases.practiceFill, { name: practice });
    const issues = shown("IssueManagement");
    const assessment = part(
      "PmsAssessment",
      context.t(phrases.pmsAssessment),
      [...issues, ...plansWith(context, "assessment")],
      context.t(phrases.pmsAssessmentWrite),
      fillBy("IssueManagement"),
    );
    tellPlans(assessment, context, "assessment");
    evidence(assessment, issues);
    const known = vulnerabilitiesOf(derived);
    if (known.length > 0) vulnerabilityTable(assessment, context, known);
    const contact = system && model.text(system, "contact") ? [system] : [];
    const told = part(
      "PmsCommunication",
      context.t(phrases.pmsCommunication),
      [...contact, ...plansWith(context, "communication")],
      context.t(phrases.pmsCommunicationWrite),
      context.t(phrases.pmsCommunicationFill),
    );
    if (system && contact.length > 0) told.paragraph(context.said(system, "contact"), [system]);
    tellPlans(told, context, "communication");
    const updates = [...shown("UpdateManagement"), ...controlsOfCapability(derived, "CSUP"), ...plansWith(context, "corrections")];
    const corrections = part(
      "PmsCorrections",
      context.t(phrases.pmsCorrections),
      updates,
      context.t(phrases.pmsCorrectionsWrite),
      fillBy("UpdateManagement"),
    );
    tellPlans(corrections, context, "corrections");
    evidence(corrections, shown("UpdateManagement"));
    controlTable(corrections, context, controlsOfCapability(derived, "CSUP"));
    const support = system && model.text(system, "support-ends") ? [system] : [];
    const ends = part(
      "PmsSupport",
      context.t(phrases.supportTitle),
      support,
      context.t(phrases.pmsSupportWrite),
      context.t(phrases.pmsSupportFill),
    );
    if (system && support.length > 0) ends.paragraph(context.said(system, "support-ends"), [system]);
    const monitoring = [...controlsOfCapability(derived, "AUDT"), ...controlsWith(derived, "ComponentMonitoring")];
    const indicators = part(
      "PmsIndicators",
      context.t(phrases.pmsIndicators),
      plansWith(context, "indicators"),
      context.t(phrases.pmsIndicatorsWrite),
      planFill(context, "indicators"),
    );
    tellPlans(indicators, context, "indicators");
    controlTable(indicators, context, [...new Set(monitoring)]);
    const common = { clauses, source: "MDCG 2019-16 rev. 1, 3.8, 5.1" };
    addPlanSlots(document, context, common);
    addTrendPart(document, context, common);
  },
};
