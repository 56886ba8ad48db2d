// An explanation as a tree that people read from top to bottom: what, why, who, harm, answers, risk, what would close it.
import type {
  AlternativePart,
  ConditionPart,
  Considered,
  Explanation,
  Named,
  Place,
  RequirementExplanation,
  ThreatExplanation,
} from "../analysis/explain.ts";
import type { Mark, Style } from "./terminal.ts";
import { visible, wrapped } from "./words.ts";

/** A line of the tree with what belongs below it. */
export interface Node {
  readonly text: string;
  readonly mark?: Mark;
  readonly sign?: "yes" | "no";
  readonly children?: readonly Node[];
}

/** Writes an explanation; the system is named where several have the id. */
export function explanationText(explanation: Explanation, system: string | undefined, style: Style, width: number): string {
  const sections = explanation.kind === "threat" ? threatSections(explanation, style) : requirementSections(explanation, style);
  const subject = explanation.kind === "threat" ? explanation.threat : explanation.requirement;
  const lines = [
    style.bold(visible(explanation.id)) + (system === undefined ? "" : style.dim(`  in ${visible(system)}`)),
    wrapped(subject.title, width),
  ];
  if (explanation.explain !== "") lines.push("", wrapped(unfolded(explanation.explain), width, "  ", "  "));
  for (const section of sections) {
    if (section.children?.length === 0) continue;
    lines.push("", ...write(section, "", "", style, width));
  }
  return `${lines.join("\n")}\n`;
}

/** A text whose line breaks are the writing editor's undone: paragraphs stay. */
export function unfolded(text: string): string {
  return text.trim().replace(/(?<!\n)\n(?!\n)\s*/g, " ");
}

/** The lines of a tree. */
export function write(node: Node, lead: string, rest: string, style: Style, width: number): string[] {
  const sign = node.sign === undefined ? "" : node.sign === "yes" ? "✓ " : "✗ ";
  const children = node.children ?? [];
  const below = children.length > 0 ? `${rest}│ ` : `${rest}  `;
  const text = wrapped(node.text, width, `${rest === "" ? "" : below}${sign === "" ? "" : "  "}`, lead + sign);
  const body = text.slice(lead.length + sign.length);
  const marked = body
    .split("\n")
    .map((line) => (node.mark ? node.mark(line) : line))
    .join("\n");
  const signed = sign === "" ? "" : node.sign === "yes" ? style.green(sign) : style.red(sign);
  return [
    style.dim(lead) + signed + marked,
    ...children.flatMap((child, at) => {
      const isLast = at === children.length - 1;
      return write(child, `${rest}${isLast ? "└─ " : "├─ "}`, `${rest}${isLast ? "   " : "│  "}`, style, width);
    }),
  ];
}

function threatSections(one: ThreatExplanation, style: Style): Node[] {
  const { risk, severity } = one;
  const state = one.status && one.state === "mitigated" ? `${one.state} (${one.status})` : one.state;
  const harms = one.harms.map(({ harm, severity: level, path }) => ({
    text: `${harm.title} (${level}): ${[one.element.id, ...path].filter((step, at, all) => step !== all[at - 1]).join(" → ")}`,
  }));
  return [
    section("What", style, [
      { text: `threat ${one.threat.id} at ${place(one.threat.place)}` },
      { text: `${one.element.keyword} ${one.element.id} at ${place(one.element.place)}` },
      ...(one.stride.length > 0 ? [{ text: one.stride.join(", ") }] : []),
      ...(one.linddun.length > 0 ? [{ text: `privacy: ${one.linddun.join(", ")}` }] : []),
      { text: one.safetyRelation.replaceAll("-", " ") },
      ...(one.references.length > 0 ? [{ text: one.references.join(", ") }] : []),
      ...(one.replaces.length > 0 ? [{ text: `stands for the more general ${one.replaces.join(", ")}` }] : []),
    ]),
    section("Why it applies", style, [condition(one.condition, "")]),
    section(
      "Who reaches it",
      style,
      one.exposure.ways.length > 0
        ? one.exposure.ways.map((way) => ({ text: way.text.startsWith(way.party) ? way.text : `${way.party}: ${way.text}` }))
        : [{ text: one.exposure.party }],
    ),
    section("What it can do to patients", style, harms),
    section(
      "What answers it",
      style,
      one.alternatives.length > 0
        ? one.alternatives.map((alternative, at) => alternativeNode(alternative, at, one.alternatives.length))
        : [{ text: "the catalogue knows no measure against it" }],
    ),
    section(
      "Vulnerabilities",
      style,
      one.vulnerabilities.map(({ declaration, ids, status, why }) => {
        const listed = ids.filter((id) => id !== declaration.id).join(", ");
        return {
          text: `${declaration.id}${listed === "" ? "" : ` (${listed})`}, ${status.replaceAll("-", " ")}, ${why}  (${place(declaration.place)})`,
        };
      }),
    ),
    section("Assumptions considered", style, one.assumptions.map(consideredNode)),
    section(
      "Decisions considered",
      style,
      one.decisions.map((decision) => ({
        ...consideredNode(decision),
        children: decision.reason === "" ? [] : [{ text: `reason: ${decision.reason}` }],
      })),
    ),
    section("Severity and risk", style, [
      {
        text: `severity ${severity.level}${severity.raisedBy.length > 0 ? `, raised from ${severity.base} by ${severity.raisedBy.join(", ")}` : ", as the catalogue says"}`,
      },
      { text: `initial risk ${risk.initial}: reached by ${one.exposure.party}, likelihood ${risk.likelihood}` },
      {
        text: `residual risk ${risk.residual}: likelihood ${risk.residualLikelihood} after the answer; ${risk.acceptable ? "acceptable" : "not acceptable as it is"}`,
      },
    ]),
    section(`State: ${state}`, style, [
      ...(one.answers.length > 0 ? [{ text: `answered by ${one.answers.join(", ")}` }] : []),
      ...closing(one),
    ]),
  ];
}

function closing(one: ThreatExplanation): Node[] {
  const { state, element, threat } = one;
  if (state === "open") {
    const accept = { text: `or decide: \`accept ${threat.id} on ${element.id} { reason: "…" }\`` };
    if (one.missing.length === 0) return [{ text: `to close it: \`accept ${threat.id} on ${element.id} { reason: "…" }\`` }];
    return [{ text: `to close it: \`control Name : ${one.missing.join(", ")} { protects: ${element.id}  status: implemented }\`` }, accept];
  }
  if (state === "planned") return [{ text: "to close it: build what is planned and set its `status`" }];
  if (state === "assumed" && one.harms.length > 0)
    return [{ text: "to stand on its own: a control of the device, see the alternatives above" }];
  return [];
}

function requirementSections(one: RequirementExplanation, style: Style): Node[] {
  const close: Node[] =
    one.state === "missing"
      ? [
          {
            text: `to close it: \`assumption Name "…" : ${one.requirement.id} { about: ${one.place.id}  responsible: ${one.responsible}  stated-in: "…" }\``,
          },
        ]
      : one.state === "unpublished"
        ? [{ text: 'to close it: say where the instructions for use state it: `stated-in: "…"`' }]
        : [];
  return [
    section("What", style, [
      { text: `requirement ${one.requirement.id} at ${place(one.requirement.place)}` },
      { text: `${one.place.keyword} ${one.place.id} at ${place(one.place.place)}` },
      { text: `${one.responsible} ${one.force === "may" ? "may have to" : one.force} ensure it` },
      ...(one.source === "" ? [] : [{ text: `source: ${one.source}` }]),
      ...(one.clauses.length > 0 ? [{ text: `serves ${one.clauses.join("; ")}` }] : []),
      ...(one.answers.length > 0 ? [{ text: `stands against ${one.answers.join(", ")}` }] : []),
    ]),
    section("Why it applies", style, [condition(one.condition, "")]),
    section("What would make it needless", style, one.unless.length > 0 ? [{ text: `the device's own ${one.unless.join(" or ")}` }] : []),
    section(
      "Assumptions considered",
      style,
      one.assumptions.map((assumption) => ({
        ...consideredNode(assumption),
        children: assumption.counts
          ? [
              {
                text:
                  assumption.statedIn.length > 0 ? `stated in ${assumption.statedIn.join(", ")}` : "not yet in the instructions for use",
              },
            ]
          : [],
      })),
    ),
    section(`State: ${one.state}`, style, [...(one.state === "missing" ? [{ text: "no assumption states it" }] : []), ...close]),
  ];
}

/** A heading with what belongs below it. */
export function section(text: string, style: Style, children: readonly Node[]): Node {
  // A section without content is left out, except the state, which says enough in its title.
  return text.startsWith("State") && children.length === 0 ? { text, mark: style.bold } : { text, mark: style.bold, children };
}

// Parts of a condition that have parts of their own say how these count together; their text is in the line above them.
function condition({ text, value, holds, origins, parts }: ConditionPart, above: string): Node {
  const places = [...new Set(origins.map(place))];
  const at = places.length > 0 ? `  (${places.slice(0, 3).join(", ")}${places.length > 3 ? ", …" : ""})` : "";
  const whole = oneLine(text);
  const truth = /^(yes|no)(?: \((.*)\))?$/s.exec(value);
  const result = truth === null ? ` is ${value}` : truth[2] === undefined ? "" : `: ${truth[2]}`;
  return {
    text: `${shortened(whole, above, parts)}${result}${at}`,
    ...(truth === null ? {} : { sign: holds ? ("yes" as const) : ("no" as const) }),
    children: parts.map((one) => condition(one, whole)),
  };
}

function shortened(whole: string, above: string, parts: readonly ConditionPart[]): string {
  const [first] = parts;
  if (first === undefined || above === "") return whole;
  const item = /^([^\s:]+): (.*)$/s.exec(whole);
  if (item?.[1] !== undefined && above.includes(item[2] as string)) return item[1];
  const operator =
    parts.length > 1
      ? /^\)*\s+(and|or)\s/.exec(whole.slice(whole.indexOf(oneLine(first.text)) + oneLine(first.text).length))?.[1]
      : undefined;
  return operator === "and" ? "all of these" : operator === "or" ? "any of these" : whole;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function alternativeNode({ measures, status, missing }: AlternativePart, at: number, count: number): Node {
  const children = measures.map(
    (measure): Node => ({
      text: `${measure.measure}: ${measure.title}${measure.status === null ? "" : ` (${measure.status})`}`,
      sign: measure.status === null ? "no" : "yes",
      children: measure.providers.map((provider) => ({
        text: `${provider.by} ${provider.sources.map(named).join(" and ")}${provider.measure === measure.measure ? "" : ` gives ${provider.measure}`}: ${provider.status}; ${provider.reach}`,
      })),
    }),
  );
  const [only] = children;
  if (children.length === 1 && only && count === 1) return only;
  return {
    text: `${count > 1 ? `way ${at + 1}: ` : ""}${status === null ? `lacks ${missing.join(", ")}` : `complete (${status})`}`,
    sign: status === null ? "no" : "yes",
    children,
  };
}

function consideredNode({ declaration, counts, why }: Considered): Node {
  return { text: `${named(declaration)}: ${why}`, sign: counts ? "yes" : "no" };
}

function named({ id, place: at }: Named): string {
  return `${id} (${place(at)})`;
}

/** A place as editors and terminals link it: file, line and column from 1. */
export function place({ file, start }: Place): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}
