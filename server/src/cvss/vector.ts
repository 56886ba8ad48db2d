// Checks vectors of CVSS v3.1 and v4.0 metric by metric, without scoring them: which metric is wrong, and what would be right.

/** The versions that are understood. */
export type CvssVersion = "3.1" | "4.0";

/** What is wrong with a vector. */
export interface VectorProblem {
  /** The metric that is wrong, e.g. `AV`; undefined where the vector as a whole is. */
  readonly metric: string | undefined;
  readonly problem: string;
  /** The way out. */
  readonly help: string;
}

type Metrics = Readonly<Record<string, string>>;

/**
 * Each metric with the letters of its values, in the order of the specification; the first `base` ones have to be there.
 * Sources: FIRST, CVSS v3.1 Specification Document, Table 15; CVSS v4.0 Specification Document, Table 23.
 */
const versions: Readonly<Record<CvssVersion, { readonly base: number; readonly metrics: Metrics; readonly ordered: boolean }>> = {
  "3.1": {
    base: 8,
    ordered: false,
    metrics: {
      ...{ AV: "N A L P", AC: "L H", PR: "N L H", UI: "N R", S: "U C", C: "H L N", I: "H L N", A: "H L N" },
      ...{ E: "X H F P U", RL: "X U W T O", RC: "X C R U", CR: "X H M L", IR: "X H M L", AR: "X H M L" },
      ...{ MAV: "X N A L P", MAC: "X L H", MPR: "X N L H", MUI: "X N R", MS: "X U C", MC: "X N L H", MI: "X N L H", MA: "X N L H" },
    },
  },
  "4.0": {
    base: 11,
    ordered: true,
    metrics: {
      ...{ AV: "N A L P", AC: "L H", AT: "N P", PR: "N L H", UI: "N P A" },
      ...{ VC: "H L N", VI: "H L N", VA: "H L N", SC: "H L N", SI: "H L N", SA: "H L N" },
      ...{ E: "X A P U", CR: "X H M L", IR: "X H M L", AR: "X H M L" },
      ...{ MAV: "X N A L P", MAC: "X L H", MAT: "X N P", MPR: "X N L H", MUI: "X N P A" },
      ...{ MVC: "X H L N", MVI: "X H L N", MVA: "X H L N", MSC: "X H L N", MSI: "X S H L N", MSA: "X S H L N" },
      ...{ S: "X N P", AU: "X N Y", R: "X A U I", V: "X D C", RE: "X L M H", U: "X Clear Green Amber Red" },
    },
  },
};

/** No vector of either version with all its metrics is longer. */
const longest = 250;

/** The version that a vector says it is of, if that is one that is understood. */
export function versionOf(vector: string): CvssVersion | undefined {
  const found = /^CVSS:(\d\.\d)(?:\/|$)/.exec(vector)?.[1];
  return found === "3.1" || found === "4.0" ? found : undefined;
}

/** The first thing that is wrong with a vector, or undefined when it can be scored. */
export function vectorProblem(vector: string): VectorProblem | undefined {
  const version = versionOf(vector);
  if (version === undefined) return unknownVersion(vector);
  const { base, metrics, ordered } = versions[version];
  if (vector.length > longest) return { metric: undefined, problem: "it is longer than any vector", help: "write each metric once" };
  const names = Object.keys(metrics);
  const seen: string[] = [];
  for (const part of vector.split("/").slice(1)) {
    const [name = "", value, ...more] = part.split(":");
    if (!Object.hasOwn(metrics, name)) {
      const problem = part === "" ? "a metric is empty" : `v${version} has no metric \`${name}\``;
      return { metric: name || undefined, problem, help: `its metrics are ${names.join(", ")}` };
    }
    const allowed = (metrics[name] ?? "").split(" ");
    if (value === undefined || more.length > 0 || !allowed.includes(value)) {
      const problem = value ? `\`${name}\` cannot be \`${[value, ...more].join(":")}\`` : `\`${name}\` has no value`;
      return { metric: name, problem, help: `it is one of ${allowed.join(", ")}` };
    }
    if (seen.includes(name)) return { metric: name, problem: `\`${name}\` is given twice`, help: "give it once" };
    const before = seen.at(-1);
    if (ordered && before !== undefined && names.indexOf(name) < names.indexOf(before)) {
      const help = `v${version} fixes the order of the metrics: ${sorted(vector, names)}`;
      return { metric: name, problem: `\`${name}\` stands after \`${before}\``, help };
    }
    seen.push(name);
  }
  const missing = names.slice(0, base).filter((name) => !seen.includes(name));
  if (missing.length === 0) return undefined;
  const shown = missing.map((name) => `\`${name}\``).join(", ");
  return {
    metric: missing[0],
    problem: `${shown} ${missing.length === 1 ? "is" : "are"} missing`,
    help: "add what is missing: base metrics have no default",
  };
}

function unknownVersion(vector: string): VectorProblem {
  const help = "begin it with `CVSS:3.1/` or `CVSS:4.0/`";
  const other = /^CVSS:(\d\.\d)\//.exec(vector)?.[1];
  if (other !== undefined) return { metric: undefined, problem: `v${other} is not scored here`, help: "assess it again in v3.1 or v4.0" };
  return { metric: undefined, problem: "it does not say its version", help };
}

function sorted(vector: string, names: readonly string[]): string {
  const [head = "", ...parts] = vector.split("/");
  const place = (part: string): number => (names.indexOf(part.split(":")[0] ?? "") + names.length + 1) % (names.length + 1);
  return [head, ...parts.sort((a, b) => place(a) - place(b))].join("/");
}

/** The qualitative rating of a score: FIRST, CVSS v3.1 section 5 and v4.0 section 6. */
export function ratingOf(score: number): "none" | "low" | "medium" | "high" | "critical" {
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > 0 ? "low" : "none";
}
