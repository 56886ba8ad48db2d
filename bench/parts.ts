// What generated models are made of: devices as hospitals, clouds and homes have them, the data they exchange, and the
// statements that answer their threats. Names of kinds, protocols, measures, requirements and threats are the catalogue's.

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

/** A datum with the name by which flows call it. */
export interface DatumPart {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly properties: readonly string[];
  /** Protocols that carry it over a network, and the verb of such flows. */
  readonly protocols: readonly string[];
  readonly verb: string;
  readonly commands?: boolean;
}

/** The data of every generated model. */
export const data: readonly DatumPart[] = [
  {
    name: "Order",
    title: "Infusion order",
    kind: "TherapyCommand",
    properties: ["integrity: critical", "harms: Overdose, Underdose"],
    protocols: ["HTTPS", "SDC", "HL7v2", "MutualHTTPS"],
    verb: "Sends",
    commands: true,
  },
  {
    name: "Vitals",
    title: "Vital signs",
    kind: "Measurement",
    properties: ["harms: MissedAlarm"],
    protocols: ["HL7v2", "HL7v2Tls", "FHIR", "SDC", "MqttTls"],
    verb: "Reports",
  },
  {
    name: "AlarmEvent",
    title: "Alarm",
    kind: "Alarm",
    properties: ["harms: MissedAlarm"],
    protocols: ["SDC", "MqttTls", "HL7v2"],
    verb: "Raises",
  },
  {
    name: "Image",
    title: "Images",
    kind: "MedicalImage",
    properties: ["harms: DelayedDiagnosis"],
    protocols: ["DICOM", "DicomTls", "DicomWeb"],
    verb: "Stores",
  },
  {
    name: "Result",
    title: "Laboratory result",
    kind: "LaboratoryResult",
    properties: ["harms: WrongTreatment"],
    protocols: ["LIS", "HL7v2", "HL7v2Tls"],
    verb: "Delivers",
  },
  {
    name: "PatientRecord",
    title: "Patient record",
    kind: "HealthRecord",
    properties: ["availability: medium"],
    protocols: ["FHIR", "HTTPS", "HL7v2Tls"],
    verb: "Reads",
  },
  {
    name: "TherapySettings",
    title: "Therapy settings",
    kind: "TherapyConfiguration",
    properties: ["harms: WrongTreatment"],
    protocols: ["HTTPS", "SDC"],
    verb: "Sets",
    commands: true,
  },
  {
    name: "DrugLibrary",
    title: "Drug library",
    kind: "TherapyConfiguration",
    properties: ["harms: Overdose"],
    protocols: ["HTTPS", "SFTP"],
    verb: "Distributes",
  },
  {
    name: "Update",
    title: "Software update",
    kind: "SoftwareUpdate",
    properties: ["availability: low"],
    protocols: ["HTTPS"],
    verb: "Installs",
  },
  { name: "AuditTrail", title: "Audit trail", kind: "AuditRecord", properties: [], protocols: ["SyslogTls", "Syslog"], verb: "Logs" },
  {
    name: "ServiceLog",
    title: "Service data",
    kind: "ServiceData",
    properties: ["classification: internal"],
    protocols: ["HTTPS", "SFTP", "SSH"],
    verb: "Exports",
  },
  {
    name: "Login",
    title: "Credentials of a person",
    kind: "Credential",
    properties: [],
    protocols: ["LDAPS", "LDAP", "HTTPS"],
    verb: "Checks",
  },
  { name: "DeviceKey", title: "Key of a device", kind: "CryptographicKey", properties: [], protocols: ["MutualHTTPS"], verb: "Renews" },
  { name: "Clock", title: "Time", kind: "TimeSignal", properties: [], protocols: ["NTP", "NtpNts"], verb: "Fetches" },
];

/** The harms of every generated model. */
export const harms: readonly (readonly [name: string, title: string, severity: string])[] = [
  ["Overdose", "Patient receives an overdose", "catastrophic"],
  ["Underdose", "Patient receives too little", "critical"],
  ["MissedAlarm", "A dangerous state goes unnoticed", "catastrophic"],
  ["WrongTreatment", "Patient is treated for what is not there", "critical"],
  ["DelayedDiagnosis", "Diagnosis comes too late", "serious"],
];

/** Controls of one device: what they are called and what they realise. */
export const deviceControls: readonly (readonly [name: string, title: string, measures: string])[] = [
  ["Hardening", "Reduced system", "SystemHardening, LeastPrivilege"],
  ["Boot", "Verified start", "SecureBoot, SignedUpdate, RollbackProtection"],
  ["Login", "Login with roles", "PersonAuthentication, RoleBasedAccess, AccountLockout"],
  ["Parsing", "Checked input", "SafeParsing, InputPlausibility"],
  ["Storage", "Encrypted storage", "StorageConfidentiality, StorageIntegrity, StoreAccessControl"],
  ["Ports", "Closed ports", "PortControl, DebugPortLock, PhysicalLock"],
  ["FailSafe", "Works without network", "FailSafeMode, ResourcePartitioning, RateLimiting, Watchdog"],
  ["Audit", "Audit trail", "AuditLogging, LogIntegrity"],
];

/** Controls of a zone. */
export const zoneControls: readonly (readonly [name: string, title: string, measures: string])[] = [
  ["Firewall", "Firewall at the border", "NetworkFirewall, ZoneSeparation"],
  ["Encryption", "Encryption between all nodes", "MutualTls"],
  ["Detection", "Intrusion detection", "IntrusionDetection, RemoteLogging"],
];

/** Controls of single flows. */
export const flowControls: readonly (readonly [name: string, title: string, measures: string])[] = [
  ["Tls", "Mutual TLS with device certificates", "MutualTls"],
  ["Signature", "Signed messages", "MessageAuthentication, ReplayProtection"],
  ["Vpn", "Tunnel between sites", "VpnTunnel"],
  ["Confirmation", "Confirmed at the device", "UserConfirmation, SafetyLimits"],
];

/** Assumptions about a whole operator, and about single zones of it. */
export const assumptions: Readonly<Record<"system" | "zone", readonly (readonly [name: string, title: string, requirement: string])[]>> = {
  system: [
    ["LegalCompliance", "The operator complies with the law", "OperatorLegalCompliance"],
    ["Passwords", "Passwords follow a policy", "StrongPasswords"],
    ["Accounts", "Accounts are managed", "UserAccessManagement"],
    ["Patches", "Patches are installed in time", "DevicePatchProcess"],
  ],
  zone: [
    ["Segment", "The zone is a network of its own", "NetworkSegmentation"],
    ["Filter", "Only listed connections pass", "TrafficFiltering"],
    ["Wall", "A firewall guards the zone", "EnvironmentFirewall"],
    ["Rooms", "Rooms are locked", "SecureAreas"],
    ["Hosts", "Hosts are hardened", "EnvironmentHardening"],
    ["Scanners", "Hosts have malware protection", "AntiMalware"],
  ],
};

/** Decisions by the name of what they are on. */
export const decisions: Readonly<Record<string, readonly [keyword: "accept" | "transfer" | "dismiss", threat: string, reason: string]>> = {
  Usb: ["accept", "ExposedServicePort", "The port lies under a sealed cover"],
  Debug: ["dismiss", "OpenDebugPort", "The connector is not fitted in series production"],
  Wifi: ["accept", "RadioJamming", "Therapy goes on without the link, and the loss is shown"],
  Phone: ["transfer", "DeviceTheft", "The phone belongs to the patient, who is told"],
  Bluetooth: ["accept", "UncontrolledPairing", "Pairing needs a button inside the battery case"],
};

/** Software and hardware that is listed for devices. */
export const components: readonly (readonly [name: string, title: string, version: string, supplier: string, kind: string])[] = [
  ["OpenSsl", "OpenSSL", "3.0.16", "OpenSSL project", "CryptographicLibrary"],
  ["Linux", "Linux kernel", "6.6.30", "Linux Foundation", "OperatingSystem"],
  ["Sqlite", "SQLite", "3.45.1", "SQLite project", "DatabaseEngine"],
  ["Zlib", "zlib", "1.3.1", "zlib project", "SoftwareLibrary"],
  ["RadioStack", "Radio module", "2.4", "Module supplier", "RadioModule"],
  ["Runtime", "Language runtime", "21.0.3", "Runtime project", "RuntimeEnvironment"],
];
