// The structure of a document: outline, symbols of the workspace, folding, growing selections.
import { checkFolds, checkOutline, checkSelection, checkWorkspaceSymbols } from "../support/features.ts";

describe("outline", () => {
  it("shows declarations inside each other, decisions by what they say, also of unfinished text", () =>
    checkOutline(
      `
import "ward:medical"
boundary Clinical "Clinical network" : Network, Zone {
  managed-by: operator
  device Pump { process Firmware "Firmware" }
}
flow Send "Send" Pump -> Ehr
accept TagCloning on Pump.Usb,
  Pump.Lan { reason: "" }
override threat T { severity: low }
device { interface
`,
      [
        "boundary Clinical (Clinical network : Network : Zone)",
        "  device Pump",
        "    process Firmware (Firmware)",
        "flow Send (Send)",
        "accept TagCloning on Pump.Usb, Pump.Lan",
        "threat override T",
        "device device",
        "  interface interface",
      ],
    ));
});

const workspace = `
//- /a.ward
import "./b.ward"
device Pump "Infusion" { process PumpUi }
//- /b.ward
boundary Zone { device SyringePump "Other" }
device Monitor "Shows pumps"
accept DefaultCredentials on Monitor { reason: "" }
`;

describe("workspace symbols", () => {
  it("come best match first, models before catalogues, once each", () =>
    checkWorkspaceSymbols(workspace, "pump", [
      "device Pump (a.ward)",
      "process PumpUi in Pump (a.ward)",
      "device SyringePump in Zone (b.ward)",
      "device Monitor (b.ward)",
    ]));
  it("take letters in order", () => checkWorkspaceSymbols(workspace, "syrpu", ["device SyringePump in Zone (b.ward)"]));
  it("take paths", () => checkWorkspaceSymbols(workspace, "zone.syr", ["device SyringePump in Zone (b.ward)"]));
  it("name decisions by what they say", () =>
    checkWorkspaceSymbols(workspace, "defaultcred", ["accept accept DefaultCredentials on Monitor (b.ward)"]));
  it("find the catalogue's entries", () =>
    checkWorkspaceSymbols(workspace, "TamperedBoot", ["threat TamperedBoot (ward:core/threats-platform.ward)"]));
  it("of nothing are the models' alone", () => checkWorkspaceSymbols("device A", "", ["device A (main.ward)"]));
  it("of what is nowhere are none", () => checkWorkspaceSymbols(workspace, "zzzz", []));
});

describe("folding", () => {
  it("takes bodies, imports, comments, text blocks and long values", () =>
    checkFolds(
      `import "./a.ward"
import "./b.ward"

// One
// two.
/// Three
device A { portable: yes }
/* A
   block */
boundary B {
  managed-by: operator // here
  // alone

  device C {
    essential-function: """
      text
    """ }
  view X { shows: A,
    B
  }
}
device D {
  portable: yes }`,
      [
        [1, 2, "imports"],
        [4, 5, "comment"],
        [8, 9, "comment"],
        [10, 20, "region"],
        [14, 17, "region"],
        [15, 16, "region"],
        [18, 19, "region"],
        [18, 19, "region"],
        [22, 23, "region"],
      ],
    ));
  it("takes an unfinished body up to where it ends", () => checkFolds("device A {\n  portable: yes\n", [[1, 2, "region"]]));
  it("leaves what stands in one line", () => checkFolds("device A { portable: yes }\n// one\n\n// two", []));
});

const model = `device A
flow F "Send" Zone.A.Low -> B { carries: Order, Log  purpose: "To send on" }
threat T on flow { stride: spoofing  when: commands and (any carries where integrity >= high) }
`;

describe("growing selection", () => {
  const cases: readonly (readonly [what: string, from: string, to: string, expected: readonly string[]])[] = [
    [
      "a segment of a path",
      "Zone.A.Low",
      "Zone.$0A.Low",
      [
        "A",
        "Zone.A",
        "Zone.A.Low",
        "Zone.A.Low -> B",
        'flow F "Send" Zone.A.Low -> B',
        'flow F "Send" Zone.A.Low ->  …  Log purpose: "To send on" }',
        "file",
      ],
    ],
    [
      "a value of a list",
      "Order, Log",
      "$0Order, Log",
      [
        "Order",
        "Order, Log",
        "carries: Order, Log",
        'carries: Order, Log purpose: "To send on"',
        ' carries: Order, Log purpose: "To send on" ',
        '{ carries: Order, Log purpose: "To send on" }',
        'flow F "Send" Zone.A.Low ->  …  Log purpose: "To send on" }',
        "file",
      ],
    ],
    [
      "a text",
      '"To send on"',
      '"To $0send on"',
      [
        "To send on",
        '"To send on"',
        'purpose: "To send on"',
        'carries: Order, Log purpose: "To send on"',
        ' carries: Order, Log purpose: "To send on" ',
        '{ carries: Order, Log purpose: "To send on" }',
        'flow F "Send" Zone.A.Low ->  …  Log purpose: "To send on" }',
        "file",
      ],
    ],
    [
      "a condition",
      "integrity >=",
      "integ$0rity >=",
      [
        "integrity",
        "integrity >= high",
        "any carries where integrity >= high",
        "(any carries where integrity >= high)",
        "commands and (any carries where integrity >= high)",
        "when: commands and (any carries where integrity >= high)",
        "stride: spoofing when: comma … ies where integrity >= high)",
        " stride: spoofing when: comm … es where integrity >= high) ",
        "{ stride: spoofing when: com … s where integrity >= high) }",
        "threat T on flow { stride: s … s where integrity >= high) }",
        "file",
      ],
    ],
    [
      "a title",
      '"Send"',
      '"Se$0nd"',
      ["Send", '"Send"', 'flow F "Send" Zone.A.Low -> B', 'flow F "Send" Zone.A.Low ->  …  Log purpose: "To send on" }', "file"],
    ],
  ];
  const ends = `${model.replace(/\s+/g, " ").slice(0, 28)} … ${model.replace(/\s+/g, " ").slice(-28)}`;
  for (const [what, from, to, expected] of cases) {
    it(`begins at ${what}`, () =>
      checkSelection(
        model.replace(from, () => to),
        expected.map((one) => (one === "file" ? ends : one)),
      ));
  }
  it("begins in a comment", () => checkSelection("// a $0comment\ndevice A", ["a comment", "// a comment", "// a comment device A"]));
  it("is all there is where nothing is", () => checkSelection("\n$0\n", [" "]));
});
