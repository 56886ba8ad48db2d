// Finds out what a file about vulnerabilities is, and reads it; a file that is none says what it is instead.

import { objectOf } from "../../source/json.ts";
import { isCsaf, readCsaf } from "./csaf.ts";
import { isCycloneDx, readCycloneDx } from "./cyclonedx.ts";
import { isOsv, readOsv } from "./osv.ts";
import type { Advisory, Reading } from "./types.ts";

/** Larger files are refused; the largest lists of suppliers have a few megabytes. */
export const largestFile = 50 * 1024 * 1024;
/** More vulnerabilities in one file than anybody reads. */
const most = 10_000;

/** Reads the text of a file. */
export function readAdvisories(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : error}` };
  }
  // The command line of OSV gives one file with several in a list.
  const files = (Array.isArray(value) ? value : [value]).map(objectOf);
  const [first] = files;
  if (first === undefined) return { problem: "it holds no object" };
  let format: string;
  let advisories: Advisory[];
  if (isCycloneDx(first)) [format, advisories] = ["CycloneDX", readCycloneDx(first)];
  else if (isCsaf(first)) [format, advisories] = ["CSAF", readCsaf(first)];
  else if (isOsv(first)) [format, advisories] = ["OSV", files.flatMap((one) => (one && isOsv(one) ? readOsv(one) : []))];
  else return { problem: "it is neither CycloneDX (`bomFormat`), nor CSAF (`document.csaf_version`), nor OSV (`id` and `modified`)" };
  if (advisories.length > most) return { problem: `it lists ${advisories.length} vulnerabilities; at most ${most} are read at once` };
  if (advisories.length === 0) return { problem: `it is ${format}, but says nothing about vulnerabilities` };
  return { format, advisories };
}
