// Fixes of items of documents that nothing fills: the property that would, where one stands.
import { items } from "../../analysis/documents/index.ts";
import { entityAt } from "./at.ts";
import { addProperties } from "./edits.ts";
import { draft, type Family, placeholder } from "./family.ts";

/** Fixes of `unfilled-item`. */
export const unfilledItem: Family = function* (problem) {
  const entity = entityAt(problem);
  const item = items.find(({ id }) => id === problem.diagnostic.id);
  const property = entity?.keyword === "system" ? item?.property : item?.words;
  if (!entity || property === undefined || entity.properties.has(property)) return;
  yield draft(
    problem,
    `Add \`${property}\` to \`${entity.name}\``,
    [addProperties(problem.file, entity.node, [`${property}: ${placeholder}`])],
    {
      preferred: true,
    },
  );
};
