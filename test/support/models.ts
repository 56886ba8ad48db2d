// Makes models from texts in tests: one text, or several files split by `//- /path.ward` lines.
import type { Analysis } from "../../server/src/analysis/types.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { type Checked, check } from "../../server/src/workspace/check.ts";
import { load } from "../../server/src/workspace/load.ts";
import { noSettings, type Settings } from "../../server/src/workspace/settings.ts";

/** The day on which tests analyse. */
export const today = "2026-11-25";

/** Splits a fixture into files; without `//- ` lines it is the one file `/main.ward`. */
export function splitFiles(fixture: string): Record<string, string> {
  const files: Record<string, string> = {};
  let path = "/main.ward";
  let lines: string[] = [];
  const close = (): void => {
    if (lines.some((line) => line.trim() !== "") || Object.keys(files).length > 0) files[path] = lines.join("\n");
  };
  for (const line of fixture.split("\n")) {
    const marker = /^\/\/- (\/\S+)$/.exec(line.trim());
    if (marker?.[1] === undefined) {
      lines.push(line);
      continue;
    }
    close();
    path = marker[1];
    lines = [];
  }
  close();
  if (Object.keys(files).length === 0) files[path] = lines.join("\n");
  return files;
}

/** Checks files given by absolute path. */
export function checkFiles(files: Readonly<Record<string, string>>, settings: Settings = noSettings, day = today): Checked {
  return check(load(Object.keys(files), { fileSystem: memoryFiles(files), root: "/", shownFrom: "/" }), day, settings);
}

/** Analyses a fixture that makes one model. */
export function analyseText(fixture: string, day = today): Analysis {
  const { models } = checkFiles(splitFiles(fixture), noSettings, day);
  const [model] = models;
  if (model === undefined || models.length > 1) throw new Error(`the fixture makes ${models.length} models`);
  return model.analysis;
}
