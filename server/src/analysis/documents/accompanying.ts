// What administrators and service need to know beside the instructions for use, after the guidance on MDR and IVDR.
import { updateIntegrity } from "./instructions.ts";
import * as pick from "./select.ts";
import type { Item } from "./types.ts";

const item = (id: string, title: string, rest: Pick<Item, "sources" | "fill"> & Partial<Item>): Item => ({
  id,
  title,
  list: "accompanying",
  source: "MDCG 2019-16 rev. 1, 4.2",
  clauses: ["Mdr17_4", "Ivdr16_4"],
  ...rest,
});

/** The items of the other documentation. */
export const accompanying: readonly Item[] = [
  item("DeviceControlsList", "Security controls of the device", {
    sources: ({ facts }) => pick.declared(facts, "control"),
    starts: [{ keyword: "control" }],
    fill: "declare the `control`s of the device",
  }),
  item("UpdateIntegrityProvisionsDoc", "Integrity of updates and patches, in detail", {
    sources: updateIntegrity,
    starts: [{ keyword: "control", of: "SignedUpdate" }],
    fill: "declare a `control` of `SignedUpdate` that protects what installs updates",
  }),
  item("HardwareProperties", "Properties of hardware", {
    sources: ({ facts }) => pick.ofKind(facts, ["component"], "HardwareComponent"),
    starts: [{ keyword: "component", of: "HardwareComponent", words: ["version", "supplier"] }],
    fill: "declare a `component` of kind `HardwareComponent` for each part that matters to security",
  }),
  item("SoftwareBillOfMaterials", "Software bill of materials", {
    sources: ({ facts }) => pick.ofKind(facts, ["component"], "SoftwareComponent"),
    toldBy: ["missing-component-list"],
    lacking: ({ facts }) => pick.lacking(facts, pick.ofKind(facts, ["component"], "SoftwareComponent"), "version", "supplier"),
    starts: [{ keyword: "component", of: "SoftwareComponent", words: ["version", "supplier"] }],
    fill: "declare each software part as a `component` with `version` and `supplier`",
  }),
  item("RolesAndPrivileges", "Roles and privileges", {
    sources: ({ facts }) => pick.declared(facts, "role"),
    starts: [{ keyword: "role", words: ["may"] }],
    fill: "declare each `role` with `on`, `may` and `held-by`",
  }),
  item("Logging", "Logging", {
    sources: ({ facts }) => pick.ofKind(facts, ["store"], "LogStore"),
    words: "capacity",
    toldBy: ["missing-logging"],
    starts: [{ keyword: "store", of: "LogStore", words: ["capacity", "retention"] }],
    fill: "declare the log as a `store` of kind `LogStore`, with `capacity` and `retention`",
  }),
  item("ProductionLaunch", "Going live", {
    property: "go-live",
    sources: ({ facts }) => pick.systemWith(facts, "go-live"),
    fill: "give the `system` its `go-live`: how it is taken into operation beside the operator's systems",
  }),
  item("OperationAndMonitoring", "Operation, administration and monitoring", {
    property: "operation",
    sources: ({ facts }) => pick.systemWith(facts, "operation"),
    fill: "give the `system` its `operation`",
  }),
  item("AdminWorkstationRequirements", "Requirements on administration workstations", {
    applies: ({ facts }) => pick.workstations(facts).length > 0,
    sources: ({ facts }) => pick.workstations(facts),
    words: "platform",
    matter: "workstation",
    fill: "give the workstation its `platform`: hardware, operating system, middleware, drivers, peripherals",
  }),
  item("NetworkDataStreamMatrix", "Network data streams", {
    applies: ({ facts }) => pick.networkFlows(facts).length > 0,
    sources: ({ facts }) => pick.networkFlows(facts),
    lacking: ({ facts }) => pick.lacking(facts, pick.networkFlows(facts), "protocol"),
    fill: "give each network `flow` its `protocol`",
  }),
  item("CloudDataStatement", "Data kept elsewhere", {
    applies: ({ facts }) => pick.hostedStores(facts).length > 0,
    sources: ({ facts }) => pick.hostedStores(facts),
    toldBy: ["unplaced-hosted-data"],
    lacking: ({ facts }) =>
      pick.lacking(facts, [...new Set(pick.hostedStores(facts).flatMap((store) => pick.hostOf(facts, store) ?? []))], "location"),
    fill: "give the hosting `boundary` its `location`",
  }),
  item("EnvironmentConfiguration", "Firewall rules", {
    applies: ({ facts }) => pick.networkFlows(facts).some((flow) => facts.yes(flow, "crosses-zone")),
    sources: ({ facts }) => pick.networkFlows(facts).filter((flow) => facts.yes(flow, "crosses-zone")),
    fill: "declare the `flow`s between zones with `protocol`, and `port` at the interfaces",
  }),
];
