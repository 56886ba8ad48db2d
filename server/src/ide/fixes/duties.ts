// What clauses of the regulations ask of a model and it does not say: evidence of practices, lists of components, ways of updates, logs,
// the safe state, where hosted data lie, why the benefits outweigh the risks.
import { unshownPractices } from "../../analysis/checks/practices.ts";
import { isOf } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import { freeName } from "../scope.ts";
import { entityAt } from "./at.ts";
import { addProperties, addToProperty } from "./edits.ts";
import { type Draft, draft, type Edit, type Family, type Problem, placeholder, selected, unmarked } from "./family.ts";
import { addDeclaration, nameAt } from "./insert.ts";
import { begin, startFix } from "./start.ts";

/** Fixes of `missing-practice-evidence`: all at once, or one after the other. */
export const missingPracticeEvidence: Family = function* (problem) {
  const { analysis, file } = problem;
  const missing = unshownPractices(analysis.facts);
  const evidence = missing.map((practice) => begin(problem, { keyword: "evidence", of: practice.name, words: ["document"] }));
  const known = evidence.filter((one) => one !== undefined);
  if (known.length === missing.length && known.length > 1) {
    const texts = known.map(({ text }, index) => (index === 0 ? text : unmarked(text)));
    const imports = new Map(known.flatMap((one) => one.imports).map((edit) => [edit.text, edit]));
    const edits = [...imports.values(), ...texts.map((text) => addDeclaration(file, text, ["evidence"]))];
    yield draft(problem, `Declare evidence for all ${known.length} practices`, edits, { preferred: true });
  }
  for (const practice of missing.slice(0, 3))
    yield startFix(problem, { keyword: "evidence", of: practice.name, words: ["document"] }, { preferred: missing.length === 1 });
};

/** Fixes of `missing-component-list`. */
export const missingComponentList: Family = function* (problem) {
  const unit = entityAt(problem);
  if (unit === undefined) return;
  const { name } = nameAt(problem, unit, problem.file);
  for (const kind of ["SoftwareComponent", "OperatingSystem"])
    yield startFix(
      problem,
      { keyword: "component", of: kind, words: ["version", "supplier"] },
      { given: { "part-of": name }, owner: unit, preferred: kind === "SoftwareComponent" },
    );
};

/** Fixes of `missing-update-flow`: from what may send updates, with the data that they are. */
export const missingUpdateFlow: Family = (problem) => updateFlowFixes(problem, entityAt(problem));

/** Flows that bring updates to a process. */
export function* updateFlowFixes(problem: Problem, agent: Entity | undefined): Iterable<Draft | undefined> {
  const { analysis, file } = problem;
  const { model, facts } = analysis;
  if (agent === undefined) return;
  const updates = model.of("data").find((data) => isOf(facts, data, "SoftwareUpdate"));
  const made = updates ? undefined : begin(problem, { keyword: "data", of: "SoftwareUpdate" });
  const data = updates ? nameAt(problem, updates, file) : made && { name: made.name, imports: made.imports };
  if (data === undefined) return;
  const target = nameAt(problem, agent, file);
  const name = freeName(model, `${agent.name}Updates`);
  const bring = (from: string, imports: readonly Edit[], more: readonly Edit[]): Edit[] => {
    const text = `flow ${name} "Brings updates" ${selected(from)} -> ${target.name} { carries: ${data.name} }`;
    const own = [...new Map([...data.imports, ...imports].map((edit) => [edit.text, edit])).values()];
    return [...own, addDeclaration(file, text, ["flow"]), ...(made ? [addDeclaration(file, unmarked(made.text), ["data"])] : []), ...more];
  };
  const known = senders(problem, agent);
  for (const [index, source] of known.entries()) {
    const from = nameAt(problem, source, file);
    yield draft(problem, `Let updates come from \`${source.id}\``, bring(from.name, from.imports, []), { preferred: index === 0 });
  }
  if (known.length > 0) return;
  const technician = begin(problem, { keyword: "actor", of: "ServiceTechnician" });
  if (technician === undefined) return;
  const person = addDeclaration(file, unmarked(technician.text), ["actor"]);
  yield draft(problem, "Let a service technician bring updates", bring(technician.name, technician.imports, [person]), { preferred: true });
}

// Systems and people outside of the device; those that send updates already, or whose names say so, come first.
function senders({ analysis }: Problem, agent: Entity): readonly Entity[] {
  const { model, facts } = analysis;
  const sends = (one: Entity): boolean =>
    model.flowsFrom(one).some((flow) => model.refs(flow, "carries").some((data) => isOf(facts, data, "SoftwareUpdate")));
  const weight = (one: Entity): number =>
    (sends(one) ? 4 : 0) + (/update/i.test(`${one.name} ${one.title}`) ? 2 : 0) + (one.keyword === "external" ? 1 : 0);
  const all = [...model.of("external"), ...model.of("actor"), ...model.of("process")].filter(
    (one) => one !== agent && one.file.origin === "user" && (one.keyword !== "process" || sends(one)),
  );
  return all.sort((a, b) => weight(b) - weight(a)).slice(0, 3);
}

/** Fixes of `missing-logging`. */
export const missingLogging: Family = function* (problem) {
  yield startFix(problem, { keyword: "control", of: "AuditLogging" }, { preferred: true });
  yield startFix(problem, { keyword: "store", of: "LogStore", words: ["capacity", "retention"] });
};

/** Fixes of `missing-fail-safe`. */
export const missingFailSafe: Family = function* (problem) {
  const device = entityAt(problem);
  if (device === undefined) return;
  yield draft(problem, "Say what is safe when something fails", [addProperties(problem.file, device.node, [`fail-safe: ${placeholder}`])], {
    preferred: true,
  });
  const { name } = nameAt(problem, device, problem.file);
  yield startFix(problem, { keyword: "control", of: "FailSafeMode", words: ["procedure"] }, { given: { protects: name }, owner: device });
};

/** Fixes of `unplaced-hosted-data`: where the data lie, what protects them there, or both where both are missing. */
export const unplacedHostedData: Family = function* (problem) {
  const { analysis, file } = problem;
  const { model } = analysis;
  const store = entityAt(problem);
  if (store === undefined) return;
  const around = model.around(store).filter((outer) => outer.keyword === "boundary");
  const place = around.some((outer) => model.property(outer, "location")) ? [] : placing(problem, store, around);
  const { name } = nameAt(problem, store, file);
  const isProtected = !/protects/.test(problem.diagnostic.message);
  const control = isProtected ? undefined : begin(problem, { keyword: "control", of: "StorageConfidentiality" }, { protects: name }, store);
  const protecting = control
    ? [...control.imports, addDeclaration(file, place.length > 0 ? unmarked(control.text) : control.text, ["control"])]
    : [];
  if (place.length > 0 && protecting.length > 0)
    yield draft(problem, "Say where it lies and what protects it", [...place, ...protecting], { preferred: true });
  else if (place.length > 0) yield draft(problem, "Say where it lies", place, { preferred: true });
  else if (control) yield draft(problem, `Declare control \`${control.name}\` for it`, protecting, { preferred: true });
};

// A boundary around it gets its place; where none stands around it, one is declared.
function placing(problem: Problem, store: Entity, around: readonly Entity[]): Edit[] {
  const { analysis, file } = problem;
  const host = around.find((outer) => isOf(analysis.facts, outer, "Cloud")) ?? around[0];
  if (host) return host.file.origin === "user" ? [addProperties(host.file, host.node, [`location: ${placeholder}`])] : [];
  const managed = analysis.facts.word(store, "managed-by") ?? "third-party";
  const begun = begin(problem, { keyword: "boundary", of: "Cloud", words: ["location"] }, { "managed-by": managed });
  const outermost = analysis.model.around(store).at(-1) ?? store;
  if (begun === undefined || outermost.parent !== undefined || outermost.file !== file) return [];
  return [...begun.imports, addDeclaration(file, begun.text, ["boundary"]), addToProperty(file, outermost.node, "within", begun.name)];
}

/** Fixes of `missing-benefit-risk`. */
export const missingBenefitRisk: Family = function* (problem) {
  const system = entityAt(problem);
  if (system === undefined) return;
  const edit = addProperties(problem.file, system.node, [`benefit-risk: ${placeholder}`]);
  yield draft(problem, "Say why the benefits outweigh these risks", [edit], { preferred: true });
};
