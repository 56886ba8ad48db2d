// What the operating environment has to provide: state it, widen what states it elsewhere, publish it, justify it, or add a
// control of the device.
import type { Entity } from "../../model/types.ts";
import { declarationSpec } from "../../vocabulary/index.ts";
import { missingPlaces } from "../closing.ts";
import { freeName } from "../scope.ts";
import { declarationAt, entityAt, instanceOf } from "./at.ts";
import { addProperties, addToProperty, remove, setProperty } from "./edits.ts";
import { draft, type Family, placeholder, selected } from "./family.ts";
import { addDeclaration, nameAt } from "./insert.ts";
import { addControl, ranked } from "./uncovered.ts";

/** Fixes of `missing-assumption`. */
export const missingAssumption: Family = function* (problem) {
  const { analysis, file, diagnostic } = problem;
  const instance = analysis.requirements.find(({ id }) => id === diagnostic.id);
  if (instance === undefined) return;
  const { place, requirement, responsible } = instance;
  const { entity } = requirement;
  const stated = nameAt(problem, entity, file);
  const about = nameAt(problem, place, file, aboutKeywords());
  const name = freeName(analysis.model, `${place.name}${entity.name}`);
  const title = entity.title.replaceAll(/["\\]/g, "'");
  const text = `assumption ${name} "${title}" : ${stated.name} {\n  about: ${about.name}\n  responsible: ${responsible}\n  stated-in: ${placeholder}\n}`;
  yield draft(problem, `State \`${entity.name}\` about \`${place.id}\``, [...stated.imports, addDeclaration(file, text, ["assumption"])], {
    preferred: true,
  });
  const others = analysis.model
    .of("assumption")
    .filter((assumption) => assumption.kinds.includes(entity) && assumption.file.origin === "user");
  for (const other of others.slice(0, 3)) {
    const target = nameAt(problem, place, other.file, aboutKeywords());
    yield draft(problem, `Let assumption \`${other.name}\` be about \`${place.id}\` too`, [
      ...target.imports,
      addToProperty(other.file, other.node, "about", target.name),
    ]);
  }
};

function aboutKeywords() {
  const about = declarationSpec("assumption")?.properties.find(({ name }) => name === "about")?.value;
  return about?.type === "reference" ? about.to : [];
}

/** Fixes of `unpublished-assumption`. */
export const unpublishedAssumption: Family = function* (problem) {
  const node = declarationAt(problem);
  yield node &&
    draft(problem, "Say where the instructions for use state it", [addProperties(problem.file, node, [`stated-in: ${placeholder}`])], {
      preferred: true,
    });
};

/** Fixes of `assumption-only`. */
export const assumptionOnly: Family = function* (problem) {
  const instance = instanceOf(problem);
  if (instance === undefined) return;
  for (const [index, way] of ranked(instance).slice(0, 4).entries())
    yield addControl(problem, instance, way.missing, index === 0, { verb: "Plan" });
  for (const assumption of instance.answers) {
    if (assumption.properties.has("justification")) continue;
    yield draft(problem, `Justify it in assumption \`${assumption.name}\``, [
      addProperties(assumption.file, assumption.node, [`justification: ${placeholder}`]),
    ]);
  }
};

/** Fixes of `unused-assumption`. */
export const unusedAssumption: Family = function* (problem) {
  const { analysis, file } = problem;
  const entity = entityAt(problem);
  if (entity === undefined) return;
  const missing = missingPlaces(analysis);
  const wanted = new Set<Entity>(entity.kinds.flatMap((kind) => (missing.get(kind) ?? []).map(({ place }) => place)));
  for (const place of [...wanted].slice(0, 3)) {
    const { name, imports } = nameAt(problem, place, file, aboutKeywords());
    yield draft(problem, `Let it be about \`${place.id}\``, [...imports, setProperty(file, entity.node, "about", selected(name))]);
  }
  yield draft(problem, `Remove assumption \`${entity.name}\``, [remove(file, entity.node)]);
};
