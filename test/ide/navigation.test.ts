// Ways through a model: definition and its relatives, references, highlights, links, the hierarchy of flows, linked names.
import { checkFlows, checkHighlights, checkLinked, checkLinks, checkReferences, checkTargets } from "../support/features.ts";

const zone = `
//- /zone.ward
import "ward:medical"
boundary Zone : Network { managed-by: operator  device Host : Server { process App } }
//- /main.ward
import "./zone.ward"
`;

type Way = Parameters<typeof checkTargets>[0];

const targets: readonly (readonly [what: string, way: Way, fixture: string, shipped?: readonly string[]])[] = [
  ["a name in the same file", "definition", "device <|A|>\nflow F $0A -> A"],
  ["a name right after it", "definition", "device <|A|>\nflow F A$0 -> A"],
  ["its own name", "definition", "device <|$0A|>"],
  ["a name in another file", "definition", `${zone.replace("boundary Zone", "boundary <|Zone|>")}device B { within: $0Zone }`],
  ["an inner segment of a path", "definition", `${zone.replace("device Host", "device <|Host|>")}flow F Zone.Ho$0st.App -> App`],
  ["the last segment of a path", "definition", `${zone.replace("process App", "process <|App|>")}flow F Zone.Host.A$0pp -> App`],
  [
    "the container of a wildcard",
    "definition",
    `${zone.replace("boundary Zone", "boundary <|Zone|>")}accept LateralMovement on Zo$0ne.* { reason: "" }`,
  ],
  ["a kind of the catalogue", "definition", "device A : Ser$0ver", ["ward:core/kinds.ward: Server"]],
  [
    "a threat, with what overrides it",
    "definition",
    'override threat <|DefaultCredentials|> { severity: low }\naccept Default$0Credentials on A { reason: "" }\ndevice A',
    ["ward:core/threats-credentials.ward: DefaultCredentials"],
  ],
  [
    "a threat without what overrides it",
    "declaration",
    "override threat Default$0Credentials { severity: low }",
    ["ward:core/threats-credentials.ward: DefaultCredentials"],
  ],
  [
    "a measure in `mitigated-by`",
    "definition",
    "threat T on flow { stride: spoofing  when: commands  severity: low  mitigated-by: Tls or M$0ine }\nmeasure <|Mine|> { capability: TXCF  layer: data }",
  ],
  [
    "a kind in a condition",
    "definition",
    "kind <|K|> of device\nthreat T on flow { stride: spoofing  when: target is $0K  severity: low }",
  ],
  ["an import", "definition", '//- /a.ward\n<||>device A\n//- /main.ward\nimport "./$0a.ward"'],
  ["a property of the house, where it is set", "definition", "property <|speed|> of device : number\ndevice A { spe$0ed: 3 }"],
  [
    "a property of the house, where a condition asks",
    "definition",
    "property <|speed|> of device : number\nthreat T on flow { stride: spoofing  when: target.spe$0ed > 3  severity: low }",
  ],
  ["nothing from a word of a set", "definition", "actor A { role: clin$0ical }"],
  ["nothing from a keyword", "definition", "dev$0ice A"],
  ["nothing from a name that is unknown", "definition", "flow F Not$0hing -> Nowhere"],
  ["nothing from a comment", "definition", "// dev$0ice A\ndevice A"],

  ["the kinds of an element", "typeDefinition", "kind <|K|> of device\nkind <|L|> of device\ndevice A : K, L\nflow F $0A -> A"],
  ["the kinds of an element, from its own name", "typeDefinition", "kind <|K|> of device\ndevice $0A : K"],
  ["the protocol of a flow", "typeDefinition", "protocol <|P|>\ndevice A\nflow $0F A -> A { protocol: P }"],
  [
    "the threat of a decision, from its keyword",
    "typeDefinition",
    'device A\nacc$0ept DefaultCredentials on A { reason: "" }',
    ["ward:core/threats-credentials.ward: DefaultCredentials"],
  ],
  [
    "the threat of a decision, from its name",
    "typeDefinition",
    'device A\naccept Default$0Credentials on A { reason: "" }',
    ["ward:core/threats-credentials.ward: DefaultCredentials"],
  ],
  [
    "the measures of a control",
    "typeDefinition",
    "control $0C : Backup { protects: A  status: planned }\ndevice A",
    ["ward:core/measures-host.ward: Backup"],
  ],
  ["no type of an element without kind", "typeDefinition", "device $0A"],

  [
    "what answers a threat: controls and decisions",
    "implementation",
    `
threat T$0h on device { stride: spoofing  when: portable  severity: low  mitigated-by: M }
measure M { capability: TXCF  layer: data }
device A { portable: yes }
device B { portable: yes }
control <|C|> : M { protects: A  status: verified }
<|accept|> Th on B { reason: "" }
`.replace("<|accept|> Th", "accept <|Th|>"),
  ],
  [
    "what states a requirement",
    "implementation",
    'assumption <|V|> : Network$0Segmentation { about: Z  responsible: operator }\nboundary Z { managed-by: operator }\nimport "ward:medical"',
  ],
  [
    "what is of a kind, or of one that specialises it",
    "implementation",
    "kind K$0 of device\nkind <|L|> : K of device\ndevice <|A|> : K\ndevice <|B|> : L\ndevice C",
  ],
  [
    "what uses a protocol, or one that specialises it",
    "implementation",
    "protocol P$0\nprotocol <|Q|> : P\ndevice A\nflow <|F|> A -> A { protocol: P }\nflow <|G|> A -> A { protocol: Q }\nflow H A -> A",
  ],
  ["what gives a measure", "implementation", "control <|C|> : $0Backup { protects: A  status: planned }\ndevice A"],
  [
    "what is of a kind in other models that see the file",
    "implementation",
    '//- /kinds.ward\nkind K$0 of device\n//- /a.ward\nimport "./kinds.ward"\ndevice <|A|> : K\n//- /b.ward\nimport "./kinds.ward"\ndevice <|B|> : K',
  ],
];

describe("going somewhere leads to", () => {
  for (const [what, way, fixture, shipped] of targets) it(`${what} (${way})`, () => checkTargets(way, fixture, shipped));
});

const everywhere = `
//- /zone.ward
boundary <|Zone|> { managed-by: operator  device Host  }
//- /a.ward
import "./zone.ward"
device A { within: <|Zo$0ne|> }
flow F <|Zone|>.Host -> A
accept DefaultCredentials on <|Zone|>.* { reason: "Zone" }
view V { shows: <|Zone|>, <|Zone|>.Host }
//- /b.ward
import "./zone.ward"
control C : Backup { protects: <|Zone|>.Host  status: planned }
`;

describe("references", () => {
  it("are found in every model that sees the declaration", () => checkReferences(everywhere));
  it("of a kind stand in headers and conditions", () =>
    checkReferences(
      "kind <|K|> of device\nkind L : <|$0K|> of device\ndevice A : <|K|>\nthreat T on flow { stride: spoofing  when: any carries and (target is <|K|>)  severity: high when source is <|K|>, low otherwise }",
    ));
  it("of a measure stand in `mitigated-by`, also in what an override replaced", () =>
    checkReferences(`
measure <|M$0|> { capability: TXCF  layer: data }
threat T on device { stride: spoofing  when: portable  severity: low  mitigated-by: <|M|> or Backup }
override threat T { mitigated-by: <|M|> }
control C : <|M|> { protects: A  status: planned }
device A
`));
  it("of a threat stand in decisions, overrides and requirements", () =>
    checkReferences(`
threat <|T|> on device { stride: spoofing  when: portable  severity: low }
threat U on device { stride: spoofing  when: portable  severity: low  refines: <|T|> }
override threat <|T|> { severity: high }
accept <|$0T|> on A { reason: "T" }
requirement R { per: device  when: portable  force: must  answers: <|T|> }
device A
`));
  it("of a property of the house stand where it is set and asked for", () =>
    checkReferences(
      'property speed of flow : text\nproperty <|speed|> of device : number\ndevice A { <|speed|>: 3 }\nkind K of device { <|sp$0eed|>: 4 }\nthreat T on flow { stride: spoofing  when: target.<|speed|> > 3 and speed = "x"  severity: low }'
        .replace("<|sp$0eed|>", "<|speed|>")
        .replace("property <|speed|>", "property <|spe$0ed|>"),
    ));
  it("of nothing are none", () => checkReferences("device A { portable: y$0es }"));
});

describe("highlights", () => {
  it("are the names in this file; the declaration is written", () =>
    checkHighlights(everywhere.replace("boundary <|Zone|>", "boundary Zone").replace("protects: <|Zone|>", "protects: Zone"), []));
  it("count an override as written", () =>
    checkHighlights(
      'device A\naccept <|T|> on A { reason: "" }\noverride threat <|$0T|> { severity: low }\nthreat <|T|> on device { stride: spoofing  when: portable  severity: low }',
      [1, 2],
    ));
  it("of nothing are none", () => checkHighlights("dev$0ice A", []));
});

describe("linked editing", () => {
  it("links a name with its uses inside the declaration", () =>
    checkLinked("boundary <|$0Zone|> { managed-by: operator  device A  device B { within: <|Zone|> } }\nflow F A -> B"));
  it("starts from a use, too", () => checkLinked("boundary <|Zone|> { managed-by: operator  device B { within: <|Zo$0ne|> } }"));
  it("links nothing when another place would be forgotten", () =>
    checkLinked("boundary $0Zone { managed-by: operator  device B { within: Zone } }\ndevice C { within: Zone }"));
  it("links nothing when there is no use", () => checkLinked("boundary $0Zone { managed-by: operator }"));
  it("links nothing that ships", () => checkLinked("device A : $0Server"));
});

describe("links", () => {
  it("lead to imported files, and to CWE, CAPEC and CVE pages", () =>
    checkLinks(
      `
//- /main.ward
import "<|./a.ward|>"
import "<|ward:medical|>"
import "./nowhere.ward"
threat T on flow { stride: spoofing  when: commands  severity: low  references: <|CWE-306|>, <|CAPEC-94|>, <|CVE-2024-12345|>  explain: "CWE-1" }
//- /a.ward
device A
`,
      [
        "a.ward",
        "ward:medical/clauses.ward",
        "https://cwe.mitre.org/data/definitions/306.html",
        "https://capec.mitre.org/data/definitions/94.html",
        "https://www.cve.org/CVERecord?id=CVE-2024-12345",
      ],
    ));
});

const talk = `
device Gateway { process Broker }
device Pump { process Firmware  store Log }
actor Nurse { role: clinical }
data Order { classification: health }
flow Send Broker -> Firmware { carries: Order }
flow Resend Broker -> Firmware
flow Enter Nurse -> Firmware
flow Write Firmware -> Log
flow Report Firmware -> Broker
`;

const hierarchy: readonly (readonly [what: string, from: string, to: string, parties: string[], incoming: string[], outgoing: string[]])[] =
  [
    [
      "a process",
      "process Firmware",
      "process $0Firmware",
      ["Pump.Firmware"],
      ["Gateway.Broker: Send, Resend", "Nurse: Enter"],
      ["Pump.Log: Write", "Gateway.Broker: Report"],
    ],
    [
      "a device: only what crosses its border",
      "device Pump",
      "device $0Pump",
      ["Pump"],
      ["Gateway.Broker: Send, Resend", "Nurse: Enter"],
      ["Gateway.Broker: Report"],
    ],
    ["an end of a flow", "flow Enter Nurse", "flow Enter $0Nurse", ["Nurse"], [], ["Pump.Firmware: Enter"]],
    [
      "a flow: its ends",
      "flow Send",
      "flow $0Send",
      ["Gateway.Broker", "Pump.Firmware"],
      ["Pump.Firmware: Report"],
      ["Pump.Firmware: Send, Resend"],
    ],
    [
      "data: who sends and receives them",
      "data Order",
      "data $0Order",
      ["Gateway.Broker", "Pump.Firmware"],
      ["Pump.Firmware: Report"],
      ["Pump.Firmware: Send, Resend"],
    ],
    ["nothing else", "classification: health", "classification: $0health", [], [], []],
  ];

describe("the hierarchy of flows begins at", () => {
  for (const [what, from, to, ...rest] of hierarchy) it(what, () => checkFlows(talk.replace(from, to), ...rest));
});
