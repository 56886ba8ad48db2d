// The whole set: every document in the formats asked for, an index, and the list of all that is to be written.
import { DocumentBuilder } from "./builder.ts";
import { deliverables } from "./deliverables/index.ts";
import type { Reporter } from "./index.ts";
import { addTable } from "./tables/table.ts";
import { captions } from "./texts/captions.ts";
import { phrases } from "./texts/phrases.ts";
import type { Gap, ReportDocument } from "./types.ts";
import { type FormatName, formats } from "./write/index.ts";

/** A file of the set. */
export interface SetFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What was written, and what could not be. */
export interface DocumentSet {
  readonly files: readonly SetFile[];
  readonly failures: readonly { readonly kind: string; readonly error: unknown }[];
}

interface Entry {
  readonly title: string;
  readonly purpose: string;
  readonly names: readonly string[];
  readonly gaps: readonly Gap[];
  readonly failed: boolean;
}

/** What may be said about the writing of a set. */
export interface SetOptions {
  /** Called before each document; what it throws ends the writing. */
  readonly before?: (title: string, done: number, all: number) => Promise<void>;
  /** Leaves the data formats of standards out, where their libraries are not. */
  readonly withoutData?: boolean;
}

/** Writes everything. A document that fails is named in the index, and the others are written all the same. */
export async function writeSet(
  reporter: Reporter,
  names: readonly FormatName[],
  { before, withoutData = false }: SetOptions = {},
): Promise<DocumentSet> {
  const { context } = reporter;
  const files: SetFile[] = [];
  const failures: { kind: string; error: unknown }[] = [];
  const entries: Entry[] = [];
  for (const [done, deliverable] of deliverables.entries()) {
    const { kind, title, purpose, data } = deliverable;
    await before?.(context.t(title), done, deliverables.length);
    const entry = { title: context.t(title), purpose: context.t(purpose) };
    // A standard's data are wanted whatever the format of the rest.
    const wanted: readonly FormatName[] = data && !withoutData && !names.includes("json") ? [...names, "json"] : names;
    try {
      const own: SetFile[] = [];
      for (const name of wanted) {
        const { extension, content } = await (withoutData ? reporter.plain(deliverable, name) : reporter.written(deliverable, name));
        own.push({ name: `${kind}.${extension}`, content });
      }
      files.push(...own);
      entries.push({ ...entry, names: own.map((file) => file.name), gaps: reporter.document(deliverable).gaps, failed: false });
    } catch (error) {
      failures.push({ kind, error });
      entries.push({ ...entry, names: [], gaps: [], failed: true });
    }
  }
  const index = indexOf(reporter, entries);
  for (const name of names) files.push({ name: `index.${formats[name].extension}`, content: await formats[name].write(index) });
  return { files, failures };
}

function indexOf(reporter: Reporter, entries: readonly Entry[]): ReportDocument {
  const { context } = reporter;
  const document = new DocumentBuilder(context);
  const list = document.section(context.t(captions.documents)).paragraph(context.t(phrases.indexIntro));
  addTable(list, context, captions.documents, entries, () => [], [
    { head: "document", width: 4, cell: ({ title }) => title },
    { head: "purpose", width: 6, cell: ({ purpose }) => purpose },
    {
      head: "file",
      width: 4,
      cell: ({ names, failed }) =>
        failed
          ? { text: context.t(phrases.failed), style: "bad" }
          : names.flatMap((name, index) => [...(index > 0 ? [", "] : []), { text: name, file: name }]),
    },
    { head: "gapCount", width: 2, cell: ({ gaps }) => String(gaps.length) },
  ]);
  const open = entries.flatMap(({ title, names, gaps }) => gaps.map((gap) => ({ title, names, gap })));
  addTable(document.section(context.t(captions.gaps)), context, captions.gaps, open, () => [], [
    { head: "document", width: 3, cell: ({ title, names }) => (names[0] ? { text: title, file: names[0] } : title) },
    { head: "item", width: 3, cell: ({ gap }) => `${gap.section} ${gap.title}` },
    { head: "gapCount", width: 6, cell: ({ gap }) => gap.text },
    { head: "fill", width: 5, cell: ({ gap }) => gap.fill.replaceAll("`", "") },
  ]);
  return document.finished("index", context.t(phrases.indexTitle), reporter.letterhead("index"));
}
