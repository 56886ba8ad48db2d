// Writes the tables of a document as a workbook (Office Open XML): a sheet for each sort of table, every cell a text.
import { labels } from "../texts/labels.ts";
import type { ReportDocument, Section } from "../types.ts";
import { packed } from "./archive.ts";
import { plain } from "./text.ts";

/** What the format allows. */
export const limits = { sheetName: 31, cell: 32_767, rows: 1_048_576 };

interface Sheet {
  name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: string[][];
}

/** The document as an XLSX file. */
export function writeXlsx(document: ReportDocument): Uint8Array {
  const sheets = sheetsOf(document);
  const day = document.facts.find(([label]) => label === labels.day[document.language])?.[1] ?? "1980-01-01";
  const names = sheets.map(({ name }) => name);
  const parts: Record<string, string> = {
    "[Content_Types].xml": xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packageSpace}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    "docProps/core.xml": xml(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(`${document.title} – ${document.subject}`)}</dc:title><dc:creator>${escaped(document.letterhead.company ?? "Ward")}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets><definedNames>${names.map((name, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`).join("")}</definedNames></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="${packageSpace}">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": styles,
  };
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, index === 0);
  return packed(parts);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageSpace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Formats of cells: 0 plain, 1 head, 2 wrapped, 3 wrapped and never read as a formula, even after editing. */
const styles = xml(
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF3"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
);

function sheetsOf(document: ReportDocument): Sheet[] {
  const { language } = document;
  const sheets: Sheet[] = [
    {
      name: document.title,
      heads: [labels.item[language], document.title],
      widths: [30, 90],
      rows: [
        ...(document.letterhead.company ? [["", document.letterhead.company]] : []),
        ...(document.letterhead.header ? [["", document.letterhead.header]] : []),
        ...(document.letterhead.number ? [[labels.documentNumber[language], document.letterhead.number]] : []),
        ...document.facts.map(([label, value]) => [label, value]),
      ],
    },
    {
      name: labels.gaps[language],
      heads: [labels.section, labels.item, labels.toBeWritten, labels.whatFills].map((text) => text[language]),
      widths: [10, 30, 60, 60],
      rows: document.gaps.map((gap) => [gap.section, gap.title, gap.text, gap.fill]),
    },
  ];
  const bySort = new Map<string, Sheet>();
  const visit = (section: Section): void => {
    for (const block of section.blocks) {
      if (block.type !== "table") continue;
      const sort = block.columns.map(({ key }) => key).join();
      const sheet = bySort.get(sort) ?? {
        name: block.caption,
        heads: [labels.section[language], labels.number[language], ...block.columns.map(({ title }) => title), labels.from[language]],
        widths: [24, 9, ...block.columns.map(({ width }) => Math.round(width * 6.5)), 30],
        rows: [],
      };
      if (!bySort.has(sort)) {
        bySort.set(sort, sheet);
        sheets.push(sheet);
      }
      for (const row of block.rows)
        sheet.rows.push([`${section.number} ${section.title}`, row.label, ...row.cells.map(plain), row.declarations.join(", ")]);
    }
    for (const inner of section.sections) visit(inner);
  };
  for (const section of document.sections) visit(section);
  sheets.push({
    name: labels.declarations[language],
    heads: [labels.declaration, labels.place, labels.usedIn].map((text) => text[language]),
    widths: [50, 30, 60],
    rows: document.declarations.map((one) => [
      `${one.key}${one.title === one.id ? "" : ` ${one.title}`}`,
      `${one.file}:${one.line + 1}`,
      one.usedIn.map(({ label }) => label).join(", "),
    ]),
  });
  const taken = new Set<string>();
  for (const sheet of sheets) sheet.name = sheetName(sheet.name, taken);
  return sheets;
}

/** A name that a sheet can have and no other has; letters in either case count as the same. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base = plain([{ text: wanted }])
    .replaceAll(/[[\]:*?/\\\n\t]/g, " ")
    .replaceAll(/^'+|'+$/g, "")
    .trim();
  for (let count = 1; ; count++) {
    const end = count === 1 ? "" : ` ${count}`;
    const name = `${cut(base || "-", limits.sheetName - end.length).trim()}${end}`;
    if (taken.has(name.toLowerCase()) || name.toLowerCase() === "history") continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

// Never half of a pair.
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function sheetXml({ heads, widths, rows }: Sheet, first: boolean): string {
  const shown = rows.slice(0, limits.rows - 1);
  const lines = [row(1, heads, 1, widths), ...shown.map((cells, index) => row(index + 2, cells, 2, widths))];
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${Math.max(8, Math.min(80, width))}" customWidth="1"/>`)
    .join("");
  const filter = first || shown.length === 0 ? "" : `<autoFilter ref="A1:${columnName(heads.length - 1)}${shown.length + 1}"/>`;
  return xml(
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ""}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines.join("")}</sheetData>${filter}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
  );
}

function row(number: number, cells: readonly string[], format: number, widths: readonly number[]): string {
  // Programs do not agree on whether they work out heights themselves; the format allows 409 points.
  const lines = cells.map((cell, index) =>
    cell.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / (widths[index] ?? 10))), 0),
  );
  const height = Math.min(409, Math.max(1, ...lines) * 13.5 + 2);
  return `<row r="${number}" ht="${height}" customHeight="1">${cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, format)).join("")}</row>`;
}

function cellXml(place: string, text: string, format: number): string {
  const shown = plain([{ text }]);
  const fitting = shown.length > limits.cell ? `${cut(shown, limits.cell - 1)}…` : shown;
  const style = format === 2 && /^[\s]*[=+\-@'＝＋－＠]/.test(fitting) ? 3 : format;
  // A carriage return or a text such as _x000D_ would be read as an escape.
  const safe = escaped(fitting.replaceAll(/_x([0-9a-f]{4})_/gi, "_x005F_x$1_"));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

function escaped(text: string): string {
  return plain([{ text }]).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function xml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
}
