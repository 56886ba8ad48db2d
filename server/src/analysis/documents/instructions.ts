// What the instructions for use have to say about security, after the guidance on MDR and IVDR.
import * as pick from "./select.ts";
import type { Found, Item } from "./types.ts";

const item = (id: string, title: string, clauses: readonly string[], rest: Pick<Item, "sources" | "fill"> & Partial<Item>): Item => ({
  id,
  title,
  list: "instructions",
  source: "MDCG 2019-16 rev. 1, 4.2",
  clauses,
  ...rest,
});

const requirementsClauses = ["Mdr23_4ab", "Ivdr20_4_1ah"];
const preparation = ["Mdr23_4i", "Ivdr20_4_1r"];

/** Controls by which updates are checked before they run. */
export const updateIntegrity = (found: Found): ReturnType<Item["sources"]> =>
  pick.controlsWith(found.facts, "SignedUpdate", "RollbackProtection", "AtomicUpdate", "SigningKeyProtection", "BuildIntegrity");

/** Controls that keep or regain a safe function. */
export const failSafe = (found: Found): ReturnType<Item["sources"]> =>
  pick.controlsWith(found.facts, "FailSafeMode", "EmergencyAccess", "LocalAlarm", "Watchdog");

/** Controls that notice and tell. */
export const detection = (found: Found): ReturnType<Item["sources"]> =>
  pick.controlsWith(
    found.facts,
    "IntrusionDetection",
    "LinkLossDetection",
    "DeliveryConfirmation",
    "LocalAlarm",
    "TamperEvidence",
    "TimePlausibility",
    "InputPlausibility",
    "AppIntegrityCheck",
  );

/** Controls by which data and settings come back. */
export const backup = (found: Found): ReturnType<Item["sources"]> => pick.controlsWith(found.facts, "Backup", "RedundantStorage");

/** The items for users. */
export const instructions: readonly Item[] = [
  item("RiskProfileSummary", "Risk profile and security objectives", ["Mdr23_4g", "Ivdr20_1g"], {
    sources: ({ facts }) => pick.declared(facts, "data"),
    starts: [{ keyword: "data", of: "HealthData" }],
    fill: "declare the `data` that matter, with `classification`, `integrity`, `availability` and `harms`",
  }),
  item("ResidualRisks", "Residual risks", ["Mdr23_1g", "Mdr23_4g", "Ivdr20_1g"], {
    sources: (found) => [
      ...(["accept", "transfer"] as const).flatMap((keyword) => pick.declared(found.facts, keyword)),
      ...(found.facts.model.system ? [found.facts.model.system] : []),
    ],
    complete: (found) => pick.residual(found).every((one) => one.state !== "open" && one.state !== "planned"),
    told: true,
    fill: "answer each open threat by a `control`, or decide on it with `accept` or `transfer`",
  }),
  item("OperatingSystemSpec", "Operating systems", ["Mdr23_4h"], {
    sources: ({ facts }) => pick.ofKind(facts, ["component"], "OperatingSystem"),
    starts: [{ keyword: "component", of: "OperatingSystem", words: ["version", "supplier"] }],
    fill: "declare a `component` of kind `OperatingSystem` with its `version`",
  }),
  item("UpdateIntegrityProvisions", "Integrity of updates and patches", ["Mdr23_4h", "Mdr23_4k", "Ivdr20_4_1s"], {
    sources: updateIntegrity,
    starts: [{ keyword: "control", of: "SignedUpdate" }],
    fill: "declare a `control` of `SignedUpdate` that protects what installs updates",
  }),
  item("SecurityConfigurationOptions", "Security options and their defaults", preparation, {
    sources: ({ facts }) => pick.declared(facts, "control").filter((control) => facts.model.text(control, "configuration")),
    matter: "configuration",
    starts: [{ keyword: "control", of: "SecurityConfiguration", words: ["configuration"] }],
    extends: { keyword: "control", property: "configuration" },
    fill: "give a `control` its `configuration`: what can or must be set, and what is set at delivery",
  }),
  item("Installation", "Installation", preparation, {
    property: "installation",
    sources: ({ facts }) => pick.systemWith(facts, "installation"),
    fill: "give the `system` its `installation`",
  }),
  item("InitialConfiguration", "First configuration", preparation, {
    property: "first-use",
    sources: ({ facts }) => [
      ...pick.systemWith(facts, "first-use"),
      ...pick.controlsWith(facts, "ForcedPasswordChange", "UniqueCredentials"),
    ],
    words: "first-use",
    fill: "give the `system` its `first-use`: what is set, and which credentials are changed, before the first patient",
  }),
  item("UpdateInstructions", "Installing security updates", [...preparation, "Mdr23_4k", "Ivdr20_4_1s"], {
    sources: ({ facts }) => pick.controlsOfCapability(facts, "CSUP"),
    words: "procedure",
    starts: [{ keyword: "control", of: "SignedUpdate", words: ["procedure"] }],
    fill: "give the `control` of updates its `procedure`, step by step",
  }),
  item("FailsafeProcedures", "Fail-safe operation", preparation, {
    sources: failSafe,
    words: "procedure",
    toldBy: ["missing-fail-safe"],
    matter: "fail-safe",
    starts: [
      { keyword: "control", of: "FailSafeMode", words: ["procedure"] },
      { keyword: "control", of: "EmergencyAccess", words: ["procedure"] },
    ],
    fill: "give a `control` of `FailSafeMode` or `EmergencyAccess` its `procedure`: how to enter and leave it, what works less, how data come back",
  }),
  item("AlertActionPlan", "What to do on an alert", preparation, {
    sources: detection,
    words: "procedure",
    matter: "detection",
    starts: [
      { keyword: "control", of: "LocalAlarm", words: ["procedure"] },
      { keyword: "control", of: "IntrusionDetection", words: ["procedure"] },
    ],
    fill: "give a `control` that notices trouble its `procedure`: what the user does when it alerts",
  }),
  item("UserRequirements", "Training and skills", ["Mdr23_4j", "Ivdr20_4_1p"], {
    sources: ({ facts }) =>
      pick.declared(facts, "actor").filter((actor) => facts.yes(actor, "in-scope") || facts.many(actor, "flows").length > 0),
    words: "skills",
    starts: [{ keyword: "actor", words: ["skills"] }],
    fill: "give the `actor`s their `skills`",
  }),
  item("WorkstationRequirements", "Requirements on workstations", ["Mdr23_4q", "Ivdr20_4_1j"], {
    applies: ({ facts }) => pick.workstations(facts).length > 0,
    sources: ({ facts }) => pick.workstations(facts),
    words: "platform",
    matter: "workstation",
    fill: "give the workstation its `platform`: hardware, operating system and versions, peripherals",
  }),
  item("EnvironmentAssumptions", "Assumptions about the environment of use", requirementsClauses, {
    sources: ({ facts }) => pick.declared(facts, "assumption"),
    toldBy: ["unpublished-assumption", "missing-assumption"],
    lacking: ({ facts }) => pick.lacking(facts, pick.declared(facts, "assumption"), "stated-in"),
    starts: [{ keyword: "assumption", words: ["stated-in"] }],
    fill: "declare an `assumption` for each requirement on the environment, with `stated-in`",
  }),
  item("OutsideEnvironmentRisks", "Risks outside the intended environment", requirementsClauses, {
    applies: ({ requirements }) => requirements.length > 0,
    sources: pick.reliedOn,
    told: true,
    fill: "declare an `assumption` for each requirement that is missing: what goes wrong where it does not hold follows from it",
  }),
  item("PlatformRequirements", "Requirements on the platform", requirementsClauses, {
    applies: ({ facts }) => pick.foreignPlatforms(facts).length > 0,
    sources: ({ facts }) => pick.foreignPlatforms(facts),
    words: "platform",
    fill: "give the device that others supply its `platform`: hardware, operating system and versions, drivers, peripherals",
  }),
  item("RecommendedEnvironmentControls", "Recommended controls of the environment", requirementsClauses, {
    applies: ({ requirements }) => requirements.length > 0,
    sources: ({ requirements }) => [...new Set(requirements.flatMap((one) => one.assuming))],
    complete: ({ requirements }) => requirements.every((one) => one.state !== "missing"),
    told: true,
    fill: "declare an `assumption` for each requirement that is missing",
  }),
  item("BackupRestore", "Backup and restore", requirementsClauses, {
    sources: backup,
    words: "procedure",
    matter: "backup",
    starts: [{ keyword: "control", of: "Backup", words: ["procedure"] }],
    fill: "give a `control` of `Backup` its `procedure`: how data and settings are saved and brought back",
  }),
];
