// The door of the room: which deliverables there are, and how a model becomes one.
import type { Analysis } from "../analysis/types.ts";
import { DocumentBuilder } from "./builder.ts";
import { Context, type Options } from "./context.ts";
import type { Deliverable } from "./deliverables/types.ts";
import { letterheadOf, noTemplate, type Template } from "./template.ts";
import type { Letterhead, ReportDocument } from "./types.ts";
import { type FormatName, formats } from "./write/index.ts";

export { deliverables } from "./deliverables/index.ts";
export { writeSet } from "./folder.ts";
export { readSupplierLists } from "./suppliers.ts";
export { logoOf, readTemplate, templateLogo } from "./template.ts";
export { type FormatName, formats } from "./write/index.ts";

/** A file that was written. */
export interface Written {
  readonly extension: string;
  readonly content: string | Uint8Array;
}

/** A model, ready to be reported on. Documents of one reporter share what they compute. */
export class Reporter {
  readonly context: Context;
  private readonly template: Template;
  private readonly logo: Letterhead["logo"];
  private readonly made = new Map<string, ReportDocument>();

  constructor(analysis: Analysis, options: Options, template: Template = noTemplate, logo?: Letterhead["logo"]) {
    this.context = new Context(analysis, { ...options, order: template.order });
    this.template = template;
    this.logo = logo;
  }

  /** Writes one deliverable. */
  document({ kind, title, write }: Deliverable): ReportDocument {
    const known = this.made.get(kind);
    if (known) return known;
    const { context, template } = this;
    const builder = new DocumentBuilder(context);
    const add = (at: "start" | "end"): void => {
      for (const own of template.sections.filter((one) => one.in === kind && one.at === at)) {
        const section = builder.section(own.title);
        for (const paragraph of own.text.split(/\n\s*\n/)) section.paragraph(paragraph.trim());
      }
    };
    add("start");
    write(builder, context);
    add("end");
    const document = builder.finished(kind, context.t(title), this.letterhead(kind));
    this.made.set(kind, document);
    return document;
  }

  /** Writes one deliverable in a format; where a standard has a data format of its own, that is its JSON. */
  async written(deliverable: Deliverable, format: FormatName): Promise<Written> {
    const { data } = deliverable;
    await this.prepare(deliverable);
    if (format === "json" && data) return { extension: data.extension, content: await data.write(this.context) };
    return await this.plain(deliverable, format);
  }

  /** Writes the document of a deliverable in a format, whatever data format a standard has for it. */
  async plain(deliverable: Deliverable, format: FormatName): Promise<Written> {
    await this.prepare(deliverable);
    const { extension, write } = formats[format];
    return { extension, content: await write(this.document(deliverable)) };
  }

  /** Loads and draws what a deliverable needs before it can be written. */
  async prepare({ views }: Deliverable): Promise<void> {
    await this.context.prepare();
    await this.context.diagrams.prepare(views?.(this.context) ?? []);
  }

  /** What stands on a document of a kind. */
  letterhead(kind: string): Letterhead {
    const { model, language } = this.context;
    const version = model.system ? this.context.said(model.system, "version") : "";
    return letterheadOf(this.template, kind, { version, language }, this.logo);
  }
}
