// What a model answers to the questions of the MDS2 form: yes or no with what shows it, or nothing.
import { controlsOfCapability, controlsWith, declared, networkFlows, ofKind } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";

/** An answer; without `yes`, the notes are the answer, and without notes it is for people to give. */
export interface Answer {
  readonly yes?: boolean;
  readonly notes?: string;
  readonly about: readonly Entity[];
}

type Answering = (context: Context) => Answer;

const present = ({ model }: Context, found: readonly Entity[]): readonly Entity[] =>
  found.filter((one) => model.text(one, "status") !== "planned");

const shownBy = (context: Context, found: readonly Entity[]): Answer => ({
  yes: found.length > 0,
  notes: context.titles(found),
  about: found,
});

const controls =
  (...measures: readonly string[]): Answering =>
  (context) =>
    shownBy(context, present(context, controlsWith(context.derived, ...measures)));

const capability =
  (...names: readonly string[]): Answering =>
  (context) =>
    shownBy(context, present(context, controlsOfCapability(context.derived, ...names)));

const interfaces =
  (...kinds: readonly string[]): Answering =>
  (context) =>
    shownBy(
      context,
      ofKind(context.derived, ["interface"], ...kinds).filter((one) => context.derived.yes(one, "in-scope")),
    );

const said =
  (property: string): Answering =>
  (context) => {
    const { system } = context.model;
    const text = system ? context.said(system, property) : "";
    return text && system ? { notes: text, about: [system] } : { about: [] };
  };

const isPersonal = ({ model }: Context, data: Entity): boolean => ["personal", "health"].includes(model.text(data, "classification") ?? "");
const personalFlows = (context: Context): readonly Entity[] =>
  declared(context.derived, "flow").filter((flow) => context.model.refs(flow, "carries").some((data) => isPersonal(context, data)));
const personalStores = (context: Context): readonly Entity[] =>
  declared(context.derived, "store").filter((store) => context.model.refs(store, "holds").some((data) => isPersonal(context, data)));

const outside = (context: Context): readonly Entity[] =>
  networkFlows(context.derived).filter((flow) => {
    const managers = [flow.source, flow.target].map((end) => end && context.derived.word(end, "managed-by"));
    return managers.includes("operator") && managers.some((one) => one !== undefined && one !== "operator");
  });

const providedOn = (context: Context, flows: readonly Entity[], capabilityName: string): Answer => {
  const without = flows.filter(
    (flow) =>
      !context.coverage
        .providers(flow)
        .some(
          ({ status, measure }) =>
            status !== "planned" && context.model.refs(measure, "capability").some(({ name }) => name === capabilityName),
        ),
  );
  if (flows.length === 0) return { about: [] };
  return without.length === 0
    ? { yes: true, notes: context.titles(flows), about: flows }
    : { yes: false, notes: context.titles(without), about: without };
};

const practice =
  (name: string): Answering =>
  (context) =>
    shownBy(
      context,
      declared(context.derived, "evidence").filter(({ kinds }) => kinds.some((kind) => kind.name === name)),
    );

const components =
  (property?: string): Answering =>
  (context) => {
    const all = declared(context.derived, "component");
    const silent = property === undefined ? [] : all.filter((one) => !context.said(one, property));
    if (all.length === 0) return { yes: false, about: [] };
    return silent.length === 0 ? { yes: true, about: all } : { yes: false, notes: context.titles(silent), about: silent };
  };

/** By question; a question of the form that is not here is for people. */
export const answers: Readonly<Record<string, Answering>> = {
  "DOC-1": said("manufacturer"),
  "DOC-2": said("intended-use"),
  "DOC-3": (context) => ({
    notes: [context.subject, context.model.system ? context.said(context.model.system, "version") : ""].filter(Boolean).join(" "),
    about: context.model.system ? [context.model.system] : [],
  }),
  "DOC-5": said("contact"),
  "DOC-6": (context) => shownBy(context, networkFlows(context.derived)),
  "DOC-7": (context) => ({ notes: context.today, about: [] }),
  "DOC-8": practice("IssueManagement"),
  "DOC-10": (context) => shownBy(context, declared(context.derived, "view")),
  "MPII-1": (context) =>
    shownBy(
      context,
      declared(context.derived, "data").filter((data) => isPersonal(context, data)),
    ),
  "MPII-2": (context) => shownBy(context, personalStores(context)),
  "MPII-3.3": (context) =>
    shownBy(
      context,
      personalStores(context).filter((store) => context.model.yes(store, "removable")),
    ),
  "MPII-3.5": (context) =>
    shownBy(
      context,
      personalFlows(context).filter((flow) => context.derived.yes(flow, "networked") && !context.derived.yes(flow, "wireless")),
    ),
  "MPII-3.6": (context) =>
    shownBy(
      context,
      personalFlows(context).filter((flow) => context.derived.yes(flow, "wireless")),
    ),
  "MPII-3.7": (context) =>
    shownBy(
      context,
      personalFlows(context).filter((flow) => outside(context).includes(flow)),
    ),
  "ALOF-1": capability("ALOF"),
  "AUDT-1": controls("AuditLogging"),
  "AUDT-5": controls("RemoteLogging"),
  "AUDT-7": controls("LogIntegrity"),
  "AUTH-1": controls("PersonAuthentication", "RoleBasedAccess"),
  "AUTH-1.1": (context) => shownBy(context, ofKind(context.derived, ["external"], "IdentityProvider")),
  "AUTH-2": (context) => {
    const roles = declared(context.derived, "role");
    return { yes: roles.length > 1, notes: context.titles(roles), about: roles };
  },
  "CSUP-1": (context) => shownBy(context, ofKind(context.derived, ["component"], "SoftwareComponent")),
  "CSUP-2.3": (context) =>
    shownBy(
      context,
      networkFlows(context.derived).filter((flow) =>
        context.model.refs(flow, "carries").some((data) => [...context.model.kindsOf(data)].some(({ name }) => name === "SoftwareUpdate")),
      ),
    ),
  "DIDT-1": controls("DeIdentification", "Pseudonymization"),
  "DTBK-3": (context) => {
    const kept = ofKind(context.derived, ["store"], "BackupStore").filter((store) => context.model.yes(store, "removable"));
    return shownBy(context, kept);
  },
  "DTBK-4": (context) =>
    shownBy(
      context,
      ofKind(context.derived, ["store"], "BackupStore").filter((store) => !context.model.yes(store, "removable")),
    ),
  "DTBK-5": controls("Backup"),
  "EMRG-1": controls("EmergencyAccess"),
  "IGAU-1": controls("StorageIntegrity"),
  "MLDP-2": controls("MalwareProtection"),
  "MLDP-4": controls("ApplicationAllowList"),
  "NAUT-1": (context) => providedOn(context, networkFlows(context.derived), "NAUT"),
  "NAUT-2": controls("HostFirewall"),
  "CONN-1": interfaces("NetworkInterface", "WirelessInterface", "LocalPort"),
  "CONN-1.1": interfaces("WirelessInterface"),
  "CONN-1.1.1": interfaces("WifiInterface"),
  "CONN-1.1.2": interfaces("BluetoothInterface"),
  "CONN-1.1.3": (context) =>
    shownBy(
      context,
      interfaces("WirelessInterface")(context).about.filter(
        (one) => !["WifiInterface", "BluetoothInterface"].some((kind) => [...context.model.kindsOf(one)].some(({ name }) => name === kind)),
      ),
    ),
  "CONN-1.2": interfaces("NetworkInterface", "LocalPort"),
  "CONN-1.2.1": interfaces("Ethernet"),
  "CONN-1.2.2": interfaces("UsbPort"),
  "CONN-1.2.3": interfaces("MemoryCardSlot"),
  "CONN-2": (context) => shownBy(context, declared(context.derived, "interface")),
  "CONN-4": (context) => shownBy(context, outside(context)),
  "CONN-5": (context) => shownBy(context, ofKind(context.derived, ["process"], "WebService", "MessageBroker")),
  "CONN-7": (context) => {
    const flows = networkFlows(context.derived).filter((flow) =>
      context.model.refs(flow, "protocol").some((one) => [...context.model.kindsOf(one)].some(({ name }) => name === "TLS")),
    );
    return shownBy(context, flows);
  },
  "PAUT-1": controls("IndividualAccounts", "PersonAuthentication"),
  "PAUT-2": (context) => shownBy(context, ofKind(context.derived, ["external"], "IdentityProvider")),
  "PLOK-2": capability("PLOK"),
  "RDMP-1": practice("SecurityManagement"),
  "RDMP-4": controls("ComponentReplacement"),
  "SBOM-1": components(),
  "SBOM-2": (context) => ({ ...components()(context), notes: "CycloneDX 1.6" }),
  "SBOM-2.1": components(),
  "SBOM-2.2": components("supplier"),
  "SBOM-2.3": components("version"),
  "SAHD-3": controls("SecureBoot", "ApplicationAllowList", "AppIntegrityCheck", "SignedUpdate"),
  "SAHD-3.1": controls("SecureBoot", "ApplicationAllowList"),
  "SAHD-3.2": controls("SignedUpdate"),
  "SAHD-8": controls("PortControl", "HostFirewall", "DebugPortLock"),
  "SAHD-11": controls("SecureBoot"),
  "SGUD-1": practice("SecurityGuidelines"),
  "STCF-1": controls("StorageConfidentiality"),
  "TXCF-2": (context) =>
    providedOn(
      context,
      personalFlows(context).filter((flow) => networkFlows(context.derived).includes(flow)),
      "TXCF",
    ),
  "TXIG-1": (context) => providedOn(context, networkFlows(context.derived), "TXIG"),
  "RMOT-1": (context) =>
    shownBy(
      context,
      declared(context.derived, "flow").filter((flow) => context.model.yes(flow, "remote-service")),
    ),
  "RMOT-1.1": controls("OperatorConsent"),
};
