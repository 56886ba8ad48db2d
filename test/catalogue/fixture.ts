// Fixtures of catalogue entries: the smallest model that raises one, and its neighbours. They are judged with the entry's condition as
// it is, or with another in its place.
import { readFileSync } from "node:fs";
import type { Keyword } from "../../grammar/keywords.ts";
import type { Expression } from "../../grammar/syntax.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import type { RequirementEntry, ThreatEntry } from "../../server/src/catalogue/catalogue.ts";
import { compileCondition } from "../../server/src/catalogue/compile.ts";
import { type Compiled, holds } from "../../server/src/catalogue/expression.ts";
import { inScope } from "../../server/src/model/derived/containment.ts";
import type { Entity } from "../../server/src/model/types.ts";

const folder = new URL("./fixtures/", import.meta.url);

/** A change of the model: the text before each `=>` by the one after it; several stand with `;;` between them. */
export type Neighbour = readonly { readonly from: string; readonly to: string }[];

/** The model of a neighbour. A text that is replaced has to stand exactly once in the model. */
export function neighbourText(text: string, neighbour: Neighbour): string {
  return neighbour.reduce((model, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`"${from}" must stand exactly once in the model`);
    return model.replace(from, () => to);
  }, text);
}

/** A neighbour in words. */
export function neighbourWords(neighbour: Neighbour): string {
  return neighbour.map(({ from, to }) => `"${to}" for "${from}"`).join(" and ");
}

/** The smallest model that raises an entry, and its neighbours. */
export interface Fixture {
  readonly id: string;
  readonly text: string;
  /** Neighbours that do not raise the entry. */
  readonly silent: readonly Neighbour[];
  /** Neighbours that still raise it. */
  readonly still: readonly Neighbour[];
}

/** Reads the fixture of an entry. */
export function readFixture(name: string): Fixture {
  const text = readFileSync(new URL(`${name}.ward`, folder), "utf8");
  const id = /^\/\/- fires (\S+)/m.exec(text)?.[1] ?? "";
  const neighbours = (word: string): Neighbour[] =>
    [...text.matchAll(new RegExp(`^//- ${word}: (.*)$`, "gm"))].map(([, line = ""]) =>
      line.split(" ;; ").map((edit) => {
        const [from = "", to = ""] = edit.split(/ =>(?: |$)/);
        return { from, to: to.trim() };
      }),
    );
  return { id, text: text.replace(/^\/\/- .*$/gm, ""), silent: neighbours("silent"), still: neighbours("still") };
}

/** A model of a fixture, and whether the entry has to be raised at its id (`true`) or nowhere. */
export interface Judged {
  readonly analysis: Analysis;
  readonly fires: boolean;
}

/** What it takes to judge another condition in a model: where it could be raised, were it to hold. */
export interface Ground {
  readonly analysis: Analysis;
  readonly entry: ThreatEntry | RequirementEntry;
  readonly places: readonly Entity[];
}

/** The places at which an entry would be raised if its condition held. */
export function groundOf(analysis: Analysis, name: string): Ground | undefined {
  const threat = analysis.catalogue.threats.find(({ entity }) => entity.name === name);
  if (threat) return { analysis, entry: threat, places: threatPlaces(analysis, threat) };
  const requirement = analysis.catalogue.requirements.find(({ entity }) => entity.name === name);
  return requirement && { analysis, entry: requirement, places: requirementPlaces(analysis, requirement) };
}

function threatPlaces({ facts, model, catalogue }: Analysis, threat: ThreatEntry): readonly Entity[] {
  const general = (one: Entity): ReadonlySet<Entity> => {
    const all = new Set(model.refs(one, "refines"));
    for (const next of all) for (const further of model.refs(next, "refines")) all.add(further);
    return all;
  };
  const mine = general(threat.entity);
  const finer = catalogue.threats.filter(({ entity }) => general(entity).has(threat.entity) && !mine.has(entity));
  return model.entities
    .filter((one) => threat.on.includes(one.keyword) && !one.node.modifier)
    .filter((one) => (one.keyword === "system" ? one === model.system : inScope(facts, one)))
    .filter((one) => !finer.some(({ on, when }) => on.includes(one.keyword) && holds(when, { facts, self: one, item: one })));
}

function requirementPlaces({ facts, model, autonomy }: Analysis, requirement: RequirementEntry): readonly Entity[] {
  const { system } = model;
  if (requirement.optional && !(system && model.refs(system, "also-requires").includes(requirement.entity))) return [];
  const isOut = (one: Entity): boolean => [one, ...model.around(one)].some((outer) => model.text(outer, "scope") === "out");
  const free = new Set(autonomy.filter((one) => one.requirement === requirement).map(({ place }) => place));
  const all = requirement.per === "system" ? (system ? [system] : []) : model.of(requirement.per);
  return all
    .filter((one) => (requirement.per === "device" || requirement.per === "flow" ? inScope(facts, one) : !isOut(one)))
    .filter((one) => !free.has(one));
}

/** The condition of an entry as written. */
export function conditionOf({ analysis, entry }: Ground): Expression {
  return analysis.model.property(entry.entity, "when")?.values[0]?.node as Expression;
}

/** Another condition for the entry, compiled for a model; undefined where it would be ill typed. */
export function compiledFor({ analysis: { model }, entry }: Ground, node: Expression): Compiled | undefined {
  const keywords: readonly Keyword[] = "on" in entry ? entry.on : [entry.per];
  let problems = 0;
  const compiled = compileCondition(node, {
    owner: entry.entity,
    vocabulary: model.vocabulary,
    selfKeywords: keywords,
    keywords,
    resolve: (path, to) => {
      const result = model.resolve(path, entry.entity, to);
      return "found" in result ? result.found : undefined;
    },
    isMeasure: () => false,
    report: () => problems++,
  });
  return problems === 0 ? compiled : undefined;
}

/** Ids at which a condition in the entry's place would raise it. */
export function raisedBy({ analysis: { facts }, entry, places }: Ground, when: Compiled): string[] {
  return places.filter((place) => holds(when, { facts, self: place, item: place })).map((place) => `${entry.entity.name}@${place.id}`);
}
