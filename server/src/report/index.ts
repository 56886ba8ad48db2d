// The door of the room: which deliverables there are, and how a model becomes one.
import type { Analysis } from "../analysis/types.ts";
import { DocumentBuilder } from "./builder.ts";
import { Context, type Options } from "./context.ts";
import { deliverables } from "./deliverables/index.ts";
import type { Deliverable } from "./deliverables/types.ts";
import type { Letterhead, ReportDocument } from "./types.ts";
import { type FormatName, formats } from "./write/index.ts";

export { deliverables } from "./deliverables/index.ts";
export { type FormatName, formats } from "./write/index.ts";

/** A file that was written. */
export interface Written {
  readonly extension: string;
  readonly content: string | Uint8Array;
}

/** A model, ready to be reported on. Documents of one reporter share what they compute. */
export class Reporter {
  readonly context: Context;
  private readonly letterheadOf: (kind: string) => Letterhead;

  constructor(analysis: Analysis, options: Options, letterheadOf: (kind: string) => Letterhead = () => ({})) {
    this.context = new Context(analysis, options);
    this.letterheadOf = letterheadOf;
  }

  /** Writes one deliverable. */
  document({ kind, title, write }: Deliverable): ReportDocument {
    const builder = new DocumentBuilder(this.context);
    write(builder, this.context);
    return builder.finished(kind, this.context.t(title), this.letterheadOf(kind));
  }

  /** Writes one deliverable in a format; where a standard has a data format of its own, that is its JSON. */
  async written(deliverable: Deliverable, format: FormatName): Promise<Written> {
    const { data } = deliverable;
    if (format === "json" && data) return { extension: data.extension, content: await data.write(this.context) };
    const { extension, write } = formats[format];
    return { extension, content: await write(this.document(deliverable)) };
  }

  /** Writes the deliverable of a kind. */
  report(kind: string): ReportDocument {
    const found = deliverables.find((one) => one.kind === kind);
    if (!found) throw new Error(`there is no deliverable ${kind}`);
    return this.document(found);
  }
}
