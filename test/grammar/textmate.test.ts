// The editor's colours: the committed file is what the generator makes, and real lines get the scopes people see.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { catalogueKeywords, conditionWords, modelKeywords, modifierKeywords } from "../../grammar/keywords.ts";
import { textMateGrammar } from "../../grammar/textmate.ts";

const file = new URL("../../grammar/ward.tmLanguage.json", import.meta.url);

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(file, "utf8"), "ward.json"),
  });
  const grammar = await registry.loadGrammar("source.ward");
  assert.ok(grammar);
  return grammar;
}

// The scopes by the short names that the table uses.
const short: Readonly<Record<string, string>> = {
  "keyword.control.declaration": "keyword",
  "keyword.control.modifier": "modifier",
  "entity.name.type": "name",
  "entity.other.inherited-class": "kind",
  "variable.other.property": "property",
  "variable.other": "word",
  "variable.language": "this",
  "keyword.control.header": "header",
  "keyword.other.quantifier": "quantifier",
  "keyword.operator.arrow": "arrow",
  "keyword.operator.logical": "logical",
  "keyword.operator.word": "operator",
  "keyword.operator.comparison": "operator",
  "keyword.control.conditional": "conditional",
  "keyword.control.import": "import",
  "constant.language": "constant",
  "constant.numeric": "number",
  "constant.numeric.date": "date",
  "constant.numeric.port": "port",
  "constant.other.identifier": "id",
  "constant.other.wildcard": "wildcard",
  "constant.character.escape": "escape",
  "string.quoted.double": "string",
  "string.quoted.triple": "block",
  "comment.line.documentation": "doc",
  "comment.line.double-slash": "line",
  "comment.block": "comment",
};

/** Every token that has a scope of its own as `text scope`, punctuation left out, with two spaces between them. */
function scopes(grammar: textmate.IGrammar, text: string): string {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const token of tokens) {
      const scope = (token.scopes.at(-1) ?? "").replace(/\.?(source)?\.?ward$/, "");
      const piece = line.slice(token.startIndex, token.endIndex).trim();
      if (scope !== "" && piece !== "" && !scope.startsWith("punctuation")) found.push(`${piece} ${short[scope] ?? scope}`);
    }
  }
  return found.join("  ");
}

const table: readonly [name: string, text: string, expected: string][] = [
  [
    "declarations with titles and kinds",
    'device Pump "Infusion" : MedicalDevice, a.B {\n  process flow : Embedded {',
    'device keyword  Pump name  " string  Infusion string  " string  MedicalDevice kind  a kind  B kind  process keyword  flow name  Embedded kind',
  ],
  ["kinds that go on in the next line", "control X : A,\n    B { a: b }", "control keyword  X name  A kind  B kind  a property  b word"],
  [
    "flows",
    "flow Send : Kind Gateway.Broker -> Pump.Lan { via: Pump.Lan }",
    "flow keyword  Send name  Kind kind  Gateway word  Broker word  -> arrow  Pump.Lan word  via property  Pump word  Lan word",
  ],
  ["a flow without a name", "flow A -> B : C", "flow keyword  A word  -> arrow  B word  C kind"],
  ["`on` keywords", "override threat T on flow, *", "override modifier  threat keyword  T name  on header  flow keyword  * wildcard"],
  ["`on` elements", "accept T on Pump.Usb { a: b }", "accept keyword  T name  on header  Pump word  Usb word  a property  b word"],
  [
    "`of` keywords before a kind",
    "kind K of device, external : P",
    "kind keyword  K name  of header  device keyword  external keyword  P kind",
  ],
  [
    "keywords as property names and values",
    "  on: Pump\n  device: device\n  when: no\n  { to: device  via: no  x: y }",
    "on property  Pump word  device property  device word  when property  no constant  to property  device word  via property  no constant  x property  y word",
  ],
  [
    "conditions",
    "  when: a.b-c >= high and not (any devices where is Server) or x in (y) and this is device",
    "when property  a word  b-c word  >= operator  high word  and logical  not logical  any quantifier  devices word  where conditional  is operator  Server word  or logical  x word  in operator  y word  and logical  this this  is operator  device keyword",
  ],
  [
    "cases",
    "severity: critical when wireless, high otherwise",
    "severity property  critical word  when conditional  wireless word  high word  otherwise conditional",
  ],
  [
    "literals",
    "a: 443/tcp, 5000-5010/udp, 2027-05-31, 2.5, 10, CWE-306, CAPEC-94, yes, II1, x-1",
    "a property  443/tcp port  5000-5010/udp port  2027-05-31 date  2.5 number  10 number  CWE-306 id  CAPEC-94 id  yes constant  II1 word  x-1 word",
  ],
  [
    "comments",
    "/// doc\n// line\na: b // end\n/* one\ntwo */ c: d",
    "/// doc doc  // line line  a property  b word  // end line  /* comment  one comment  two comment  */ comment  c property  d word",
  ],
  ["escapes", 'a: "x\\"y"', 'a property  " string  x string  \\" escape  y string  " string'],
  ["text blocks", 'a: """\n  device "X" // no\n"""\nb: c', 'a property  """ block  device "X" // no block  """ block  b property  c word'],
  ["an unclosed string up to the end of its line", 'a: "x\nb: c', 'a property  " string  x string  b property  c word'],
  ["an unclosed string that ends with a backslash", 'a: "x\\\nb: c', 'a property  " string  x\\ string  b property  c word'],
  [
    "names of other scripts",
    "device Gerät_Ü2 : 日本\n  größe: 𝒜é\u0301.ю",
    "device keyword  Gerät_Ü2 name  日本 kind  größe property  𝒜é\u0301 word  ю word",
  ],
  [
    "words that only begin like keywords",
    "  a: devices, flow-rate, notes, x.not",
    "a property  devices word  flow-rate word  notes word  x word  not word",
  ],
  ["imports", 'import "a"\nimport: x', 'import import  " string  a string  " string  import property  x word'],
];

describe("TextMate grammar", () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  it("is what the generator makes", async () => assert.equal(await readFile(file, "utf8"), textMateGrammar()));

  for (const [name, text, expected] of table) it(`colours ${name}`, () => assert.equal(scopes(grammar, text), expected));

  it("knows every keyword", () => {
    for (const keyword of [...modelKeywords, ...catalogueKeywords]) {
      assert.equal(scopes(grammar, `${keyword} X`), `${keyword} keyword  X name`);
      assert.equal(scopes(grammar, `${keyword} "X"`), `${keyword} keyword  " string  X string  " string`);
    }
    for (const modifier of modifierKeywords)
      assert.ok(scopes(grammar, `${modifier} threat X`).startsWith(`${modifier} modifier  threat keyword`));
    for (const word of conditionWords) assert.doesNotMatch(scopes(grammar, `  a: b ${word} c`), new RegExp(`\\b${word} word`));
  });
});
