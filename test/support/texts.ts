// Random texts for property-based tests: valid ones made rule by rule, with space and comments anywhere they may stand.
import fc from "fast-check";
import { declarationKeywords } from "../../grammar/keywords.ts";

const name = fc.constantFrom(
  "a",
  "Pump",
  "managed-by",
  "Größe_2",
  "日本",
  "cafe\u0301",
  "𝒜x",
  "x1-y",
  "on",
  "of",
  "CWE-306",
  "device",
  "flow",
  "this",
  "yes",
  "no",
);
const plainName = fc.constantFrom("a", "Pump", "managed-by", "Größe_2", "日本", "cafe\u0301", "𝒜x", "x1-y");
const keyword = fc.constantFrom(...declarationKeywords);
const path = fc.array(plainName, { minLength: 1, maxLength: 3 }).map((names) => names.join("."));
const quoted = fc.constantFrom('"x"', '"a longer text with some words in it"', '"\\"q\\" \\\\ \\n"', '"// no { comment"', '""');
const block = fc
  .array(fc.constantFrom("", "word", "  two words", "\tx", "// not a comment", "}", "    deep   "), { maxLength: 4 })
  .chain((lines) => fc.constantFrom(`"""${lines.join("\n")}"""`, `"""\n      ${lines.join("\n      ")}\n   """`));

// Space between two tokens: mostly one blank, sometimes everything else that may stand there.
const inline = fc.constantFrom(" ", " ", " ", " ", " ", " ", "  ", "\t", " /* c */ ");
const between = fc.oneof(
  { weight: 9, arbitrary: inline },
  fc.constantFrom(" // c\n ", "\n", "\n\n\n  ", " /* c\n * d */ ", "\n  /* c */\n", "\r\n"),
);
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...parts), fc.array(between, { minLength: parts.length, maxLength: parts.length }))
    .map(([texts, gaps]) => texts.map((text, index) => (index === 0 || text === "" ? text : gaps[index] + text)).join(""));
const listed = (item: fc.Arbitrary<string>, separator: string, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(item, between), { minLength: 1, maxLength })
    .map((items) => items.map(([text, gap], index) => (index === 0 ? text : separator + gap + text)).join(""));

const { expression } = fc.letrec<Record<"expression" | "operand" | "comparison", string>>((tie) => ({
  operand: fc.oneof(
    { weight: 6, arbitrary: path },
    quoted,
    fc.constantFrom("10", "2.5", "2027-05-31", "443/tcp", "Pump.*", "*"),
    joined(fc.constant("("), tie("expression"), fc.constant(")")),
  ),
  comparison: fc.oneof(
    { weight: 4, arbitrary: tie("operand") },
    joined(tie("operand"), fc.constantFrom("=", "!=", "<", ">=", "is", "in"), tie("operand")),
    joined(tie("operand"), fc.constant("in ("), listed(path, ",", 3), fc.constant(")")),
    joined(fc.constant("not ("), tie("expression"), fc.constant(")")),
    joined(fc.constant("is"), path),
    joined(fc.constantFrom("any", "all", "no", "count"), path),
    joined(fc.constantFrom("any", "all", "no"), path, fc.constant("where"), tie("expression")),
  ),
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("comparison"),
    joined(tie("comparison"), fc.constantFrom("and", "or"), tie("comparison")),
    joined(tie("comparison"), fc.constantFrom("and", "or"), tie("expression")),
  ),
}));

const cased = fc.oneof(joined(path, fc.constant("when"), expression), joined(path, fc.constant("otherwise")));
const values = fc.oneof(listed(path, ",", 12), listed(expression, " ,", 3), listed(cased, ",", 3), block, quoted);
const property = fc
  .tuple(name, fc.constantFrom(":", ": ", " :   "), values, fc.constantFrom("", "", "", ","))
  .map((parts) => parts.join(""));
const header = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  joined(fc.constant(":"), listed(path, ",", 8)),
  joined(fc.constantFrom("on", "of"), listed(path, ",", 2), fc.constant(":"), path),
  joined(fc.constant(":"), path, fc.constantFrom("on", "of"), path),
  joined(path, fc.constant("->"), path),
  joined(path, fc.constant("->"), path, fc.constant(":"), path),
);

const { items } = fc.letrec<Record<"items" | "item" | "declaration" | "body", string>>((tie) => ({
  body: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "", "{}", "{ }", "{ // c\n}", "{ /* c */ }"),
    tie("items").map((inner) => `{${inner}}`),
    fc.array(fc.oneof(property, property, tie("declaration")), { maxLength: 3 }).map((inner) => `{ ${inner.join("  ")} }`),
  ),
  declaration: joined(
    fc.constantFrom("", "", "", "override", "disable"),
    keyword,
    name,
    fc.oneof(fc.constant(""), quoted, block),
    header,
    tie("body"),
  ),
  item: fc.oneof(property, tie("declaration"), fc.constant('import "./a.ward"')),
  items: fc
    .array(
      fc.tuple(
        fc.constantFrom("\n", "\n", "\n\n", "\n\n\n\n  ", "\r\n", "\n/// d\n", " // c\n", "\n// c\n\n  ", " /* c */\n", "\n/* c */ "),
        tie("item"),
      ),
      { maxLength: 4 },
    )
    .map((parts) => `${parts.flat().join("")}\n`),
}));

/** Texts that are nearly always without syntax errors, in every layout. */
export const texts: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "", "\ufeff", "\n\n", "// c\n"), items)
  .map((parts) => parts.join(""));
