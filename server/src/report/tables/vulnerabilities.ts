// Tables of vulnerabilities: the register with scores and assessments, the statement for users, and the threats that they make real.
import type { ThreatInstance } from "../../analysis/types.ts";
import { hostsOf, type Vulnerability } from "../../analysis/vulnerabilities.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import type { Span, Text } from "../types.ts";
import { addTable, type Spec } from "./table.ts";
import { behind, stateSpan } from "./threats.ts";

const tones: Readonly<Record<string, NonNullable<Span["style"]>>> = {
  affected: "bad",
  "not-assessed": "bad",
  "under-investigation": "fair",
};

/** Vectors with what they amount to. */
function scores(context: Context, { entity }: Vulnerability): string {
  return context.model
    .texts(entity, "cvss")
    .map((vector) => {
      const score = context.score(vector);
      return score ? `${score.score.toFixed(1)} ${context.word(score.severity)} (${vector})` : vector;
    })
    .join("; ");
}

function specs(context: Context): Record<"name" | "ids" | "where" | "status" | "why" | "response", Spec<Vulnerability>> {
  const { model, derived } = context;
  const joined = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(". ");
  return {
    name: { head: "vulnerability", width: 3.5, cell: ({ entity }) => context.named(entity) },
    ids: { head: "identifiers", width: 2.2, cell: ({ ids }) => ids.join(", ") },
    where: {
      head: "foundIn",
      width: 3,
      cell: (one) => {
        const parts = one.components.length > 0 ? one.components : hostsOf(derived, one);
        const named = parts.map((part) => [part.title, context.said(part, "version")].filter((text) => text !== "").join(" "));
        const versions = context.said(one.entity, "versions");
        return `${named.join(", ")}${versions === "" ? "" : ` (${versions})`}`;
      },
    },
    status: { head: "status", width: 2, cell: ({ status }) => ({ text: context.word(status), style: tones[status] ?? "good" }) },
    why: {
      head: "assessment",
      width: 4,
      cell: ({ entity }) => joined([context.word(model.text(entity, "justification")), context.said(entity, "statement")]),
    },
    response: {
      head: "actionTaken",
      width: 4,
      cell: ({ entity }) =>
        joined([
          context.words(model.texts(entity, "response")),
          context.said(entity, "action"),
          context.titles(model.refs(entity, "handled-by")),
        ]),
    },
  };
}

/** The register of the manufacturer. */
export function vulnerabilityTable(
  section: SectionBuilder,
  context: Context,
  all: readonly Vulnerability[],
  caption: Text = captions.vulnerabilities,
): void {
  const { model } = context;
  const { name, ids, where, status, why, response } = specs(context);
  addTable(section, context, caption, all, ({ entity, components }) => [entity, ...components, ...model.refs(entity, "handled-by")], [
    name,
    ids,
    where,
    { head: "score", width: 3, cell: (one) => scores(context, one) },
    status,
    why,
    response,
    { head: "madeReal", width: 2.5, cell: ({ exploits }) => context.titles(exploits) },
    { head: "found", width: 1.9, cell: ({ entity }) => context.said(entity, "found") },
    { head: "assessed", width: 1.9, cell: ({ entity }) => context.said(entity, "assessed") },
  ]);
}

/** What users are told. */
export function vexTable(section: SectionBuilder, context: Context, all: readonly Vulnerability[]): void {
  const { name, ids, where, status, why, response } = specs(context);
  const about = ({ entity, components }: Vulnerability) => [entity, ...components];
  addTable(section, context, captions.vulnerabilities, all, about, [name, ids, where, status, why, response]);
}

/** Threats that a vulnerability makes real, might make real, or opens again. */
export function exploitedTable(section: SectionBuilder, context: Context, threats: readonly ThreatInstance[]): void {
  const of = (one: ThreatInstance) => [
    ...new Set([...one.exploitedBy.map(({ entity }) => entity), ...one.defeated.flatMap(({ by }) => by)]),
  ];
  const effect = (one: ThreatInstance): string => {
    if (one.reopenedBy.length > 0) return context.t(phrases.opensAgain);
    return context.t(one.exploitedBy.some(({ status }) => status === "affected") ? phrases.easyNow : phrases.maybeReal);
  };
  addTable(section, context, captions.madeReal, threats, (one) => [...behind(one), ...of(one)], [
    { head: "threat", width: 4, cell: ({ threat }) => threat.entity.title },
    { head: "element", width: 3, cell: ({ element }) => context.named(element) },
    { head: "vulnerability", width: 3.5, cell: (one) => context.titles(of(one)) },
    { head: "explanation", width: 2, cell: effect },
    { head: "state", width: 1.9, cell: (one) => stateSpan(context, one.state) },
    { head: "residualRisk", width: 1.9, cell: (one) => context.word(one.risk.residual) },
  ]);
}
