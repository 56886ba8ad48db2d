// What a hover tells about entries of a catalogue other than threats: kinds, protocols, measures, requirements, clauses.
import { citation } from "../../analysis/requirements.ts";
import type { Analysis, RequirementInstance } from "../../analysis/types.ts";
import type { Model } from "../../model/model.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import type { WordSet } from "../../vocabulary/types.ts";
import * as w from "../../vocabulary/words.ts";
import { lookupOf } from "../lookup.ts";
import { counted, countedByKeyword } from "../words.ts";
import { statedIn } from "./documents.ts";
import { blocks, bullets, code, names, plainLine, section } from "./markdown.ts";
import { kindsLine, opening, paragraph, propertyList, sourceLine, titled } from "./properties.ts";

/** A kind, with the defaults it gives and what it provides. */
export function kindHover(analysis: Analysis, kind: Entity): string {
  const { model } = analysis;
  return blocks(
    opening(kind),
    kindsLine(model, kind, "Is"),
    providedList(analysis, kind),
    propertyList(model, kind, new Set(["provides", "source"])),
    usesLine(analysis, kind),
    sourceLine(kind),
  );
}

/** A protocol, with the measures it gives. */
export function protocolHover(analysis: Analysis, protocol: Entity): string {
  const { model } = analysis;
  return blocks(
    opening(protocol),
    kindsLine(model, protocol, "Is"),
    providedList(analysis, protocol) ?? "Provides no measure",
    propertyList(model, protocol, new Set(["provides", "source"])),
    usesLine(analysis, protocol),
    sourceLine(protocol),
  );
}

/** The measures that an entry gives by itself and by what it specialises. */
function providedList({ model }: Analysis, entry: Entity): string | undefined {
  const given = new Map<Entity, Entity>();
  for (const one of model.kindsOf(entry)) {
    for (const { value } of one.properties.get("provides")?.values ?? []) if (isEntity(value) && !given.has(value)) given.set(value, one);
  }
  const items = [...given].map(([measure, from]) => `${titled(measure)}${from === entry ? "" : ` from ${code(from.name)}`}`);
  return section("Provides, as if designed in", items);
}

/** Who uses a catalogue entry in the model: "Used by 3 devices: …". */
function usesLine(analysis: Analysis, entry: Entity): string | undefined {
  const users = usersOf(analysis, entry);
  return users.length === 0 ? undefined : `Used by ${countedByKeyword(users)}: ${names(users)}`;
}

/** The declarations of a model that are of a kind, use a protocol, carry or hold a datum, realise a measure. */
export function usersOf(analysis: Analysis, entry: Entity): readonly Entity[] {
  const users = lookupOf(analysis)
    .mentionsOf(entry)
    .map(({ from }) => from)
    .filter(({ file, keyword }) => file.origin === "user" && keyword !== "kind" && keyword !== "protocol" && keyword !== "measure");
  return [...new Set(users)];
}

/** A measure: what it belongs to, how far it reaches, which threats it answers, who gives it here. */
export function measureHover(analysis: Analysis, measure: Entity): string {
  const { model, catalogue } = analysis;
  const lookup = lookupOf(analysis);
  const threats = lookup.threatsFor(measure);
  const here = threats.flatMap(({ entity }) => lookup.threatsOf(entity));
  const open = here.filter(({ state }) => state === "open");
  const controls = model.of("control").filter((control) => model.kindsOf(control).has(measure));
  const providers = [...model.of("protocol"), ...model.of("kind")].filter((one) =>
    one.properties.get("provides")?.values.some(({ value }) => value === measure),
  );
  const requirements = catalogue.requirements.filter(({ unless }) => unless.includes(measure)).map(({ entity }) => entity);
  return blocks(
    opening(measure),
    kindsLine(model, measure, "Counts as"),
    bullets([
      ...model
        .refs(measure, "capability")
        .map((capability) => `Capability: ${[titled(capability), ...sources(model, capability)].join(", ")}`),
      ...model.texts(measure, "layer").map((word) => `Layer: ${meaning(w.layer, word)}`),
      `On a container it covers: ${(model.property(measure, "reaches") ? model.texts(measure, "reaches") : ["itself"]).map((word) => meaning(w.reach, word)).join("; ")}`,
      ...(model.yes(measure, "both-ends") ? ["Takes both ends of a flow"] : []),
      ...(model.texts(measure, "shown-by").length > 0 ? [`Shown by: ${model.texts(measure, "shown-by").map(plainLine).join("; ")}`] : []),
    ]),
    section(
      `Answers ${counted(threats.length, "threat")} of the catalogue`,
      threats.map(({ entity }) => titled(entity)),
      8,
    ),
    here.length > 0
      ? `Asked for ${here.length === 1 ? "once" : `${here.length} times`} in this model; ${open.length} of these ${open.length === 1 ? "is" : "are"} open`
      : undefined,
    controls.length > 0 ? `Given by ${names(controls)}` : undefined,
    providers.length > 0 ? `Comes with ${names(providers)}` : undefined,
    requirements.length > 0 ? `Makes ${names(requirements)} needless where the device has it` : undefined,
    sourceLine(measure),
  );
}

// Where a capability stands written: the standard and its clause.
const sources = (model: Model, entity: Entity): string[] => model.texts(entity, "source").map(plainLine);

function meaning(set: WordSet, word: string): string {
  const found = set.words.find(([known]) => known === word)?.[1];
  return found ? `${code(word)} (${plainLine(lowerFirst(found))})` : code(word);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A requirement: its words, its force, its clauses, where it is raised and what states it. */
export function requirementHover(analysis: Analysis, requirement: Entity): string {
  const { model, facts } = analysis;
  const instances = lookupOf(analysis).requirementsOf(requirement);
  const property = model.property(requirement, "when");
  const when = property?.values.map(({ node }) => code(property.file.tree.text.slice(node.start, node.end))).join(", ");
  const answers = model.refs(requirement, "answers");
  const clauses = model.refs(requirement, "clause");
  const unless = model.refs(requirement, "unless");
  return blocks(
    opening(requirement),
    paragraph(model, requirement, "explain"),
    bullets([
      `Force: ${meaning(w.force, model.text(requirement, "force") ?? "must")}`,
      `Raised per ${code(model.text(requirement, "per") ?? "system")}${when ? ` when ${when}` : ""}${model.yes(requirement, "optional") ? ", where the system asks for it by `also-requires`" : ""}`,
      `Responsible: ${meaning(w.party, model.text(requirement, "responsible") ?? "operator")}`,
      ...(unless.length > 0 ? [`Needless where the device has ${names(unless)}`] : []),
      ...(answers.length > 0 ? [`Answers ${names(answers)}`] : []),
      ...model.texts(requirement, "group").map((group) => `Group: ${plainLine(group)}`),
    ]),
    section(
      "Clauses",
      clauses.map((clause) => `${plainLine(citation(facts, clause))} (${code(clause.name)})`),
    ),
    raised(analysis, requirement, instances),
    statedIn(analysis, requirement),
    sourceLine(requirement),
    requirement.disabledBy ? "**Switched off** in this model" : undefined,
  );
}

function raised({ autonomy }: Analysis, requirement: Entity, instances: readonly RequirementInstance[]): string {
  const items = instances.map(({ place, state, assumptions }) => {
    const by = assumptions.filter(({ counts }) => counts).map(({ assumption }) => assumption);
    if (state === "missing") return `${code(place.id)}: **not stated**`;
    return `${code(place.id)}: stated by ${names(by)}${state === "unpublished" ? ", not yet in the instructions for use" : ""}`;
  });
  const needless = autonomy
    .filter((one) => one.requirement.entity === requirement)
    .map(({ place, measure }) => `${code(place.id)}: needless, ${code(measure.name)} is there`);
  return section("Raised at", [...items, ...needless]) ?? "Raised nowhere in this model";
}

/** A capability, practice, clause, scale, matrix, row or added property. */
export function entryHover(analysis: Analysis, entity: Entity): string {
  const { model } = analysis;
  const users = [
    ...new Set(
      lookupOf(analysis)
        .mentionsOf(entity)
        .map(({ from }) => from),
    ),
  ];
  return blocks(
    opening(entity),
    entity.keyword === "clause" ? plainLine(citation(analysis.facts, entity)) : undefined,
    paragraph(model, entity, "explain"),
    propertyList(model, entity, new Set(["explain", "source", "cite", "regulation"])),
    users.length > 0 ? `Named by ${names(users)}` : undefined,
    sourceLine(entity),
  );
}
