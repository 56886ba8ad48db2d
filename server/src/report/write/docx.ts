// Writes a document for word processors (Office Open XML), by the docx library; what depends on clock or chance is set right afterwards.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Diagram } from "../diagrams.ts";
import { labels } from "../texts/labels.ts";
import type { Block, Content, DeclarationRef, ReportDocument, Section, Span, Text } from "../types.ts";
import { packed } from "./archive.ts";
import { chartLines } from "./chart.ts";
import { gapSentence, servesSentence } from "./markdown.ts";
import { clean } from "./text.ts";
import { widthsOf } from "./widths.ts";

interface Page {
  readonly say: (text: Text) => string;
  readonly byKey: ReadonlyMap<string, DeclarationRef>;
  /** Width between the margins, in twentieths of a point. */
  readonly width: number;
  /** Height that a picture may have, so that its title stands above it. */
  readonly height: number;
  readonly pictures: ReadonlyMap<Diagram, Uint8Array>;
}

const colours: Readonly<Record<NonNullable<Span["style"]>, string>> = {
  strong: "1C2733",
  code: "3A4652",
  good: "1D5E37",
  fair: "7A4B00",
  bad: "9B1C1C",
  quiet: "52606D",
};
const accent = "0B4F79";
/** Size of text in cells, in half points, by how many columns there are. */
const cellSizes = { Cell: 17, Small: 14, Tiny: 11 };
const line = { style: BorderStyle.SINGLE, size: 4, color: "C9D2DA" } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margin = 1000;
/** What the margins above and below a page, and a picture's title, take of its height. */
const roomForHead = 3400;
const [short, long] = [11_906, 16_838];
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** The document as a DOCX file. */
export async function writeDocx(document: ReportDocument): Promise<Uint8Array> {
  const wide = document.sections.some(hasWideTable);
  const pictures = new Map<Diagram, Uint8Array>();
  for (const diagram of document.sections.flatMap(diagramsIn)) pictures.set(diagram, await diagram.png());
  const page: Page = {
    pictures,
    height: (wide ? short : long) - roomForHead,
    say: (text) => text[document.language],
    byKey: new Map(document.declarations.map((one) => [one.key, one])),
    width: (wide ? long : short) - 2 * margin,
  };
  const title = clean(`${document.title} – ${document.subject}`);
  const made = new Document({
    creator: clean(document.letterhead.company ?? "Ward"),
    title,
    styles: {
      paragraphStyles: Object.entries(cellSizes).map(([id, size]) => ({ id, name: `Ward ${id}`, basedOn: "Normal", run: { size } })),
      default: {
        document: { run: { font: "Calibri", size: 20, language: { value: document.language === "de" ? "de-DE" : "en-GB" } } },
        title: { run: { size: 44, bold: true, color: "1C2733" }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { size: 30, bold: true, color: accent }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
        heading2: { run: { size: 25, bold: true, color: "1C2733" }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
        heading3: { run: { size: 22, bold: true, color: "1C2733" }, paragraph: { spacing: { before: 220, after: 80 }, keepNext: true } },
      },
    },
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        // The library swaps the sides for landscape itself.
        properties: {
          page: {
            size: { width: short, height: long, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: 1200, bottom: 1100, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [headerLine(document, title)] }) },
        footers: { default: new Footer({ children: [footerLine(document)] }) },
        children: [
          ...front(document, page),
          ...document.sections.flatMap((section) => sectionParts(section, 0, page)),
          ...declarationPart(document, page),
        ],
      },
    ],
  });
  return reproducible(
    await Packer.toBuffer(made),
    `${document.facts.find(([label]) => label === page.say(labels.day))?.[1] ?? "1980-01-01"}T00:00:00Z`,
  );
}

function diagramsIn({ blocks, sections }: Section): Diagram[] {
  return [...blocks.flatMap((block) => (block.type === "diagram" ? [block.diagram] : [])), ...sections.flatMap(diagramsIn)];
}

/** A picture as large as the page lets it be, never larger than it was drawn. */
function diagramParts(diagram: Diagram, { pictures, width, height }: Page): Paragraph[] {
  // Sizes of the page are in twentieths of a point, those of pictures in pixels.
  const pixels = 15;
  const fitting = Math.min(1, width / pixels / diagram.width, height / pixels / diagram.height);
  const transformation = { width: Math.round(diagram.width * fitting), height: Math.round(diagram.height * fitting) };
  const title = clean(diagram.title);
  const image = new ImageRun({
    type: "png",
    data: pictures.get(diagram) ?? new Uint8Array(),
    transformation,
    altText: { name: title, title, description: title },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children: [new TextRun({ text: title, bold: true })] }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: [image] }),
  ];
}

function hasWideTable({ blocks, sections }: Section): boolean {
  const isWide = (block: Block): boolean => block.type === "table" && block.columns.reduce((sum, { width }) => sum + width, 0) > 18;
  return blocks.some(isWide) || sections.some(hasWideTable);
}

/** Parts as the library made them, without its clock and its counters. */
function reproducible(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes);
  const numbers = new Map<string, string>();
  const renumbered = (id: string): string => {
    const known = numbers.get(id) ?? String(numbers.size + 1);
    numbers.set(id, known);
    return known;
  };
  const rewrite = (name: string, change: (text: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = strToU8(change(strFromU8(part)));
  };
  rewrite("docProps/core.xml", (text) => text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => tag + day));
  rewrite("word/document.xml", (text) =>
    text.replaceAll(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/w:id="(\d+)"/, (_, id: string) => `w:id="${renumbered(id)}"`),
    ),
  );
  return packed(
    Object.fromEntries(
      Object.entries(parts).sort(([a], [b]) => (a === "[Content_Types].xml" ? -1 : b === "[Content_Types].xml" ? 1 : a < b ? -1 : 1)),
    ),
  );
}

function headerLine({ letterhead }: ReportDocument, title: string): Paragraph {
  const words = [letterhead.company, letterhead.header, letterhead.number].filter((one) => one !== undefined).map(clean);
  return new Paragraph({ children: [new TextRun({ text: [...words, title].join(" · "), size: 16, color: colours.quiet })] });
}

function footerLine({ facts, language }: ReportDocument): Paragraph {
  const value = (label: Text): string => facts.find(([name]) => name === label[language])?.[1] ?? "";
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 16,
        color: colours.quiet,
        children: [
          `${clean(value(labels.day))} · ${value(labels.digest).slice(0, 16)} · ${labels.page[language]} `,
          PageNumber.CURRENT,
          ` ${labels.of[language]} `,
          PageNumber.TOTAL_PAGES,
        ],
      }),
    ],
  });
}

function front(document: ReportDocument, page: Page): (Paragraph | Table)[] {
  const { letterhead, facts, gaps, sections } = document;
  const { say } = page;
  const { logo } = letterhead;
  const image = logo
    ? [
        new Paragraph({
          children: [
            new ImageRun({
              type: logo.type === "png" ? "png" : "jpg",
              data: Uint8Array.from(atob(logo.base64), (character) => character.charCodeAt(0)),
              transformation: { height: 48, width: Math.max(1, Math.min(300, Math.round((48 * logo.width) / Math.max(1, logo.height)))) },
            }),
          ],
        }),
      ]
    : [];
  const number = letterhead.number ? [[say(labels.documentNumber), letterhead.number] as const] : [];
  return [
    ...image,
    new Paragraph({ children: [new TextRun({ text: clean(document.subject), bold: true, color: accent, size: 24 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(document.title))] }),
    grid(
      undefined,
      [...number, ...facts].map(([label, value]) => [[new TextRun({ text: clean(label), color: colours.quiet })], runs([{ text: value }])]),
      [3, 9],
      page,
    ),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(say(labels.contents))] }),
    ...sections.flatMap((section) => contentsLines(section, 0)),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(say(labels.gaps))] }),
    new Paragraph(gapSentence(document)),
    ...(gaps.length === 0
      ? []
      : [
          grid(
            [labels.section, labels.item, labels.toBeWritten, labels.whatFills].map(say),
            gaps.map((gap) => [[link(gap.section, gap.anchor)], runs([{ text: gap.title }]), runs([{ text: gap.text }]), hint(gap.fill)]),
            [1.4, 3, 6, 6],
            page,
          ),
        ]),
  ];
}

function contentsLines(section: Section, depth: number): Paragraph[] {
  const line = new Paragraph({ indent: { left: depth * 300 }, children: [link(`${section.number}  ${section.title}`, section.anchor)] });
  return [line, ...section.sections.flatMap((inner) => contentsLines(inner, depth + 1))];
}

function sectionParts(section: Section, depth: number, page: Page): (Paragraph | Table)[] {
  const heading = levels[Math.min(depth, levels.length - 1)];
  const name = new Bookmark({ id: bookmark(section.anchor), children: [new TextRun(`${section.number}  ${clean(section.title)}`)] });
  return [
    new Paragraph({ ...(heading ? { heading } : {}), children: [name] }),
    ...(section.item
      ? [
          new Paragraph({
            keepNext: true,
            children: [new TextRun({ text: clean(servesSentence(section.item, page.say)), color: colours.quiet, size: 17 })],
          }),
        ]
      : []),
    ...section.blocks.flatMap((block, index) => blockParts(block, page, section.blocks[index + 1]?.type === "table")),
    ...section.sections.flatMap((inner) => sectionParts(inner, depth + 1, page)),
  ];
}

// What leads to a table stands on the page on which the table begins.
function blockParts(block: Block, page: Page, leads: boolean): (Paragraph | Table)[] {
  switch (block.type) {
    case "paragraph":
      return [textParagraph(block.content, from(block.declarations, page), leads)];
    case "note":
      return [textParagraph(block.content, [])];
    case "list":
      return block.items.map(
        ({ content, declarations }) =>
          new Paragraph({
            numbering: { reference: "points", level: 0 },
            ...direction(content),
            children: [...runs(content), ...from(declarations, page)],
          }),
      );
    case "gap": {
      const shading = { type: ShadingType.CLEAR, fill: "FFF3CF", color: "auto" } as const;
      const lead = new Bookmark({
        id: bookmark(block.gap.anchor),
        children: [new TextRun({ text: `${page.say(labels.toBeWritten)}: `, bold: true })],
      });
      return [
        new Paragraph({ shading, keepNext: true, children: [lead, ...runs([{ text: block.gap.text }])] }),
        new Paragraph({
          shading,
          spacing: { after: 160 },
          children: [new TextRun({ text: `${page.say(labels.whatFills)}: `, italics: true }), ...hint(block.gap.fill)],
        }),
      ];
    }
    case "chart":
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 60 },
          children: [new TextRun({ text: clean(`${block.chart.caption} (${block.chart.axis})`), bold: true })],
        }),
        new Paragraph({
          spacing: { after: 160 },
          children: chartLines(block.chart).map(
            (text, index) => new TextRun({ text, font: "Consolas", size: 16, ...(index > 0 ? { break: 1 } : {}) }),
          ),
        }),
      ];
    case "diagram":
      return diagramParts(block.diagram, page);
    case "table": {
      const heads = [page.say(labels.number), ...block.columns.map(({ title }) => title), page.say(labels.from)];
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 60 },
          children: [new TextRun({ text: clean(block.caption), bold: true })],
        }),
        grid(
          heads,
          block.rows.map((row) => [
            [new Bookmark({ id: bookmark(row.anchor), children: [new TextRun({ text: row.label, color: colours.quiet })] })],
            ...row.cells.map(runs),
            from(row.declarations, page, ""),
          ]),
          widthsOf(block, heads),
          page,
        ),
        new Paragraph({ spacing: { after: 80 }, children: [] }),
      ];
    }
  }
}

function declarationPart({ declarations }: ReportDocument, page: Page): (Paragraph | Table)[] {
  const { say } = page;
  if (declarations.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(say(labels.declarations))] }),
    new Paragraph(say(labels.declarationsIntro)),
    grid(
      [labels.declaration, labels.place, labels.usedIn].map(say),
      declarations.map((one) => [
        [
          new Bookmark({ id: bookmark(one.anchor), children: [new TextRun({ text: clean(one.key) })] }),
          ...(one.title === one.id ? [] : runs([{ text: ` ${one.title}`, style: "quiet" }])),
        ],
        runs([{ text: `${one.file}:${one.line + 1}` }]),
        one.usedIn.flatMap(({ label, anchor }, index) => [...(index > 0 ? [new TextRun(", ")] : []), link(label, anchor)]),
      ]),
      [5, 3, 7],
      page,
    ),
  ];
}

/** A table whose columns share the page; text size follows the number of columns. */
function grid(
  heads: readonly string[] | undefined,
  rows: readonly (readonly ParagraphChild[])[][],
  shares: readonly number[],
  { width }: Page,
): Table {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / total));
  const style = shares.length > 12 ? "Tiny" : shares.length > 8 ? "Small" : "Cell";
  const cell = (children: readonly ParagraphChild[], index: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: "E8EEF3", color: "auto" } } : {}),
      children: [new Paragraph({ style, children: [...children] })],
    });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: row.map((children, index) => cell(children, index, false)) }));
  const head = heads
    ? [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((title, index) => cell([new TextRun({ text: clean(title), bold: true })], index, true)),
        }),
      ]
    : [];
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    rows: [...head, ...body],
  });
}

const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

function direction(content: Content): { readonly bidirectional?: true } {
  return rightToLeft.test(content.map(({ text }) => text).join("")) ? { bidirectional: true } : {};
}

function textParagraph(content: Content, more: readonly ParagraphChild[], keepNext = false): Paragraph {
  return new Paragraph({ spacing: { after: 100 }, keepNext, ...direction(content), children: [...runs(content), ...more] });
}

function runs(content: Content): ParagraphChild[] {
  return content.flatMap(({ text, style, to }): ParagraphChild[] => {
    if (to !== undefined) return [link(text, to)];
    const look = {
      ...(style ? { color: colours[style] } : {}),
      ...(style === "strong" || style === "bad" ? { bold: true } : {}),
      ...(style === "code" ? { font: "Consolas" } : {}),
    };
    return clean(text)
      .split("\n")
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            ...look,
            ...(index > 0 ? { break: 1 } : {}),
            ...(rightToLeft.test(line) ? { rightToLeft: true } : {}),
          }),
      );
  });
}

// Ward's own hints name declarations in backticks.
function hint(text: string): ParagraphChild[] {
  return text.split("`").map((part, index) => new TextRun({ text: clean(part), ...(index % 2 === 1 ? { font: "Consolas" } : {}) }));
}

function from(keys: readonly string[], { byKey }: Page, lead = " "): ParagraphChild[] {
  const found = keys.map((key) => byKey.get(key)).filter((one) => one !== undefined);
  return found.flatMap((one, index) => [new TextRun({ text: index > 0 ? ", " : lead, size: 14 }), link(one.id, one.anchor, 14)]);
}

function link(text: string, anchor: string, size?: number): InternalHyperlink {
  return new InternalHyperlink({
    anchor: bookmark(anchor),
    children: [new TextRun({ text: clean(text), color: accent, ...(size ? { size } : {}) })],
  });
}

// Word takes letters, digits and low lines in the name of a bookmark.
function bookmark(anchor: string): string {
  return anchor.replaceAll("-", "_");
}
