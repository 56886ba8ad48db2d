// The one table of formats: what each is called, how its files end, how a document becomes one.
import type { ReportDocument } from "../types.ts";
import { writeCsv } from "./csv.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";

/** A way to write documents. */
export interface Format {
  readonly extension: string;
  /** What it is for. */
  readonly title: string;
  readonly write: (document: ReportDocument) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** By the name under which `--format` asks for them. */
export const formats = {
  html: { extension: "html", title: "one self-contained page, for reading and printing", write: writeHtml },
  md: { extension: "md", title: "Markdown, for repositories and reviews", write: writeMarkdown },
  docx: {
    extension: "docx",
    title: "for word processors",
    // These two bring a library along that no other format needs.
    write: async (document: ReportDocument) => (await import("./docx.ts")).writeDocx(document),
  },
  xlsx: {
    extension: "xlsx",
    title: "a workbook, a sheet for each sort of table",
    write: async (document: ReportDocument) => (await import("./xlsx.ts")).writeXlsx(document),
  },
  csv: { extension: "csv", title: "all tables, for spreadsheets and scripts", write: writeCsv },
  json: { extension: "json", title: "the whole document as data", write: writeJson },
} satisfies Record<string, Format>;

/** Name of a format. */
export type FormatName = keyof typeof formats;
