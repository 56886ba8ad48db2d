// Writes the generated parts of the documentation: the reference of the language, the index of diagnostics, the options of
// the command line, real output. Each stands at its markers in a page that is otherwise written by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { catalogueKeywords, modelKeywords, modifierKeywords } from "../grammar/keywords.ts";
import { commands } from "../server/src/cli/commands/index.ts";
import { diagnosticCodes, diagnosticTable } from "../server/src/diagnostics/table.ts";
import { type AttributeType, attributes } from "../server/src/vocabulary/attributes.ts";
import { declarations } from "../server/src/vocabulary/index.ts";
import type { DeclarationSpec, HeaderSpec, PropertySpec, ValueType, WordSet } from "../server/src/vocabulary/types.ts";
import { wordSets } from "../server/src/vocabulary/words.ts";
import { withOutputs } from "./outputs.ts";

const begin = "<!-- generated: npm run docs -->";
const end = "<!-- end of the generated part -->";

const root = new URL("../", import.meta.url);

/** Pages with a part between markers, and what stands in it. */
const parts: Readonly<Record<string, () => string>> = {
  "docs/language.md": languageReference,
  "docs/diagnostics/README.md": diagnosticsIndex,
  "docs/cli.md": commandReference,
};

/** Pages that are made anew, wholly or in part. */
export const generatedPages: readonly string[] = ["README.md", ...Object.keys(parts)];

/** A page with its generated parts made anew. */
export function regenerated(page: string): string {
  const text = withOutputs(readFileSync(new URL(page, root), "utf8"));
  const part = parts[page];
  if (part === undefined) return text;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no generated part between its markers`);
  return `${text.slice(0, from + begin.length)}\n\n${part()}\n\n${text.slice(to)}`;
}

/** The part of a page that people write: what stands before the marker. */
export function handWritten(text: string): string {
  const from = text.indexOf(begin);
  return from < 0 ? text : text.slice(0, from);
}

function languageReference(): string {
  const area = (keywords: readonly string[]): string =>
    declarations
      .filter(({ keyword }) => keywords.includes(keyword))
      .map(declaration)
      .join("\n\n");
  return [
    "## Declarations of a model",
    area(modelKeywords),
    "## Declarations of a catalogue",
    `Before a catalogue keyword may stand ${list(modifierKeywords.map(code))}; see [catalogue](catalogue.md).`,
    area(catalogueKeywords),
    "## Words",
    "In an ordered set, words stand from lowest to highest and can be compared with `<` and `>`.",
    wordSets.map(wordSet).join("\n\n"),
    "## Derived attributes",
    "Conditions read these besides the declared properties. They follow from the model.",
    table(
      ["attribute", "of", "type", "meaning"],
      attributes.map(({ name, on, type, doc }) => [code(name), on.join(", "), attributeType(type), doc]),
    ),
  ].join("\n\n");
}

function declaration(spec: DeclarationSpec): string {
  const facts = [
    `Stands ${list(
      spec.within.map((place) => (place === "file" ? "at the top level" : `in ${a(place)}`)),
      "or",
    )}.`,
    ...(spec.name === "subject" ? ["Its name is that of a threat."] : []),
    ...(spec.kinds ? [`After \`:\` ${spec.kinds.required ? "stands" : "may stand"} ${a(spec.kinds.to)}, or several with commas.`] : []),
    ...(spec.keyword === "property" ? ["After `:` stands its type."] : []),
    ...header(spec.header),
  ];
  const rows = spec.properties.map((property) => [
    code(property.name),
    valueType(property.value, property.list),
    presence(property),
    property.doc,
  ]);
  return [
    `### ${code(spec.keyword)}`,
    `*${spec.title}.* ${spec.doc}`,
    facts.join(" "),
    `\`\`\`ward\n${spec.example}\n\`\`\``,
    ...(rows.length === 0 ? [] : [table(["property", "type", "when absent", "meaning"], rows)]),
  ].join("\n\n");
}

function header(spec: HeaderSpec): string[] {
  switch (spec.form) {
    case "none":
      return [];
    case "arrow":
      return [`Relates \`Source -> Target\`; each end is ${a(...spec.ends)}.`];
    case "on":
      return [
        `Says after \`on\` what it is on: ${list(spec.to.map(code), "or")}; several with commas; \`Container.*\` for all that is inside.`,
      ];
    case "on-keyword":
      return [`Says after \`on\` what it is raised on: ${list(spec.keywords.map(code), "or")}; several with commas.`];
    case "of-keyword":
      return [`Says after \`of\` what it is for: ${list(spec.keywords.map(code), "or")}; several with commas.`];
  }
}

function presence({ required, unless, default: value }: PropertySpec): string {
  return required ? `needed${unless ? `, unless \`${unless}\`` : ""}` : (value ?? "");
}

function valueType(value: ValueType, many: boolean): string {
  return many ? `${oneType(value)}, list` : oneType(value);
}

function oneType(value: ValueType): string {
  switch (value.type) {
    case "word":
      return setLink(value.set);
    case "cases":
      return `${setLink(value.set)} with cases`;
    case "reference":
      return value.to.length > 6 ? "name of an element or asset" : `name of ${a(...value.to)}`;
    case "identifier":
      return "identifier, e.g. `CWE-306`";
    case "port":
      return "port, e.g. `443/tcp`";
    case "date":
      return "date, e.g. `2027-05-31`";
    case "yes-no":
      return "`yes` or `no`";
    case "measures":
      return "measures with `and`, `or`";
    case "any-word":
      return "word";
    default:
      return value.type;
  }
}

function attributeType(type: AttributeType): string {
  if (type.base === "word") return setLink(type.set);
  if (type.base !== "entity") return type.many ? `${type.base}, list` : type.base;
  const keywords = type.keywords.length > 4 ? "element" : list(type.keywords.map(code), "or");
  return type.many ? `collection of ${keywords}` : keywords;
}

function wordSet({ name, title, ordered, words }: WordSet): string {
  const rows = words.map(([word, meaning]) => [code(word), meaning]);
  return `### Words of ${name}\n\n${title}${ordered ? "; ordered" : ""}.\n\n${table(["word", "meaning"], rows)}`;
}

function setLink({ name }: WordSet): string {
  return `[${name}](#words-of-${name})`;
}

function diagnosticsIndex(): string {
  const rows = diagnosticCodes.map((name) => [`[${code(name)}](${name}.md)`, diagnosticTable[name].severity, diagnosticTable[name].title]);
  return table(["code", "default", "meaning"], rows);
}

function commandReference(): string {
  return commands
    .map(({ name, operands, summary, about, options, examples }) => {
      const rows = Object.entries(options).map(([option, { type, short, value, words, default: preset, doc }]) => {
        const named = [...(short === undefined ? [] : [`-${short}`]), `--${option}`].join(", ");
        return [
          code(type === "flag" ? named : `${named} ${words?.join("|") ?? value ?? "VALUE"}`),
          preset === undefined ? "" : code(preset),
          doc,
        ];
      });
      const shown = examples.map(({ line, what }) => `- ${code(line)}: ${what}`).join("\n");
      return [
        `### ${code(`ward ${name} ${operands}`)}`,
        `${summary}.`,
        about,
        ...(rows.length === 0 ? [] : [table(["option", "default", "meaning"], rows)]),
        shown,
      ].join("\n\n");
    })
    .join("\n\n");
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

function list(items: readonly string[], last = "and"): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

const code = (text: string): string => `\`${text}\``;
const a = (...keywords: readonly string[]): string =>
  `${/^[aeiou]/.test(keywords[0] ?? "") ? "an" : "a"} ${list(keywords.map(code), "or")}`;

if (import.meta.main) {
  for (const page of generatedPages) writeFileSync(new URL(page, root), regenerated(page));
}
