// An explanation as Markdown, for the editor: why a threat or requirement stands as it does.
import type {
  AlternativePart,
  ConditionPart,
  Considered,
  Explanation,
  RequirementExplanation,
  ThreatExplanation,
} from "../analysis/explain.ts";

/** An explanation as Markdown. Texts of the model are escaped: they may hold anything. */
export function explainMarkdown(explanation: Explanation): string {
  return explanation.kind === "threat" ? threatMarkdown(explanation) : requirementMarkdown(explanation);
}

function threatMarkdown(one: ThreatExplanation): string {
  const lines = [
    `# ${escaped(one.threat.title)}`,
    "",
    `\`${one.id}\` is **${one.state}**${one.status ? ` (${one.status})` : ""}. Severity **${one.severity.level}**; risk **${one.risk.initial}** before what answers it, **${one.risk.residual}** with it.`,
    "",
    escaped(one.explain),
    "",
    `## Why it applies to ${escaped(one.element.title)}`,
    ...condition(one.condition, 0),
    "",
    `Exposure: **${one.exposure.party}**${one.exposure.ways.map((way) => `; ${escaped(way.text)}`).join("")}.`,
  ];
  if (one.harms.length > 0)
    lines.push(
      "",
      "## What it can lead to",
      ...one.harms.map(
        (harm) => `- ${escaped(harm.harm.title)} (${harm.severity}), by ${harm.path.map((step) => `\`${step}\``).join(" → ")}`,
      ),
    );
  if (one.severity.raisedBy.length > 0)
    lines.push("", `Severity was raised from ${one.severity.base} by ${one.severity.raisedBy.map(escaped).join(" and ")}.`);
  if (one.alternatives.length > 0) lines.push("", "## What answers it", ...one.alternatives.flatMap(alternative));
  lines.push(...considered("Assumptions", one.assumptions), ...considered("Decisions", one.decisions));
  return `${lines.join("\n")}\n`;
}

function requirementMarkdown(one: RequirementExplanation): string {
  const lines = [
    `# ${escaped(one.requirement.title)}`,
    "",
    `\`${one.id}\` is **${one.state}** (${one.force}, ${one.responsible}).`,
    "",
    escaped(one.explain),
    "",
    `Source: ${escaped(one.source)}${one.clauses.length > 0 ? `; ${one.clauses.map(escaped).join(", ")}` : ""}.`,
    "",
    `## Why it is asked for at ${escaped(one.place.title)}`,
    ...condition(one.condition, 0),
    ...considered("Assumptions", one.assumptions),
  ];
  return `${lines.join("\n")}\n`;
}

function condition(part: ConditionPart, depth: number): string[] {
  const own = `${"  ".repeat(depth)}- ${part.holds ? "✓" : "✗"} \`${part.text.replaceAll("`", "'")}\`${part.value === "yes" || part.value === "no" ? "" : ` = ${escaped(part.value)}`}`;
  return [own, ...part.parts.flatMap((inner) => condition(inner, depth + 1))];
}

function alternative(one: AlternativePart, index: number): string[] {
  const head = `${index + 1}. ${one.status ? `complete, ${one.status}` : `lacks ${one.missing.map((name) => `\`${name}\``).join(", ")}`}`;
  return [
    head,
    ...one.measures.map((measure) => {
      const providers = measure.providers.map(
        (provider) => `${provider.sources.map((source) => `\`${source.id}\``).join(", ")} (${provider.status}; ${escaped(provider.reach)})`,
      );
      return `   - ${measure.status ? "✓" : "✗"} ${escaped(measure.title)}${providers.length > 0 ? `: ${providers.join("; ")}` : ""}`;
    }),
  ];
}

function considered(title: string, all: readonly Considered[]): string[] {
  if (all.length === 0) return [];
  return [
    "",
    `## ${title}`,
    ...all.map(
      (one) =>
        `- ${one.counts ? "✓" : "✗"} \`${one.declaration.id.replaceAll("`", "'")}\` ${escaped(one.declaration.title)}: ${escaped(one.why)}`,
    ),
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&");
}
