// The rules of a SARIF log: one for each threat that is reported, one for each other code.
import type { ThreatInstance } from "../../analysis/types.ts";
import { type DiagnosticCode, diagnosticTable } from "../../diagnostics/table.ts";

/** A reporting descriptor of SARIF. */
export interface Rule {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[]; readonly "security-severity"?: string; readonly page?: string };
}

const levels: Readonly<Record<string, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };
const levelBySeverity: Readonly<Record<string, string>> = { critical: "error", high: "warning", medium: "warning", low: "note" };
// Numbers by which GitHub sorts: above 9 critical, from 7 high, from 4 medium.
const score: Readonly<Record<string, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };
const order = ["low", "medium", "high", "critical"];

/** The rule of a diagnostic code. */
export function codeRule(code: DiagnosticCode): Rule {
  const { title, severity, help } = diagnosticTable[code];
  const text = help === undefined ? `${title}.` : `${title}. To resolve: ${help}`;
  return {
    id: code,
    name: code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: `${title}.` },
    help: { text, markdown: text },
    defaultConfiguration: { level: levels[severity] ?? "warning" },
    // The format takes absolute addresses only as `helpUri`; the page comes with the tool.
    properties: { tags: ["threat-model"], page: `docs/diagnostics/${code}.md` },
  };
}

/** The rule of a threat, from what the catalogue says of it. */
export function threatRule(name: string, instances: readonly ThreatInstance[]): Rule {
  const [first] = instances;
  const title = first?.threat.entity.title ?? name;
  const explain = textOf(first, "explain") ?? `${title}.`;
  const references = first?.threat.references ?? [];
  const stride = first?.threat.stride ?? [];
  const ways = (first?.threat.alternatives ?? []).map((alternative) => alternative.map((measure) => measure.title).join(" and "));
  const answers = ways.length === 0 ? "" : `What answers it: ${ways.join("; or ")}.`;
  const worst = order[Math.max(...instances.map((one) => order.indexOf(one.severity.severity)), 0)] ?? "medium";
  const pages = references.flatMap((one) => {
    const uri = pageOf(one);
    return uri === undefined ? [] : [{ reference: one, uri }];
  });
  const [page] = pages;
  return {
    id: name,
    shortDescription: { text: title },
    fullDescription: { text: paragraph(explain) },
    help: {
      text: [paragraph(explain), answers, references.join(", ")].filter((one) => one !== "").join("\n\n"),
      markdown: [
        `**${title}**`,
        explain,
        ...(ways.length === 0 ? [] : [["What answers it:", "", ...ways.map((way) => `- ${way}`)].join("\n")]),
        pages.map(({ reference, uri }) => `[${reference}](${uri})`).join(", "),
      ]
        .filter((one) => one !== "")
        .join("\n\n"),
    },
    ...(page === undefined ? {} : { helpUri: page.uri }),
    defaultConfiguration: { level: levelBySeverity[worst] ?? "warning" },
    properties: {
      tags: [
        "security",
        "threat-model",
        ...stride.map((one) => `stride/${one}`),
        ...(first?.threat.linddun ?? []).map((one) => `linddun/${one}`),
        ...references.map((one) => `external/${one.split("-")[0]?.toLowerCase()}/${one.toLowerCase()}`),
      ],
      "security-severity": score[worst] ?? "5.5",
    },
  };
}

function textOf(instance: ThreatInstance | undefined, name: string): string | undefined {
  const value = instance?.threat.entity.properties.get(name)?.values[0]?.value;
  return typeof value === "string" ? value.trim() : undefined;
}

function paragraph(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, " ");
}

function pageOf(reference: string): string | undefined {
  const [, list, number] = /^(CWE|CAPEC)-(\d+)$/.exec(reference) ?? [];
  return list === undefined ? undefined : `https://${list.toLowerCase()}.mitre.org/data/definitions/${number}.html`;
}
