// Requirements on the operating environment: where they are raised, and which assumptions state them.
import type { Catalogue, RequirementEntry } from "../catalogue/catalogue.ts";
import { holds } from "../catalogue/expression.ts";
import { inScope, managerOf } from "../model/derived/containment.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";
import { regulation as deviceRegulation } from "../vocabulary/words.ts";
import { assumptionsAt } from "./answers.ts";
import type { Coverage } from "./reach.ts";
import type { AssumptionAnswer, Autonomy, RequirementInstance } from "./types.ts";

/** Every requirement that holds somewhere, and those that the device makes needless. */
export function requirementInstances(
  facts: Facts,
  catalogue: Catalogue,
  coverage: Coverage,
): { raised: RequirementInstance[]; autonomy: Autonomy[] } {
  const raised: RequirementInstance[] = [];
  const autonomy: Autonomy[] = [];
  const wanted = facts.model.system ? facts.model.refs(facts.model.system, "also-requires") : [];
  for (const requirement of catalogue.requirements) {
    if (requirement.optional && !wanted.includes(requirement.entity)) continue;
    for (const place of places(facts, requirement)) {
      if (!holds(requirement.when, { facts, self: place, item: place })) continue;
      const measure = requirement.unless.find((one) => has(coverage, place, one));
      if (measure) autonomy.push({ requirement, place, measure });
      else raised.push(instance(facts, requirement, place));
    }
  }
  raised.sort((a, b) => a.place.rank - b.place.rank);
  return { raised, autonomy };
}

function places(facts: Facts, { per }: RequirementEntry): readonly Entity[] {
  const { model } = facts;
  if (per === "system") return model.system ? [model.system] : [];
  const isOut = (entity: Entity): boolean =>
    model.text(entity, "scope") === "out" || model.around(entity).some((outer) => model.text(outer, "scope") === "out");
  return model.of(per).filter((entity) => (per === "device" || per === "flow" ? inScope(facts, entity) : !isOut(entity)));
}

function has(coverage: Coverage, place: Entity, measure: Entity): boolean {
  return coverage.of(place, measure).some((provider) => provider.status !== "planned");
}

function instance(facts: Facts, requirement: RequirementEntry, place: Entity): RequirementInstance {
  const assuming = assumptionsAt(facts, place).filter((assumption) => assumption.kinds.includes(requirement.entity));
  const published = assuming.some((assumption) => facts.model.property(assumption, "stated-in")?.values.length);
  const state = assuming.length === 0 ? "missing" : published ? "stated" : "unpublished";
  const regulations = facts.model.system ? facts.model.texts(facts.model.system, "regulation") : [];
  const clauses = requirement.clauses.filter((clause) => appliesTo(regulations, facts.model.text(clause, "regulation") ?? ""));
  return {
    id: `${requirement.entity.name}@${place.id}`,
    requirement,
    place,
    responsible: responsibleAt(facts, requirement, place),
    state,
    clauses,
    assuming,
    get assumptions() {
      return considered(facts, requirement, place, assuming);
    },
  };
}

// Where a user manages the place there is no operator: what a hospital does on a ward, the patient does at home.
function responsibleAt(facts: Facts, { responsible }: RequirementEntry, place: Entity): string {
  return responsible === "operator" && managerOf(facts, place) === "user" ? "user" : responsible;
}

function considered(facts: Facts, { entity }: RequirementEntry, place: Entity, assuming: readonly Entity[]): AssumptionAnswer[] {
  const stating = facts.model.of("assumption").filter((assumption) => assumption.kinds.includes(entity));
  return stating.map((assumption) => {
    const counts = assuming.includes(assumption);
    const about = facts.model
      .refs(assumption, "about")
      .map((one) => one.id)
      .join(", ");
    return {
      assumption,
      requirement: entity,
      counts,
      why: counts ? `is about ${about}` : `is about ${about}, which does not take in ${place.id}`,
    };
  });
}

const deviceLaw: ReadonlySet<string> = new Set(deviceRegulation.words.map(([word]) => word));

// Of the two regulations on devices only that of the system counts; data protection and the like hold beside both.
function appliesTo(regulations: readonly string[], clause: string): boolean {
  return regulations.length === 0 || regulations.includes(clause) || !deviceLaw.has(clause);
}

/** How a clause is cited: "MDR Annex I 17.4". */
export function citation(facts: Facts, clause: Entity): string {
  return [facts.model.text(clause, "regulation"), facts.model.text(clause, "cite") ?? clause.title].filter(Boolean).join(" ");
}
