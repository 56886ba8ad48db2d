// Writes a document as one HTML file that asks for nothing else: readable, printable, by keyboard and by screen reader.
import { labels } from "../texts/labels.ts";
import type { Block, Content, DeclarationRef, ReportDocument, Section, Text } from "../types.ts";
import { chartSvg } from "./chart.ts";
import { gapSentence, servesSentence } from "./markdown.ts";
import { style } from "./style.ts";
import { clean } from "./text.ts";
import { widest, widthsOf } from "./widths.ts";

/** The attribute that widths stand in: a page that allows no styles in its markup sets them by itself. */
type StyleAttribute = "style" | "data-style";

interface Page {
  readonly say: (text: Text) => string;
  readonly byKey: ReadonlyMap<string, DeclarationRef>;
  readonly style: StyleAttribute;
}

/** The document as HTML. */
export function writeHtml(document: ReportDocument): string {
  return [
    "<!doctype html>",
    `<html lang="${document.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(titleOf(document))}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    htmlBody(document),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** What stands in the body of the document. */
export function htmlBody(document: ReportDocument, attribute: StyleAttribute = "style"): string {
  const page: Page = {
    say: (text) => text[document.language],
    byKey: new Map(document.declarations.map((one) => [one.key, one])),
    style: attribute,
  };
  const { letterhead, facts, gaps } = document;
  const { say } = page;
  const number = letterhead.number ? [[say(labels.documentNumber), letterhead.number] as const] : [];
  const title = titleOf(document);
  return [
    `<a class="skip" href="#content">${escaped(say(labels.toContent))}</a>`,
    '<header class="head">',
    ...letterheadLines(document),
    `<p class="subject"><bdi>${escaped(document.subject)}</bdi></p>`,
    `<h1>${escaped(document.title)}</h1>`,
    '<dl class="facts">',
    ...[...number, ...facts].map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd></div>`),
    "</dl>",
    "</header>",
    `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escaped(say(labels.contents))}</h2>`,
    contentsList(document.sections),
    "</nav>",
    '<main id="content" tabindex="-1">',
    ...gapPart(document, page),
    ...document.sections.map((section) => sectionHtml(section, 2, page)),
    ...declarationPart(document, page),
    "</main>",
    `<footer><p>${escaped([letterhead.company, letterhead.number, title, facts.find(([label]) => label === say(labels.day))?.[1], gaps.length > 0 ? `${say(labels.gaps)}: ${gaps.length}` : ""].filter(Boolean).join(" · "))}</p></footer>`,
  ].join("\n");
}

function titleOf({ title, subject }: ReportDocument): string {
  return `${title} – ${subject}`;
}

function letterheadLines({ letterhead }: ReportDocument): string[] {
  const { company, header, logo } = letterhead;
  if (!company && !header && !logo) return [];
  const image = logo ? `<img src="data:image/${logo.type};base64,${logo.base64}" alt="${escaped(company ?? "")}">` : "";
  const words = [company, header].filter((one) => one !== undefined).map((one) => `<span dir="auto">${escaped(one)}</span>`);
  return [`<div class="letterhead">${image}${words.join("")}</div>`];
}

function contentsList(sections: readonly Section[]): string {
  const items = sections.map(
    (section) =>
      `<li><a href="#${section.anchor}"><span class="number">${section.number}</span> <bdi>${escaped(section.title)}</bdi></a>${section.sections.length > 0 ? contentsList(section.sections) : ""}</li>`,
  );
  return `<ol>${items.join("")}</ol>`;
}

function gapPart(document: ReportDocument, page: Page): string[] {
  const { say } = page;
  const out = [
    `<section class="gaps" aria-labelledby="gaps"><h2 id="gaps">${escaped(say(labels.gaps))}</h2>`,
    `<p>${escaped(gapSentence(document))}</p>`,
  ];
  if (document.gaps.length > 0) {
    const heads = [labels.section, labels.item, labels.toBeWritten, labels.whatFills].map(say);
    const rows = document.gaps.map(
      (gap) =>
        `<tr><td><a href="#${gap.anchor}">${gap.section}</a></td><td>${escaped(gap.title)}</td><td>${escaped(gap.text)}</td><td>${hint(gap.fill)}</td></tr>`,
    );
    out.push(table(say(labels.gaps), say(labels.gaps), heads, rows, "gaps", [1.4, 3, 6, 6], page));
  }
  out.push("</section>");
  return out;
}

function sectionHtml(section: Section, level: number, page: Page): string {
  const heading = `h${Math.min(level, 6)}`;
  const item = section.item ? `<p class="serves">${escaped(servesSentence(section.item, page.say))}</p>` : "";
  return [
    `<section id="${section.anchor}" aria-labelledby="${section.anchor}-title">`,
    `<${heading} id="${section.anchor}-title"><span class="number">${section.number}</span> <bdi>${escaped(section.title)}</bdi></${heading}>`,
    item,
    ...section.blocks.map((block) => blockHtml(block, section, page)),
    ...section.sections.map((inner) => sectionHtml(inner, level + 1, page)),
    "</section>",
  ].join("\n");
}

function blockHtml(block: Block, section: Section, page: Page): string {
  const { say } = page;
  switch (block.type) {
    case "paragraph":
      return `<p dir="auto">${inline(block.content)}${from(block.declarations, page)}</p>`;
    case "note":
      return `<p class="note" dir="auto">${inline(block.content)}</p>`;
    case "list":
      return `<ul>${block.items.map(({ content, declarations }) => `<li dir="auto">${inline(content)}${from(declarations, page)}</li>`).join("")}</ul>`;
    case "gap":
      return `<div class="gap" id="${block.gap.anchor}"><p><strong>${escaped(say(labels.toBeWritten))}:</strong> ${escaped(block.gap.text)}</p><p class="fill">${escaped(say(labels.whatFills))}: ${hint(block.gap.fill)}</p></div>`;
    case "chart":
      return `<figure><figcaption>${escaped(block.chart.caption)}</figcaption>${chartSvg(block.chart, escaped)}</figure>`;
    case "diagram":
      return `<figure class="diagram"><figcaption>${escaped(block.diagram.title)}</figcaption><div tabindex="0" role="group" aria-label="${escaped(block.diagram.title)}">${block.diagram.svg.trim()}</div></figure>`;
    case "table": {
      const heads = [say(labels.number), ...block.columns.map(({ title }) => title), say(labels.from)];
      const rows = block.rows.map((row) => {
        const cells = row.cells.map((cell) => `<td dir="auto">${inline(cell)}</td>`).join("");
        return `<tr id="${row.anchor}"><th scope="row">${row.label}</th>${cells}<td class="from">${links(row.declarations, page)}</td></tr>`;
      });
      const widths = widthsOf(block, heads);
      return table(
        `${section.number} ${block.caption}`,
        block.caption,
        heads,
        rows,
        widths.reduce((sum, width) => sum + width, 0) > widest ? "wide" : "",
        widths,
        page,
      );
    }
  }
}

function table(
  label: string,
  caption: string,
  heads: readonly string[],
  rows: readonly string[],
  name: string,
  widths: readonly number[],
  page: Page,
): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const shares = widths.map((width) => `<col ${page.style}="width:${((100 * width) / total).toFixed(1)}%">`).join("");
  const columns = shares === "" ? "" : `<colgroup>${shares}</colgroup>`;
  return [
    `<div class="table ${name}" role="group" aria-label="${escaped(label)}" tabindex="0"><table${total > 0 ? ` ${page.style}="min-width:${Math.round(total * 2.8)}rem"` : ""}><caption>${escaped(caption)}</caption>${columns}`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table></div>`,
  ].join("\n");
}

function declarationPart({ declarations }: ReportDocument, page: Page): string[] {
  const { say } = page;
  const heads = [labels.declaration, labels.place, labels.usedIn].map(say);
  const rows = declarations.map((one) => {
    const places = one.usedIn.map(({ label, anchor }) => `<a href="#${anchor}">${label}</a>`).join(", ");
    const title = one.title === one.id ? "" : ` <bdi>${escaped(one.title)}</bdi>`;
    return `<tr id="${one.anchor}"><td><code>${escaped(one.key)}</code>${title}</td><td class="place">${escaped(one.file)}:${one.line + 1}</td><td>${places}</td></tr>`;
  });
  return [
    `<section aria-labelledby="declarations"><h2 id="declarations">${escaped(say(labels.declarations))}</h2>`,
    `<p>${escaped(say(labels.declarationsIntro))}</p>`,
    rows.length > 0 ? table(say(labels.declarations), say(labels.declarations), heads, rows, "declarations", [5, 3, 7], page) : "",
    "</section>",
  ];
}

function from(keys: readonly string[], page: Page): string {
  return keys.length === 0 ? "" : ` <span class="from">${links(keys, page)}</span>`;
}

function links(keys: readonly string[], { byKey }: Page): string {
  return keys
    .map((key) => byKey.get(key))
    .filter((one) => one !== undefined)
    .map((one) => `<a href="#${one.anchor}">${escaped(one.id)}</a>`)
    .join(", ");
}

function inline(content: Content): string {
  return content
    .map(({ text, style: sort, to, file }) => {
      const shown = escaped(text).replaceAll("\n", "<br>");
      const marked =
        sort === undefined
          ? shown
          : sort === "code"
            ? `<code>${shown}</code>`
            : sort === "strong"
              ? `<strong>${shown}</strong>`
              : `<span class="${sort}">${shown}</span>`;
      const target = file ?? (to === undefined ? undefined : `#${to}`);
      return target === undefined ? marked : `<a href="${target}">${marked}</a>`;
    })
    .join("");
}

// Ward's own hints name declarations in backticks.
function hint(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part.slice(1, -1))}</code>` : escaped(part)))
    .join("");
}

function escaped(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
