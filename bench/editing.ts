// Measures editing inside the server: from a keystroke to the findings of the file as the protocol carries them, completion, and
// memory after many edits. No transport is measured, and no other process.

import { memoryFiles } from "../server/src/host/memory.ts";
import { complete } from "../server/src/ide/completion/index.ts";
import { fileDiagnostics } from "../server/src/ide/diagnostics.ts";
import { snapshotOf } from "../server/src/ide/snapshot.ts";
import { toDiagnostic } from "../server/src/lsp/convert.ts";
import { Workspace } from "../server/src/workspace/workspace.ts";
import { generateModel, type ModelSize } from "./model.ts";
import { day } from "./phases.ts";
import { Random } from "./random.ts";

/** Milliseconds of each keystroke, by what was typed. */
export interface Editing {
  readonly keystrokes: Readonly<Record<string, readonly number[]>>;
  readonly completions: readonly number[];
  /** Megabytes in use before and after the edits, garbage collected. */
  readonly memory: { readonly before: number; readonly after: number; readonly edits: number };
}

const root = "/model";

/** What people type, a character at a time: a note, the words of a text, a new flow. */
const written: Readonly<Record<string, (random: Random, names: readonly string[]) => string>> = {
  "a comment": () => "\n// to be agreed with the operator\n",
  "a title": () => " of the ward, beside the bed",
  "a new flow": (random, names) =>
    `\nflow Typed "Typed" ${random.pick(names)} -> ${random.pick(names)} {\n  purpose: "for the ward round"\n  commands: yes\n}\n`,
};

/** Where it is typed, when that is not the end of the file: in the title of a device in the middle of the file. */
const places: Readonly<Record<string, (text: string) => number>> = {
  "a title": (text) => {
    const all = [...text.matchAll(/^ {4}device \w+ "[^"]*(?=")/gm)];
    const found = all[all.length >> 1];
    return found === undefined ? text.length : found.index + found[0].length;
  },
};

/** Types into a model of a size; `rounds` texts of each sort. */
export function timeEditing(size: ModelSize, rounds: number, edits: number): Editing {
  const files = Object.fromEntries(Object.entries(generateModel(size)).map(([name, text]) => [`${root}/${name}`, text]));
  const workspace = new Workspace({ fileSystem: memoryFiles(files), root, today: () => day });
  workspace.add(Object.keys(files));
  const random = new Random(7);
  const paths = Object.keys(files).filter((path) => (files[path]?.length ?? 0) > 10_000);
  const findings = (path: string): number => {
    const snapshot = snapshotOf(workspace.check(), path.slice(root.length + 1));
    return snapshot ? fileDiagnostics(snapshot).map((one) => toDiagnostic(one, (file) => file.path, undefined)).length : 0;
  };
  const processes = (text: string): string[] => [...text.matchAll(/^ {4}device (\w+)/gm)].map(([, name]) => name as string);
  const keystrokes: Record<string, number[]> = {};
  const completions: number[] = [];
  const type = (sort: string, path: string): void => {
    const start = files[path] as string;
    const text = written[sort]?.(random, processes(start)) ?? "";
    const place = places[sort]?.(start) ?? start.length;
    for (let length = 1; length <= text.length; length++) {
      const began = performance.now();
      workspace.setText(path, start.slice(0, place) + text.slice(0, length) + start.slice(place));
      findings(path);
      keystrokes[sort]?.push(performance.now() - began);
      if (length % 10 !== 0) continue;
      const snapshot = snapshotOf(workspace.check(), path.slice(root.length + 1));
      const asked = performance.now();
      if (snapshot) complete(snapshot, place + length);
      completions.push(performance.now() - asked);
    }
    workspace.setText(path, start);
  };
  for (const sort of Object.keys(written)) keystrokes[sort] = [];
  for (let round = 0; round < rounds; round++) for (const sort of Object.keys(written)) type(sort, random.pick(paths) as string);
  const before = inUse();
  for (let edit = 0; edit < edits; edit++) {
    const path = random.pick(paths) as string;
    workspace.setText(path, `${files[path]}// edit ${edit}\n`);
    // A burst of edits costs one analysis, as in the server.
    if (edit % 20 === 19) findings(path);
  }
  for (const path of paths) workspace.setText(path, files[path] as string);
  workspace.check();
  return { keystrokes, completions, memory: { before, after: inUse(), edits } };
}

function inUse(): number {
  if (globalThis.gc === undefined) throw new Error("run it with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** The value below which this share of the numbers lies. */
export function percentile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
