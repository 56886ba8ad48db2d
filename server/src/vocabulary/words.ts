// The closed word sets of the language, with the meaning of each word.
import type { WordSet } from "./types.ts";

// A program that needs one set is bundled with that one.
// @__NO_SIDE_EFFECTS__
const set = (name: string, title: string, ordered: boolean, words: Record<string, string>): WordSet => ({
  name,
  title,
  ordered,
  words: Object.entries(words),
});

/** Who can reach or manages something, from most to least trusted. */
export const party: WordSet = set("party", "Party", true, {
  nobody: "No person or system reaches it",
  manufacturer: "The manufacturer of the device",
  integrator: "Who integrates the device into the operator's environment",
  "third-party": "A supplier or service provider under contract",
  operator: "The organisation that operates the device, e.g. a hospital, and its staff",
  user: "A person who uses the device or a companion of it outside an organisation's control, e.g. a patient at home",
  "patients-and-visitors": "Anyone who is let into the building: patients, relatives, visitors",
  public: "Anyone, anywhere",
});

/** Who manages a boundary. */
export const manager: WordSet = set("manager", "Manager", true, {
  manufacturer: "The manufacturer of the device",
  integrator: "Who integrates the device into the operator's environment",
  "third-party": "A supplier or service provider under contract",
  operator: "The organisation that operates the device, e.g. a hospital",
  user: "A private person, e.g. a patient at home",
  public: "Nobody in particular: the internet, a public place",
});

/** EU regulation that the device falls under. */
export const regulation: WordSet = set("regulation", "Regulation", false, {
  MDR: "Regulation (EU) 2017/745 on medical devices",
  IVDR: "Regulation (EU) 2017/746 on in vitro diagnostic medical devices",
});

/** The law or guidance that a clause is of. */
export const framework: WordSet = set("framework", "Law or guidance", false, {
  MDR: "Regulation (EU) 2017/745 on medical devices",
  IVDR: "Regulation (EU) 2017/746 on in vitro diagnostic medical devices",
  GDPR: "Regulation (EU) 2016/679 on the protection of personal data",
  NIS2: "Directive (EU) 2022/2555 on cybersecurity of important and essential entities",
  CSA: "Regulation (EU) 2019/881, Cybersecurity Act",
  CRA: "Regulation (EU) 2024/2847, Cyber Resilience Act",
  FDA: "Guidance of the US FDA on cybersecurity in premarket submissions",
  DE: "German law and guidance",
});

/** What a clause asks a model of a device under it to show. */
export const duty: WordSet = set("duty", "Duty", false, {
  "practice-evidence": "Evidence for each practice of the secure lifecycle",
  "component-list": "The components of the software",
  "update-flow": "How updates reach what installs them",
  logging: "That security events are recorded",
  "fail-safe": "What happens to an essential function when something fails",
  "hosted-data": "Where data that are hosted off the premises lie, and what protects them",
  "benefit-risk": "Why the benefits outweigh residual risks that are not acceptable",
});

/** How a security problem and patients' safety hang together (MDCG 2019-16, Annexes II and IV). */
export const safetyRelation: WordSet = set("safety-relation", "Relation of security and safety", false, {
  "security-risk-with-safety-impact": "A security risk that can harm a patient",
  "security-risk-only": "A security risk that harms no patient",
  "security-control-with-safety-impact": "A security measure that can get into the way of care",
  "safety-control-with-security-impact": "A measure for safety that opens a way for attackers",
  "indirect-safety-impact": "Something is not available when care needs it",
});

/** What a serious incident is, by the time in which it has to be reported: MDR Art. 87(3) to (5), IVDR Art. 82(3) to (5). */
export const reportingTime: WordSet = set("reporting", "Reporting of serious incidents", false, {
  "public-health-threat": "A serious threat to public health: at the latest 2 days after becoming aware",
  "death-or-unanticipated": "Death, or a serious deterioration of health that was not foreseen: at the latest 10 days",
  "other-serious": "Any other serious incident: at the latest 15 days",
});

/** Whether an incident touched information (MDCG 2019-16, 5.2). */
export const informationState: WordSet = set("information", "Information", true, {
  none: "No information was touched",
  threatened: "Information was in danger; nothing shows that it was read, changed or lost",
  compromised: "Information was read, changed or lost",
});

/** What an incident did to the health of a person; from `temporary-deterioration` on it is serious (MDR Art. 2(65), IVDR Art. 2(68)). */
export const healthImpact: WordSet = set("health-impact", "Impact on health", true, {
  none: "Nobody's health was affected",
  negligible: "Inconvenience or passing discomfort",
  minor: "Temporary harm that is no serious deterioration of health",
  "temporary-deterioration": "Temporary serious deterioration of a person's health",
  "permanent-deterioration": "Permanent serious deterioration of a person's health",
  death: "Death of a patient, a user or another person",
});

/** What the use of products is counted in. */
export const exposureUnit: WordSet = set("unit", "Unit of exposure", false, {
  "device-days": "Days of all devices in use, summed up",
  "device-years": "Years of all devices in use, summed up",
  units: "Devices in the field",
  uses: "Uses, e.g. treatments or tests",
});

/** Annexes of the terminology of the IMDRF for adverse events. */
export const codeAnnex: WordSet = set("annex", "Annex of the IMDRF terminology", false, {
  A: "Medical device problem",
  B: "Type of investigation",
  C: "Investigation findings",
  D: "Investigation conclusion",
  E: "Health effects: clinical signs, symptoms and conditions",
  F: "Health effects: health impact",
  G: "Component",
  own: "A code of the manufacturer",
});

/** Documents whose items are asked for. */
export const documentLists: WordSet = set("documents", "Documents", false, {
  instructions: "The security section of the instructions for use",
  administration: "The other documentation, for administrators and service",
  provider: "The information for healthcare providers",
  gspr: "The checklist of the general safety and performance requirements",
  views: "The security architecture views",
});

/** Risk class of the device. */
export const deviceClass: WordSet = set("class", "Risk class", false, {
  I: "MDR class I",
  Is: "MDR class I, sterile",
  Im: "MDR class I, measuring function",
  Ir: "MDR class I, reusable surgical instrument",
  IIa: "MDR class IIa",
  IIb: "MDR class IIb",
  III: "MDR class III",
  A: "IVDR class A",
  B: "IVDR class B",
  C: "IVDR class C",
  D: "IVDR class D",
});

/** Where the device is used. */
export const environment: WordSet = set("environment", "Environment of use", false, {
  hospital: "A healthcare facility",
  home: "The patient's home or daily life",
  laboratory: "A laboratory",
  ambulance: "A vehicle or another emergency setting",
  cloud: "A data centre",
});

/** Severity of harm to a person, after ISO 14971. */
export const harmSeverity: WordSet = set("harm-severity", "Severity of harm", true, {
  negligible: "Inconvenience or passing discomfort",
  minor: "Temporary injury that needs no professional care",
  serious: "Injury that needs professional care",
  critical: "Permanent impairment or life-threatening injury",
  catastrophic: "Death",
});

/** Severity of a threat. */
export const severity: WordSet = set("severity", "Severity of a threat", true, {
  low: "Little effect on security or safety",
  medium: "Noticeable effect, limited in reach or easily noticed",
  high: "Serious effect on protected data or on the device's function",
  critical: "May endanger patients or the whole installed base",
});

/** Need for integrity, availability or confidentiality. */
export const need: WordSet = set("need", "Protection need", true, {
  low: "Loss is hardly noticed",
  medium: "Loss disturbs",
  high: "Loss does serious damage",
  critical: "Loss can endanger patients",
});

/** Classification of data. */
export const classification: WordSet = set("classification", "Classification", false, {
  public: "May be known to anyone",
  internal: "For the organisation only",
  confidential: "Trade or security secrets",
  personal: "Personal data (GDPR Art. 4(1))",
  health: "Data concerning health (GDPR Art. 4(15), 9)",
  credential: "Passwords, tokens and keys",
});

/** State of a control, from weakest to strongest. */
export const status: WordSet = set("status", "Status", true, {
  planned: "Decided, not yet built",
  implemented: "Built; no evidence stated",
  verified: "Built and shown to work by evidence",
});

/** The six STRIDE classes. */
export const stride: WordSet = set("stride", "STRIDE", false, {
  spoofing: "Pretending to be someone or something else",
  tampering: "Changing data, code or hardware",
  repudiation: "Denying having done something",
  "information-disclosure": "Learning what one should not",
  "denial-of-service": "Keeping something from working",
  "elevation-of-privilege": "Doing what one is not allowed to do",
});

/** The seven classes of privacy threats (LINDDUN). */
export const linddun: WordSet = set("linddun", "LINDDUN", false, {
  linking: "Data or acts are tied to each other, and so to one person, without the name",
  identifying: "It comes out whose data they are",
  "non-repudiation": "A person cannot deny what the data say",
  detecting: "That there are data, an account or a device gives the person away",
  "data-disclosure": "More data, or more people who see them, than the purpose needs",
  unawareness: "The person is not told, or cannot act on what is told",
  "non-compliance": "Data protection law, a contract or a policy is not kept",
});

/** Effort an attack needs from someone who reaches the element. */
export const difficulty: WordSet = set("difficulty", "Difficulty", true, {
  easy: "Public tools, little knowledge",
  moderate: "Specialist knowledge or a favourable situation",
  hard: "Laboratory, insider knowledge or long preparation",
});

/** How far a measure on a container reaches. */
export const reach: WordSet = set("reach", "Reach", false, {
  itself: "Only the element that is named",
  contents: "Everything inside the container",
  flows: "Flows that begin or end inside the container",
  crossings: "Flows over the container's border",
  interfaces: "Interfaces of the container",
});

/** Layer of defence in depth at which a measure stands. */
export const layer: WordSet = set("layer", "Layer", false, {
  network: "On the way between devices",
  device: "In a device's platform or hardware",
  process: "In the application",
  data: "On the data itself",
  people: "With persons and organisation",
});

/** Force of a requirement. */
export const force: WordSet = set("force", "Force", true, {
  may: "Worded as an option",
  should: "Worded as a recommendation",
  must: "Worded as an obligation",
});

/** Where a requirement is raised. */
export const place: WordSet = set("place", "Place", false, {
  system: "Once for the system",
  boundary: "For each boundary",
  device: "For each device of the manufacturer",
  external: "For each external system",
  flow: "For each flow",
});

/** Direction of an interface, seen from its device. */
export const direction: WordSet = set("direction", "Direction", false, {
  inbound: "Others open the connection",
  outbound: "The device opens the connection",
  both: "Either side opens the connection",
});

/** What an interface is made of. */
export const medium: WordSet = set("medium", "Medium", false, {
  wired: "A wired network",
  wireless: "A radio link",
  physical: "A local port that takes a cable or a medium, e.g. USB, serial",
  debug: "A debug or board connection, e.g. JTAG, headers",
  human: "A screen, keyboard, badge reader: a person acts on it",
  software: "A programming interface inside a host",
});

/** How far a radio interface reaches. */
export const range: WordSet = set("range", "Radio range", true, {
  contact: "A few centimetres",
  room: "A room",
  building: "A building and its surroundings",
  wide: "A public radio network",
});

/** When an interface works. */
export const enabled: WordSet = set("enabled", "Enabled", false, {
  always: "In normal use",
  "service-mode": "Only while service mode is on",
  never: "Disabled in the product as shipped",
});

/** What a person does with the system. */
export const actorRole: WordSet = set("actor-role", "Role of a person", false, {
  clinical: "Healthcare professional",
  patient: "Patient or lay user",
  caregiver: "Relative or other lay helper",
  administrator: "IT or biomedical administrator of the operator",
  service: "Service technician of the manufacturer or its partner",
  developer: "Staff of the manufacturer",
  visitor: "Anyone else on the premises",
});

/** Rights a process runs with. */
export const privilege: WordSet = set("privilege", "Privilege", true, {
  user: "An unprivileged account or a sandbox",
  administrator: "An administrator or root account",
  kernel: "The operating system's kernel, or firmware without separation",
});

/** What a process parses or accepts from outside. */
export const input: WordSet = set("input", "Accepted input", false, {
  files: "Files chosen by a person or another system",
  archives: "Compressed archives",
  xml: "XML, including SOAP, CDA and POCT1-A",
  json: "JSON",
  "hl7-v2": "HL7 v2 messages",
  dicom: "DICOM objects",
  lis: "Laboratory messages (ASTM, CLSI LIS)",
  html: "Markup shown to a person",
  sql: "Values that reach a database query",
  ldap: "Values that reach a query of a directory",
  commands: "Values that reach a shell or an interpreter",
  urls: "Addresses that the process then fetches",
  objects: "Serialized objects of a programming language",
  text: "Free text read by a language model",
  signals: "Signals of a sensor",
});

/** Whether an element is part of the design under analysis. */
export const scope: WordSet = set("scope", "Scope", false, {
  in: "Part of the analysed design",
  out: "Not part of it; only a source of threats",
});

/** Who looks after a component's security (IEC 81001-5-1, 4.3). */
export const itemClass: WordSet = set("item-class", "Software item class", false, {
  maintained: "The manufacturer maintains its security",
  supported: "The manufacturer informs about its risks and updates",
  required: "Needed from the environment; its security is not in the manufacturer's hands",
});

/** Whether a vulnerability can be exploited in the product: the statuses of VEX, before which stands that nobody has looked. */
export const vulnerabilityStatus: WordSet = set("vulnerability-status", "Status of a vulnerability", false, {
  "not-assessed": "Nobody has looked yet",
  "under-investigation": "Being looked into (CycloneDX: in_triage)",
  affected: "It can be exploited in this product, and is not fixed (CycloneDX: exploitable)",
  "not-affected": "It cannot be exploited in this product (CycloneDX: not_affected)",
  fixed: "It is fixed in the version that the model describes (CycloneDX: resolved)",
});

/** Why a product is not affected: the impact analysis justifications of CycloneDX. */
export const vulnerabilityJustification: WordSet = set("vulnerability-justification", "Justification", false, {
  "code-not-present": "The vulnerable code was removed or is not part of the product",
  "code-not-reachable": "Nothing in the product calls the vulnerable code",
  "requires-configuration": "It takes a setting that the product does not use",
  "requires-dependency": "It takes another component that the product does not have",
  "requires-environment": "It takes surroundings that the product does not run in",
  "protected-by-compiler": "A setting of the compiler prevents it",
  "protected-at-runtime": "A protection at run time prevents it",
  "protected-at-perimeter": "What stands at the border of the product or network keeps attackers from it",
  "protected-by-mitigating-control": "A control of the product prevents it",
});

/** What a manufacturer does about a vulnerability: the responses of CycloneDX. */
export const vulnerabilityResponse: WordSet = set("vulnerability-response", "Response", false, {
  update: "An update fixes it",
  rollback: "An older version without it is to be used",
  workaround: "Users can work around it (CycloneDX: workaround_available)",
  "can-not-fix": "It cannot be fixed",
  "will-not-fix": "It will not be fixed",
});

/** Role of a word in the residual-risk scale: what answers a threat. */
export const answer: WordSet = set("answer", "Answer", true, {
  open: "Nothing answers it",
  planned: "Answered by a planned control",
  accepted: "Accepted by a decision",
  assumed: "Answered by an assumption about the environment",
  designed: "Answered by what a protocol or kind gives",
  implemented: "Answered by an implemented control",
  verified: "Answered by a verified control",
});

/** All sets, for the reference documentation. */
export const wordSets: readonly WordSet[] = [
  party,
  manager,
  regulation,
  framework,
  duty,
  documentLists,
  deviceClass,
  environment,
  harmSeverity,
  severity,
  need,
  classification,
  status,
  stride,
  linddun,
  safetyRelation,
  reportingTime,
  informationState,
  healthImpact,
  exposureUnit,
  codeAnnex,
  difficulty,
  reach,
  layer,
  force,
  place,
  direction,
  medium,
  range,
  enabled,
  actorRole,
  privilege,
  input,
  scope,
  itemClass,
  vulnerabilityStatus,
  vulnerabilityJustification,
  vulnerabilityResponse,
  answer,
];
