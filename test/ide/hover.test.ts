// What hovers tell, by what stands under the cursor.
import assert from "node:assert/strict";
import { plain } from "../../server/src/ide/hover/markdown.ts";
import { checkHover } from "../support/features.ts";
import { pump } from "./pump.ts";

type Case = readonly [what: string, at: string, holds: readonly string[], lacks?: readonly string[]];

// The cursor stands at `$0` in the piece, which stands once in the model.
const at = (piece: string): string => {
  const bare = piece.replace("$0", "");
  assert.equal(pump.split(bare).length, 2, `"${bare}" stands exactly once in the model`);
  return pump.replace(bare, () => piece);
};

const cases: readonly Case[] = [
  [
    "an element: signature, docs, properties, threats by state",
    'device Pu$0mp "',
    [
      '```ward\ndevice Pump "Pump" : InfusionPump\n```',
      "Is Infusion pump (`InfusionPump`)",
      "In `Clinical`",
      "`essential-function`: Deliver the dose",
      "`safety-related`: `yes` (from `MedicalDevice`)",
      "**Threats**: ",
      ", exposed to `patients-and-visitors`: patients-and-visitors can touch Clinical.Pump",
      "planned by `Locked`: A bystander uses the unattended device (`UnattendedSession`)",
    ],
  ],
  ["an inner segment of a path", "via: Clin$0ical.Pump.Lan", ["boundary Clinical", "**Asked of the environment**: ", "**not stated**"]],
  [
    "a flow: ends and borders",
    "flow Re$0ad",
    ['flow Read "Read" Pump.Firmware -> Ehr', "Crosses the border of `Clinical.Pump`", "`carries`: `Log`"],
  ],
  [
    "a control: measures and what it answers",
    "control Tl$0s",
    ["Gives", "(`NodeAuthentication`)", "Answers ", "`UnauthenticatedCommands@SendOrder`"],
  ],
  [
    "a control and the documents that state it",
    "control Loc$0ked",
    [
      "**In the documents**",
      "documents for administration (`administration`): Security controls of the device",
      "list of security controls (`controls`)",
      "threat register (`threats`)",
    ],
  ],
  [
    "an assumption and the documents that state it",
    "assumption Vl$0an",
    ["instructions for use (`instructions`): Assumptions about the environment of use", "(`environment`): Assumptions"],
  ],
  ["an element, which is in most documents", 'device Pu$0mp "', ["**Threats**: "], ["In the documents"]],
  ["an assumption", "assumption Vl$0an", ["States Network segmentation (`NetworkSegmentation`)", "`NetworkSegmentation@Clinical`"]],
  [
    "a kind with what it inherits",
    ": Infusion$0Pump of device",
    ["kind InfusionPump", "`physical-access`: `patients-and-visitors` (from `BedsideDevice`)", "Used by 1 device: `Clinical.Pump`"],
  ],
  [
    "a protocol: what it provides",
    "protocol: HTT$0PS",
    ["protocol HTTPS", "**Provides, as if designed in**", "(`TransmissionConfidentiality`)", "Used by 1 flow: `SendOrder`"],
  ],
  ["a protocol of the house", "protocol House$0Link", ["(`HouseSigning`)", "from `TLS`"], ["Source"]],
  [
    "a measure: capability, layer, reach, threats",
    "mitigated-by: House$0Signing",
    [
      "Capability: House (`HOUSE`)",
      "Layer: `data` (on the data itself)",
      "`flows` (flows that begin or end inside the container)",
      "Counts as",
      "Somebody reads along (`Spying`)",
      "Comes with `HouseLink`",
    ],
  ],
  [
    "a threat: condition, measures, references as links, where it fires",
    "threat Spy$0ing",
    [
      "They \\`read\\` along.",
      "Applies when: `(networked and no incoming",
      "STRIDE: information-disclosure",
      "Answered by: `HouseSigning`, or `TransmissionConfidentiality` with `MutualTls`",
      "[CWE-319](https://cwe.mitre.org/data/definitions/319.html)",
      "[CAPEC-157](https://capec.mitre.org/data/definitions/157.html)",
      "**Fires on 4 elements**: 4 open",
      "`SendOrder` open: has no",
    ],
  ],
  ["a threat in `answers`", "answers: Spy$0ing", ["**Fires on 4 elements**"]],
  [
    "a decision: why it fires, with values",
    "accept Physical$0Tampering",
    [
      "**Fires on `Clinical.Pump`** because",
      "- ✓ `physical-access ",
      "`physical-access` is `patients-and-visitors`",
      "dismissed by `dismiss PhysicalTampering on Clinical.*`",
      "Risk `",
    ],
  ],
  [
    "a decision that matches nothing: what fails",
    "transfer Default$0Credentials",
    ["**Does not fire on `Tablet`** because\n\n- ✗ `default-credentials` is `not stated`"],
  ],
  ["a switched-off threat", "disable threat Disposal$0Residue", ["**Switched off** in this model"]],
  [
    "a requirement: text, force, clauses, where raised",
    ": Network$0Segmentation {",
    [
      "Force: `must` (worded as an obligation)",
      "Raised per `boundary` when `",
      "Responsible: `operator`",
      "**Raised at**\n- `Clinical`: stated by `Vlan`",
      "**Clauses**",
      "Source: MDCG 2019-16",
    ],
  ],
  ["a clause", "clause: Mdr17$0_4", ["clause Mdr17_4", "MDR Annex I 17.4", "Named by"]],
  ["a keyword", "com$0ponent OpenSsl", ["**Component** (`component`)", "Stands at the top level or in a device or in a process."]],
  ["a keyword after `on`", "on flow, dev$0ice", ["**Device** (`device`)"]],
  ["`on` itself", "o$0n flow, device", ["`on`: What a decision is about"]],
  ["a modifier", "overr$0ide threat", ["`override`: Changes properties"]],
  [
    "a property with its words",
    "critic$0al  harms: Overdose }".replace("critic$0al", "critical").replace("harms", "ha$0rms"),
    ["**harms** (`data`)", "several with commas"],
  ],
  ["a required property", "sta$0tus: verified", ["Required.", "- `planned`: Decided, not yet built"]],
  ["a property with a default", "supplied-$0by", ["Without it: manufacturer."]],
  ["a property of the house", "radio-chan$0nel: 11\n", ["**radio-channel** (`device`)", "The channel", "Added by `main.ward`"]],
  ["a type of a property", "of device : num$0ber", ["`number`: Values are numbers."]],
  ["a word of a set", "severity: catas$0trophic", ["`catastrophic`: Death", "negligible < minor < serious < critical < **catastrophic**"]],
  ["yes", "portable: y$0es", ["`yes`: Carried around"]],
  ["an attribute of a condition", "this.expo$0sure", ["`exposure` of flow, device (a word of party; derived)"]],
  [
    "a property as an attribute of a collection",
    "where classi$0fication in",
    ["`classification` of data (a word of classification; a property)"],
  ],
  ["an attribute that a catalogue added", "target.radio-chan$0nel = 11", ["`radio-channel` of device (number; a property)"]],
  ["a word compared with", "(heal$0th, personal)", ["`health`: Data concerning health"]],
  ["`this`", "th$0is.exposure", ["`this`: The element that"]],
  ["a word of the condition language", "no incoming wh$0ere", ["`where`: A condition on each item"]],
  ["a quantifier", "(cou$0nt carries", ["`count`: The number of items"]],
  ["the severity of a case", "severity: hi$0gh when", ["`high`: Serious effect"]],
  ["`otherwise`", "other$0wise", ["`otherwise`: The value that counts"]],
  ["a last day that is over", "until: 2026-$005-31", ["`2026-05-31` is **over** 178 days ago: the decision no longer counts"]],
  ["a date", "support-ends: 2026-09-$007", ["`2026-09-07` was 79 days ago"]],
  ["an identifier", "CAPEC-1$057", ["[CAPEC-157](https://capec.mitre.org/data/definitions/157.html)"]],
  ["an import", 'import "ward:$0medical"', ["files: ", "declarations at the top level"]],
  ["a comment", "// Pumps o$0f one ward", []],
  ["a text", '"Seal \\\\$0"holds'.replace("\\\\$0", "\\$0"), []],
  ["a number", "radio-channel: 1$01\n", []],
  ["nothing", "}\n\n$0harm Overdose".replace("$0harm", "harm").replace("}\n\n", "}\n$0\n"), []],
];

describe("hover", () => {
  for (const [what, piece, holds, lacks] of cases) it(`tells of ${what}`, () => checkHover(at(piece), holds, lacks));

  it("covers the name it tells of", () => checkHover("device <|Pu$0mp|> {}", ["device Pump"]));

  it("escapes what a model says", () =>
    checkHover(at('device Pu$0mp "').replace('"Deliver the dose"', '"<img src=x> [a](http://b.example) *c* `d` &lt; www.e.example"'), [
      "\\<img src=x\\> \\[a\\](http\\://b.example) \\*c\\* \\`d\\` \\&lt; www\\.e.example",
    ]));

  it("tells why a decision on what is out of scope matches nothing", () =>
    checkHover('accept Default$0Credentials on Tablet { reason: "…" }\ndevice Tablet { supplied-by: operator  default-credentials: yes }', [
      "**Not raised on `Tablet`**: it is no part of the manufacturer's design",
    ]));

  it("tells why a decision on the wrong sort of element matches nothing", () =>
    checkHover('accept Default$0Credentials on F { reason: "…" }\ndevice T\nflow F T -> T', [
      "**Does not apply to `F`**: it is raised on device, not on a flow",
    ]));

  it("works without a model around", () => checkHover("control X { sta$0tus: planned }", ["**status** (`control`)"]));
});

describe("Markdown of untrusted text", () => {
  const texts = [
    ["- a list", "\\- a list"],
    ["1. a list", "1\\. a list"],
    ["# a heading", "\\# a heading"],
    ["    code", "code"],
    ["a\n===", "a\n\\==="],
    ["mail@example.org", "mail\\@example.org"],
    ["x < y && y > z", "x \\< y \\&\\& y \\> z"],
    ["a | b", "a \\| b"],
    ["plain, words; and (these).", "plain, words; and (these)."],
  ] as const;
  for (const [text, expected] of texts) it(JSON.stringify(text), () => assert.equal(plain(text), expected));
});
