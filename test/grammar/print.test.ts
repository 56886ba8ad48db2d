// The formatter's style, case by case.
import assert from "node:assert/strict";
import { parse } from "../../grammar/parser/index.ts";
import { format, formatTree, layOut } from "../../grammar/print.ts";

const long = (word: string, count: number): string => Array.from({ length: count }, (_, index) => `${word}${index + 1}`).join(", ");

// Before and after; one text alone is one that stays as it is.
const cases: readonly (readonly [name: string, before: string, after?: string])[] = [
  ["an empty file", ""],
  ["nothing but space", " \n\t\n\n", ""],
  ["a byte order mark alone", "\ufeff \n", "\ufeff"],
  ["nothing but comments", "\n// a\n\n\n/* b */ // c\n\n", "// a\n\n/* b */ // c\n"],
  ["a missing last line end", "device A", "device A\n"],
  ["too many last line ends", "device A\n\n\n", "device A\n"],
  ["CRLF", "device A {\r\n\r\n\ta:b\r\n// c\r\n}", "device A {\r\n  a: b\r\n  // c\r\n}\r\n"],
  ["CR", "device A {\ra:b\r}", "device A {\r  a: b\r}\r"],
  ["mixed line ends", "device A {\na:b\r\n}\r\n", "device A {\r\n  a: b\r\n}\r\n"],
  ["a byte order mark before text", "\ufeff  device A\n", "\ufeffdevice A\n"],
  ["space in headers", 'override   threat  T   "t"   on  flow ,external{a : b}', 'override threat T "t" on flow, external { a: b }\n'],
  ["headers over several lines", 'device\n  A\n  "t"\n  : B,\n  C\n{\n}\n', 'device A "t" : B, C {}\n'],
  ["imports", 'import    "a"\n\n\nimport\n"b"', 'import "a"\n\nimport "b"\n'],
  ["items that share a line", "device A {} device B : C a: b", "device A {}\ndevice B : C\na: b\n"],
  ["short bodies", "device A {a: b,c   d: e process P{}}", "device A { a: b, c  d: e  process P {} }\n"],
  ["bodies over several lines", "device A { a: b\n c: d process P { e: f }}", "device A {\n  a: b\n  c: d\n  process P { e: f }\n}\n"],
  ["empty bodies", "device A {\n\n}\ndevice B { }", "device A {}\ndevice B {}\n"],
  [
    "bodies with comments",
    "device A { /* c */ }\ndevice B { // d\n}\ndevice C { a: b /* c */ }",
    "device A { /* c */\n}\ndevice B { // d\n}\ndevice C {\n  a: b /* c */\n}\n",
  ],
  [
    "short bodies that do not fit",
    `device A { a: ${long("b", 20)}  c: d  process P { e: f } }`,
    `device A {\n  a: ${long("b", 20)}\n  c: d\n  process P { e: f }\n}\n`,
  ],
  [
    "empty lines",
    "\n\ndevice A {\n\n\n  a: b\n\n\n\n  c: d\n\n}\n\n\n\ndevice B\ndevice C",
    "device A {\n  a: b\n\n  c: d\n}\n\ndevice B\ndevice C\n",
  ],
  [
    "empty lines around comments",
    "device A {\n\n  // a\n\n\n  // b\n  a: b\n\n  // c\n\n}",
    "device A {\n  // a\n\n  // b\n  a: b\n\n  // c\n}\n",
  ],
  [
    "comments at line ends",
    "device A   // a\n{ // b\n  a: b,// c\n   c     /* d */  // e\n} // f\n// g",
    "device A // a\n{ // b\n  a: b, // c\n      c /* d */ // e\n} // f\n// g\n",
  ],
  [
    "comments inside",
    "device /* a */ A : /* b */ B { c /* d */ : e /* f */ , /* g */ h }",
    "device /* a */ A : /* b */ B {\n  c /* d */: e /* f */, /* g */ h\n}\n",
  ],
  ["documentation", "///   a\n  /// b\n device A { /// c\n d: e }", "///   a\n/// b\ndevice A { /// c\n  d: e\n}\n"],
  [
    "comments over several lines",
    "system S {\n/* a\n     * b\n */\n  a: b\n /* c\n      d */ e: f\n}",
    "system S {\n  /* a\n   * b\n   */\n  a: b\n  /* c\n      d */ e: f\n}\n",
  ],
  [
    "long comments at line ends",
    `device A { // ${"word ".repeat(30)}\n a: ${long("b", 25)} // ${"word ".repeat(30)}\n}`,
    `device A { // ${"word ".repeat(30).trim()}\n  a: ${long("b", 25)} // ${"word ".repeat(30).trim()}\n}\n`,
  ],
  ["commas at the end", "a: b,\nc: d,,e, // f\ng: h", "a: b\nc: d, e // f\ng: h\n"],
  [
    "expressions",
    "a:b=c and(d or not   e)and x in(f,g.h)and any i where is J",
    "a: b = c and (d or not e) and x in (f, g.h) and any i where is J\n",
  ],
  ["paths over several lines", "a: b .\n  c . *", "a: b.c.*\n"],
  ["cases", "severity:critical   when a ,high otherwise", "severity: critical when a, high otherwise\n"],
  [
    "long lists",
    `device A {\n  refs: ${long("Reference", 15)}\n}\n`,
    `device A {\n  refs: ${long("Reference", 9)},\n      ${long("Reference", 15).split(", ").slice(9).join(", ")}\n}\n`,
  ],
  ["lists that fit again", "a: b,\n    c,\n    d\n", "a: b, c, d\n"],
  [
    "long kinds",
    `control X "${"title ".repeat(14)}" : ${long("Measure", 4)} { a: b }\n`,
    `control X "${"title ".repeat(14)}" : Measure1, Measure2,\n    Measure3, Measure4 { a: b }\n`,
  ],
  [
    "a break that would look like a new item",
    `a: ${long("bbbbbbbbbbbbbb", 7)}, data in (c, d)`,
    `a: ${long("bbbbbbbbbbbbbb", 6)},\n    bbbbbbbbbbbbbb7, data in (c, d)\n`,
  ],
  [
    "long conditions",
    `threat T on flow {\n  when: commands and crosses-boundary and (source.boundary.managed-by = operator or source.boundary.managed-by = public) and a or b\n}`,
    `threat T on flow {
  when: commands
        and crosses-boundary
        and (source.boundary.managed-by = operator or source.boundary.managed-by = public)
        and a
      or b
}\n`,
  ],
  [
    "conditions long in every part",
    `when: ${["commands", "crosses-boundary", `(${["a", "b", "c", "d"].map((x) => `${x.repeat(25)} = public`).join(" or ")})`, "any devices where networked"].join(" and ")}`,
    `when: commands
    and crosses-boundary
    and (${"a".repeat(25)} = public
      or ${"b".repeat(25)} = public
      or ${"c".repeat(25)} = public
      or ${"d".repeat(25)} = public)
    and any devices where networked\n`,
  ],
  [
    "long cases",
    `severity: critical when ${"a".repeat(40)} and ${"b".repeat(40)} and ${"c".repeat(40)}, high when ${"d".repeat(9)}, low otherwise`,
    `severity: critical when ${"a".repeat(40)}
      and ${"b".repeat(40)}
      and ${"c".repeat(40)},
    high when ${"d".repeat(9)},
    low otherwise\n`,
  ],
  ["texts that cannot break", `a: "${"word ".repeat(40)}"\n`],
  [
    "text blocks",
    'device A {\n a: """one\n      two\n\n        three   \n """ // c\n}',
    'device A {\n  a: """\n    one\n    two\n\n      three\n  """ // c\n}\n',
  ],
  ["text blocks in short bodies", 'device A { a: """x"""  b: c }', 'device A {\n  a: """\n    x\n  """\n  b: c\n}\n'],
  ["empty text blocks", 'a: """   """', 'a: """"""\n'],
  ["text blocks with tabs", 'a: """\n\tx\n\t\ty\n"""', 'a: """\n  x\n  \ty\n"""\n'],
  ["kinds after `on` and `of`", "kind K : P of device\nkind L of device : P", "kind K of device : P\nkind L of device : P\n"],
  ["kinds before arrows", "flow F A -> B : K, L { a: b }\nflow G : K A -> B", "flow F : K, L A -> B { a: b }\nflow G : K A -> B\n"],
  [
    "headers that must not be put in order",
    "flow -> B : K\nkind on : P of device\nkind K // c\n : P of device",
    "flow -> B : K\nkind on : P of device\nkind K // c\n    : P of device\n",
  ],
  [
    "an error in one declaration",
    "device  A {a:b}\n\n\n  device B {\n   a:   \n\t}  // c\n\ndevice   C",
    "device A { a: b }\n\n  device B {\n   a:   \n\t} // c\n\ndevice C\n",
  ],
  ["an error behind a declaration", "device   A : B ] C\ndevice   D", "device   A : B ] C\ndevice D\n"],
  ["an error between declarations", "device   A {}\n)  x\n(  y\ndevice   D", "device A {}\n)  x\n(  y\ndevice D\n"],
  ["a brace that is missing", "device   A\ndevice  B {\n  a:   b\ndevice  C", "device A\ndevice  B {\n  a:   b\ndevice C\n"],
  ["an unclosed text block", 'device   A\na:  """\n  x  \n', 'device A\na:  """\n  x  \n'],
  ["an unclosed comment", "device   A\n/*   x\ndevice   B", "device A\n/*   x\ndevice B\n"],
  ["an unknown keyword", "devcie   A { a:b }", "devcie A { a: b }\n"],
];

describe("formatter", () => {
  for (const [name, before, after = before] of cases) {
    it(`lays out ${name}`, () => {
      assert.equal(layOut(parse(before)), after);
      assert.equal(format(before), after);
      assert.equal(format(after), after);
    });
  }

  it("works on a tree that is there already", () => assert.equal(formatTree(parse("a:b")), "a: b\n"));

  it("leaves the text alone when a layout would say something else", () => {
    // Without braces that match, indentation decides what stands in what.
    const text = ' t{y c\n}\nk{y"\nd r';
    assert.equal(format(text), text);
  });

  it("takes time in proportion to the text", () => {
    const piece = `device A "t" : B {\n  a: b, c // d\n  when: a and (b or c)\n  /* e */ f: """\n  g\n"""\n}\n`;
    // The thread's own time, the best of three: a busy machine must not fail the test.
    const time = (text: string): number => {
      const tree = parse(text);
      const runs = [1, 2, 3].map(() => {
        const started = process.threadCpuUsage();
        layOut(tree);
        return process.threadCpuUsage(started).user / 1000;
      });
      return Math.min(...runs);
    };
    for (const text of [piece, piece.replace(/\/\/ d|\n/g, " "), "a: b, c ", "a: b and (c or d)\n", "device A { b: c } "]) {
      // Sixteen times the text; work that grew with its square would take 256 times as long.
      const few = Math.max(2, time(text.repeat(125)));
      const many = time(text.repeat(2000));
      assert.ok(many < 80 * few, `${text}: ${few} ms, ${many} ms`);
    }
  });
});
