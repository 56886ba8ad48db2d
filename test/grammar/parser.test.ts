// What a text means: whole trees of real-looking texts, and the corners of names, comments and line ends.
import assert from "node:assert/strict";
import { parse } from "../../grammar/parser/index.ts";
import { WardParser } from "../../grammar/parser/parser.ts";
import type { Comment } from "../../grammar/syntax.ts";
import { createLexer } from "../../grammar/tokens.ts";
import { declarations, printed, printedExpression, rangeOutside, ranges } from "../support/tree.ts";

const model = `import "ward:medical"

/// The whole product,
/// as shipped.
system Monitor "Patient monitor" {
  regulation:  MDR            // MDR | IVDR
  version:     "2.3 \\"beta\\""
  environment: hospital, home
}
data Vitals "Vital signs" { classification: health  integrity: critical }
boundary Ward3 : Network, Site.Local {
  external Ehr "Health record"
  device Monitor2 "Monitor" : MedicalDevice { process Firmware : Embedded { accepts: files } }
}
flow Send "Send"  Monitor2.Firmware -> Ehr {
  via: Monitor2.Lan
  port: 443/tcp, 5000-5010/udp
}
accept OpenPort on Monitor2.Usb, Ward3.* {
  until: 2027-05-31
  reason: """
    Under a cover,
      and sealed.
  """
}
`;

const modelTree = `import "ward:medical"
/// The whole product,
/// as shipped.
system Monitor "Patient monitor" {
  regulation: MDR
  version: "2.3 \\"beta\\""
  environment: hospital, home
}
data Vitals "Vital signs" {
  classification: health
  integrity: critical
}
boundary Ward3 : Network, Site.Local {
  external Ehr "Health record"
  device Monitor2 "Monitor" : MedicalDevice {
    process Firmware : Embedded {
      accepts: files
    }
  }
}
flow Send "Send" Monitor2.Firmware -> Ehr {
  via: Monitor2.Lan
  port: 443/tcp, 5000-5010/udp
}
accept OpenPort on Monitor2.Usb, Ward3.* {
  until: 2027-05-31
  reason: "Under a cover,\\n  and sealed."
}
`;

const catalogue = `kind Monitor "Monitor" of device, external : MedicalDevice { safety-related: yes }
property radio-range "Radio range" of interface : number
override threat Forgery "Forged commands" on flow {
  stride: spoofing
  when: commands and crosses-boundary and (any via where direction = inbound or wireless)
    and not (source is actor)
  severity: critical when target is Monitor, high otherwise
  mitigated-by: NodeAuthentication or (PersonAuthentication and Integrity)
  references: CWE-306, CAPEC-94
}
requirement Segments { when: (count devices where is Monitor) >= 2 and managed-by in (operator, user) }
scale Risk { levels: low, high  acceptable: low }
matrix RiskMatrix { columns: rare, likely  row low { cells: low, high } }
disable threat Noise { reason: "No radio" }
`;

const catalogueTree = `kind Monitor "Monitor" : MedicalDevice of device, external {
  safety-related: yes
}
property radio-range "Radio range" : number of interface
override threat Forgery "Forged commands" on flow {
  stride: spoofing
  when: (and commands crosses-boundary (group (any via (or (= direction inbound) wireless))) (not (group (is source actor))))
  severity: (when critical (is target Monitor)), (otherwise high)
  mitigated-by: (or NodeAuthentication (group (and PersonAuthentication Integrity)))
  references: CWE-306, CAPEC-94
}
requirement Segments {
  when: (and (>= (group (count devices (is item Monitor))) 2) (in managed-by (group operator user)))
}
scale Risk {
  levels: low, high
  acceptable: low
}
matrix RiskMatrix {
  columns: rare, likely
  row low {
    cells: low, high
  }
}
disable threat Noise {
  reason: "No radio"
}
`;

// The tree of a text without problems, one row each.
const trees: readonly [name: string, text: string, tree: string][] = [
  ["an empty text", "", ""],
  ["a byte order mark", '\ufeffimport "a"', 'import "a"\n'],
  ["tabs and no-break spaces", "\tdevice\u00a0A\t{\u00a0a:\u00a0b\n\t\u00a0c: d }", "device A {\n  a: b\n  c: d\n}\n"],
  ["names of other scripts", "device Gerät_Ü : 日本 { größe: Ωμ.ю }", "device Gerät_Ü : 日本 {\n  größe: Ωμ.ю\n}\n"],
  ["combining marks", "device cafe\u0301 { नि: हिन्दी }", "device cafe\u0301 {\n  नि: हिन्दी\n}\n"],
  ["letters beyond the basic plane", "device 𝒜𐐀 { a: 𠮷 }", "device 𝒜𐐀 {\n  a: 𠮷\n}\n"],
  ["digits and underscores in names", "device _a1_2 { a-1-b: c_-d }", "device _a1_2 {\n  a-1-b: c_-d\n}\n"],
  ["keywords as names", "process flow\ndevice device\nflow data flow -> device", "process flow\ndevice device\nflow data flow -> device\n"],
  [
    "keywords as property names",
    "system S { device: process\n flow: a  import: b }",
    "system S {\n  device: process\n  flow: a\n  import: b\n}\n",
  ],
  ["`on` and `of` as names", "kind on {}\nkind of : a\nrole R { on: of }", "kind on {\n}\nkind of : a\nrole R {\n  on: of\n}\n"],
  ["operators as property names", "a: b\nwhen: c\nand: d\nis: e\nwhere: f\nnot: g", "a: b\nwhen: c\nand: d\nis: e\nwhere: f\nnot: g\n"],
  [
    "operators as property names on one line",
    "{ a: b  when: c  or: d  in: e  otherwise: f }",
    "a: b\nwhen: c\nor: d\nin: e\notherwise: f\n",
  ],
  [
    "`no` before a declaration",
    "device A { a: no\n process P\n b: any\n c: no process Q {} }",
    "device A {\n  a: no\n  process P\n  b: any\n  c: no\n  process Q {\n  }\n}\n",
  ],
  ["`no` before a nameless declaration", "device A {\n a: no\n process {}\n}", "device A {\n  a: no\n  process ? {\n  }\n}\n"],
  ["a keyword as a collection", "a: (any data where b = c) and no flow", "a: (and (group (any data (= b c))) (no flow))\n"],
  ["values in lines of their own", "of:\n  device,\n  external\na: b", "of: device, external\na: b\n"],
  ["a comma at the end", "a: b,\nc: d,", "a: b\nc: d\n"],
  ["a word of one item at the end of another", "a: device\nb: process\nflow: c", "a: device\nb: process\nflow: c\n"],
  ["a declaration over several lines", 'device\n  A\n  "t"\n  : B,\n  C\n{\n}', 'device A "t" : B, C {\n}\n'],
  ["a flow without a name", "flow A.b -> C", "flow ? A.b -> C\n"],
  ["declarations on one line", "device A {} device B device C {}", "device A {\n}\ndevice B\ndevice C {\n}\n"],
  ["escapes", String.raw`a: "x\n\t\\\"\q"`, `${String.raw`a: "x\n\t\\\"q"`}\n`],
  ["a block on one line", 'a: """ x """, """"""', 'a: "x", ""\n'],
  ["a block with lines of different depth", 'a: """x\n\n      y\n    z  \n  \n """', 'a: "x\\n\\n  y\\nz"\n'],
  ["slashes in texts", 'a: "// x /* y"\nb: "*/"', 'a: "// x /* y"\nb: "*/"\n'],
];

const expressions: readonly [text: string, tree: string][] = [
  ["a or b and c or d", "(or a (and b c) d)"],
  ["not a and not not b", "(and (not a) (not (not b)))"],
  ["(a or b) and c", "(and (group (or a b)) c)"],
  ["a.b-c = 2.5 or d != 2027-05-31", "(or (= a.b-c 2.5) (!= d 2027-05-31))"],
  ["a <= b and c >= 1 and d < e and f > g", "(and (<= a b) (>= c 1) (< d e) (> f g))"],
  ["is Server or target is device", "(or (is item Server) (is target device))"],
  ["any a where b and c or d", "(any a (or (and b c) d))"],
  ["no a and all b where c", "(and (no a) (all b c))"],
  ["count a.b >= 2", "(>= (count a.b) 2)"],
  ["a in (b, c.d, 1)", "(in a (group b c.d 1))"],
  ["high when no a where b", "(when high (no a b))"],
  ["*", "*"],
  ["A.*", "A.*"],
  ["yes", "yes"],
  ["any", "any"],
  ["no and a", "(and no a)"],
];

describe("parser", () => {
  it("has a valid lexer", () => {
    assert.deepEqual(createLexer(true).lexerDefinitionErrors, []);
  });
  it("has valid rules", () => assert.ok(new WardParser(true)));

  for (const [name, text, tree] of [["a model", model, modelTree], ["a catalogue", catalogue, catalogueTree], ...trees] as const) {
    it(`reads ${name}`, () => {
      // Braces around a row stand for a declaration's, which would only be noise.
      const wrapped = text.startsWith("{") ? `system S ${text}` : text;
      const { items, problems } = parse(wrapped);
      assert.deepEqual(problems, []);
      assert.equal(text.startsWith("{") ? printed(declarations(items)[0]?.body?.items ?? []) : printed(items), tree);
    });
  }

  for (const [text, tree] of expressions) {
    it(`reads \`${text}\``, () => {
      const { items, problems } = parse(`x: ${text}\ny: z`);
      assert.deepEqual(problems, []);
      assert.equal(items[0]?.type === "property" && items[0].values.map(printedExpression).join(), tree);
      assert.equal(items.length, 2);
    });
  }

  for (const [name, eol] of [
    ["CR", "\r"],
    ["CRLF", "\r\n"],
  ] as const) {
    it(`reads lines that end with ${name} like others`, () => assert.equal(printed(parse(model.replaceAll("\n", eol)).items), modelTree));
  }

  it("gives every part the range of its text", () => {
    const tree = parse(model);
    assert.equal(rangeOutside(tree), undefined);
    for (const declaration of declarations(tree.items)) {
      const shown = model.slice(declaration.start, declaration.end);
      assert.ok(shown.startsWith(declaration.keyword.text) && (declaration.body ? shown.endsWith("}") : true), shown);
    }
    for (const range of ranges(tree)) {
      const shown = model.slice(range.start, range.end);
      assert.equal(shown, shown.trim());
      if ("type" in range && range.type === "word" && "text" in range) assert.equal(shown, range.text);
    }
  });

  const docs: readonly [name: string, text: string, doc: string | undefined][] = [
    ["directly above", "/// a\n///b\n///\n/// c  \ndevice A", "a\nb\n\nc"],
    ["above an empty line", "/// a\n\ndevice A", "a"],
    ["above a modifier", "/// a\noverride threat T", "a"],
    ["above another comment", "/// a\n// b\ndevice A", "a"],
    ["before an interruption", "/// a\n// b\n/// c\ndevice A", "c"],
    ["of the declaration before", "/// a\ndevice X\ndevice A", undefined],
    ["at the end of the line before", "device X /// a\ndevice A", "a"],
    ["inside a body", "system S {\n  /// a\n  device A\n}", "a"],
    ["above a property", "/// a\nb: c\ndevice A", undefined],
    ["with other slashes", "// a\n//// b\n/* c */\ndevice A", "/ b"],
  ];
  for (const [name, text, doc] of docs) {
    it(`takes documentation ${name}`, () => assert.equal(declarations(parse(text).items).at(-1)?.doc, doc));
  }

  it("keeps every comment", () => {
    const { comments } = parse("// a\r\n/// b\n/* c\n * d */ device A { /**/ x: /* e */ y // f\n}//");
    const shown = comments.map(({ kind, text }: Comment) => `${kind} ${text}`);
    assert.deepEqual(shown, ["line // a", "doc /// b", "block /* c\n * d */", "block /**/", "block /* e */", "line // f", "line //"]);
  });
});
