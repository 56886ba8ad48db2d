// Code lenses: threats by state over elements, uses over data, protocols and kinds, what controls and assumptions answer.
import type { Analysis } from "../analysis/types.ts";
import { isModelKeyword } from "../model/collect.ts";
import { type Entity, nameLocation, nameRange } from "../model/types.ts";
import { usersOf } from "./hover/catalogue.ts";
import { distinct, lookupOf } from "./lookup.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import { declarationsIn } from "./tree.ts";
import type { CodeLens } from "./types.ts";
import { counted, countedByKeyword, stateCounts } from "./words.ts";

/** The lenses of a file, in the order of the text. What has nothing to tell has none. */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  const analysis = analysisOf(snapshot);
  if (analysis === undefined) return [];
  const lookup = lookupOf(analysis);
  const lenses: CodeLens[] = [];
  for (const node of declarationsIn(snapshot.file.tree.items)) {
    const entity = lookup.entityOf(node);
    if (entity && !node.modifier) lenses.push(...lensesOf(analysis, entity));
  }
  return lenses;
}

function lensesOf(analysis: Analysis, entity: Entity): CodeLens[] {
  const lookup = lookupOf(analysis);
  const { start, end } = nameRange(entity);
  const lens = (title: string, command: CodeLens["command"], targets: readonly Entity[]): CodeLens => ({
    range: { start, end },
    title,
    command,
    targets: distinct(targets.map(nameLocation)),
  });
  const lenses: CodeLens[] = [];
  const own = lookup.threatsOn(entity);
  if (own.length > 0) lenses.push(lens(stateCounts(own), "showThreats", [entity]));
  switch (entity.keyword) {
    case "data":
    case "protocol":
    case "kind": {
      const users = usersOf(analysis, entity).filter(
        ({ keyword }) => isModelKeyword(keyword) && keyword !== "control" && keyword !== "view",
      );
      if (users.length > 0) lenses.push(lens(`used by ${countedByKeyword(users)}`, "showReferences", users));
      break;
    }
    case "control":
    case "assumption": {
      const stated = lookup.statedBy(entity);
      if (stated.length > 0)
        lenses.push(
          lens(
            `states ${counted(stated.length, "requirement")}`,
            "showReferences",
            stated.map(({ place }) => place),
          ),
        );
      const answered = lookup.answeredBy(entity);
      if (answered.length > 0)
        lenses.push(
          lens(
            `answers ${counted(answered.length, "threat")}`,
            "showReferences",
            answered.map(({ element }) => element),
          ),
        );
      break;
    }
    case "threat": {
      const fired = lookup.threatsOf(entity);
      if (fired.length > 0)
        lenses.push(
          lens(
            `fires on ${counted(fired.length, "element")}: ${stateCounts(fired)}`,
            "showReferences",
            fired.map(({ element }) => element),
          ),
        );
      break;
    }
    case "requirement": {
      const raised = lookup.requirementsOf(entity);
      if (raised.length > 0)
        lenses.push(
          lens(
            `raised at ${counted(raised.length, "place")}`,
            "showReferences",
            raised.map(({ place }) => place),
          ),
        );
      break;
    }
  }
  return lenses;
}
