// What the healthcare provider gets to know, after the guidance on MDR and IVDR.
import { backup, detection, failSafe, instructions } from "./instructions.ts";
import * as pick from "./select.ts";
import type { Item } from "./types.ts";

const item = (id: string, number: string, title: string, rest: Pick<Item, "sources" | "fill"> & Partial<Item>): Item => ({
  id,
  title,
  list: "provider",
  source: `MDCG 2019-16 rev. 1, 4.3 (${number})`,
  clauses: ["Mdr17_4", "Mdr23_4ab", "Ivdr16_4", "Ivdr20_4_1ah"],
  ...rest,
});

// The provider hears the same as the user about some things.
function like(id: string): Pick<Item, "sources" | "fill"> & Partial<Item> {
  const { applies, sources, words, complete, starts, told, toldBy, matter, fill } = instructions.find((one) => one.id === id) as Item;
  return {
    sources,
    fill,
    ...(applies ? { applies } : {}),
    ...(words === undefined ? {} : { words }),
    ...(complete ? { complete } : {}),
    ...(starts ? { starts } : {}),
    ...(told ? { told } : {}),
    ...(toldBy ? { toldBy } : {}),
    ...(matter === undefined ? {} : { matter }),
  };
}

/** The items for healthcare providers. */
export const provider: readonly Item[] = [
  item("HcpRecommendedControls", "1", "Recommended controls of the environment", like("RecommendedEnvironmentControls")),
  item("CriticalFunctionProtection", "2", "Protection of critical functions", {
    sources: (found) => [
      ...new Set([
        ...failSafe(found),
        ...pick.controlsWith(
          found.facts,
          "ResourcePartitioning",
          "SafetyLimits",
          "RedundantSensing",
          "ProcessIsolation",
          "UserConfirmation",
        ),
      ]),
    ],
    toldBy: ["missing-fail-safe"],
    matter: "fail-safe",
    starts: [
      { keyword: "control", of: "FailSafeMode" },
      { keyword: "control", of: "ResourcePartitioning" },
    ],
    fill: "declare the `control`s that keep the essential function going, such as `FailSafeMode` or `ResourcePartitioning`",
  }),
  item("BackupRestoreProcedures", "3", "Backup and restore of configurations", like("BackupRestore")),
  item("InfrastructureGuidance", "4", "Supporting infrastructure", {
    applies: ({ facts }) => pick.declared(facts, "external").length > 0,
    sources: ({ facts }) => pick.declared(facts, "external"),
    fill: "declare each system that the device needs as an `external`",
  }),
  item("SecureConfiguration", "5", "Secure configuration", {
    sources: ({ facts }) => [
      ...new Set([
        ...pick.declared(facts, "control").filter((control) => facts.model.text(control, "configuration")),
        ...pick.controlsWith(facts, "SystemHardening", "HostFirewall", "MalwareProtection", "SecurityConfiguration", "PortControl"),
      ]),
    ],
    words: "configuration",
    matter: "configuration",
    starts: [{ keyword: "control", of: "SystemHardening", words: ["configuration"] }],
    fill: "declare how the device is hardened, e.g. a `control` of `SystemHardening`, with its `configuration`",
  }),
  item("PortsList", "6", "Ports and interfaces", {
    sources: ({ facts }) => pick.declared(facts, "interface"),
    lacking: ({ facts }) => pick.lacking(facts, pick.declared(facts, "interface"), "purpose"),
    starts: [{ keyword: "interface", of: "Ethernet", words: ["purpose"] }],
    fill: "declare each `interface` of each device, unused ones too, with its `purpose`",
  }),
  item("NetworkDiagrams", "7", "Network diagrams", {
    sources: ({ facts }) => pick.declared(facts, "view"),
    starts: [{ keyword: "view" }],
    fill: "declare a `view` that shows the connections",
  }),
  item("ConnectedDeploymentInstructions", "8", "Networked deployment, service and response to incidents", {
    property: "contact",
    sources: ({ facts }) => [
      ...new Set([
        ...pick.systemWith(facts, "contact"),
        ...pick.controlsOfCapability(facts, "RMOT"),
        ...pick.declared(facts, "flow").filter((flow) => facts.model.yes(flow, "remote-service")),
      ]),
    ],
    words: "contact",
    fill: "give the `system` its `contact`: where the provider reports a weakness or an incident",
  }),
  item("AnomalyAnnouncement", "8 a", "How anomalies are announced", {
    sources: detection,
    matter: "detection",
    starts: [
      { keyword: "control", of: "IntrusionDetection" },
      { keyword: "control", of: "LinkLossDetection" },
    ],
    fill: "declare a `control` that notices and tells, e.g. `IntrusionDetection` or `LinkLossDetection`",
  }),
  item("ForensicEvidence", "8 b", "How evidence is kept", {
    sources: ({ facts }) => [
      ...pick.controlsWith(facts, "AuditLogging", "RemoteLogging", "LogIntegrity"),
      ...pick.ofKind(facts, ["store"], "LogStore"),
    ],
    toldBy: ["missing-logging"],
    starts: [{ keyword: "control", of: "AuditLogging" }],
    fill: "declare a `control` of `AuditLogging` and the `store` of kind `LogStore` it writes to",
  }),
  item("ConfigurationRecovery", "8 c", "Recovery of the configuration", {
    sources: backup,
    words: "procedure",
    matter: "backup",
    starts: [{ keyword: "control", of: "Backup", words: ["procedure"] }],
    fill: "declare a `control` of `Backup` with its `procedure`, and the privileged `role` that restores",
  }),
  item("HcpOutsideEnvironmentRisks", "9", "Risks outside the intended environment", like("OutsideEnvironmentRisks")),
];
