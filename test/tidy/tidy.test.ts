// Holds the rules of the house that no linter knows: opening comments, file sizes, import directions, nothing private, nothing left undone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const LONGEST = 500;
const LONG = 300;
const MEDIAN = 150;

const COMMON = ["grammar", "vocabulary", "source", "diagnostics", "cvss"];
const ANALYSIS = [...COMMON, "model", "catalogue", "analysis", "statistics"];
const FEATURES = ["ide", "diagram", "picture", "report", "exchange"];

/** Every room: where it is and which other rooms it may import. The first entry whose place fits is the file's room. */
const ROOMS: { name: string; place: RegExp; mayImport: string[] }[] = [
  { name: "grammar", place: /^grammar\//, mayImport: [] },
  { name: "vocabulary", place: /^server\/src\/vocabulary(\.ts|\/)/, mayImport: ["grammar"] },
  { name: "source", place: /^server\/src\/source\//, mayImport: ["grammar"] },
  { name: "diagnostics", place: /^server\/src\/diagnostics(\.ts|\/)/, mayImport: ["grammar", "vocabulary", "source"] },
  { name: "cvss", place: /^server\/src\/cvss\//, mayImport: [] },
  { name: "model", place: /^server\/src\/model\//, mayImport: COMMON },
  { name: "catalogue", place: /^server\/(src\/)?catalogue\//, mayImport: [...COMMON, "model"] },
  { name: "statistics", place: /^server\/src\/statistics\//, mayImport: [] },
  { name: "analysis", place: /^server\/src\/analysis\//, mayImport: ANALYSIS },
  { name: "workspace", place: /^server\/src\/workspace\//, mayImport: [...ANALYSIS, "host"] },
  { name: "ide", place: /^server\/src\/ide\//, mayImport: [...ANALYSIS, "workspace"] },
  { name: "picture", place: /^server\/src\/diagram\/types\.ts$/, mayImport: ["analysis"] },
  { name: "diagram", place: /^server\/src\/diagram\//, mayImport: [...ANALYSIS, "picture"] },
  { name: "report", place: /^server\/src\/report\//, mayImport: [...ANALYSIS, "workspace"] },
  { name: "exchange", place: /^server\/src\/exchange\//, mayImport: ANALYSIS },
  { name: "host", place: /^server\/src\/host\//, mayImport: [] },
  { name: "protocol", place: /^server\/src\/lsp\/protocol\.ts$/, mayImport: ["picture"] },
  { name: "lsp", place: /^server\/src\/lsp\//, mayImport: [...ANALYSIS, ...FEATURES, "workspace", "host", "protocol"] },
  { name: "cli", place: /^server\/src\/cli\//, mayImport: [...ANALYSIS, ...FEATURES, "workspace", "host", "lsp"] },
  { name: "client", place: /^client\//, mayImport: ["protocol", "picture"] },
];

/** Packages a room is limited to; a room not named here may use any. */
const PACKAGES: Record<string, string[]> = { grammar: ["chevrotain"] };

/** What touches the machine, and who may: the host and the doors, the extension, and the script that runs at build time. */
const MACHINE = /^(node:)?(fs|path|process|os|child_process|url)(\/|$)/;
const MAY_TOUCH_MACHINE = /^(server\/src\/(host|cli|lsp)\/|client\/|server\/src\/catalogue\/embed\.ts$)/;

/** Text that has no place in any committed file. The brackets keep these patterns from finding themselves. */
const PRIVATE: { what: string; pattern: RegExp }[] = [
  { what: "a path of one machine", pattern: /(?<![\w.)}])[/](?:work|root)\b(?![-.]\w)|(?<![\w.)}])[/]home[/]\w/ },
  { what: "the address of a registry", pattern: /registry[.](?:npmjs|yarnpkg|npmmirror)|npm[.]pkg[.]github|deb[.]debian[.]org/ },
];

/** What sources must not leave behind. */
const LEFTOVERS: { what: string; pattern: RegExp }[] = [
  { what: "a test singled out or skipped", pattern: /\b(?:it|describe|context|specify)[.](?:only|skip)[(]/ },
  { what: "something left undone", pattern: /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/ },
];

const IMPORT = /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

const committed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\0")
  .filter((file) => file !== "")
  .flatMap((file) => readText(file));
const sources = committed.filter(({ file }) => /^(grammar|server|client|bench|test)\/.*\.ts$/.test(file));
const sizes = sources.map(({ text }) => text.split("\n").length - 1).sort((a, b) => a - b);
const median = sizes[Math.floor(sizes.length / 2)] ?? 0;

describe("tidy", () => {
  it("every source file opens with a sentence on what it is for", () => {
    none(sources.filter(({ text }) => !opensWithSentence(text)).map(({ file }) => file));
  });

  it(`no file is past ${LONGEST} lines`, () => {
    none(sources.filter(({ text }) => text.split("\n").length - 1 > LONGEST).map(({ file }) => file));
  });

  it(`the median file, ${median} lines of ${sizes.length} files, is at most ${MEDIAN}`, () => {
    assert.ok(median <= MEDIAN, `${median} lines`);
  });

  it(`nine files of ten are under ${LONG} lines`, () => {
    const long = sources.filter(({ text }) => text.split("\n").length - 1 >= LONG).map(({ file }) => file);
    assert.ok(long.length * 10 <= sources.length, long.join("\n"));
  });

  it("imports go one way", () => {
    none(sources.filter(({ file }) => !/^(test|bench)\//.test(file)).flatMap(({ file, text }) => misdirected(file, text)));
  });

  it("only the host and the doors touch the machine", () => {
    const inside = sources.filter(({ file }) => !/^(test|bench)\//.test(file) && !MAY_TOUCH_MACHINE.test(file));
    none(inside.flatMap(({ file, text }) => importsOf(text).flatMap((name) => (MACHINE.test(name) ? [`${file} imports ${name}`] : []))));
  });

  it("no committed text names a machine or a registry", () => {
    none(committed.flatMap((entry) => offences(entry, PRIVATE)));
  });

  it("nothing is skipped or left undone", () => {
    none(committed.filter(({ file }) => /\.(ts|mjs|ward)$/.test(file)).flatMap((entry) => offences(entry, LEFTOVERS)));
  });
});

/** Asserts that there are no offences, and lists them when there are. */
function none(found: string[]): void {
  if (found.length > 0) assert.fail(`\n${found.join("\n")}`);
}

/** A file's text; nothing for a binary file, or one deleted but not yet committed as such. */
function readText(file: string): { file: string; text: string }[] {
  try {
    const text = readFileSync(file, "utf8");
    return text.includes("\0") ? [] : [{ file, text }];
  } catch {
    return [];
  }
}

function opensWithSentence(text: string): boolean {
  const opening = /^(?:#!.*\n)?((?:\/\/.*\n)+|\/\*[\s\S]*?\*\/)/.exec(text)?.[1] ?? "";
  const words = opening.replace(/^[\s/*]+/gm, " ").trim();
  return /\w+\s+\w+\s+\w+[\s\S]*[.!?]/.test(words);
}

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function misdirected(file: string, text: string): string[] {
  const room = ROOMS.find(({ place }) => place.test(file));
  if (room === undefined) return [`${file} is in no room of the table`];
  return importsOf(text).flatMap((name) => {
    if (!name.startsWith(".")) return PACKAGES[room.name]?.includes(name) === false ? [`${file} imports ${name}`] : [];
    const target = path.posix.join(path.posix.dirname(file), name);
    const other = ROOMS.find(({ place }) => place.test(target))?.name ?? target;
    return other === room.name || room.mayImport.includes(other) ? [] : [`${file} (${room.name}) imports ${target} (${other})`];
  });
}

function offences({ file, text }: { file: string; text: string }, rules: { what: string; pattern: RegExp }[]): string[] {
  return text
    .split("\n")
    .flatMap((line, index) => rules.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${file}:${index + 1} holds ${what}`));
}
