// The section of each item of an auditor's list: what the model says on it, or that it is to be written.
import { hostedStores, networkFlows, ofKind, residual, workstations } from "../../analysis/documents/select.ts";
import type { Filling } from "../../analysis/documents/types.ts";
import type { Entity } from "../../model/types.ts";
import type { DocumentBuilder, SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { controlTable, procedureTable } from "../tables/controls.ts";
import { assumptionTable, cited, outsideTable, requirementTable } from "../tables/environment.ts";
import { firewallTable, interfaceTable, streamTable, zoneTable } from "../tables/network.ts";
import * as parts from "../tables/parts.ts";
import { personTable, roleTable } from "../tables/people.ts";
import { decisionTable, riskTable } from "../tables/threats.ts";
import { captions } from "../texts/captions.ts";
import { itemTexts } from "../texts/items.ts";
import { phrases } from "../texts/phrases.ts";
import type { Text } from "../types.ts";

type Show = (section: SectionBuilder, context: Context, filling: Filling) => void;

const controls: Show = (section, context, { sources }) => controlTable(section, context, controlsAmong(sources));
const procedures: Show = (section, context, { sources }) => procedureTable(section, context, controlsAmong(sources));

// Beside the author's words of the system, controls are a supplement.
const proceduresIfAny: Show = (section, context, filling) => {
  if (controlsAmong(filling.sources).length > 0) procedures(section, context, filling);
};

const controlsAmong = (entities: readonly Entity[]): readonly Entity[] => entities.filter(({ keyword }) => keyword === "control");

/** The author's words of the system, one paragraph for each blank line. */
const saidBySystem =
  (property: string): Show =>
  (section, { model }) => {
    const { system } = model;
    const text = system && model.text(system, property);
    for (const paragraph of text?.split(/\n\s*\n/) ?? []) section.paragraph(paragraph.trim(), system ? [system] : []);
  };

const both =
  (...shows: readonly Show[]): Show =>
  (section, context, filling) => {
    for (const show of shows) show(section, context, filling);
  };

const softwareFlows = (context: Context): readonly Entity[] =>
  context.model
    .of("flow")
    .filter((flow) =>
      context.model.refs(flow, "carries").some((data) => [...context.model.kindsOf(data)].some(({ name }) => name === "SoftwareUpdate")),
    );

const updateWays: Show = (section, context) => streamTable(section, context, softwareFlows(context), captions.updates);

const environment: Show = (section, context) => requirementTable(section, context, context.analysis.requirements);

const remote: Show = (section, context) =>
  streamTable(
    section,
    context,
    context.model.of("flow").filter((flow) => context.model.yes(flow, "remote-service")),
    captions.remote,
  );

const objectives: Show = (section, context, { sources }) => {
  const { model } = context;
  if (model.system && context.said(model.system, "intended-use"))
    section.paragraph(context.said(model.system, "intended-use"), [model.system]);
  const needing = (test: (data: Entity) => boolean): readonly Entity[] => sources.filter(test);
  const high = (data: Entity, property: string): boolean => ["high", "critical"].includes(model.text(data, property) ?? "");
  const goals: [Text, readonly Entity[]][] = [
    [phrases.keepIntact, needing((data) => high(data, "integrity"))],
    [phrases.keepAvailable, needing((data) => high(data, "availability"))],
    [
      phrases.keepSecret,
      needing((data) => ["confidential", "personal", "health", "credential"].includes(model.text(data, "classification") ?? "")),
    ],
  ];
  section.list(
    goals
      .filter(([, data]) => data.length > 0)
      .map(([text, data]) => ({ writing: [{ text: context.t(text), style: "strong" as const }, ` ${context.titles(data)}`], about: data })),
  );
  parts.harmTable(section, context, model.of("harm"));
  parts.dataTable(section, context, sources);
};

const residualRisks: Show = (section, context) => {
  const remaining = residual(context.analysis);
  if (remaining.length === 0) section.paragraph(context.t(phrases.noResidual));
  else riskTable(section, context, remaining, captions.residualRisks);
  decisionTable(section, context, ["accept", "transfer"]);
};

const hosts: Show = (section, context, { sources }) => parts.platformTable(section, context, sources);

const firewall: Show = (section, context, { sources }) => {
  section.paragraph(context.t(phrases.firewallIntro));
  firewallTable(section, context, sources, { usual: context.t(phrases.usualPort) });
};

const logs: Show = (section, context) => {
  parts.storeTable(section, context, ofKind(context.derived, ["store"], "LogStore"), captions.logs);
  procedureTable(
    section,
    context,
    context.model
      .of("control")
      .filter((one) => [...context.model.kindsOf(one)].some(({ name }) => name === "AuditLogging" || name === "RemoteLogging")),
  );
};

/** How each item is shown; an item without a line here has nothing but its words. */
const shows: Readonly<Record<string, Show>> = {
  RiskProfileSummary: objectives,
  ResidualRisks: residualRisks,
  OperatingSystemSpec: (section, context, { sources }) => parts.componentTable(section, context, sources, captions.operatingSystems),
  UpdateIntegrityProvisions: controls,
  SecurityConfigurationOptions: procedures,
  Installation: saidBySystem("installation"),
  InitialConfiguration: both(saidBySystem("first-use"), proceduresIfAny),
  UpdateInstructions: both(updateWays, procedures),
  FailsafeProcedures: procedures,
  AlertActionPlan: procedures,
  UserRequirements: (section, context, { sources }) => personTable(section, context, sources),
  WorkstationRequirements: hosts,
  EnvironmentAssumptions: (section, context, { sources }) => assumptionTable(section, context, sources),
  OutsideEnvironmentRisks: outsideTable,
  PlatformRequirements: hosts,
  RecommendedEnvironmentControls: environment,
  BackupRestore: procedures,
  DeviceControlsList: controls,
  UpdateIntegrityProvisionsDoc: both(controls, updateWays),
  HardwareProperties: (section, context, { sources }) => parts.componentTable(section, context, sources, captions.hardware),
  SoftwareBillOfMaterials: (section, context, { sources }) => parts.componentTable(section, context, sources, captions.software),
  RolesAndPrivileges: (section, context, { sources }) => roleTable(section, context, sources),
  Logging: logs,
  ProductionLaunch: both(saidBySystem("go-live"), (section, context) =>
    parts.externalTable(section, context, context.model.of("external")),
  ),
  OperationAndMonitoring: both(saidBySystem("operation"), (section, context) =>
    personTable(
      section,
      context,
      context.model.of("actor").filter((actor) => ["administrator", "service"].includes(context.model.text(actor, "role") ?? "")),
    ),
  ),
  AdminWorkstationRequirements: (section, context) => parts.platformTable(section, context, workstations(context.derived)),
  NetworkDataStreamMatrix: (section, context) => streamTable(section, context, networkFlows(context.derived)),
  CloudDataStatement: (section, context) => parts.hostedTable(section, context, hostedStores(context.derived)),
  EnvironmentConfiguration: firewall,
  HcpRecommendedControls: environment,
  CriticalFunctionProtection: controls,
  BackupRestoreProcedures: procedures,
  InfrastructureGuidance: (section, context, { sources }) => parts.externalTable(section, context, sources),
  SecureConfiguration: procedures,
  PortsList: (section, context, { sources }) => interfaceTable(section, context, sources),
  NetworkDiagrams: (section, context) => zoneTable(section, context),
  ConnectedDeploymentInstructions: both(saidBySystem("contact"), remote, procedures),
  AnomalyAnnouncement: procedures,
  ForensicEvidence: logs,
  ConfigurationRecovery: both(procedures, (section, context) =>
    roleTable(
      section,
      context,
      context.model.of("role").filter((role) => context.model.yes(role, "privileged")),
    ),
  ),
  HcpOutsideEnvironmentRisks: outsideTable,
};

/** Adds the section of an item: what is known, and what is to be written. */
export function addItem(document: DocumentBuilder | SectionBuilder, context: Context, id: string): void {
  const filling = context.filling(id);
  const { item, state, sources } = filling;
  const text = itemTexts[id];
  if (!text) throw new Error(`no text for ${id}`);
  const clauses = clausesOf(context, item.clauses);
  const section = document.section(context.t(text.title), sources, { id, clauses, source: item.source, state });
  if (state === "inapplicable") {
    section.paragraph({ text: context.t(text.none ?? phrases.inapplicable), style: "quiet" });
    return;
  }
  if (state !== "missing" && text.intro) section.paragraph(context.t(text.intro));
  if (state === "missing" || state === "partial") {
    section.gap({
      item: id,
      title: context.t(text.title),
      state,
      text: context.t(text.write, { count: openCount(context, id) }),
      fill: context.language === "en" ? item.fill : text.fill,
    });
  }
  shows[id]?.(section, context, filling);
}

function openCount({ analysis }: Context, id: string): number {
  if (id === "ResidualRisks") return residual(analysis).filter((one) => one.state === "open" || one.state === "planned").length;
  return analysis.requirements.filter((one) => one.state === "missing").length;
}

/** Clauses of the system's regulations, as they are cited. */
export function clausesOf(context: Context, names: readonly string[]): string[] {
  const { model } = context;
  const regulations = model.system ? model.texts(model.system, "regulation") : [];
  return model
    .of("clause")
    .filter((clause) => names.includes(clause.name) && regulations.includes(model.text(clause, "regulation") ?? ""))
    .map((clause) => cited(context, clause));
}
