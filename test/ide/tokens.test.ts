// Semantic tokens: every word of a text with its type and modifiers, in models, catalogues and broken text.
import { checkTokens } from "../support/features.ts";

describe("tokens", () => {
  it("colour a model", () =>
    checkTokens(
      `/// Doc
import "ward:medical" // why
boundary Z "Zone" : Network { managed-by: operator }
device A : Server { within: Z  radio: 3 }
flow F Z.A -> Nowhere { protocol: HTTPS  carries: D  commands: yes }
data D { classification: health }
control C : Backup { protects: A  status: planned  evidence: """
  two
  lines
""" }
accept DefaultCredentials on Z.* { reason: "x"  until: 2027-01-31 }`,
      [
        "/// Doc comment documentation",
        "import keyword",
        '"ward:medical" string',
        "// why comment",
        "boundary keyword",
        "Z namespace declaration",
        '"Zone" string',
        "Network type defaultLibrary",
        "managed-by property",
        "operator enumMember",
        "device keyword",
        "A class declaration",
        "Server type defaultLibrary",
        "within property",
        "Z namespace",
        "radio property",
        "3 number",
        "flow keyword",
        "F function declaration",
        "Z variable",
        "A variable",
        "-> operator",
        "Nowhere variable",
        "protocol property",
        "HTTPS type defaultLibrary",
        "carries property",
        "D variable",
        "commands property",
        "yes enumMember",
        "data keyword",
        "D variable declaration",
        "classification property",
        "health enumMember",
        "control keyword",
        "C parameter declaration",
        "Backup interface defaultLibrary",
        "protects property",
        "A class",
        "status property",
        "planned enumMember",
        "evidence property",
        '""" string',
        "two string",
        "lines string",
        '""" string',
        "accept keyword",
        "DefaultCredentials event defaultLibrary",
        "on keyword",
        "Z namespace",
        "* operator",
        "reason property",
        '"x" string',
        "until property",
        "2027-01-31 number",
      ],
    ));

  it("colour a catalogue", () =>
    checkTokens(
      `property speed of device : number
override threat DefaultCredentials { severity: critical when networked and this.exposure > operator, high otherwise  references: CWE-1 }
disable threat TamperedBoot { reason: "x" }
threat T on flow { stride: spoofing  when: not (any carries where is Credential) and target is device and target.speed >= 3  mitigated-by: Backup or Nothing }`,
      [
        "property keyword",
        "speed property declaration",
        "of keyword",
        "device keyword",
        "number keyword",
        "override keyword",
        "threat keyword",
        "DefaultCredentials event defaultLibrary",
        "severity property",
        "critical enumMember",
        "when keyword",
        "networked property",
        "and keyword",
        "this keyword",
        "exposure property",
        "> operator",
        "operator enumMember",
        "high enumMember",
        "otherwise keyword",
        "references property",
        "CWE-1 enumMember",
        "disable keyword",
        "threat keyword",
        "TamperedBoot event defaultLibrary deprecated",
        "reason property",
        '"x" string',
        "threat keyword",
        "T event declaration",
        "on keyword",
        "flow keyword",
        "stride property",
        "spoofing enumMember",
        "when property",
        "not keyword",
        "any keyword",
        "carries property",
        "where keyword",
        "is keyword",
        "Credential type defaultLibrary",
        "and keyword",
        "target property",
        "is keyword",
        "device keyword",
        "and keyword",
        "target property",
        "speed property",
        ">= operator",
        "3 number",
        "mitigated-by property",
        "Backup interface defaultLibrary",
        "or keyword",
        "Nothing variable",
      ],
    ));

  it("colour broken text", () =>
    checkTokens('device { } = "open\n, 443/tcp when', ["device keyword", "= operator", '"open string', "443/tcp number", "when keyword"]));
});
