// Rename over all models: exactly the marked names change, the analysis changes by the name alone, and what is unsafe is refused.

import assert from "node:assert/strict";
import { prepareRename, rename } from "../../server/src/ide/rename.ts";
import { marked } from "../support/editor.ts";
import { checkNoRename, checkRename } from "../support/features.ts";
import { pump } from "./pump.ts";

const shared = `
//- /hospital.ward
import "ward:medical"
boundary <|Hospital|> "Hospital" : HospitalNetwork {
  boundary Zone "Hospital zone" : MedicalDeviceNetwork { external Ehr : HealthInformationSystem }
}
//- /pump.ward
import "./hospital.ward"
import "./decisions.ward"
system S { regulation: MDR  environment: hospital }
data Order : TherapyCommand
device Pump "Pump" : InfusionPump {
  within: <|Hosp$0ital|>.Zone
  process Firmware : EmbeddedSoftware
  interface Usb : ServicePort
}
flow Send <|Hospital|>.Zone.Ehr -> Pump.Firmware { carries: Order  protocol: HL7v2  commands: yes }
//- /decisions.ward
import "./pump.ward"
accept MalformedMessages on <|Hospital|>.* { reason: "Hospital" }
accept TamperedBoot on Pump { reason: "Hospital.Zone" }
assumption A : NetworkSegmentation { about: <|Hospital|>, <|Hospital|>.Zone  responsible: operator }
view V { shows: <|Hospital|>.Zone, Pump }
//- /monitor.ward
import "./hospital.ward"
system M { regulation: MDR  environment: hospital }
device Monitor : MedicalDevice { within: <|Hospital|>.Zone }
`;

const marksAt = (text: string, name: string): string =>
  text.replace(new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, "gu"), `<|${name}|>`);

// The whole model with every whole word of a name marked, but for those in texts.
const inPump = (name: string, cursor: string): string => {
  const quoted = pump.split(/("""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\/)/);
  return quoted
    .map((piece, index) => (index % 2 === 1 ? piece : marksAt(piece, name)))
    .join("")
    .replace(marksAt(cursor.replace("$0", ""), name), () => marksAt(cursor, name).replace(cursor, cursor).replace("$0", "$0"));
};

const renamed: readonly (readonly [what: string, fixture: string, newName: string])[] = [
  ["a boundary in three models' files, inside paths too", shared, "Clinic"],
  [
    "a device that stands in the middle of paths",
    "boundary Z { managed-by: operator  device <|Pump|> { interface Usb } }\ndevice B\nflow F Z.<|Pu$0mp|>.Usb -> B\nflow G <|Pump|>.Usb -> Z.<|Pump|>\nview V { shows: Z.<|Pump|>.Usb, <|Pump|>, Z }",
    "Syringe",
  ],
  [
    "one of two of the same name, by its path",
    "boundary Z { managed-by: operator  device <|Pump|> }\ndevice Y { process Pump }\nflow F Z.<|Pump$0|> -> Y.Pump",
    "Syringe",
  ],
  [
    "what a name is a part of elsewhere",
    'device <|$0Pump|>\ndevice PumpTwo\ndata Pumps { classification: internal }\nflow Pump-1 <|Pump|> -> PumpTwo { carries: Pumps  purpose: "Pump" }'.replace(
      "Pump-1",
      "Pump_1",
    ),
    "Syringe",
  ],
  [
    "a kind of the house",
    "kind <|K$0|> of device { portable: yes }\nkind L : <|K|> of device\ndevice A : <|K|>\ndevice B : L\nthreat T on device { stride: spoofing  when: is <|K|> and portable  severity: low }",
    "House",
  ],
  [
    "a measure of the house",
    "measure <|M|> { capability: TXCF  layer: data }\nthreat T on device { stride: spoofing  when: portable  severity: low  mitigated-by: Backup or (<|M|> and FailSafeMode) }\noverride threat T { mitigated-by: <|M|> }\ncontrol C : <|$0M|> { protects: A  status: verified }\ndevice A { portable: yes }",
    "Signing",
  ],
  [
    "a threat of the house",
    'threat <|T|> on device { stride: spoofing  when: portable  severity: low }\naccept <|$0T|> on A { reason: "T" }\ndevice A { portable: yes }',
    "Theft",
  ],
  [
    "a property of the house",
    "property <|sp$0eed|> of device : number\ndevice A { <|speed|>: 3 }\nthreat T on flow { stride: spoofing  when: target.<|speed|> > 2  severity: low }\nflow F A -> A",
    "top-speed",
  ],
  ["a name of another script", "device <|Größe$0|>\nflow F <|Größe|> -> <|Größe|>", "日本"],
  ["a name to a word of the language", "device <|Pum$0p|>\nflow F <|Pump|> -> <|Pump|>", "device"],
  ["a declaration whose new name another place asked for in vain", "device <|Pum$0p|>\nflow F <|Pump|> -> Syringe", "Other"],
];

describe("rename", () => {
  for (const [what, fixture, newName] of renamed) it(`of ${what}`, () => checkRename(fixture, newName));

  for (const [name, cursor] of [
    ["Clinical", "boundary Clin$0ical"],
    ["Pump", "device Pu$0mp"],
    ["Firmware", "process Firm$0ware"],
    ["Order", "data Ord$0er"],
    ["SendOrder", "flow Send$0Order"],
    ["Nurse", "actor Nur$0se"],
    ["Vlan", "assumption Vl$0an"],
    ["Spying", "threat Spy$0ing"],
    ["HousePump", "kind House$0Pump"],
    ["HouseSigning", "measure House$0Signing"],
    ["HOUSE", "capability HO$0USE"],
    ["Ordering", "scenario Order$0ing"],
  ] as const) {
    it(`of ${name} in a whole model`, () => {
      const [before, after] = [cursor.split("$0")[0] ?? "", cursor.split("$0")[1] ?? ""];
      const keyword = before.split(" ")[0] ?? "";
      checkRename(inPump(name, "").replace(`${keyword} <|${name}|>`, `${keyword} <|${before.split(" ")[1]}$0${after}|>`), "Renamed");
    });
  }

  const refused: readonly (readonly [what: string, fixture: string, newName: string, ...words: string[]])[] = [
    ["what ships", "device A : $0Server", "Box", "ships with Ward", "override kind Server"],
    ["a threat that ships, from a decision", 'device A\naccept $0DefaultCredentials on A { reason: "" }', "X", "ships with Ward"],
    ["where no name is", "dev$0ice A", "B", "no name of a declaration here"],
    ["a row", "matrix M { columns: a, b  row ro$0w1 { cells: a, b } }", "x", "another row"],
    ["to what is no name", "device A$0", "two words", "is no name"],
    ["to a number", "device A$0", "2", "is no name"],
    ["to nothing", "device A$0", "", "is no name"],
    ["to a name with a hyphen", "device A$0", "a-b", "is no name"],
    [
      "to a name that the scope has",
      "boundary Z { managed-by: operator  device A$0  device B }",
      "B",
      "`B` is taken",
      "device `Z.B`",
      "main.ward, line 1",
    ],
    [
      "to a name that another model's file has",
      '//- /a.ward\ndevice A$0\n//- /b.ward\nimport "./a.ward"\nimport "./c.ward"\n//- /c.ward\ndevice B',
      "B",
      "`B` is taken",
      "c.ward, line 1",
    ],
    [
      "to a name that makes its own uses mean something nearer",
      "device A$0\nboundary Z { managed-by: operator  device B  flow F A -> B }",
      "B",
      "main.ward, line 2,",
      "would mean `Z.B`",
    ],
    [
      "to a name that takes another's uses away",
      "device B\nboundary Z { managed-by: operator  process A$0  flow F B -> A }",
      "B",
      "`B` in main.ward, line 2,",
      "would mean `Z.B`",
      "instead of `B`",
    ],
    [
      "to a name that makes uses unclear",
      "device A { process P }\ndevice B { process Q$0 }\ndevice C\nflow F P -> C",
      "P",
      "`P` in main.ward, line 4,",
      "no longer be clear",
      "instead of `A.P`",
    ],
    ["to a catalogue's name", "kind K$0 of device", "Server", "`Server` is taken", "ward:core/kinds.ward"],
    [
      "of a measure to a word of the condition language",
      "measure M$0 { capability: TXCF  layer: data }\nthreat T on device { stride: spoofing  when: portable  severity: low  mitigated-by: M }",
      "and",
      "a word of conditions",
    ],
    [
      "of a kind to a keyword, which `is` would take as such",
      "kind K$0 of device\nthreat T on flow { stride: spoofing  when: target is K  severity: low }",
      "process",
      "main.ward, line 2,",
    ],
    [
      "of a property to one that there is",
      "property speed$0 of device : number\ndevice A { speed: 3  portable: yes }",
      "portable",
      "cannot become",
    ],
  ];
  for (const [what, fixture, newName, ...words] of refused) it(`is refused ${what}`, () => checkNoRename(fixture, newName, ...words));

  it("to the same name changes nothing", () => {
    const { snapshot, offset } = marked("device A$0");
    assert.deepEqual(rename(snapshot, offset, "A"), []);
  });

  it("prepares with the segment under the cursor", () => {
    const { snapshot, offset } = marked("boundary Z { managed-by: operator  device A }\nflow F $0Z.A -> A");
    const { text } = snapshot.file.tree;
    const prepared = prepareRename(snapshot, offset);
    assert.ok("range" in prepared);
    assert.deepEqual([text.slice(prepared.range.start, prepared.range.end), prepared.placeholder], ["Z", "Z"]);
  });
});
