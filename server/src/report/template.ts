// What a company sets for its documents in `ward.json`: letterhead, numbers, order, sections of its own. All of it is plain text.
import { items } from "../analysis/documents/index.ts";
import { didYouMean } from "../model/suggest.ts";
import { deliverables } from "./deliverables/index.ts";
import type { Language, Letterhead } from "./types.ts";

/** A section that a company adds to a document. */
export interface OwnSection {
  /** The kind of document it stands in. */
  readonly in: string;
  readonly title: string;
  readonly text: string;
  readonly at: "start" | "end";
}

/** A company's template. */
export interface Template {
  readonly company?: string;
  readonly header?: string;
  /** Path of a PNG or JPEG image, from the folder of `ward.json`. */
  readonly logo?: string;
  /** Document number; `{kind}`, `{version}` and `{language}` are replaced. */
  readonly number?: string;
  /** Numbers of single kinds. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly language?: Language;
  /** Items of a list that come first, by kind of document. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly OwnSection[];
}

/** Nothing set. */
export const noTemplate: Template = { numbers: {}, order: {}, sections: [] };

/** A logo is no photograph. */
const largestLogo = 512 * 1024;

const keys = ["company", "header", "logo", "number", "numbers", "language", "order", "sections"];
const longest = 20_000;

/** Reads the setting `report`; problems are sentences that name the file. */
export function readTemplate(value: unknown): { readonly template: Template; readonly problems: readonly string[] } {
  if (value === undefined) return { template: noTemplate, problems: [] };
  const problems: string[] = [];
  const complain = (problem: string): undefined => {
    problems.push(`ward.json: ${problem}`);
  };
  if (!isRecord(value)) {
    complain('"report" must be an object');
    return { template: noTemplate, problems };
  }
  for (const key of Object.keys(value)) if (!keys.includes(key)) complain(`"report" has no "${key}"${near(key, keys)}`);
  const text = (key: string): string | undefined => {
    const found = value[key];
    if (found === undefined) return undefined;
    return typeof found === "string" && found.length <= longest ? found : complain(`"report.${key}" must be a text`);
  };
  const kinds = deliverables.map(({ kind }) => kind);
  const isKind = (kind: string, where: string): boolean => {
    if (kinds.includes(kind)) return true;
    complain(`"${where}" names no document "${kind}"${near(kind, kinds)}`);
    return false;
  };
  const language = text("language");
  if (language !== undefined && language !== "en" && language !== "de") complain('"report.language" must be "en" or "de"');
  const template: Template = {
    ...defined({ company: text("company"), header: text("header"), logo: text("logo"), number: text("number") }),
    ...(language === "en" || language === "de" ? { language } : {}),
    numbers: numbersOf(value.numbers, isKind, complain),
    order: orderOf(value.order, isKind, complain),
    sections: sectionsOf(value.sections, isKind, complain),
  };
  return { template, problems };
}

type Complain = (problem: string) => undefined;
type IsKind = (kind: string, where: string) => boolean;

function numbersOf(value: unknown, isKind: IsKind, complain: Complain): Record<string, string> {
  if (value === undefined) return {};
  const numbers: Record<string, string> = {};
  if (!isRecord(value)) complain('"report.numbers" must be an object of documents and texts');
  else
    for (const [kind, number] of Object.entries(value)) {
      if (!isKind(kind, "report.numbers")) continue;
      if (typeof number === "string") numbers[kind] = number;
      else complain(`"report.numbers.${kind}" must be a text`);
    }
  return numbers;
}

function orderOf(value: unknown, isKind: IsKind, complain: Complain): Record<string, readonly string[]> {
  if (value === undefined) return {};
  const order: Record<string, readonly string[]> = {};
  if (!isRecord(value)) complain('"report.order" must be an object of documents and lists of items');
  else
    for (const [kind, list] of Object.entries(value)) {
      if (!isKind(kind, "report.order")) continue;
      if (!Array.isArray(list)) {
        complain(`"report.order.${kind}" must be a list of items`);
        continue;
      }
      const ids = items.map(({ id }) => id);
      for (const id of list)
        if (!ids.includes(id)) complain(`"report.order.${kind}" names no item ${JSON.stringify(id)}${near(String(id), ids)}`);
      order[kind] = list.filter((id) => ids.includes(id));
    }
  return order;
}

function sectionsOf(value: unknown, isKind: IsKind, complain: Complain): OwnSection[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    complain('"report.sections" must be a list');
    return [];
  }
  return value.flatMap((one, index) => {
    const where = `report.sections[${index}]`;
    if (!isRecord(one) || typeof one.in !== "string" || typeof one.title !== "string" || typeof one.text !== "string") {
      complain(`"${where}" needs "in", "title" and "text"`);
      return [];
    }
    if (!isKind(one.in, where)) return [];
    if (one.text.length > longest) {
      complain(`the text of "${where}" is longer than ${longest} characters`);
      return [];
    }
    return [{ in: one.in, title: one.title, text: one.text, at: one.at === "start" ? ("start" as const) : ("end" as const) }];
  });
}

/** The letterhead of a kind of document. */
export function letterheadOf(
  template: Template,
  kind: string,
  words: Readonly<Record<string, string>>,
  logo: Letterhead["logo"],
): Letterhead {
  const pattern = template.numbers[kind] ?? template.number;
  const number = pattern?.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name === "kind" ? kind : (words[name] ?? whole)));
  return { ...defined({ company: template.company, header: template.header, number }), ...(logo ? { logo } : {}) };
}

/** A file of the workspace as bytes and in Base64, or why it is not read. */
export type ImageFile =
  | { readonly bytes: Uint8Array; readonly base64: string }
  | { readonly problem: "outside" | "no-file" | "unreadable" };

/** The logo of a template, read by the machine; a problem is a sentence that names the file. Where nothing can be read, there is none. */
export function templateLogo(
  { logo }: Template,
  read: ((path: string, largest: number) => ImageFile) | undefined,
): { readonly logo?: Letterhead["logo"]; readonly problem?: string } {
  if (logo === undefined || read === undefined) return {};
  const file = read(logo, largestLogo);
  const problem = (what: string): { problem: string } => ({ problem: `ward.json: the logo \`${logo}\` ${what}` });
  if ("problem" in file) {
    if (file.problem === "outside") return problem("is outside the workspace");
    return problem(file.problem === "no-file" ? `is no file of at most ${largestLogo / 1024} kB` : "cannot be read");
  }
  const found = logoOf(file.bytes, file.base64);
  return found === undefined ? problem("is neither PNG nor JPEG") : { logo: found };
}

/** An image by what it holds, whatever its name says; undefined when it is neither PNG nor JPEG. */
export function logoOf(bytes: Uint8Array, base64: string): Letterhead["logo"] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452)
    return { type: "png", base64, width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { type: "jpeg", base64, width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker < 0xff00) return undefined;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function near(word: string, candidates: readonly string[]): string {
  const found = didYouMean(word, candidates);
  return found ? `; ${found.replaceAll("`", '"')}` : "";
}

function defined<Key extends string>(values: Readonly<Record<Key, string | undefined>>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Record<Key, string>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
