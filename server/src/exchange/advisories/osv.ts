// Reads files of the Open Source Vulnerability format (OSV), with the versions that they say are affected.
import { dayOf, type Json, objectsOf, textOf, textsOf } from "../../source/json.ts";
import type { Advisory, Product, Statement } from "./types.ts";
import { compareVersions } from "./versions.ts";

/** Types of package URLs for ecosystems of OSV, for files that give no package URL. */
const types: Readonly<Record<string, string>> = {
  ...{ npm: "npm", PyPI: "pypi", Maven: "maven", Go: "golang", "crates.io": "cargo", NuGet: "nuget", RubyGems: "gem" },
  ...{ Packagist: "composer", Hex: "hex", Pub: "pub", Debian: "deb/debian", Ubuntu: "deb/ubuntu", Alpine: "apk/alpine" },
};

/** Whether a file is of this format: what it must have. */
export function isOsv(file: Json): boolean {
  return textOf(file.id) !== undefined && textOf(file.modified) !== undefined && file.document === undefined;
}

/** Its one vulnerability. */
export function readOsv(file: Json): Advisory[] {
  if (dayOf(file.withdrawn)) return [];
  const ids = [textOf(file.id), ...textsOf(file.aliases)].filter((id) => id !== undefined);
  const affected = objectsOf(file.affected);
  const vectors = [file, ...affected].flatMap(({ severity }) => objectsOf(severity).flatMap(({ score }) => textOf(score) ?? []));
  return [
    {
      // The number that everyone cites comes first.
      ids: [...ids.filter((id) => id.startsWith("CVE-")), ...ids.filter((id) => !id.startsWith("CVE-"))],
      title: textOf(file.summary) ?? textOf(file.details)?.split("\n")[0] ?? "",
      vectors: [...new Set(vectors)],
      found: dayOf(file.published),
      statements: affected.flatMap((one) => statementOf(one) ?? []),
    },
  ];
}

function statementOf(affected: Json): Statement | undefined {
  const product = productOf(objectsOf([affected.package])[0] ?? {});
  if (product === undefined) return undefined;
  const versions = textsOf(affected.versions);
  const ranges = objectsOf(affected.ranges)
    .filter(({ type }) => type !== "GIT")
    .flatMap(rangesOf);
  const shown = ranges.length > 0 ? ranges.map(shownRange) : versions.slice(0, 20);
  return {
    product,
    response: [],
    versions: shown.join(" or "),
    holds: (version) => {
      if (versions.includes(version)) return true;
      const inside = ranges.map((range) => isInside(version, range));
      if (inside.includes(true)) return true;
      if (inside.includes(undefined) || versions.length + ranges.length === 0) return undefined;
      return false;
    },
  };
}

function productOf(described: Json): Product | undefined {
  const name = textOf(described.name);
  if (name === undefined) return undefined;
  const ecosystem = (textOf(described.ecosystem) ?? "").split(":")[0] ?? "";
  const type = Object.hasOwn(types, ecosystem) ? types[ecosystem] : undefined;
  const made = type === undefined ? undefined : `pkg:${type}/${type === "maven" ? name.replace(":", "/") : name}`;
  return { name, purl: textOf(described.purl) ?? made };
}

interface VersionRange {
  readonly from: string;
  readonly fixed?: string;
  readonly last?: string;
}

// Events come in any order; sorted, each `introduced` begins a range that the next `fixed` or `last_affected` ends.
function rangesOf(range: Json): VersionRange[] {
  const events = objectsOf(range.events).flatMap((event) =>
    (["introduced", "fixed", "last_affected"] as const).flatMap((kind) => {
      const version = textOf(event[kind]);
      return version === undefined ? [] : [{ kind, version }];
    }),
  );
  const rank = (version: string): string => (version === "0" ? "0" : version);
  events.sort((a, b) => compareVersions(rank(a.version), rank(b.version)) ?? 0);
  const found: VersionRange[] = [];
  let from: string | undefined;
  for (const { kind, version } of events) {
    if (kind === "introduced") from ??= version;
    else if (from !== undefined) {
      found.push(kind === "fixed" ? { from, fixed: version } : { from, last: version });
      from = undefined;
    }
  }
  if (from !== undefined) found.push({ from });
  return found;
}

function isInside(version: string, { from, fixed, last }: VersionRange): boolean | undefined {
  const start = from === "0" ? 1 : compareVersions(version, from);
  const end = fixed !== undefined ? compareVersions(version, fixed) : last !== undefined ? compareVersions(version, last) : -1;
  if (start === undefined || end === undefined) return undefined;
  return start >= 0 && (fixed !== undefined ? end < 0 : end <= 0);
}

function shownRange({ from, fixed, last }: VersionRange): string {
  const parts = [from === "0" ? "" : `>= ${from}`, fixed ? `< ${fixed}` : last ? `<= ${last}` : ""].filter((part) => part !== "");
  return parts.length === 0 ? "all" : parts.join(" and ");
}
