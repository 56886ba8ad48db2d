// Which requirements of Annex I bear on security, and what in a model meets each: threats, controls, evidence, assumptions, items.
import type { Entity } from "../../model/types.ts";
import type { RequirementInstance, ThreatInstance } from "../types.ts";
import { fillingOf, items } from "./index.ts";
import { controlsOfCapability, controlsWith, declared, foreignPlatforms, systemWith as inSystem, ofKind, residual } from "./select.ts";
import type { Filling, Found, Item, Start } from "./types.ts";

/** Numbers of requirements of Annex I of the MDR. */
export type AnnexNumber =
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7"
  | "8"
  | "14.1"
  | "14.2(d)"
  | "14.5"
  | "17.1"
  | "17.2"
  | "17.3"
  | "17.4"
  | "18.8"
  | "22.1"
  | "23.1(g)"
  | "23.1"
  | "23.2(m)"
  | "23.4(g)"
  | "23.4(h)"
  | "23.4(i)"
  | "23.4(j)"
  | "23.4(k)"
  | "23.4(q)"
  | "23.4(v)"
  | "23.4(ab)";

/** A requirement of Annex I. */
export interface Row {
  /** Number in the MDR, which is also its name here. */
  readonly mdr: AnnexNumber;
  /** Number in the IVDR; absent where it has no twin. */
  readonly ivdr?: string;
  /** Names of the catalogue's clauses. */
  readonly clauses: readonly string[];
  readonly applies?: (found: Found) => boolean;
  readonly threats?: (found: Found) => readonly ThreatInstance[];
  readonly controls?: (found: Found) => readonly Entity[];
  /** Practices of the secure lifecycle whose evidence shows it. */
  readonly practices?: readonly string[];
  /** The declaration that would begin to meet it; or a property of the system. */
  readonly start: Start | { readonly property: string };
  /** Further declarations that meet it. */
  readonly others?: (found: Found) => readonly Entity[];
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

const all = ({ threats }: Found): readonly ThreatInstance[] => threats;
const byStride =
  (...classes: readonly string[]) =>
  ({ threats }: Found): readonly ThreatInstance[] =>
    threats.filter(({ threat }) => threat.stride.some((one) => classes.includes(one)));
const harmful = ({ threats }: Found): readonly ThreatInstance[] => threats.filter(({ harms }) => harms.length > 0);
const withOthers = (found: Found): readonly ThreatInstance[] =>
  found.threats.filter(({ element }) => element.source?.keyword === "external" || element.target?.keyword === "external");
const capabilities =
  (...names: readonly string[]) =>
  ({ facts }: Found): readonly Entity[] =>
    controlsOfCapability(facts, ...names);
const measures =
  (...names: readonly string[]) =>
  ({ facts }: Found): readonly Entity[] =>
    controlsWith(facts, ...names);
const everyControl = ({ facts }: Found): readonly Entity[] => declared(facts, "control");
const decisions = ({ facts }: Found): readonly Entity[] => (["accept", "transfer"] as const).flatMap((keyword) => declared(facts, keyword));
const hasOthers = ({ facts }: Found): boolean => declared(facts, "external").length > 0 || foreignPlatforms(facts).length > 0;
const hasLayUsers = ({ facts }: Found): boolean =>
  declared(facts, "actor").some((actor) => ["patient", "caregiver"].includes(facts.model.text(actor, "role") ?? ""));
const mobile = ({ facts }: Found): readonly Entity[] => ofKind(facts, ["device"], "Smartphone");
const systemWith =
  (property: string) =>
  ({ facts }: Found): readonly Entity[] =>
    inSystem(facts, property);

/** The requirements, in the order of the MDR. */
export const rows: readonly Row[] = [
  {
    mdr: "1",
    ivdr: "1",
    start: { keyword: "control", of: "FailSafeMode" },
    clauses: ["Mdr1", "Ivdr1"],
    threats: harmful,
    controls: measures("FailSafeMode", "SafetyLimits", "LocalAlarm", "ResourcePartitioning", "UserConfirmation"),
    others: ({ facts }) => facts.model.of("harm"),
  },
  { mdr: "2", ivdr: "2", start: { property: "benefit-risk" }, clauses: [], others: systemWith("benefit-risk") },
  {
    mdr: "3",
    ivdr: "3",
    start: { keyword: "evidence", of: "SecurityManagement", words: ["document"] },
    clauses: ["Mdr3", "Ivdr3"],
    threats: all,
    practices: ["SecurityManagement", "SecurityRequirements", "IssueManagement"],
  },
  {
    mdr: "4",
    ivdr: "4",
    start: { keyword: "control" },
    clauses: ["Mdr4", "Ivdr4"],
    threats: all,
    controls: everyControl,
    practices: ["SecureByDesign"],
    others: decisions,
  },
  {
    mdr: "5",
    ivdr: "5",
    start: { keyword: "control", of: "UserConfirmation" },
    clauses: ["Mdr5", "Ivdr5"],
    controls: measures("UserConfirmation", "PatientIdentityCheck", "InputPlausibility", "SecurityGuidance"),
    others: ({ facts }) => declared(facts, "actor").filter((actor) => facts.model.text(actor, "skills")),
  },
  {
    mdr: "6",
    ivdr: "6",
    start: { property: "support-ends" },
    clauses: [],
    controls: capabilities("CSUP", "RDMP", "SBOM"),
    practices: ["UpdateManagement"],
    others: systemWith("support-ends"),
  },
  {
    mdr: "7",
    ivdr: "7",
    start: { keyword: "control", of: "SecureBoot" },
    clauses: [],
    controls: measures("TamperEvidence", "TamperResponse", "PhysicalLock", "SupplierVerification", "SecureBoot", "BuildIntegrity"),
  },
  {
    mdr: "8",
    ivdr: "8",
    start: { property: "benefit-risk" },
    clauses: ["Mdr8", "Ivdr8"],
    threats: residual,
    others: (found) => [...systemWith("benefit-risk")(found), ...decisions(found)],
  },
  {
    mdr: "14.1",
    ivdr: "13.1",
    start: { keyword: "control", of: "NodeAuthentication" },
    clauses: ["Mdr14_1", "Ivdr13_1"],
    applies: hasOthers,
    threats: withOthers,
    controls: capabilities("NAUT", "TXIG"),
  },
  {
    mdr: "14.2(d)",
    ivdr: "13.2(d)",
    start: { keyword: "control", of: "RateLimiting" },
    clauses: ["Mdr14_2d", "Ivdr13_2d"],
    applies: hasOthers,
    threats: byStride("denial-of-service"),
    controls: measures("ResourcePartitioning", "RateLimiting", "InputValidation", "ProcessIsolation", "SystemHardening"),
  },
  {
    mdr: "14.5",
    ivdr: "13.5",
    start: { keyword: "control", of: "InputValidation" },
    clauses: ["Mdr14_5", "Ivdr13_5"],
    applies: hasOthers,
    threats: withOthers,
    controls: measures("InputValidation", "StoreAndForward", "DeliveryConfirmation", "LinkLossDetection"),
  },
  {
    mdr: "17.1",
    ivdr: "16.1",
    start: { keyword: "control", of: "FailSafeMode" },
    clauses: ["Mdr17_1", "Ivdr16_1"],
    threats: byStride("denial-of-service"),
    controls: measures("FailSafeMode", "Watchdog", "RedundantSensing", "ResourcePartitioning", "SafetyLimits", "StorageIntegrity"),
  },
  {
    mdr: "17.2",
    ivdr: "16.2",
    start: { keyword: "evidence", of: "SecurityTesting", words: ["document"] },
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
    start: { keyword: "control", of: "AppIntegrityCheck" },
    clauses: ["Mdr17_3", "Ivdr16_3"],
    applies: (found) => mobile(found).length > 0,
    threats: (found) =>
      found.threats.filter(({ element }) =>
        mobile(found).some((device) => device === element || found.facts.model.isInside(element, device)),
      ),
    controls: measures("AppIntegrityCheck", "KeyProtection", "RemoteRevocation"),
    others: mobile,
  },
  {
    mdr: "17.4",
    ivdr: "16.4",
    start: { keyword: "assumption", words: ["stated-in"] },
    clauses: ["Mdr17_4", "Ivdr16_4"],
    threats: ({ threats }) => threats.filter(({ assuming }) => assuming.length > 0),
  },
  {
    mdr: "18.8",
    start: { keyword: "control", of: "PersonAuthentication" },
    clauses: ["Mdr18_8"],
    threats: byStride("spoofing", "elevation-of-privilege"),
    controls: capabilities("PAUT", "NAUT", "AUTH", "ALOF", "PLOK", "CONN"),
  },
  {
    mdr: "22.1",
    ivdr: "19.1",
    start: { keyword: "control", of: "UserConfirmation" },
    clauses: ["Mdr22_1", "Ivdr19_1"],
    applies: hasLayUsers,
    controls: measures("PairingControl", "UserConfirmation", "SecurityGuidance", "AutomaticLogoff", "PersonAuthentication"),
    others: ({ facts }) => declared(facts, "actor").filter((actor) => facts.model.text(actor, "skills")),
  },
  { mdr: "23.1(g)", ivdr: "20.1(g)", start: { keyword: "data", of: "HealthData" }, clauses: ["Mdr23_1g", "Ivdr20_1g"], others: decisions },
  {
    mdr: "23.1",
    ivdr: "20.1",
    start: { property: "version" },
    clauses: [],
    practices: ["SecurityGuidelines"],
    others: systemWith("version"),
  },
  {
    mdr: "23.2(m)",
    ivdr: "20.2(m)",
    start: { keyword: "accept" },
    clauses: [],
    applies: (found) => residual(found).length > 0,
    others: decisions,
  },
  { mdr: "23.4(g)", start: { keyword: "data", of: "HealthData" }, clauses: ["Mdr23_4g"], others: decisions },
  { mdr: "23.4(h)", start: { keyword: "component", of: "OperatingSystem", words: ["version", "supplier"] }, clauses: ["Mdr23_4h"] },
  { mdr: "23.4(i)", ivdr: "20.4.1(r)", start: { property: "installation" }, clauses: ["Mdr23_4i", "Ivdr20_4_1r"] },
  { mdr: "23.4(j)", ivdr: "20.4.1(p)", start: { keyword: "actor", words: ["skills"] }, clauses: ["Mdr23_4j", "Ivdr20_4_1p"] },
  {
    mdr: "23.4(k)",
    ivdr: "20.4.1(s)",
    start: { keyword: "control", of: "SignedUpdate", words: ["procedure"] },
    clauses: ["Mdr23_4k", "Ivdr20_4_1s"],
  },
  {
    mdr: "23.4(q)",
    ivdr: "20.4.1(j)",
    start: { keyword: "external", of: "HospitalWorkstation", words: ["platform"] },
    clauses: ["Mdr23_4q", "Ivdr20_4_1j"],
  },
  {
    mdr: "23.4(v)",
    ivdr: "20.4.1(ac)",
    start: { keyword: "control", of: "SecureErase" },
    clauses: ["Mdr23_4v", "Ivdr20_4_1ac"],
    controls: measures("SecureErase", "RemoteRevocation"),
  },
  { mdr: "23.4(ab)", ivdr: "20.4.1(ah)", start: { keyword: "assumption", words: ["stated-in"] }, clauses: ["Mdr23_4ab", "Ivdr20_4_1ah"] },
];

/** The rows that bind a system: those that its regulations have. */
export function rowsOf({ facts: { model } }: Found): readonly Row[] {
  const regulations = model.system ? model.texts(model.system, "regulation") : [];
  return rows.filter((row) => regulations.length === 0 || regulations.includes("MDR") || row.ivdr !== undefined);
}

/** How a row is cited under the regulations of the system. */
export function citeOf({ facts: { model } }: Found, { mdr, ivdr }: Row): string {
  const regulations = model.system ? model.texts(model.system, "regulation") : [];
  const cites = [
    ...(regulations.includes("IVDR") && !regulations.includes("MDR") ? [] : [`MDR ${mdr}`]),
    ...(regulations.includes("IVDR") && ivdr ? [`IVDR ${ivdr}`] : []),
  ];
  return cites.join(", ");
}

/** What meets a row. */
export function metBy(found: Found, row: Row, fillingBy: (item: Item) => Filling = (item) => fillingOf(found, item)): Met {
  const nothing = { row, threats: [], controls: [], evidence: [], requirements: [], assumptions: [], items: [], others: [] };
  if (row.applies && !row.applies(found)) return { ...nothing, state: "inapplicable" };
  const serves = (names: readonly string[]): boolean => names.some((name) => row.clauses.includes(name));
  const requirements = found.requirements.filter(({ requirement }) => serves(requirement.clauses.map(({ name }) => name)));
  const meeting = {
    row,
    threats: row.threats?.(found) ?? [],
    controls: row.controls?.(found) ?? [],
    evidence: declared(found.facts, "evidence").filter((one) => one.kinds.some(({ name }) => row.practices?.includes(name))),
    requirements,
    assumptions: [...new Set(requirements.flatMap(({ assuming }) => assuming))],
    items: items
      .filter((item) => serves(item.clauses))
      .map(fillingBy)
      .filter(({ state }) => state !== "inapplicable"),
    others: [...new Set(row.others?.(found) ?? [])],
  };
  return { ...meeting, state: stateOf(meeting) };
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
