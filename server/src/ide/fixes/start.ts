// Declarations that begin to fill what a document or a regulation asks for: of the right kind, at the likeliest place, with the author's
// words left to be filled in.
import type { Keyword } from "../../../../grammar/keywords.ts";
import { isOf } from "../../analysis/documents/select.ts";
import type { Start } from "../../analysis/documents/types.ts";
import { inScope } from "../../model/derived/containment.ts";
import type { Entity } from "../../model/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import type { DeclarationSpec, PropertySpec } from "../../vocabulary/types.ts";
import { effectOfMeasures, missingPlaces } from "../closing.ts";
import { freeName } from "../scope.ts";
import { type Draft, type DraftOptions, draft, type Edit, type Problem, placeholder, selected, unmarked } from "./family.ts";
import { addDeclaration, nameAt } from "./insert.ts";
import { stubValue } from "./stub.ts";

/** Values of properties as they are written, by name. */
export type Values = Readonly<Record<string, string>>;

/** A declaration that was begun: its name, its text, and what else the file needs to see what it names. */
export interface Begun {
  readonly name: string;
  readonly text: string;
  readonly imports: readonly Edit[];
}

/** Begins a declaration, named after its owner; undefined where the model lacks something that it must name. */
export function begin(problem: Problem, start: Start, given: Values = {}, owner?: Entity): Begun | undefined {
  const { analysis, file } = problem;
  const spec = declarationSpec(start.keyword);
  if (spec === undefined) return undefined;
  const entry = entryOf(problem, spec, start.of);
  if (entry === undefined && (start.of !== undefined || spec.kinds?.required)) return undefined;
  const of = entry && nameAt(problem, entry, file);
  const name = freeName(analysis.model, wantedName(problem, spec, entry, owner));
  const imports: Edit[] = [...(of?.imports ?? [])];
  const usual: Values = { ...usualValues(problem, spec, entry, imports), ...given };
  const words = new Set(start.words);
  const lines: string[] = [];
  for (const property of spec.properties) {
    const value = usual[property.name] ?? (words.has(property.name) ? placeholder : needed(problem, spec, property, entry));
    if (value === undefined && property.required && !isGiven(problem, entry, property.name)) return undefined;
    if (value !== undefined) lines.push(`${property.name}: ${words.has(property.name) ? value : unmarked(value)}`);
  }
  const marked = lines.findIndex((line) => line !== unmarked(line));
  const title = (entry?.title ?? spec.title).replaceAll(/["\\]/g, "'");
  const body = lines.map((line, index) => (index === marked ? line : unmarked(line)));
  const head = `${spec.keyword} ${name} "${marked < 0 ? selected(title) : title}"${of ? ` : ${of.name}` : ""}`;
  const text = body.length === 0 ? head : `${head} {\n${body.map((line) => `  ${line}`).join("\n")}\n}`;
  return { name, text, imports };
}

/** A fix that begins a declaration, and whatever else is needed for it. */
export function startFix(
  problem: Problem,
  start: Start,
  options: DraftOptions & { readonly given?: Values; readonly what?: string; readonly owner?: Entity } = {},
): Draft | undefined {
  const { given, what, owner, ...rest } = options;
  const records = recordsFor(problem, start);
  const begun = begin(problem, start, { ...given, ...(records ? { holds: records.name } : {}) }, owner);
  if (begun === undefined) return undefined;
  const of = start.of === undefined || start.of === begun.name ? "" : ` of \`${start.of}\``;
  const title = `Declare ${start.keyword} \`${begun.name}\`${of}${what === undefined ? "" : ` for "${what}"`}`;
  const edits = [...begun.imports, addDeclaration(problem.file, begun.text, [start.keyword])];
  if (records) edits.push(addDeclaration(problem.file, unmarked(records.text), ["data"]));
  return draft(problem, title, edits, rest);
}

// A log holds records; where the model has none, they are declared with it.
function recordsFor(problem: Problem, { keyword, of }: Start): Begun | undefined {
  const { model, facts } = problem.analysis;
  if (keyword !== "store" || of !== "LogStore" || model.of("data").some((data) => isOf(facts, data, "AuditRecord"))) return undefined;
  return begin(problem, { keyword: "data", of: "AuditRecord" });
}

/** The device that something new belongs to: of those in scope the one that the finding is about, else the first. */
export function likelyDevice({ analysis }: Problem): Entity | undefined {
  const { model, facts } = analysis;
  const devices = model.of("device").filter((device) => device.file.origin === "user");
  return devices.find((device) => inScope(facts, device)) ?? devices[0];
}

function entryOf({ analysis }: Problem, spec: DeclarationSpec, of: string | undefined): Entity | undefined {
  const { model } = analysis;
  if (spec.kinds === undefined) return undefined;
  const all = model.of(spec.kinds.to);
  if (of !== undefined) return all.find(({ name }) => name === of);
  if (!spec.kinds.required) return undefined;
  // What does most here: a measure that closes threats, a requirement that nothing states.
  if (spec.kinds.to === "measure") {
    const effects = [...effectOfMeasures(analysis)];
    return effects.sort(([, a], [, b]) => b.closes.length - a.closes.length || b.helps.length - a.helps.length)[0]?.[0] ?? all[0];
  }
  if (spec.kinds.to === "requirement") return [...missingPlaces(analysis)][0]?.[0] ?? all[0];
  return all[0];
}

function usualValues(problem: Problem, spec: DeclarationSpec, entry: Entity | undefined, imports: Edit[]): Values {
  const { model, facts, requirements } = problem.analysis;
  const { file } = problem;
  const device = likelyDevice(problem);
  const values: Record<string, string> = {};
  const name = (property: string, entity: Entity | undefined, to?: readonly Keyword[]): void => {
    if (entity === undefined) return;
    const named = nameAt(problem, entity, file, to);
    imports.push(...named.imports);
    values[property] = named.name;
  };
  switch (spec.keyword) {
    case "control":
      name("protects", device);
      break;
    case "component":
      name("part-of", device);
      break;
    case "role":
      name("on", device);
      name("held-by", model.of("actor")[0]);
      break;
    case "view":
      name("shows", device);
      break;
    case "interface":
      name("within", device);
      break;
    case "store":
      name("within", device);
      name("holds", model.of("data").find((data) => isOf(facts, data, "AuditRecord")) ?? model.of("data")[0]);
      break;
    case "assumption": {
      const instance = requirements.find((one) => one.requirement.entity === entry);
      name("about", instance?.place ?? model.system);
      values.responsible = instance?.requirement.responsible ?? "operator";
    }
  }
  return values;
}

// What must be said and is not given by the kind.
function needed(problem: Problem, spec: DeclarationSpec, property: PropertySpec, entry: Entity | undefined): string | undefined {
  return property.required && !isGiven(problem, entry, property.name) ? stubValue(problem, spec, property, problem.file) : undefined;
}

function isGiven({ analysis }: Problem, entry: Entity | undefined, property: string): boolean {
  return entry !== undefined && [...analysis.model.kindsOf(entry)].some((kind) => kind.properties.has(property));
}

// The names of the catalogue are taken; the name of what it belongs to sets it apart.
function wantedName(problem: Problem, { keyword, kinds }: DeclarationSpec, entry: Entity | undefined, given: Entity | undefined): string {
  const word = capital(keyword);
  if (entry === undefined) return word;
  if (kinds?.to === "practice") return `${entry.name}${word}`;
  const { system } = problem.analysis.model;
  const owner = given ?? (["data", "boundary", "assumption"].includes(keyword) ? system : likelyDevice(problem)) ?? system;
  return `${owner?.name ?? word}${entry.name}`;
}

function capital(keyword: string): string {
  return keyword.charAt(0).toUpperCase() + keyword.slice(1);
}
