// `ward.json`: the one place where a workspace configures Ward.
import { type DiagnosticCode, diagnosticCodes, regulationCodes } from "../diagnostics/table.ts";
import type { Diagnostic, Severity } from "../diagnostics/types.ts";
import type { FileSystem } from "../host/types.ts";
import { didYouMean } from "../model/suggest.ts";
import { folderOf } from "./paths.ts";

/** What a workspace can set. */
export interface Settings {
  /** Severity by code; `off` hides it. */
  readonly severity: Readonly<Record<string, Severity | "off">>;
  /** Patterns of files that are not checked, in the syntax of `.gitignore`. */
  readonly exclude: readonly string[];
  /** How documents look; read by the report alone. */
  readonly report?: unknown;
}

/** Nothing set. */
export const noSettings: Settings = { severity: {}, exclude: [] };

const levels: readonly string[] = ["error", "warning", "info", "hint", "off"];

/** The nearest folder at or above a path that holds `ward.json`, or `.git` where there is none. */
export function findRoot(fileSystem: FileSystem, folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    if (fileSystem.kind(`${at === "/" ? "" : at}/ward.json`) === "file") return at;
    if (fileSystem.kind(`${at === "/" ? "" : at}/.git`) !== undefined) return at;
    if (at === "/" || folderOf(at) === at) return undefined;
  }
}

/** Reads the settings of a root; problems are sentences that name the file. */
export function readSettings(fileSystem: FileSystem, root: string): { settings: Settings; problems: readonly string[] } {
  const path = `${root === "/" ? "" : root}/ward.json`;
  if (fileSystem.kind(path) !== "file") return { settings: noSettings, problems: [] };
  const content = fileSystem.read(path);
  if ("problem" in content) return { settings: noSettings, problems: [`ward.json cannot be read: ${content.problem}`] };
  let value: unknown;
  try {
    value = JSON.parse(content.text);
  } catch (error) {
    return { settings: noSettings, problems: [`ward.json is not JSON: ${(error as Error).message}`] };
  }
  return checkSettings(value);
}

function checkSettings(value: unknown): { settings: Settings; problems: readonly string[] } {
  if (!isRecord(value))
    return { settings: noSettings, problems: ['ward.json must hold an object, for example { "severity": { "single-layer": "off" } }'] };
  const problems: string[] = [];
  const severity: Record<string, Severity | "off"> = {};
  for (const key of Object.keys(value)) {
    if (key !== "severity" && key !== "exclude" && key !== "report" && key !== "$schema")
      problems.push(`ward.json: unknown setting "${key}"${suggestion(key, ["severity", "exclude", "report"])}`);
  }
  if (value.severity !== undefined && !isRecord(value.severity))
    problems.push('ward.json: "severity" must be an object of codes and severities');
  for (const [code, level] of Object.entries(isRecord(value.severity) ? value.severity : {})) {
    if (!diagnosticCodes.includes(code as DiagnosticCode))
      problems.push(`ward.json: "${code}" is no diagnostic code${suggestion(code, diagnosticCodes)}`);
    else {
      const { level: wanted, problem } = levelOf(code, level);
      if (wanted) severity[code] = wanted;
      if (problem) problems.push(problem);
    }
  }
  const exclude = value.exclude ?? [];
  if (!Array.isArray(exclude) || !exclude.every((one) => typeof one === "string")) {
    problems.push('ward.json: "exclude" must be a list of patterns, for example ["drafts/"]');
    return { settings: { severity, exclude: [] }, problems };
  }
  return { settings: { severity, exclude, ...(value.report === undefined ? {} : { report: value.report }) }, problems };
}

// A level, or a level with the reason for it. What a regulation asks for is not switched off without one.
function levelOf(code: string, given: unknown): { level?: Severity | "off"; problem?: string } {
  const { level, reason } = isRecord(given) ? given : { level: given, reason: undefined };
  if (typeof level !== "string" || !levels.includes(level))
    return { problem: `ward.json: the severity of "${code}" must be one of ${levels.join(", ")}` };
  const other = isRecord(given) ? Object.keys(given).find((key) => key !== "level" && key !== "reason") : undefined;
  if (other !== undefined)
    return { problem: `ward.json: unknown setting "${other}" of "${code}"${suggestion(other, ["level", "reason"])}` };
  const hasReason = typeof reason === "string" && reason.trim() !== "";
  if ((isRecord(given) || (level === "off" && regulationCodes.has(code))) && !hasReason)
    return { problem: `ward.json: "${code}" needs a reason: { "level": "${level}", "reason": "…" }` };
  return { level: level as Severity | "off" };
}

function suggestion(word: string, candidates: readonly string[]): string {
  const found = didYouMean(word, candidates);
  return found ? `; ${found.replaceAll("`", '"')}` : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Applies the configured severities. */
export function configured(diagnostics: readonly Diagnostic[], { severity }: Settings): readonly Diagnostic[] {
  if (Object.keys(severity).length === 0) return diagnostics;
  return diagnostics.flatMap((one) => {
    const level = severity[one.code];
    if (level === "off") return [];
    return level === undefined ? [one] : [{ ...one, severity: level }];
  });
}
