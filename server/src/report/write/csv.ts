// Writes all tables of a document as one CSV file (RFC 4180): section, table, row number, declarations, then the columns.
import { labels } from "../texts/labels.ts";
import type { ReportDocument, Section } from "../types.ts";
import { plain } from "./text.ts";

/** The tables as CSV; each begins with a line of its heads, and an empty line parts them. */
export function writeCsv(document: ReportDocument): string {
  const { language } = document;
  const lines: string[] = [];
  const visit = (section: Section): void => {
    for (const block of section.blocks) {
      if (block.type !== "table") continue;
      if (lines.length > 0) lines.push("");
      lines.push(
        line([
          labels.section[language],
          labels.number[language],
          ...block.columns.map(({ title }) => title),
          labels.declarations[language],
        ]),
      );
      for (const row of block.rows)
        lines.push(line([`${section.number} ${section.title}`, row.label, ...row.cells.map(plain), row.declarations.join("; ")]));
    }
    for (const inner of section.sections) visit(inner);
  };
  for (const section of document.sections) visit(section);
  if (document.gaps.length > 0) {
    if (lines.length > 0) lines.push("");
    lines.push(line([labels.section[language], labels.item[language], labels.toBeWritten[language], labels.whatFills[language]]));
    for (const gap of document.gaps) lines.push(line([gap.section, gap.item, gap.text, gap.fill]));
  }
  // A byte order mark, without which spreadsheets take umlauts for two characters each.
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function line(cells: readonly string[]): string {
  return cells.map(field).join(",");
}

/**
 * A field. What a spreadsheet would take for a formula gets an apostrophe before it: the quotes of CSV do not keep a cell from
 * being one.
 */
function field(cell: string): string {
  const text = plain([{ text: cell }]);
  const harmless = /^[\s]*[=+\-@\t|%＝＋－＠]/.test(text) && !/^-?\d+([.-]\d+)*$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
