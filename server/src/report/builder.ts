// Puts a document together: numbers sections and rows, remembers which declaration stands where, collects gaps.
import { type Entity, nameRange } from "../model/types.ts";
import { positionAt } from "../source/lines.ts";
import type { Context } from "./context.ts";
import type { Block, Chart, Column, Content, DeclarationRef, Gap, Letterhead, ReportDocument, Row, Section, Span } from "./types.ts";

/** What may be written where text is expected. */
export type Writing = string | Span | readonly (string | Span)[];

/** A row before it has its number. */
export interface Draft {
  readonly cells: readonly Writing[];
  readonly about: readonly Entity[];
}

/** A section being written. */
export class SectionBuilder {
  readonly anchor: string;
  readonly number: string;
  private readonly document: DocumentBuilder;
  private readonly title: string;
  private readonly item: Section["item"];
  private readonly declarations: readonly string[];
  private readonly blocks: Block[] = [];
  private readonly sections: SectionBuilder[] = [];
  private rows = 0;

  constructor(document: DocumentBuilder, number: string, title: string, about: readonly Entity[], item: Section["item"]) {
    this.document = document;
    this.number = number;
    this.anchor = `s${number.replaceAll(".", "-")}`;
    this.title = title;
    this.item = item;
    this.declarations = document.use(about, { label: number, anchor: this.anchor });
  }

  /** A section inside this one. */
  section(title: string, about: readonly Entity[] = [], item?: Section["item"]): SectionBuilder {
    const made = new SectionBuilder(this.document, `${this.number}.${this.sections.length + 1}`, title, about, item);
    this.sections.push(made);
    return made;
  }

  paragraph(writing: Writing, about: readonly Entity[] = []): this {
    this.blocks.push({ type: "paragraph", content: contentOf(writing), declarations: this.usedHere(about) });
    return this;
  }

  list(items: readonly { readonly writing: Writing; readonly about?: readonly Entity[] }[]): this {
    if (items.length === 0) return this;
    this.blocks.push({
      type: "list",
      items: items.map(({ writing, about = [] }) => ({ content: contentOf(writing), declarations: this.usedHere(about) })),
    });
    return this;
  }

  note(writing: Writing): this {
    this.blocks.push({ type: "note", content: contentOf(writing) });
    return this;
  }

  gap(gap: Omit<Gap, "section" | "anchor">): this {
    const anchor = `${this.anchor}-gap${this.blocks.filter((block) => block.type === "gap").length + 1}`;
    const made = { ...gap, section: this.number, anchor };
    this.blocks.push({ type: "gap", gap: made });
    this.document.gaps.push(made);
    return this;
  }

  chart(chart: Chart): this {
    this.blocks.push({ type: "chart", chart });
    return this;
  }

  /** The picture of a view, where it was drawn. */
  diagram(view: string): this {
    const diagram = this.document.context.diagrams.of(view);
    if (diagram) this.blocks.push({ type: "diagram", diagram });
    return this;
  }

  /** A table; its first column is the number of the row. */
  table(caption: string, columns: readonly Column[], drafts: readonly Draft[]): this {
    const rows = drafts.map(({ cells, about }): Row => {
      const label = `${this.number}-${++this.rows}`;
      const anchor = `${this.anchor}-r${this.rows}`;
      return { label, anchor, cells: cells.map(contentOf), declarations: this.document.use(about, { label, anchor }) };
    });
    this.blocks.push({ type: "table", caption, columns, rows });
    return this;
  }

  finished(): Section {
    return {
      anchor: this.anchor,
      number: this.number,
      title: this.title,
      ...(this.item ? { item: this.item } : {}),
      declarations: this.declarations,
      blocks: this.blocks,
      sections: this.sections.map((section) => section.finished()),
    };
  }

  private usedHere(about: readonly Entity[]): readonly string[] {
    return this.document.use(about, { label: this.number, anchor: this.anchor });
  }
}

/** A document being written. */
export class DocumentBuilder {
  readonly gaps: Gap[] = [];
  readonly context: Context;
  private readonly sections: SectionBuilder[] = [];
  private readonly uses = new Map<Entity, Map<string, { readonly label: string; readonly anchor: string }>>();

  constructor(context: Context) {
    this.context = context;
  }

  section(title: string, about: readonly Entity[] = [], item?: Section["item"]): SectionBuilder {
    const made = new SectionBuilder(this, String(this.sections.length + 1), title, about, item);
    this.sections.push(made);
    return made;
  }

  /** Remembers where declarations are used, and gives their keys. What ships with the tool is no declaration of the model. */
  use(entities: readonly Entity[], place: { readonly label: string; readonly anchor: string }): string[] {
    const own = [...new Set(entities)].filter((entity) => entity.file.origin === "user");
    for (const entity of own) {
      const places = this.uses.get(entity) ?? new Map();
      places.set(place.anchor, place);
      this.uses.set(entity, places);
    }
    return own.map(keyOf);
  }

  finished(kind: string, title: string, letterhead: Letterhead): ReportDocument {
    const { context } = this;
    return {
      version: 1,
      kind,
      language: context.language,
      title,
      subject: context.subject,
      facts: context.facts(),
      letterhead,
      sections: this.sections.map((section) => section.finished()),
      gaps: this.gaps,
      declarations: this.declarations(),
    };
  }

  private declarations(): DeclarationRef[] {
    return [...this.uses]
      .sort(([a], [b]) => a.rank - b.rank)
      .map(([entity, places], index) => ({
        key: keyOf(entity),
        anchor: `d${index + 1}`,
        keyword: entity.keyword,
        id: entity.id,
        title: entity.title,
        file: this.context.pathOf(entity.file),
        line: positionAt(entity.file.tree.text, nameRange(entity).start).line,
        usedIn: [...places.values()],
      }));
  }
}

/** What names a declaration across a document. */
export function keyOf(entity: Entity): string {
  return entity.subject || entity.id.startsWith(`${entity.keyword} `) ? entity.id : `${entity.keyword} ${entity.id}`;
}

function contentOf(writing: Writing): Content {
  if (typeof writing === "string") return writing === "" ? [] : [{ text: writing }];
  if ("text" in writing) return [writing];
  return writing.flatMap((one) => (typeof one === "string" ? (one === "" ? [] : [{ text: one }]) : [one]));
}
