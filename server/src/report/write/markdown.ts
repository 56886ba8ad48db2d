// Writes a document as Markdown (GitHub's tables), with anchors, so that links work both ways.
import { labels } from "../texts/labels.ts";
import type { Block, Content, DeclarationRef, ReportDocument, Section, Text } from "../types.ts";
import { chartLines } from "./chart.ts";
import { clean } from "./text.ts";

/** The document as Markdown. */
export function writeMarkdown(document: ReportDocument): string {
  const say = (text: Text): string => text[document.language];
  const byKey = new Map(document.declarations.map((one) => [one.key, one]));
  const { letterhead } = document;
  const out: string[] = [];
  if (letterhead.company || letterhead.header)
    out.push(
      [letterhead.company, letterhead.header]
        .filter(Boolean)
        .map((one) => escaped(one ?? ""))
        .join(" · "),
      "",
    );
  out.push(`# ${escaped(document.title)}`, "", `**${escaped(document.subject)}**`, "");
  const facts = [...(letterhead.number ? [[say(labels.documentNumber), letterhead.number] as const] : []), ...document.facts];
  out.push("|  |  |", "| --- | --- |", ...facts.map(([label, value]) => `| ${escaped(label)} | ${escaped(value)} |`), "");
  out.push(`## ${say(labels.contents)}`, "");
  for (const section of document.sections) out.push(...contents(section, 0));
  out.push("", `## ${say(labels.gaps)}`, "", gapSentence(document), "");
  if (document.gaps.length > 0) {
    out.push(
      `| ${say(labels.section)} | ${say(labels.item)} | ${say(labels.toBeWritten)} | ${say(labels.whatFills)} |`,
      "| --- | --- | --- | --- |",
    );
    for (const gap of document.gaps)
      out.push(`| [${gap.section}](#${gap.anchor}) | ${escaped(gap.title)} | ${escaped(gap.text)} | ${hint(gap.fill)} |`);
    out.push("");
  }
  for (const section of document.sections) out.push(...sectionLines(section, 2, byKey, say));
  out.push(`## ${say(labels.declarations)}`, "", say(labels.declarationsIntro), "");
  out.push(`| ${say(labels.declaration)} | ${say(labels.place)} | ${say(labels.usedIn)} |`, "| --- | --- | --- |");
  for (const one of document.declarations) out.push(declarationLine(one));
  return `${out
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

/** How much is to be written, as a sentence. */
export function gapSentence({ gaps, language }: ReportDocument): string {
  if (gaps.length === 0) return labels.noGaps[language];
  return gaps.length === 1 ? labels.gapsIntroOne[language] : labels.gapsIntro[language].replace("{count}", String(gaps.length));
}

function contents(section: Section, depth: number): string[] {
  const line = `${"  ".repeat(depth)}- [${section.number} ${escaped(section.title)}](#${section.anchor})`;
  return [line, ...section.sections.flatMap((inner) => contents(inner, depth + 1))];
}

function sectionLines(section: Section, level: number, byKey: ReadonlyMap<string, DeclarationRef>, say: (text: Text) => string): string[] {
  const out = [`${"#".repeat(Math.min(level, 6))} <a id="${section.anchor}"></a>${section.number} ${escaped(section.title)}`, ""];
  if (section.item) out.push(`*${escaped(servesSentence(section.item, say))}*`, "");
  for (const block of section.blocks) out.push(...blockLines(block, byKey, say), "");
  for (const inner of section.sections) out.push(...sectionLines(inner, level + 1, byKey, say));
  return out;
}

/** Which list an item belongs to and which clauses it serves, as a sentence. */
export function servesSentence({ clauses, source }: NonNullable<Section["item"]>, say: (text: Text) => string): string {
  const text = say(clauses.length > 0 ? labels.serves : labels.listed);
  return text.replace("{clauses}", clauses.join(", ")).replace("{source}", source);
}

function blockLines(block: Block, byKey: ReadonlyMap<string, DeclarationRef>, say: (text: Text) => string): string[] {
  switch (block.type) {
    case "paragraph":
      return [inline(block.content) + from(block.declarations, byKey)];
    case "note":
      return [`> ${inline(block.content)}`];
    case "list":
      return block.items.map(({ content, declarations }) => `- ${inline(content)}${from(declarations, byKey)}`);
    case "gap":
      return [
        `> <a id="${block.gap.anchor}"></a>**${say(labels.toBeWritten)}:** ${escaped(block.gap.text)}  `,
        `> *${say(labels.whatFills)}:* ${hint(block.gap.fill)}`,
      ];
    case "chart":
      return [`*${escaped(block.chart.caption)}* (${escaped(block.chart.axis)})`, "", "```text", ...chartLines(block.chart), "```"];
    case "diagram":
      return [`*${escaped(block.diagram.title)}*: \`ward diagram --view ${block.diagram.view}\``];
    case "table": {
      const heads = [say(labels.number), ...block.columns.map(({ title }) => escaped(title)), say(labels.from)];
      return [
        `*${escaped(block.caption)}*`,
        "",
        `| ${heads.join(" | ")} |`,
        `|${" --- |".repeat(heads.length)}`,
        ...block.rows.map(
          (row) => `| <a id="${row.anchor}"></a>${row.label} | ${row.cells.map(inline).join(" | ")} | ${links(row.declarations, byKey)} |`,
        ),
      ];
    }
  }
}

function declarationLine(one: DeclarationRef): string {
  const title = one.title === one.id ? "" : ` ${escaped(one.title)}`;
  const places = one.usedIn.map(({ label, anchor }) => `[${label}](#${anchor})`).join(", ");
  return `| <a id="${one.anchor}"></a>${code(one.key)}${title} | ${escaped(one.file)}:${one.line + 1} | ${places} |`;
}

function from(keys: readonly string[], byKey: ReadonlyMap<string, DeclarationRef>): string {
  return keys.length === 0 ? "" : ` (${links(keys, byKey)})`;
}

function links(keys: readonly string[], byKey: ReadonlyMap<string, DeclarationRef>): string {
  return keys
    .map((key) => byKey.get(key))
    .filter((one) => one !== undefined)
    .map((one) => `[${escaped(one.id)}](#${one.anchor})`)
    .join(", ");
}

function inline(content: Content): string {
  return content
    .map(({ text, style, to, file }) => {
      const shown = style === "code" ? code(text) : escaped(text);
      const marked =
        (style === "strong" || style === "bad") && shown.trim() !== "" ? shown.replace(/^(\s*)([\s\S]*?)(\s*)$/, "$1**$2**$3") : shown;
      const target = file ?? (to === undefined ? undefined : `#${to}`);
      return target === undefined ? marked : `[${marked}](${target})`;
    })
    .join("");
}

/** A text in which nothing is markup. */
function escaped(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]#|~!$]/g, "\\$&")
    .replaceAll(/^(\s*)([-+]|\d+[.)])(?=\s)/g, "$1\\$2")
    .replaceAll(/(https?|ftp|mailto):/gi, "$1&#58;")
    .replaceAll(/\bwww\./gi, "www&#46;")
    .replaceAll("@", "&#64;")
    .replaceAll(/\s*\n\s*/g, " ");
}

function code(text: string): string {
  const shown = clean(text).replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  const ticks = "`".repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks.length > 1 ? `${ticks} ${shown} ${ticks}` : `\`${shown}\``;
}

// Ward's own hints name declarations in backticks.
function hint(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join("");
}
