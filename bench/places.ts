// What stands in the places of a generated model: devices as hospitals, clouds and homes have them, with what is inside,
// and the systems and persons beside them. Names of kinds are the catalogue's.

/** Something inside a device. */
export interface Part {
  readonly keyword: "process" | "store" | "interface";
  readonly name: string;
  readonly kind: string;
  readonly properties: readonly string[];
}

/** A device with what is inside, most needed first. */
export interface DevicePart {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly properties: readonly string[];
  readonly parts: readonly Part[];
}

const process = (name: string, kind: string, ...properties: string[]): Part => ({ keyword: "process", name, kind, properties });
const store = (name: string, kind: string, holds: string): Part => ({ keyword: "store", name, kind, properties: [`holds: ${holds}`] });
const lan = (port: string, direction: string, purpose: string): Part => ({
  keyword: "interface",
  name: "Lan",
  kind: "Ethernet",
  properties: [`port: ${port}`, `direction: ${direction}`, `purpose: "${purpose}"`],
});
const wifi: Part = {
  keyword: "interface",
  name: "Wifi",
  kind: "WifiInterface",
  properties: ["direction: outbound", 'purpose: "Hospital network"'],
};
const bluetooth: Part = { keyword: "interface", name: "Bluetooth", kind: "BluetoothInterface", properties: ["direction: both"] };
const port = (name: string, kind: string, purpose: string): Part => ({
  keyword: "interface",
  name,
  kind,
  properties: [`purpose: "${purpose}"`],
});

const usb = port("Usb", "UsbPort", "Service and log export");
const panel = port("Panel", "Touchscreen", "Operation at the bedside");
const debug: Part = {
  keyword: "interface",
  name: "Debug",
  kind: "DebugPort",
  properties: ["enabled: never", 'purpose: "Production test"'],
};
const firmware = process("Firmware", "EmbeddedSoftware", "accepts: json", "privilege: administrator");
const updater = process("Updater", "UpdateAgent", "accepts: archives");
const log = store("EventLog", "LogStore", "AuditTrail");
const keys = store("Keys", "KeyStore", "DeviceKey");

/** What stands in the department of a hospital. */
export const departmentDevices: readonly DevicePart[] = [
  {
    name: "Pump",
    title: "Infusion pump",
    kind: "InfusionPump",
    properties: [
      'essential-function: "Deliver the programmed dose"',
      "harms: Overdose, Underdose",
      "physical-access: patients-and-visitors",
    ],
    parts: [
      firmware,
      store("Library", "ConfigurationStore", "DrugLibrary"),
      lan("443/tcp", "inbound", "Orders and status"),
      usb,
      panel,
      updater,
      wifi,
      log,
      debug,
    ],
  },
  {
    name: "Monitor",
    title: "Patient monitor",
    kind: "PatientMonitor",
    properties: ['essential-function: "Show vital signs and raise alarms"', "harms: MissedAlarm", "physical-access: patients-and-visitors"],
    parts: [
      process("Measuring", "EmbeddedSoftware", "accepts: signals"),
      store("Trends", "Database", "Vitals"),
      lan("6443/tcp", "both", "Vital signs"),
      panel,
      wifi,
      log,
      debug,
    ],
  },
  {
    name: "Ventilator",
    title: "Ventilator",
    kind: "Ventilator",
    properties: ['essential-function: "Ventilate the patient"', "harms: WrongTreatment", "physical-access: operator"],
    parts: [
      firmware,
      store("Settings", "ConfigurationStore", "TherapySettings"),
      lan("443/tcp", "both", "Settings and alarms"),
      panel,
      updater,
      usb,
      keys,
    ],
  },
  {
    name: "Scanner",
    title: "Computed tomography scanner",
    kind: "ComputedTomograph",
    properties: ['essential-function: "Make images for diagnosis"', "harms: DelayedDiagnosis", "physical-access: operator"],
    parts: [
      process("Acquisition", "DesktopApplication", "accepts: dicom", "privilege: user", "signs-in-users: yes"),
      store("Images", "FileStore", "Image"),
      lan("2762/tcp", "both", "Images and worklists"),
      panel,
      updater,
      log,
    ],
  },
  {
    name: "Analyser",
    title: "Laboratory analyser",
    kind: "LabAnalyser",
    properties: ['essential-function: "Measure samples"', "harms: DelayedDiagnosis, WrongTreatment", "physical-access: operator"],
    parts: [
      process("Control", "DesktopApplication", "accepts: lis", "privilege: administrator"),
      store("Results", "Database", "Result"),
      lan("1100/tcp", "both", "Orders and results"),
      panel,
      usb,
      log,
    ],
  },
  {
    name: "Gateway",
    title: "Device gateway",
    kind: "Gateway",
    properties: ["multi-patient: yes", "physical-access: operator"],
    parts: [
      process("Broker", "MessageBroker", "accepts: hl7-v2, json", "privilege: user"),
      store("Queue", "MessageQueue", "Order, Vitals"),
      lan("8883/tcp", "both", "Messages"),
      updater,
      keys,
    ],
  },
  {
    name: "Workstation",
    title: "Ward workstation",
    kind: "Workstation",
    properties: ["supplied-by: operator", "physical-access: operator"],
    parts: [
      process("Viewer", "DesktopApplication", "signs-in-users: yes", "memory-safe: yes"),
      store("Cache", "FileStore", "PatientRecord"),
      lan("443/tcp", "outbound", "Web application"),
    ],
  },
];

/** What runs in a cloud. */
export const cloudDevices: readonly DevicePart[] = [
  {
    name: "Portal",
    title: "Portal server",
    kind: "VirtualMachine",
    properties: ["multi-patient: yes"],
    parts: [
      process("Api", "WebService", "accepts: json, sql", "multi-tenant: yes", "signs-in-users: yes", "memory-safe: yes"),
      store("Records", "Database", "PatientRecord, Vitals"),
      lan("443/tcp", "inbound", "Programming interface"),
      process("Accounts", "IdentityService", "accepts: json"),
      keys,
    ],
  },
  {
    name: "Distribution",
    title: "Update distribution",
    kind: "ContainerHost",
    properties: ["multi-patient: yes"],
    parts: [
      process("Updates", "UpdateService", "accepts: files"),
      store("Packages", "ObjectStore", "Update"),
      lan("443/tcp", "inbound", "Updates"),
      keys,
    ],
  },
  {
    name: "Analytics",
    title: "Analysis server",
    kind: "Server",
    properties: ["multi-patient: yes"],
    parts: [
      process("Model", "LearnedModel", "accepts: json", "privilege: user"),
      store("Archive", "BackupStore", "Vitals, AuditTrail"),
      lan("5432/tcp", "both", "Records"),
      log,
    ],
  },
];

/** What a patient has at home. */
export const homeDevices: readonly DevicePart[] = [
  {
    name: "Phone",
    title: "Phone of the patient",
    kind: "Smartphone",
    properties: [],
    parts: [
      process("App", "MobileApp", "accepts: json", "signs-in-users: yes", "memory-safe: yes"),
      store("Diary", "Database", "Vitals"),
      bluetooth,
      { ...wifi, properties: ["direction: outbound", 'purpose: "Internet access"'] },
    ],
  },
  {
    name: "Wearable",
    title: "Wearable monitor",
    kind: "WearableMonitor",
    properties: ['essential-function: "Detect dangerous rhythms"', "harms: MissedAlarm", "physical-access: user"],
    parts: [process("Sensing", "EmbeddedSoftware", "accepts: signals"), store("Samples", "FileStore", "Vitals"), bluetooth, debug],
  },
  {
    name: "InsulinPump",
    title: "Insulin pump",
    kind: "InsulinPump",
    properties: ['essential-function: "Deliver insulin"', "harms: Overdose, Underdose", "physical-access: user"],
    parts: [firmware, store("Profile", "ConfigurationStore", "TherapySettings"), bluetooth, keys, debug],
  },
  {
    name: "Hub",
    title: "Home hub",
    kind: "BedsideHub",
    properties: ["physical-access: user"],
    parts: [
      process("Relay", "ProtocolConverter", "accepts: json"),
      store("Buffer", "MessageQueue", "Vitals"),
      bluetooth,
      lan("443/tcp", "outbound", "Upload"),
      updater,
    ],
  },
];

/** Systems beside the devices, by the kind of place. */
export const externals: Readonly<
  Record<"campus" | "department" | "cloud" | "home", readonly (readonly [name: string, title: string, kind: string])[]>
> = {
  campus: [
    ["Ehr", "Health record", "HealthInformationSystem"],
    ["Directory", "Directory of the hospital", "HospitalDirectory"],
    ["Pacs", "Image archive", "ImageArchive"],
    ["Lis", "Laboratory system", "LaboratoryInformationSystem"],
    ["TimeService", "Time service", "HospitalTimeService"],
    ["LogCollector", "Log server", "HospitalLogServer"],
  ],
  department: [
    ["Records", "Department system", "PatientDataManagementSystem"],
    ["NurseCall", "Nurse call", "AlarmDistributionSystem"],
    ["Engine", "Interface engine", "InterfaceEngine"],
  ],
  cloud: [
    ["PushService", "Push service of a phone platform", "MobilePlatformService"],
    ["Mail", "Mail provider", "CloudService"],
  ],
  home: [["Router", "Router of the patient", "NameServer"]],
};

/** Persons, by the kind of place. */
export const actors: Readonly<
  Record<"campus" | "department" | "cloud" | "home", readonly (readonly [name: string, title: string, kind: string])[]>
> = {
  campus: [["Administrator", "Administrator of the hospital", "Administrator"]],
  department: [
    ["Nurse", "Nurse", "HealthcareProfessional"],
    ["Physician", "Physician", "HealthcareProfessional"],
    ["Technician", "Service technician", "ServiceTechnician"],
    ["Visitor", "Visitor", "VisitorUser"],
  ],
  cloud: [["Operator", "Operations engineer", "DeveloperUser"]],
  home: [
    ["Patient", "Patient", "PatientUser"],
    ["Caregiver", "Relative of the patient", "CaregiverUser"],
  ],
};

/** Departments, after which files and boundaries are named. */
export const departments: readonly string[] = [
  "Cardiology",
  "IntensiveCare",
  "Oncology",
  "Radiology",
  "Laboratory",
  "Surgery",
  "Neonatology",
  "Neurology",
  "Emergency",
  "Dialysis",
  "Pulmonology",
  "Anaesthesia",
];
