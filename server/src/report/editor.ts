// What an editor asks of documents: the table, previews, and sets in the formats that need no library. A program of its own, loaded with
// the first document.
import { deliverables } from "./deliverables/index.ts";
import type { Draw } from "./diagrams.ts";
import { sha256 } from "./digest.ts";
import { Reporter } from "./index.ts";
import { readSupplierLists } from "./suppliers.ts";
import { type ImageFile, readTemplate, templateLogo } from "./template.ts";
import type { Language } from "./types.ts";
import { type FormatName, formats } from "./write/index.ts";

export { keyOf } from "./builder.ts";
export { deliverables } from "./deliverables/index.ts";
export { writeSet } from "./folder.ts";
export { htmlBody } from "./write/html.ts";
export { style } from "./write/style.ts";

/** The formats that an editor writes. */
export const editorFormats: readonly FormatName[] = ["html", "md", "csv", "json"];

/** What a format is for. */
export const formatTitle = (name: FormatName): string => formats[name].title;

/** What a reporter is made from, beside the model. */
export interface Given {
  /** The setting `report` of `ward.json`. */
  readonly settings: unknown;
  /** Reads the logo and suppliers' lists, where files can be read. */
  readonly read: ((path: string, largest: number) => ImageFile) | undefined;
  readonly draw: Draw;
  readonly language: Language | undefined;
  /** The version of the tool. */
  readonly tool: string;
}

/** A reporter with the company's template, and what is wrong with that. */
export function reporterOf(
  analysis: ConstructorParameters<typeof Reporter>[0],
  { settings, read, draw, language, tool }: Given,
): { readonly reporter: Reporter; readonly problems: readonly string[] } {
  const { template, problems } = readTemplate(settings);
  const { logo, problem } = templateLogo(template, read);
  const suppliers = readSupplierLists(analysis.model, read);
  const options = { language: language ?? template.language ?? "en", tool, digestOf: sha256, suppliers, draw } as const;
  return { reporter: new Reporter(analysis, options, template, logo), problems: [...problems, ...(problem ? [problem] : [])] };
}

/** The language of a model's documents where nobody asks for another. */
export function languageOf(settings: unknown): Language {
  return readTemplate(settings).template.language ?? "en";
}

/** The deliverable of a name. */
export function deliverableOf(kind: string): (typeof deliverables)[number] | undefined {
  return deliverables.find((one) => one.kind === kind);
}
