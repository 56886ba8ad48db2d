// What the elements of a generated model exchange, and the statements that answer their threats. Names of kinds, protocols,
// measures, requirements and threats are the catalogue's.

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
