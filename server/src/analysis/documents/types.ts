// What an auditor's list asks the manufacturer to tell, item by item, and how far a model fills each.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { DiagnosticCode } from "../../diagnostics/table.ts";
import type { Entity } from "../../model/types.ts";
import type { Analysis } from "../types.ts";

/** What is known about a model before its diagnostics are collected. */
export type Found = Omit<Analysis, "model" | "diagnostics">;

/** Whom a list is for: users, administrators and service, the healthcare provider. */
export type ForWhom = "instructions" | "accompanying" | "provider";

/** A declaration that would begin to fill an item. */
export interface Start {
  readonly keyword: Keyword;
  /** The kind, measure, requirement or practice of the catalogue that it is of. */
  readonly of?: string;
  /** Properties in which the author's words stand. */
  readonly words?: readonly string[];
}

/** A declaration that says not all, and what it leaves out. */
export interface Lack {
  readonly entity: Entity;
  readonly properties: readonly string[];
}

/** One item of such a list. */
export interface Item {
  /** Stable; documents, diagnostics and `ward.json` name it. */
  readonly id: string;
  /** What it is called, in English; the report holds the other languages. */
  readonly title: string;
  readonly list: ForWhom;
  /** Where the list stands. */
  readonly source: string;
  /** Names of the catalogue's clauses that it serves. */
  readonly clauses: readonly string[];
  /** Whether the model has what the item is about; absent, every model has. */
  readonly applies?: (found: Found) => boolean;
  /** The declarations that fill it. */
  readonly sources: (found: Found) => readonly Entity[];
  /** The property of a source that carries the author's words; absent, the facts are enough. */
  readonly words?: string;
  /** Whether the sources say all there is to say; absent, they do. */
  readonly complete?: (found: Found) => boolean;
  /** Declarations that lack properties without which the item is not complete. */
  readonly lacking?: (found: Found) => readonly Lack[];
  /** Declarations that would begin to fill it, where nothing does; the likeliest first. */
  readonly starts?: readonly Start[];
  /** A property that any declaration of a keyword may take to fill it. */
  readonly extends?: { readonly keyword: Keyword; readonly property: string };
  /** The property of the system that fills it, where one does. */
  readonly property?: string;
  /** Another finding always tells of the gap already, so that this one need not. */
  readonly told?: boolean;
  /** Findings that tell of the same gap more precisely: while one of them stands, this item is quiet. */
  readonly toldBy?: readonly DiagnosticCode[];
  /** What is asked for, where several items ask for it in other words: it is told once. */
  readonly matter?: string;
  /** What to declare where nothing fills it, in English. */
  readonly fill: string;
}

/** How far a model fills an item. */
export interface Filling {
  readonly item: Item;
  /** `partial`: facts are there, the author's words or some facts are not; `inapplicable`: the model has nothing of the sort. */
  readonly state: "filled" | "partial" | "missing" | "inapplicable";
  readonly sources: readonly Entity[];
  /** The sources that carry the author's words. */
  readonly worded: readonly Entity[];
}
