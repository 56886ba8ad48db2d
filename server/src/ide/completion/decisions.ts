// What decisions name: threats after `accept`, `transfer` and `dismiss`, the open ones first, and after `on` the elements on
// which that threat is open.
import type { Keyword } from "../../../../grammar/keywords.ts";
import type { Analysis, ThreatInstance } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { elementKeywords } from "../../vocabulary/element-keywords.ts";
import { lookupOf } from "../lookup.ts";
import { namesOf, shortestPath } from "../scope.ts";
import type { Completion } from "../types.ts";
import { byWeight, type Context, detailOf, docOf, restOfLine, suggestion } from "./context.ts";
import { listed } from "./measures.ts";
import { pathUnderCursor, referenceSuggestions } from "./references.ts";

/** Threats that a decision can name. */
export function* threatSuggestions(context: Context): Iterable<Completion> {
  const { analysis } = context;
  if (analysis === undefined) return;
  const lookup = lookupOf(analysis);
  const undecided = (threat: Entity): readonly ThreatInstance[] => lookup.threatsOf(threat).filter(isUndecided);
  yield* referenceSuggestions(context, {
    to: ["threat"],
    path: [],
    besides: [],
    weight: (threat) => undecided(threat).length * 10 + Math.min(9, lookup.threatsOf(threat).length),
    describe: (threat) => {
      const open = undecided(threat);
      const all = lookup.threatsOf(threat);
      const note = open.length > 0 ? `${open.length} open` : all.length > 0 ? `answered ${all.length} times` : undefined;
      const documentation = [docOf(context, threat), listed("Open", open)].filter((part) => part !== undefined).join("\n\n");
      const detail = note === undefined ? threat.title : `${threat.title} — ${note}`;
      return { detail, note, documentation: documentation || undefined };
    },
  });
  if (restOfLine(context).trim() === "") yield* instanceSuggestions(context, analysis);
}

/** `Threat@Element`, as findings and reports name an open threat: written as the whole decision. The gravest come first. */
function* instanceSuggestions(context: Context, analysis: Analysis): Iterable<Completion> {
  const open = analysis.threats.filter(isUndecided).sort((a, b) => gravity(b) - gravity(a));
  for (const instance of open.slice(0, mostInstances)) {
    const { element, threat, severity, state } = instance;
    const path = shortestPath(analysis.model, element, context.entity, context.snapshot.file, [element.keyword]);
    if (path === undefined) continue;
    const note = `${state}, ${severity.severity}`;
    yield suggestion(context, instance.id, "threat", {
      detail: `${threat.entity.title} — ${note}`,
      note,
      documentation: docOf(context, threat.entity),
      insert: `${threat.entity.name} on ${path} {\n  reason: "$1"\n}`,
      snippet: true,
      order: byWeight("b", gravity(instance)),
    });
  }
}

const mostInstances = 50;
const gravity = ({ severity }: ThreatInstance): number => ["low", "medium", "high", "critical"].indexOf(severity.severity);

// A plan is no answer yet, so a decision on it has a meaning.
function isUndecided({ state }: ThreatInstance): boolean {
  return state === "open" || state === "planned";
}

/** Elements after `on`: those on which the threat is open, patterns that take in several of them, then all others. */
export function* decisionTargets(context: Context, to: readonly Keyword[], path: readonly string[]): Iterable<Completion> {
  const { analysis, entity } = context;
  if (analysis === undefined) return;
  const threat = entity?.subject ?? threatNamed(context);
  const instances = threat ? lookupOf(analysis).threatsOf(threat) : [];
  const at = new Map(instances.map((instance) => [instance.element, instance]));
  const besides =
    entity?.on
      .map(({ value }) => value)
      .filter((value) => value !== undefined && typeof value === "object" && "keyword" in value && !isUnderCursor(context, value.name)) ??
    [];
  yield* referenceSuggestions(context, {
    to,
    path,
    besides: besides as Entity[],
    accepts: (element) => threat === undefined || threat.appliesTo.length === 0 || threat.appliesTo.includes(element.keyword),
    weight: (element) => weightOf(at.get(element)),
    describe: (element) => {
      const instance = at.get(element);
      if (instance === undefined) return {};
      const note = `${instance.state}, ${instance.severity.severity}`;
      return { detail: `${detailOf(element, element.id)} — ${note}`, note, documentation: docOf(context, element) };
    },
  });
  if (path.length === 0) yield* patterns(context, to, instances.filter(isUndecided));
}

function weightOf(instance: ThreatInstance | undefined): number {
  if (instance === undefined) return 0;
  return isUndecided(instance) ? 100 + gravity(instance) : 1;
}

function threatNamed({ analysis, snapshot, head }: Context): Entity | undefined {
  const name = head?.tokens[0]?.image;
  const result = name !== undefined && analysis ? namesOf(analysis.model).resolve([name], undefined, snapshot.file, ["threat"]) : undefined;
  return result && "found" in result ? result.found : undefined;
}

function isUnderCursor({ text, cursor }: Context, name: string): boolean {
  return text.slice(cursor.word.start, cursor.word.end) === name;
}

/** `Pump.*`, where several open instances lie inside. */
function* patterns(context: Context, to: readonly Keyword[], open: readonly ThreatInstance[]): Iterable<Completion> {
  const { analysis, entity, snapshot } = context;
  if (analysis === undefined) return;
  const inside = new Map<Entity, ThreatInstance[]>();
  for (const instance of open) {
    const ends = instance.element.keyword === "flow" ? [instance.element.source, instance.element.target] : [instance.element];
    const containers = new Set(ends.flatMap((end) => (end ? [...analysis.model.around(end)] : [])));
    for (const container of containers) inside.set(container, [...(inside.get(container) ?? []), instance]);
  }
  for (const [container, instances] of inside) {
    if (instances.length < 2 || !elementKeywords.has(container.keyword)) continue;
    const path = shortestPath(analysis.model, container, entity, snapshot.file, to);
    if (path === undefined) continue;
    yield suggestion(context, `${path}.*`, "element", {
      detail: `everything inside — ${instances.length} open`,
      documentation: listed("Takes in", instances),
      replace: pathUnderCursor(context),
      order: byWeight("a", 50),
    });
  }
}
