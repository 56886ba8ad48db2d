// What completion suggests where the analysis knows more than the vocabulary: measures by what they close, requirements by
// where they are missing, threats that are open, and conditions of a catalogue by what is compared.
import { type Expected, suggests } from "./completing.ts";

// A catalogue of its own, so that the order of suggestions rests on nothing else; what ships with the tool is switched off.
const model = `//- /main.ward
import "./house.ward"

boundary Zone "Zone" {
  managed-by: operator
  device Box "Box" : Gadget { process Core : Software }
  device Hub "Hub" : Gadget
}
boundary Yard "Yard" { managed-by: operator }
actor Nurse "Nurse" { role: clinical }
flow Ask "Ask" Nurse -> Box.Core : Talk
flow Tell "Tell" Box.Core -> Hub : Talk
system S "S" { environment: hospital }
`;

const house = `
//- /house.ward
disable threat NoUpdatePath { reason: "What the tool ships must not add to what is counted here." }
kind Gadget of device
kind Software of process
kind Talk of flow
measure Lock "Lock" { capability: NAUT  reaches: itself  layer: device }
measure Chain "Chain" : Lock { capability: NAUT  reaches: itself  layer: device }
measure Wrap "Wrap" { capability: NAUT  reaches: flows  layer: network }
measure Watch "Watch" { capability: AUDT  reaches: contents  layer: process }
measure Idle "Idle" { capability: AUDT  reaches: itself  layer: process }
threat Picked "Picked" on device { stride: tampering  when: is Gadget  severity: high  mitigated-by: Lock }
threat Overheard "Overheard" on flow { stride: tampering  when: is Talk  severity: low  mitigated-by: Wrap }
threat Broken "Broken" on process { stride: tampering  when: is Software  severity: critical  mitigated-by: Watch and Lock }
requirement Fence "Fence" { per: boundary  when: managed-by = operator  force: must  responsible: operator }
requirement Guard "Guard" { per: device  when: is Gadget  force: must }
requirement Never "Never" { per: device  when: wireless  force: must }
`;

const rows: readonly (readonly [string, string, Expected])[] = [
  [
    "measures by what they would close anywhere",
    "control C : $0",
    {
      first: ["Chain", "Lock", "Wrap"],
      documents: { Lock: "`Picked@Zone.Box`: Picked", Wrap: "`Overheard@Ask`" },
      details: { Wrap: "closes 2 open threats" },
    },
  ],
  ["a measure that is one of several", "control C : $0", { details: { Watch: "one of several for 1 open threat" } }],
  [
    "measures by what they would close on what is protected",
    "control C : $0 { protects: Zone  status: planned }",
    { first: ["Wrap"], details: { Lock: "Lock" } },
  ],
  [
    "measures for one device",
    "control C : $0 { protects: Hub  status: planned }",
    { first: ["Chain", "Lock", "Wrap"], details: { Lock: "closes 1 open threat" } },
  ],
  ["measures that are not given yet", "control C : Lock, $0 { protects: Hub  status: planned }", { not: ["Lock"], has: ["Chain"] }],
  [
    "half a measure",
    "control C : Wr$0 { protects: Ask  status: planned }",
    { first: ["Wrap"], gives: { Wrap: "control C : Wrap| { protects: Ask  status: planned }" } },
  ],
  [
    "what a measure would close something on",
    "control C : Wrap { protects: $0 }",
    { first: ["Box", "Core", "Zone"], details: { Ask: "closes 1 open threat", Zone: "closes 2 open threats" } },
  ],
  ["targets while no measure is named", "control C { protects: $0 }", { details: { Box: "has 2 open threats" } }],
  ["targets that the list has not", "control C : Lock { protects: Box, $0 }", { first: ["Hub"], not: ["Box"] }],
  ["measures in `mitigated-by`", "threat T on flow { mitigated-by: $0 }", { first: ["Chain", "Lock", "Wrap"] }],
  ["`or` and `and` after a measure", "threat T on flow { mitigated-by: Lock $0 }", { all: ["or", "and"] }],
  ["measures after `or (`", "threat T on flow { mitigated-by: Lock or ($0 }", { first: ["Chain", "Lock", "Wrap"] }],

  [
    "requirements by where they are missing",
    "assumption A : $0",
    { first: ["Fence", "Guard"], documents: { Fence: "`Fence@Zone`" }, details: { Guard: "missing at 2 places" } },
  ],
  [
    "requirements of what the assumption is about",
    "assumption A : $0 { about: Hub  responsible: operator }",
    { first: ["Guard"], details: { Guard: "missing at Zone.Hub" } },
  ],
  [
    "places where the requirement is missing",
    "assumption A : Fence { about: $0 }",
    { first: ["S"], details: { Zone: "1 missing", S: "2 missing" } },
  ],
  [
    "the place itself before what contains it",
    "assumption A : Guard { about: $0 }",
    { first: ["Zone", "S"], details: { Hub: "1 missing" } },
  ],
  ["places after a comma", "assumption A : Fence { about: Zone, $0 }", { first: ["Yard", "S"], not: ["Zone"] }],
  ["who usually has to", "assumption A : Fence { about: Zone  responsible: $0 }", { first: ["operator"] }],

  [
    "open threats with their number",
    "accept $0",
    { first: ["Overheard", "Picked", "Broken"], details: { Picked: "2 open" }, documents: { Picked: "`Picked@Zone.Hub`" } },
  ],
  [
    "an open threat on its element, as findings name it",
    "accept $0",
    { details: { "Picked@Zone.Hub": "open, high" }, gives: { "Picked@Zone.Hub": 'accept Picked on Hub {\n  reason: "|"\n}' } },
  ],
  ["but not where the element is written already", "accept $0 on Box", { not: ["Picked@Zone.Hub"] }],
  ["half a threat", "accept Pi$0 on Box", { gives: { Picked: "accept Picked| on Box" } }],
  ["`on` after the threat", "accept Picked $0", { all: ["on"], gives: { on: "accept Picked on |" } }],
  ["elements on which it is open", "accept Picked on $0", { first: ["Box", "Hub"], not: ["Ask", "Core"], details: { Box: "open, high" } }],
  [
    "patterns that take in several",
    "accept Picked on $0",
    { has: ["Zone.*"], details: { "Zone.*": "2 open" }, gives: { "Zone.*": "accept Picked on Zone.*|" } },
  ],
  [
    "not what is decided already",
    'accept Picked on Box { reason: "r" }\naccept Picked on $0',
    { first: ["Hub"], details: { Box: "accepted" } },
  ],
  ["threats of a transfer and a dismissal", "transfer $0", { first: ["Overheard"] }],

  [
    "attributes and what begins a condition",
    "threat T on flow { when: $0 }",
    { has: ["commands", "crosses-boundary", "source", "any", "not", "this"], not: ["general-purpose-os", "and"] },
  ],
  ["attributes along the path", "threat T on flow { when: source.$0 }", { has: ["managed-by", "boundary"], not: ["commands", "any"] }],
  ["attributes two steps along", "threat T on flow { when: source.boundary.$0 }", { has: ["managed-by", "devices"], not: ["privilege"] }],
  ["only some of several have it", "threat T on flow { when: source.$0 }", { details: { privilege: "of process" } }],
  [
    "attributes of the item inside `where`",
    "threat T on flow { when: any crossed where $0 }",
    { has: ["devices", "managed-by"], not: ["commands"] },
  ],
  [
    "attributes of the item after `and` inside `where`",
    "threat T on device { when: any incoming where commands and $0 }",
    { has: ["source-party"], not: ["portable"] },
  ],
  [
    "attributes of the element after the parenthesis",
    "threat T on device { when: (any incoming where commands) and $0 }",
    { has: ["portable"], not: ["source-party"] },
  ],
  [
    "attributes of the element after `this.`",
    "threat T on device { when: any incoming where this.$0 }",
    { has: ["portable"], not: ["source-party"] },
  ],
  ["collections after a quantifier", "threat T on device { when: no $0 }", { has: ["incoming", "interfaces"], not: ["portable"] }],
  ["`where` after a collection", "threat T on device { when: any incoming $0 }", { first: ["where"] }],
  ["comparisons of an ordered word", "threat T on flow { when: source-party $0 }", { all: ["=", "!=", "in", "<", "<=", ">", ">="] }],
  ["comparisons of a word without order", "threat T on store { when: holds.classification $0 }", { all: ["=", "in"] }],
  ["a yes-no attribute goes on", "threat T on flow { when: commands $0 }", { first: ["and", "or"] }],
  ["words of what is compared", "threat T on flow { when: source-party >= $0 }", { first: ["nobody", "manufacturer"], has: ["public"] }],
  ["words in a list", "threat T on flow { when: source-party in (user, $0", { has: ["public"] }],
  [
    "half a word with its hyphen",
    "threat T on flow { when: source-party = third-$0 }",
    { gives: { "third-party": "threat T on flow { when: source-party = third-party| }" } },
  ],
  ["kinds that the item can be", "threat T on flow { when: target is $0 }", { has: ["Gadget", "Software", "device"], not: ["Talk"] }],
  ["kinds of the element itself", "threat T on flow { when: is $0 }", { has: ["Talk"], not: ["Gadget"] }],
  ["protocols after `protocol is`", "threat T on flow { when: protocol is $0 }", { has: ["HTTPS"], not: ["Talk"] }],
  ["what a requirement is raised on", "requirement R { per: device  when: $0 }", { has: ["portable"], not: ["commands"] }],
  ["severities", "threat T on flow { severity: $0 }", { all: ["low", "medium", "high", "critical"] }],
  ["when a severity holds", "threat T on flow { severity: high $0 }", { all: ["when", "otherwise"] }],
  ["the condition of a severity", "threat T on flow { severity: high when $0 }", { has: ["commands"] }],
  ["the next severity", "threat T on flow { severity: high when commands, $0 }", { first: ["low"] }],
  [
    "the next property on a new line",
    "threat T on flow {\n  when: commands\n  $0\n}",
    { first: ["and", "or"], has: ["severity", "mitigated-by"] },
  ],
];

describe("completion with the analysis suggests", () => {
  for (const [what, text, expected] of rows) it(`${what}: ${JSON.stringify(text)}`, () => suggests(`${model}${text}\n${house}`, expected));
});
