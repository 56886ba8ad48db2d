// What every part of a document asks: the model and its findings, the language, names and words as people read them.

import { fillingOf, items } from "../analysis/documents/index.ts";
import type { Filling } from "../analysis/documents/types.ts";
import { Coverage } from "../analysis/reach.ts";
import type { Analysis } from "../analysis/types.ts";
import type { Score, Scoring } from "../cvss/score.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import type { SourceFile } from "../source/types.ts";
import { Diagrams, type Draw } from "./diagrams.ts";
import { noLists, type SupplierLists } from "./suppliers.ts";
import { labels } from "./texts/labels.ts";
import { wordTexts } from "./texts/words.ts";
import type { Language, Span, Text } from "./types.ts";

/** What a document is made from, beside the model. */
export interface Options {
  readonly language: Language;
  /** The version of the tool. */
  readonly tool: string;
  /** Gives the digest of a text, in hexadecimal digits. */
  readonly digestOf: (text: string) => string;
  /** Draws views; without it documents have no pictures. */
  readonly draw?: Draw;
  /** Lists of parts from suppliers, as they were read. */
  readonly suppliers?: SupplierLists;
  /** Items that come first, by kind of document. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
}

/** A model being reported on. */
export class Context {
  readonly analysis: Analysis;
  readonly model: Model;
  readonly derived: Facts;
  readonly language: Language;
  readonly digest: string;
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly tool: string;
  readonly suppliers: SupplierLists;
  readonly diagrams: Diagrams;
  /** What scores vectors of CVSS; it is loaded when a model has any. */
  scoring: Scoring | undefined;
  private known: Coverage | undefined;
  private readonly folder: string;
  private readonly fillings = new Map<string, Filling>();

  constructor(analysis: Analysis, { language, tool, digestOf, draw, suppliers = noLists, order = {} }: Options) {
    this.order = order;
    this.suppliers = suppliers;
    this.diagrams = new Diagrams(draw);
    this.analysis = analysis;
    this.model = analysis.model;
    this.derived = analysis.facts;
    this.language = language;
    this.tool = tool;
    const own = analysis.model.files.filter((file) => file.origin === "user");
    this.folder = commonFolder(own.map((file) => file.path));
    // By path, so that the order in which files were named does not matter; the tool's version stands for what ships with it.
    const texts = own.map((file) => `${this.pathOf(file)}\n${file.tree.text}`).sort();
    const lists = [...suppliers.lists].map(([{ id }, { text }]) => `${id}\n${text}`).sort();
    this.digest = digestOf([tool, ...texts, ...lists].join("\u0000"));
  }

  /** What gives which measure to which element. */
  get coverage(): Coverage {
    this.known ??= new Coverage(this.derived);
    return this.known;
  }

  /** What the model is about, as people read it. */
  get subject(): string {
    return this.model.system?.title ?? this.t(labels.unnamedSystem);
  }

  /** What a vector of CVSS amounts to; undefined when it is wrong, or when nothing that scores is loaded. */
  score(vector: string): Score | undefined {
    return this.scoring?.(vector);
  }

  /** Loads what scores vectors of CVSS, where there are any; a browser cannot, and its documents show vectors without scores. */
  async prepare(): Promise<void> {
    const { model } = this;
    if (this.scoring || !model.of("vulnerability").some((one) => model.texts(one, "cvss").length > 0)) return;
    this.scoring = await import("../cvss/score.ts").then(
      ({ scoreOf }) => scoreOf,
      () => undefined,
    );
  }

  get today(): string {
    return this.derived.today;
  }

  /** A text in the language of the document; `{name}` stands for a parameter. */
  t(text: Text, parameters: Readonly<Record<string, string | number>> = {}): string {
    return text[this.language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  }

  /** A word of the language or of a scale, as people read it. */
  word(word: string | undefined): string {
    if (word === undefined) return "";
    return Object.hasOwn(wordTexts, word) ? this.t(wordTexts[word] as Text) : word.replaceAll("-", " ");
  }

  words(words: readonly string[]): string {
    return words.map((word) => this.word(word)).join(", ");
  }

  yesNo(value: boolean): string {
    return this.t(value ? labels.yes : labels.no);
  }

  /** Titles of entities, joined. */
  titles(entities: readonly Entity[]): string {
    return entities.map((entity) => entity.title).join(", ");
  }

  /** A title and, where it tells more, the name. */
  named(entity: Entity): (string | Span)[] {
    return entity.title === entity.id ? [entity.title] : [`${entity.title} `, { text: entity.id, style: "code" }];
  }

  /** A property as text, empty where nothing is said. */
  said(entity: Entity, property: string): string {
    return this.model.texts(entity, property).join("; ").trim();
  }

  /** The path of a file from the folder that holds all of the model. */
  pathOf(file: SourceFile): string {
    return file.path.startsWith(this.folder) ? file.path.slice(this.folder.length) : file.path;
  }

  filling(id: string): Filling {
    const known = this.fillings.get(id);
    if (known) return known;
    const item = items.find((one) => one.id === id);
    if (!item) throw new Error(`there is no item ${id}`);
    const filling = fillingOf(this.analysis, item);
    this.fillings.set(id, filling);
    return filling;
  }

  /** The first page: what, of when, made by what. */
  facts(): [string, string][] {
    const { model } = this;
    const { system } = model;
    const say = (property: string): string => (system ? this.said(system, property) : "");
    const rows: [Text, string][] = [
      [labels.system, this.subject],
      [labels.version, say("version")],
      [labels.manufacturer, say("manufacturer")],
      [labels.intendedUse, say("intended-use")],
      [labels.regulation, system ? model.texts(system, "regulation").join(", ") : ""],
      [labels.class, say("class")],
      [labels.environment, system ? this.words(model.texts(system, "environment")) : ""],
      [labels.supportEnds, say("support-ends")],
      [labels.day, this.today],
      [labels.digest, this.digest],
      [labels.madeBy, `Ward ${this.tool}`],
    ];
    return rows.filter(([, value]) => value !== "").map(([label, value]) => [this.t(label), value]);
  }
}

function commonFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf("/") + 1);
  while (folder !== "" && !others.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
  return folder;
}
