// What is said about texts with errors, where, and what of the rest is still read.
import assert from "node:assert/strict";
import { parse } from "../../grammar/parser/index.ts";
import { declarations } from "../support/tree.ts";

const never = "this `{` is never closed";
const nothing = "this `}` closes nothing";
const unquoted = "this text has no closing quote";
const name = (found: string): string => `expected a name, found ${found}`;
const value = (found: string): string => `expected a value, found ${found}`;
const stray = (found: string): string => `did not expect ${found} here`;
const dot = "expected a name after `.`";

// «…» marks what a problem underlines; then the messages in order, and the names of all declarations that are read.
const tables: Record<string, readonly (readonly [marked: string, messages: readonly string[], names: string])[]> = {
  "a missing value": [
    ["device A {\n  a«:»\n  b: c\n}\ndevice Z", [value("`b`")], "A Z"],
    ["device A {\n  a: «}»\ndevice Z", [value("`}`")], "A Z"],
    ["device A «{» a«:»", [never, value("the end of the file")], "A"],
    ["device A { a: «,» b }\ndevice Z", [value("`,`")], "A Z"],
    ["a: b «and»\nc: d\ndevice Z", [value("`c`")], "Z"],
    ["a: «not»\nc: d\ndevice Z", [value("`c`")], "Z"],
    ["a: b «in»\nc: d\ndevice Z", [value("`c`")], "Z"],
    ["a: high «when»\nc: d\ndevice Z", [value("`c`")], "Z"],
    ["a: (b,«)»\ndevice Z", [value("`)`")], "Z"],
    ["a: («b»\ndevice Z", ["expected `)`, found `device`"], "Z"],
    ["a: «{»\n  b: c\n}\ndevice Z", [value("`{`")], "Z"],
  ],
  "a missing `}`": [
    ["device A «{»", [never], "A"],
    ["device A {\n  process B «{»\n    a: b\n}\ndevice Z {\n  d: e\n}", [never], "A B Z"],
    ["device A «{»\n  a: b\n\ndevice Z {\n  d: e\n}", [never], "A Z"],
    ["device A «{»\n  process B «{»\n    a: b", [never, never], "A B"],
    ["boundary N {\n  device A «{»\n    a: b\n  device B {\n    c: d\n  }\n}\nflow Z", [never], "N A B Z"],
    ["\tdevice A «{»\n\t\ta: b\n\tdevice Z {\n\t}", [never], "A Z"],
  ],
  "a `}` too many": [
    ["device A {\n  a: b\n}\n«}»\ndevice Z", [nothing], "A Z"],
    ["«}»\ndevice Z", [nothing], "Z"],
    ["device A { process B {} } «}»\ndevice Z", [nothing], "A B Z"],
  ],
  "what is not closed": [
    ['device A {\n  a: «"text»\n  b: c\n}\ndevice Z', [unquoted], "A Z"],
    ['device A {\n  a: «"text\\»\n  b: c\n}\ndevice Z', [unquoted], "A Z"],
    ['device A «"text {»\n  b: c\n«}»\ndevice Z', [unquoted, nothing], "A Z"],
    ['import «"x»\ndevice Z', [unquoted], "Z"],
    ['device A {\n  a: «"""»\n    text\n}\ndevice Z', ["this text block is never closed"], "A Z"],
    ['a: «"""»\n text', ["this text block is never closed"], ""],
    ["device A {\n  «/*» text\n  b: c\n}\ndevice Z", ["this comment is never closed"], "A Z"],
    ["«/*»/ a: b\ndevice Z", ["this comment is never closed"], "Z"],
  ],
  "a missing `:`": [
    ["device A {\n  managed-by operator\n  c: d\n}\ndevice Z", [], "A operator Z"],
    ["device A «MedicalDevice»\ndevice Z", [stray("`MedicalDevice`")], "A Z"],
    ["device A «B» {\n  process C\n}\ndevice Z", [stray("`B`")], "A C Z"],
    ["device A {\n  «c» = d\n  e: f\n}\ndevice Z", [stray("`c`")], "A Z"],
  ],
  "words that begin nothing": [
    ["devcie A {\n  process B\n}\ndevice Z", [], "A B Z"],
    ["\ufeffdevcie A {\n  process B\n}\ndevice Z", [], "A B Z"],
    ["Pump\ndevice Z", [], "? Z"],
    ["«x»", [stray("`x`")], ""],
    ["device A {\n  foo bar «baz»\n  a: b\n}\ndevice Z", [stray("`baz`")], "A bar Z"],
    ["override threat\ndevice Z", [], "? Z"],
    ["«import»\ndevice Z", ["expected text in quotes, found `device`"], "Z"],
    ["import «x»\ndevice Z", ["expected text in quotes, found `x`"], "Z"],
    ['import "a" «"b"»\ndevice Z', [stray('`"b"`')], "Z"],
  ],
  "stray punctuation": [
    ["device A «;» {\n  process B\n}\ndevice Z", [stray("`;`")], "A B Z"],
    ["device A {\n  c: d«;»\n  e: f«;»\n}\ndevice Z", [stray("`;`"), stray("`;`")], "A Z"],
    ['device A "x" «"y"» { process B }\ndevice Z', [stray('`"y"`')], "A B Z"],
    ["device «3»Pump {\n  process B\n}\ndevice Z", [stray("`3`")], "? B Z"],
    ["a: b «]» «c»\ndevice Z", [stray("`]`"), stray("`c`")], "Z"],
    ["a: «'»x«'»\ndevice Z", [stray("`'`"), stray("`'`")], "Z"],
    ["«:» a\ndevice Z", [stray("`:`")], "Z"],
    ["a:«:» b\ndevice Z", [value("`:`")], "Z"],
    ["«(»\ndevice Z", [stray("`(`")], "Z"],
    ["«{» a: b }\ndevice Z", [stray("`{`")], "Z"],
    ["«{»\ndevice A {\n}\ndevice Z", [stray("`{`")], "A Z"],
    ["a: b«)»\ndevice Z", [stray("`)`")], "Z"],
    ["a: 3.0«.»16\ndevice Z", [stray("`.`")], "Z"],
    ["a: «-»1\ndevice Z", [stray("`-`")], "Z"],
    ["a: b = c «=» d\ndevice Z", [stray("`=`")], "Z"],
    ["«\0»\ndevice Z", ["this is not text"], "Z"],
    ["device A { a: b «d» e: f }\ndevice Z", [stray("`d`")], "A Z"],
  ],
  "a half-typed flow": [
    ["flow F A «->»\nflow Z A -> B", [name("`flow`")], "F Z"],
    ["flow F A -> «{»\n  a: b\n}\nflow Z", [name("`{`")], "F Z"],
    ["flow F «A»\nflow Z A -> B", [stray("`A`")], "F Z"],
    ["flow F A«.» -> B\nflow Z A -> B", [dot], "F Z"],
    ["flow F «A» «-» B\nflow Z A -> B", [stray("`A`"), stray("`-`")], "F Z"],
    ["flow F A -> B «C»\nflow Z A -> B", [stray("`C`")], "F Z"],
    ["flow\nflow Z A -> B", [], "? Z"],
  ],
  "a half-typed header": [
    ["device A : B«,»\ndevice Z", [name("`device`")], "A Z"],
    ["device A : «{»\n  process B\n}\ndevice Z", [name("`{`")], "A B Z"],
    ["device A «:»\ndevice Z", [name("`device`")], "A Z"],
    ["accept T «on»\naccept Z on X", [name("`accept`")], "T Z"],
  ],
  commas: [
    ["device A {\n  a: b,\n  c: d\n}\ndevice Z", [], "A Z"],
    ["device A { a: b, }\ndevice Z", [], "A Z"],
    ["a: «,»b\ndevice Z", [value("`,`")], "Z"],
  ],
  "a dot at the end": [
    ["a: b«.»\nc: d\ndevice Z", [dot], "Z"],
    ["a: b«.».c\ndevice Z", [dot], "Z"],
    ["accept T on A«.»\naccept Z on B", [dot], "T Z"],
    ["a: «.»b\ndevice Z", [value("`.`")], "Z"],
  ],
};

describe("syntax errors", () => {
  for (const [title, rows] of Object.entries(tables)) {
    describe(title, () => {
      for (const [marked, messages, names] of rows) {
        it(JSON.stringify(marked), () => {
          const { items, problems, text } = parse(marked.replace(/[«»]/g, ""));
          const shown = problems.reduceRight(
            (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
            text,
          );
          assert.equal(shown, marked);
          assert.deepEqual(
            problems.map(({ message }) => message),
            messages,
          );
          assert.equal(
            declarations(items)
              .map((declaration) => declaration.name?.text ?? "?")
              .join(" "),
            names,
          );
        });
      }
    });
  }

  it("keeps the properties beside an error", () => {
    const [first] = declarations(parse("device A {\n  a: b\n  c:\n  d: e.\n  f: g\n}").items);
    assert.deepEqual(
      first?.body?.items.map((item) => item.type === "property" && item.name.text),
      ["a", "c", "d", "f"],
    );
  });

  it("keeps what stands before and after a comma in the middle of typing", () => {
    const [first] = declarations(parse("device A {\n  a: b, \n  c: d\n}").items);
    assert.deepEqual(
      first?.body?.items.map((item) => item.type === "property" && item.values.length),
      [1, 1],
    );
  });

  const deep: readonly [name: string, text: string][] = [
    ["open braces", "device A {\n".repeat(10_000)],
    ["closed braces", `${"device A { ".repeat(10_000)}${"}".repeat(10_000)}`],
    ["braces alone", "{".repeat(10_000)],
    ["closing braces", "}".repeat(10_000)],
    ["parentheses", `a: ${"(".repeat(10_000)}b${")".repeat(10_000)}`],
    ["negations", `a: ${"not ".repeat(10_000)}b`],
    ["quantifiers", `a: ${"any b where ".repeat(10_000)}c`],
    ["comparisons", `a: ${"b is ".repeat(10_000)}c`],
    ["path segments", `a: b${".c".repeat(10_000)}`],
    ["conditions", `a: b${" and c or d".repeat(10_000)}`],
    ["unclosed comments", "/*\n".repeat(10_000)],
    ["unclosed texts", 'a: "b\n'.repeat(10_000)],
    ["modifiers", "override ".repeat(10_000)],
    ["arrows", `flow F${" ->".repeat(10_000)}`],
  ];
  for (const [title, text] of deep) {
    it(`reads on after ten thousand ${title}`, () => {
      const started = process.threadCpuUsage();
      assert.equal(declarations(parse(`${text}\ndevice Z`).items).at(-1)?.name?.text, title === "open braces" ? "A" : "Z");
      // Far above what it takes, far below what work that grows faster than the text would take.
      assert.ok(process.threadCpuUsage(started).user / 1000 < 2000);
    });
  }
});
