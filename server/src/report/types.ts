// A deliverable as plain data, before any format: sections, tables, gaps, and the links between rows and declarations.
import type { Diagram } from "./diagrams.ts";

/** Languages that documents are written in. */
export type Language = "en" | "de";

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** A stretch of text; `to` names an anchor of the same document, `file` a document of the same folder. */
export interface Span {
  readonly text: string;
  readonly to?: string;
  readonly file?: string;
  readonly style?: "strong" | "code" | "good" | "fair" | "bad" | "quiet";
}

/** Text with its marks; what a model says is always plain text in here, never markup. */
export type Content = readonly Span[];

/** A column of a table. */
export interface Column {
  readonly key: string;
  readonly title: string;
  /** Its share of the width, next to the others. */
  readonly width: number;
}

/** A row; it knows the declarations that it was made from. */
export interface Row {
  readonly anchor: string;
  /** What people cite, e.g. `2.1-4`. */
  readonly label: string;
  readonly cells: readonly Content[];
  readonly declarations: readonly string[];
}

/** Something to be written, or a fact that no declaration gives. */
export interface Gap {
  readonly item: string;
  readonly title: string;
  readonly state: "missing" | "partial";
  /** What is to be written. */
  readonly text: string;
  /** The declaration that would fill it. */
  readonly fill: string;
  /** The section in which it stands. */
  readonly section: string;
  readonly anchor: string;
}

/** Bars, in groups that the legend names. A table beside it says the same in numbers, for what cannot hold pictures. */
export interface Chart {
  readonly caption: string;
  /** What it shows, in words, for who does not see it. */
  readonly says: string;
  /** What the bars measure, with the unit. */
  readonly axis: string;
  readonly groups: readonly string[];
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    /** The range in which the true value may lie. */
    readonly limits?: { readonly low: number; readonly high: number };
    /** Its place in `groups`. */
    readonly group: number;
  }[];
}

/** A part of a section. */
export type Block =
  | { readonly type: "paragraph"; readonly content: Content; readonly declarations: readonly string[] }
  | { readonly type: "list"; readonly items: readonly { readonly content: Content; readonly declarations: readonly string[] }[] }
  | { readonly type: "note"; readonly content: Content }
  | { readonly type: "gap"; readonly gap: Gap }
  | { readonly type: "chart"; readonly chart: Chart }
  | { readonly type: "diagram"; readonly diagram: Diagram }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    };

/** A numbered section. */
export interface Section {
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  /** The item of an auditor's list that it answers. */
  readonly item?: { readonly id: string; readonly clauses: readonly string[]; readonly source: string; readonly state: string };
  readonly declarations: readonly string[];
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A declaration that a document rests on, and where it does. */
export interface DeclarationRef {
  readonly key: string;
  readonly anchor: string;
  readonly keyword: string;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** Counted from 0, as in the Language Server Protocol. */
  readonly line: number;
  readonly usedIn: readonly { readonly label: string; readonly anchor: string }[];
}

/** What a company puts on its documents. */
export interface Letterhead {
  readonly company?: string;
  readonly header?: string;
  readonly number?: string;
  readonly logo?: { readonly type: "png" | "jpeg"; readonly base64: string; readonly width: number; readonly height: number };
}

/** A deliverable. */
export interface ReportDocument {
  readonly version: 1;
  readonly kind: string;
  readonly language: Language;
  readonly title: string;
  /** The system that it is about. */
  readonly subject: string;
  /** Label and value: system, versions, day, digest. */
  readonly facts: readonly (readonly [string, string])[];
  readonly letterhead: Letterhead;
  readonly sections: readonly Section[];
  readonly gaps: readonly Gap[];
  readonly declarations: readonly DeclarationRef[];
}
