// What completion suggests in a model, place by place: keywords, properties, words, names, kinds, headers.

import assert from "node:assert/strict";
import { completionsAt, type Expected, suggests } from "./completing.ts";

const model = `import "ward:medical"

harm Overdose "Overdose" { severity: serious }
data Order "Order" { classification: health  harms: Overdose }
data Settings "Settings" { classification: internal }

boundary Clinical "Clinical network" : Network {
  managed-by: operator
  device Gateway "Gateway" : Server { process Broker "Broker" }
  device Pump "Pump" : MedicalDevice {
    interface Lan "Network port" : Ethernet { port: 443/tcp  direction: inbound }
    process Firmware "Firmware" : EmbeddedSoftware
    store Library { holds: Settings }
  }
}
actor Nurse "Nurse" { role: clinical }
flow SendOrder "Send" Gateway.Broker -> Pump.Firmware { via: Pump.Lan  carries: Order  protocol: HTTPS }
`;

const rows: readonly (readonly [string, string, Expected])[] = [
  // Where something begins
  [
    "keywords of a model at the top level",
    "$0",
    { has: ["device", "flow", "import", "override", "threat"], not: ["row", "interfaces", "managed-by"] },
  ],
  [
    "a keyword as a skeleton with what it needs",
    "bou$0",
    { gives: { boundary: 'boundary <Name> "<Title>" {\n  managed-by: <manufacturer>\n}' } },
  ],
  [
    "a skeleton of a control",
    "control$0",
    { gives: { control: 'control <Name> "<Title>" : <Measure> {\n  protects: \n  status: <planned>\n}' } },
  ],
  ["a skeleton of a decision", "$0", { gives: { accept: 'accept <Threat> on <Element> {\n  reason: ""\n}' } }],
  ["a skeleton of a flow", "$0", { gives: { flow: 'flow <Name> "<Title>" <Source> -> <Target> {\n  |\n}'.replace("|", "") } }],
  ["a keyword alone where its declaration goes on", "dev$0 Pump2 { }", { gives: { device: "device| Pump2 { }" } }],
  ["an import ready for its path", "imp$0", { gives: { import: 'import "|"' }, retriggers: ["import"] }],
  ["no second system first", 'system S "S" { regulation: MDR  environment: home }\n$0', { not: ["row"], has: ["system"] }],
  [
    "catalogue keywords first in a catalogue",
    "measure A { }\nmeasure B { }\nmeasure C { }\nmeasure D { }\nmeasure E { }\nmeasure F { }\nmeasure G { }\nmeasure H { }\nmeasure I { }\n$0",
    { first: ["kind", "protocol", "capability", "measure", "threat"] },
  ],
  [
    "properties and declarations that may stand in a device",
    "device D {\n  $0\n}",
    { first: ["essential-function", "harms"], has: ["process", "interface", "device", "role"], not: ["boundary", "system", "actor"] },
  ],
  ["what is needed first", "control C : SecureBoot {\n  $0\n}", { first: ["protects", "status", "evidence"], not: ["process"] }],
  [
    "only what is still free",
    "control C : SecureBoot {\n  status: planned\n  $0\n}",
    { all: ["protects", "evidence", "configuration", "cites", "procedure"] },
  ],
  ["what a kind gives is not asked for", "data D : TherapyCommand {\n  $0\n}", { details: { classification: "one of public" } }],
  ["what nobody gives is", "data D {\n  $0\n}", { details: { classification: "required, one of public" } }],
  [
    "a property asks for its value",
    "control C : SecureBoot {\n  $0\n}",
    { gives: { status: "  status: |", evidence: '  evidence: "|"' }, retriggers: ["status"] },
  ],
  [
    "a property that has its colon",
    "boundary B { managed$0: operator }",
    { gives: { "managed-by": "boundary B { managed-by|: operator }" } },
  ],
  [
    "half a property with its hyphen",
    "boundary B {\n  managed-$0\n}",
    { first: ["managed-by"], gives: { "managed-by": "  managed-by: |" } },
  ],
  ["the whole property under the cursor", "boundary B {\n  mana$0ged-by\n}", { gives: { "managed-by": "  managed-by: |" } }],
  [
    "the next property on the same line",
    "data D { classification: health  $0 }",
    { all: ["integrity", "availability", "harms", "same-in-all-units"] },
  ],
  ["an empty body", "data D {$0}", { first: ["classification"] }],
  ["a body that is never closed", "data D {\n  classification: health\n  $0", { first: ["integrity"] }],
  ["after a declaration without body", 'actor A "A"\n$0', { has: ["device"], not: [":"] }],
  [
    "properties of a kind's elements",
    "kind K of device {\n  $0\n}",
    { has: ["provides", "portable", "essential-function"], not: ["managed-by"] },
  ],
  ["a reason for what is switched off", "disable threat Eavesdropping {\n  $0\n}", { all: ["reason"] }],
  ["rows in a matrix", "matrix M {\n  columns: low\n  $0\n}", { has: ["row"] }],
  [
    "what an added property is",
    'property radio-channel "Radio channel" of interface : number\ninterface I {\n  $0\n}',
    { has: ["radio-channel"] },
  ],

  // Words and other values
  [
    "words with their meaning",
    "boundary B { managed-by: $0 }",
    { first: ["manufacturer", "integrator"], details: { operator: "The organisation" } },
  ],
  ["words after a line break", "boundary B {\n  managed-by:\n    $0\n}", { first: ["manufacturer"] }],
  [
    "the whole word under the cursor",
    "boundary B { managed-by: third-$0party }",
    { gives: { operator: "boundary B { managed-by: operator| }" } },
  ],
  ["only words that the list has not", "system S { environment: hospital, $0 }", { has: ["home"], not: ["hospital"] }],
  ["yes and no", "device D { portable: $0 }", { all: ["yes", "no"] }],
  [
    "dates after the day of the analysis",
    "accept Eavesdropping on SendOrder { until: $0 }",
    { first: ["2027-11-25", "2027-05-25"], gives: { "2027-11-25": "accept Eavesdropping on SendOrder { until: 2027-11-25| }" } },
  ],
  [
    "a date in place of half a one",
    "accept Eavesdropping on SendOrder { until: 2027-0$0 }",
    { gives: { "2027-11-25": "accept Eavesdropping on SendOrder { until: 2027-11-25| }" } },
  ],
  [
    "ports with who speaks there",
    "device D { interface I : Ethernet { port: $0 } }",
    { has: ["443/tcp"], details: { "443/tcp": "HTTPS" } },
  ],
  ["nothing in free text", 'device D { essential-function: "Deliver $0" }', { first: [] }],
  ["nothing in a block", 'device D {\n  essential-function: """\n    Deliver $0\n  """\n}', { first: [] }],
  ["nothing in a title", 'device D "Dev$0ice"', { first: [] }],
  ["nothing in a comment", "// dev$0", { first: [] }],
  ["nothing in a block comment", "/* dev$0 */", { first: [] }],
  ["nothing for a number", "flow F Nurse -> Pump { devices: $0 }", { first: [] }],

  // Names
  [
    "names that fit, as the shortest path",
    "flow F Nurse -> $0",
    { has: ["Pump", "Firmware", "Broker"], not: ["Clinical", "Order", "SendOrder"] },
  ],
  ["names with title and full path", "flow F $0", { details: { Firmware: "Clinical.Pump.Firmware", Lan: "Network port" } }],
  [
    "more of the path where a name has two meanings",
    "device Box { process Firmware }\nflow F Nurse -> $0",
    { has: ["Pump.Firmware", "Box.Firmware"], not: ["Firmware"] },
  ],
  ["what is inside after a dot", "flow F Nurse -> Pump.$0", { all: ["Firmware", "Lan", "Library"] }],
  ["deeper paths after a dot", "flow F Nurse -> Clinical.$0", { first: ["Gateway", "Pump"], has: ["Pump.Firmware"] }],
  ["the rest of a path is replaced with it", "flow F Nurse -> Pu$0mp.Firmware", { gives: { Broker: "flow F Nurse -> Broker|" } }],
  ["data of the source first", "flow F Pump.Library -> Pump.Firmware { carries: $0 }", { first: ["Settings", "Order"] }],
  ["data that the list has not", "flow F Nurse -> Pump { carries: Order, $0 }", { all: ["Settings"] }],
  ["interfaces of the ends", "device Box { interface Usb : UsbPort }\nflow F Gateway -> Pump { via: $0 }", { first: ["Lan", "Usb"] }],
  [
    "protocols of the model first, with what they provide",
    "flow F Nurse -> Pump { protocol: $0 }",
    { first: ["HTTPS"], has: ["MQTT"], documents: { MutualHTTPS: "`NodeAuthentication`" } },
  ],
  ["no container inside itself", "device A { device B { }\n  within: $0 }", { has: ["Clinical", "Pump"], not: ["A", "A.B", "B"] }],
  ["harms after a comma", "data D { classification: health  harms: Overdose, $0 }", { first: [] }],
  ["names of another file", '$0\n//- /other.ward\nimport "./main.ward"\ndevice Elsewhere', { not: ["Elsewhere"] }],

  // Headers
  [
    "kinds of a device only",
    "device D : $0",
    { has: ["Server", "MedicalDevice"], not: ["Network", "Ethernet", "EmbeddedSoftware"], details: { Server: "Server" } },
  ],
  ["kinds after a comma without those given", "device D : Server, $0", { has: ["MedicalDevice"], not: ["Server"] }],
  ["kinds while a body follows", "device D : $0 {\n  portable: yes\n}", { has: ["Server"] }],
  ["kinds for a kind", "kind K of boundary : $0", { has: ["Network"], not: ["Server", "K"] }],
  ["practices without evidence", "evidence E : $0", { has: ["SecurityTesting"], details: { SecurityTesting: "no evidence yet" } }],
  ["the arrow after the source", "flow F Nurse $0", { first: ["->"], gives: { "->": "flow F Nurse -> |" }, retriggers: ["->"] }],
  ["`of` for a kind", "kind K $0", { first: ["of"] }],
  ["keywords after `of`", "kind K of $0", { has: ["device", "flow"], not: ["threat", "control"] }],
  ["keywords after a comma", "kind K of device, $0", { has: ["process"], not: ["device"] }],
  ["`on` for a threat", 'threat T "T" $0', { first: ["on"] }],
  ["keywords after `on`", "threat T on $0", { has: ["flow", "device"], not: ["external"] }],
  ["the colon of a control", 'control C "C" $0', { all: [":"] }],
  ["types of an added property", "property p of device : $0", { all: ["date", "number", "text", "word", "yes-no"] }],
  ["what can be overridden", "override $0", { first: ["kind", "protocol", "measure", "threat"], not: ["device"] }],
  ["entries to override", "override threat $0", { has: ["Eavesdropping"], not: ["SecureBoot"] }],
];

describe("completion in a model suggests", () => {
  for (const [what, text, expected] of rows)
    it(`${what}: ${JSON.stringify(text)}`, () => suggests(text.includes("//- ") ? text : `${model}${text}`, expected));

  it("documentation for every keyword, property and word", () => {
    for (const text of ["$0", "device D {\n  $0\n}", "boundary B { managed-by: $0 }", "threat T on flow {\n  $0\n}"]) {
      for (const { label, documentation } of completionsAt(`${model}${text}`).items) assert.ok(documentation, `${label} says nothing`);
    }
  });

  it("paths of files and catalogues after import", () => {
    const files = '//- /main.ward\nimport "./b.ward"\nimport "$0"\n//- /b.ward\ndevice B\n//- /sub/c.ward\ndevice C "C"\n';
    suggests(files, {
      all: [
        "ward:medical",
        "./sub/c.ward",
        "ward:cloud",
        "ward:imaging",
        "ward:implant",
        "ward:ivd",
        "ward:ml",
        "ward:mobile",
        "ward:privacy",
      ],
      gives: { "./sub/c.ward": 'import "./sub/c.ward|"' },
      details: { "./sub/c.ward": "C" },
    });
    suggests(files.replace('import "$0"', "import $0"), { gives: { "ward:medical": 'import "ward:medical"|' } });
    suggests(files.replace('import "$0"', 'import "./s$0'), { gives: { "./sub/c.ward": 'import "./sub/c.ward"|' } });
  });
});
