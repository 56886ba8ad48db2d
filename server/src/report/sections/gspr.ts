// Which requirements of Annex I bear on security, and what in a model meets each: threats, controls, evidence, assumptions, items.
import { items } from "../../analysis/documents/index.ts";
import { controlsOfCapability, controlsWith, declared, foreignPlatforms, ofKind, residual } from "../../analysis/documents/select.ts";
import type { Filling } from "../../analysis/documents/types.ts";
import type { RequirementInstance, ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";
import type { gsprTexts } from "../texts/gspr.ts";

/** A requirement of Annex I. */
export interface Row {
  /** Number in the MDR, which is also its name here. */
  readonly mdr: keyof typeof gsprTexts;
  /** Number in the IVDR; absent where it has no twin. */
  readonly ivdr?: string;
  /** Names of the catalogue's clauses. */
  readonly clauses: readonly string[];
  readonly applies?: (context: Context) => boolean;
  readonly threats?: (context: Context) => readonly ThreatInstance[];
  readonly controls?: (context: Context) => readonly Entity[];
  /** Practices of the secure lifecycle whose evidence shows it. */
  readonly practices?: readonly string[];
  /** Further declarations that meet it. */
  readonly others?: (context: Context) => readonly Entity[];
}

/** What meets a requirement in a model. */
export interface Met {
  readonly row: Row;
  readonly state: "filled" | "partial" | "missing" | "inapplicable";
  readonly threats: readonly ThreatInstance[];
  readonly controls: readonly Entity[];
  readonly evidence: readonly Entity[];
  readonly requirements: readonly RequirementInstance[];
  readonly assumptions: readonly Entity[];
  readonly items: readonly Filling[];
  readonly others: readonly Entity[];
}

const all = ({ analysis }: Context): readonly ThreatInstance[] => analysis.threats;
const byStride =
  (...classes: readonly string[]) =>
  ({ analysis }: Context): readonly ThreatInstance[] =>
    analysis.threats.filter(({ threat }) => threat.stride.some((one) => classes.includes(one)));
const harmful = ({ analysis }: Context): readonly ThreatInstance[] => analysis.threats.filter(({ harms }) => harms.length > 0);
const withOthers = (context: Context): readonly ThreatInstance[] =>
  context.analysis.threats.filter(({ element }) => element.source?.keyword === "external" || element.target?.keyword === "external");
const capabilities =
  (...names: readonly string[]) =>
  ({ derived }: Context): readonly Entity[] =>
    controlsOfCapability(derived, ...names);
const measures =
  (...names: readonly string[]) =>
  ({ derived }: Context): readonly Entity[] =>
    controlsWith(derived, ...names);
const everyControl = ({ derived }: Context): readonly Entity[] => declared(derived, "control");
const decisions = ({ derived }: Context): readonly Entity[] =>
  (["accept", "transfer"] as const).flatMap((keyword) => declared(derived, keyword));
const hasOthers = ({ derived }: Context): boolean => declared(derived, "external").length > 0 || foreignPlatforms(derived).length > 0;
const hasLayUsers = ({ derived, model }: Context): boolean =>
  declared(derived, "actor").some((actor) => ["patient", "caregiver"].includes(model.text(actor, "role") ?? ""));
const mobile = ({ derived }: Context): readonly Entity[] => ofKind(derived, ["device"], "Smartphone");
const systemWith =
  (property: string) =>
  ({ model }: Context): readonly Entity[] =>
    model.system && model.text(model.system, property)?.trim() ? [model.system] : [];

/** The requirements, in the order of the MDR. */
export const rows: readonly Row[] = [
  {
    mdr: "1",
    ivdr: "1",
    clauses: ["Mdr1", "Ivdr1"],
    threats: harmful,
    controls: measures("FailSafeMode", "SafetyLimits", "LocalAlarm", "ResourcePartitioning", "UserConfirmation"),
    others: ({ model }) => model.of("harm"),
  },
  { mdr: "2", ivdr: "2", clauses: [], others: systemWith("benefit-risk") },
  {
    mdr: "3",
    ivdr: "3",
    clauses: ["Mdr3", "Ivdr3"],
    threats: all,
    practices: ["SecurityManagement", "SecurityRequirements", "IssueManagement"],
  },
  {
    mdr: "4",
    ivdr: "4",
    clauses: ["Mdr4", "Ivdr4"],
    threats: all,
    controls: everyControl,
    practices: ["SecureByDesign"],
    others: decisions,
  },
  {
    mdr: "5",
    ivdr: "5",
    clauses: ["Mdr5", "Ivdr5"],
    controls: measures("UserConfirmation", "PatientIdentityCheck", "InputPlausibility", "SecurityGuidance"),
    others: ({ derived, model }) => declared(derived, "actor").filter((actor) => model.text(actor, "skills")),
  },
  {
    mdr: "6",
    ivdr: "6",
    clauses: [],
    controls: capabilities("CSUP", "RDMP", "SBOM"),
    practices: ["UpdateManagement"],
    others: systemWith("support-ends"),
  },
  {
    mdr: "7",
    ivdr: "7",
    clauses: [],
    controls: measures("TamperEvidence", "TamperResponse", "PhysicalLock", "SupplierVerification", "SecureBoot", "BuildIntegrity"),
  },
  {
    mdr: "8",
    ivdr: "8",
    clauses: ["Mdr8", "Ivdr8"],
    threats: ({ analysis }) => residual(analysis),
    others: (context) => [...systemWith("benefit-risk")(context), ...decisions(context)],
  },
  {
    mdr: "14.1",
    ivdr: "13.1",
    clauses: ["Mdr14_1", "Ivdr13_1"],
    applies: hasOthers,
    threats: withOthers,
    controls: capabilities("NAUT", "TXIG"),
  },
  {
    mdr: "14.2(d)",
    ivdr: "13.2(d)",
    clauses: ["Mdr14_2d", "Ivdr13_2d"],
    applies: hasOthers,
    threats: byStride("denial-of-service"),
    controls: measures("ResourcePartitioning", "RateLimiting", "InputValidation", "ProcessIsolation", "SystemHardening"),
  },
  {
    mdr: "14.5",
    ivdr: "13.5",
    clauses: ["Mdr14_5", "Ivdr13_5"],
    applies: hasOthers,
    threats: withOthers,
    controls: measures("InputValidation", "StoreAndForward", "DeliveryConfirmation", "LinkLossDetection"),
  },
  {
    mdr: "17.1",
    ivdr: "16.1",
    clauses: ["Mdr17_1", "Ivdr16_1"],
    threats: byStride("denial-of-service"),
    controls: measures("FailSafeMode", "Watchdog", "RedundantSensing", "ResourcePartitioning", "SafetyLimits", "StorageIntegrity"),
  },
  {
    mdr: "17.2",
    ivdr: "16.2",
    clauses: ["Mdr17_2", "Ivdr16_2"],
    threats: all,
    controls: everyControl,
    practices: [
      "SecurityManagement",
      "SecurityRequirements",
      "SecureByDesign",
      "SecureImplementation",
      "SecurityTesting",
      "IssueManagement",
      "UpdateManagement",
      "SecurityGuidelines",
    ],
  },
  {
    mdr: "17.3",
    ivdr: "16.3",
    clauses: ["Mdr17_3", "Ivdr16_3"],
    applies: (context) => mobile(context).length > 0,
    threats: (context) =>
      context.analysis.threats.filter(({ element }) =>
        mobile(context).some((device) => device === element || context.model.isInside(element, device)),
      ),
    controls: measures("AppIntegrityCheck", "KeyProtection", "RemoteRevocation"),
    others: mobile,
  },
  {
    mdr: "17.4",
    ivdr: "16.4",
    clauses: ["Mdr17_4", "Ivdr16_4"],
    threats: ({ analysis }) => analysis.threats.filter(({ assuming }) => assuming.length > 0),
  },
  {
    mdr: "18.8",
    clauses: ["Mdr18_8"],
    threats: byStride("spoofing", "elevation-of-privilege"),
    controls: capabilities("PAUT", "NAUT", "AUTH", "ALOF", "PLOK", "CONN"),
  },
  {
    mdr: "22.1",
    ivdr: "19.1",
    clauses: ["Mdr22_1", "Ivdr19_1"],
    applies: hasLayUsers,
    controls: measures("PairingControl", "UserConfirmation", "SecurityGuidance", "AutomaticLogoff", "PersonAuthentication"),
    others: ({ derived, model }) => declared(derived, "actor").filter((actor) => model.text(actor, "skills")),
  },
  { mdr: "23.1(g)", ivdr: "20.1(g)", clauses: ["Mdr23_1g", "Ivdr20_1g"], others: decisions },
  { mdr: "23.1", ivdr: "20.1", clauses: [], practices: ["SecurityGuidelines"], others: systemWith("version") },
  { mdr: "23.2(m)", ivdr: "20.2(m)", clauses: [], applies: ({ analysis }) => residual(analysis).length > 0, others: decisions },
  { mdr: "23.4(g)", clauses: ["Mdr23_4g"], others: decisions },
  { mdr: "23.4(h)", clauses: ["Mdr23_4h"] },
  { mdr: "23.4(i)", ivdr: "20.4.1(r)", clauses: ["Mdr23_4i", "Ivdr20_4_1r"] },
  { mdr: "23.4(j)", ivdr: "20.4.1(p)", clauses: ["Mdr23_4j", "Ivdr20_4_1p"] },
  { mdr: "23.4(k)", ivdr: "20.4.1(s)", clauses: ["Mdr23_4k", "Ivdr20_4_1s"] },
  { mdr: "23.4(q)", ivdr: "20.4.1(j)", clauses: ["Mdr23_4q", "Ivdr20_4_1j"] },
  { mdr: "23.4(v)", ivdr: "20.4.1(ac)", clauses: ["Mdr23_4v", "Ivdr20_4_1ac"], controls: measures("SecureErase", "RemoteRevocation") },
  { mdr: "23.4(ab)", ivdr: "20.4.1(ah)", clauses: ["Mdr23_4ab", "Ivdr20_4_1ah"] },
];

/** The rows that bind a system: those that its regulations have. */
export function rowsOf({ model }: Context): readonly Row[] {
  const regulations = model.system ? model.texts(model.system, "regulation") : [];
  return rows.filter((row) => regulations.length === 0 || regulations.includes("MDR") || row.ivdr !== undefined);
}

/** How a row is cited under the regulations of the system. */
export function citeOf({ model }: Context, { mdr, ivdr }: Row): string {
  const regulations = model.system ? model.texts(model.system, "regulation") : [];
  const cites = [
    ...(regulations.includes("IVDR") && !regulations.includes("MDR") ? [] : [`MDR ${mdr}`]),
    ...(regulations.includes("IVDR") && ivdr ? [`IVDR ${ivdr}`] : []),
  ];
  return cites.join(", ");
}

/** What meets a row. */
export function metBy(context: Context, row: Row): Met {
  const { analysis, derived } = context;
  const nothing = { row, threats: [], controls: [], evidence: [], requirements: [], assumptions: [], items: [], others: [] };
  if (row.applies && !row.applies(context)) return { ...nothing, state: "inapplicable" };
  const serves = (names: readonly string[]): boolean => names.some((name) => row.clauses.includes(name));
  const requirements = analysis.requirements.filter(({ requirement }) => serves(requirement.clauses.map(({ name }) => name)));
  const found = {
    row,
    threats: row.threats?.(context) ?? [],
    controls: row.controls?.(context) ?? [],
    evidence: declared(derived, "evidence").filter((one) => one.kinds.some(({ name }) => row.practices?.includes(name))),
    requirements,
    assumptions: [...new Set(requirements.flatMap(({ assuming }) => assuming))],
    items: items
      .filter((item) => serves(item.clauses))
      .map((item) => context.filling(item.id))
      .filter(({ state }) => state !== "inapplicable"),
    others: [...new Set(row.others?.(context) ?? [])],
  };
  return { ...found, state: stateOf(found) };
}

function stateOf({
  row,
  threats,
  controls,
  evidence,
  requirements,
  assumptions,
  items: fillings,
  others,
}: Omit<Met, "state">): Met["state"] {
  const declarations = [...controls, ...evidence, ...assumptions, ...others, ...fillings.flatMap(({ sources }) => sources)];
  if (declarations.length === 0) return "missing";
  const shown = new Set(evidence.flatMap(({ kinds }) => kinds.map(({ name }) => name)));
  const isOpen =
    threats.some(({ state }) => state === "open" || state === "planned") ||
    requirements.some(({ state }) => state === "missing") ||
    fillings.some(({ state }) => state === "missing" || state === "partial") ||
    row.practices?.some((practice) => !shown.has(practice));
  return isOpen ? "partial" : "filled";
}
