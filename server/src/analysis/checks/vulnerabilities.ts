// What is known about vulnerabilities is said whole: assessed, with a reason or an action, with vectors that can be scored.
import { vectorProblem } from "../../cvss/vector.ts";
import { diagnostic } from "../../diagnostics/create.ts";
import type { Diagnostic } from "../../diagnostics/types.ts";
import type { Facts } from "../../model/derived/facts.ts";
import { nameLocation } from "../../model/types.ts";
import { hostsOf, type Vulnerability, vulnerabilitiesOf } from "../vulnerabilities.ts";
import { listIds } from "../wording.ts";
import type { Check } from "./check.ts";

/** Reports vulnerabilities that nobody has assessed, and assessments that lack what a reader of them needs. */
export const vulnerabilityCheck: Check = (facts) =>
  vulnerabilitiesOf(facts).flatMap((one) => [...assessment(facts, one), ...vectors(facts, one)]);

function assessment(facts: Facts, one: Vulnerability): Diagnostic[] {
  const { model } = facts;
  const { entity, status } = one;
  const location = nameLocation(entity);
  const said = (...names: string[]): boolean => names.some((name) => model.texts(entity, name).some((text) => text.trim() !== ""));
  if (status === "not-assessed") {
    const ids = model.texts(entity, "id").join(", ");
    return [diagnostic("unassessed-vulnerability", location, { name: entity.name, ids: ids === "" ? "" : ` (${ids})` })];
  }
  if (status === "not-affected" && !said("justification", "statement"))
    return [diagnostic("unjustified-vulnerability", location, { name: entity.name })];
  if (status === "affected" && !said("action") && model.refs(entity, "handled-by").length === 0) {
    const where = one.components.length > 0 ? one.components : hostsOf(facts, one);
    const parameters = { name: entity.name, where: where.length > 0 ? listIds(where) : "the product" };
    return [diagnostic("vulnerability-without-action", location, parameters)];
  }
  return [];
}

function vectors({ model }: Facts, { entity }: Vulnerability): Diagnostic[] {
  const property = model.property(entity, "cvss");
  return (property?.values ?? []).flatMap(({ value, node }) => {
    const wrong = typeof value === "string" ? vectorProblem(value) : undefined;
    return wrong && property
      ? [diagnostic("invalid-cvss", { file: property.file, range: node }, { problem: wrong.problem }, { help: wrong.help })]
      : [];
  });
}

/** Reports the system when its support is over, and components without support in which a vulnerability is not settled. */
export const supportCheck: Check = (facts) => {
  const { model } = facts;
  const found: Diagnostic[] = [];
  const { system } = model;
  if (system && facts.yes(system, "support-ended")) {
    const parameters = { what: "system", name: system.name, until: model.text(system, "support-ends") ?? "", consequence: "" };
    const help = "tell operators and users, and say in `support-ends` until when fixes still come";
    found.push(diagnostic("support-ended", nameLocation(system), parameters, { help }));
  }
  const unsettled = vulnerabilitiesOf(facts).filter((one) => one.unsettled);
  for (const component of new Set(unsettled.flatMap(({ components }) => components))) {
    if (!facts.yes(component, "support-ended")) continue;
    const own = unsettled.filter(({ components }) => components.includes(component)).map(({ entity }) => entity);
    const consequence = `, and no fix is to be expected for ${listIds(own)}`;
    const parameters = { what: "component", name: component.id, until: model.text(component, "support-ends") ?? "", consequence };
    const help = "replace the component, fix it yourself (`item-class: maintained`), or show that the product is not affected";
    const related = own.map((one) => ({ message: "the vulnerability", location: nameLocation(one) }));
    found.push(diagnostic("support-ended", nameLocation(component), parameters, { help, related }));
  }
  return found;
};
