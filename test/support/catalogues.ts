// The shipped catalogues for tests that hold of every entry: all that can be imported, in one model without elements.
import { catalogueNames } from "../../server/src/workspace/shipped.ts";

/** A model that imports every shipped catalogue and declares nothing. */
export const wholeCatalogue = catalogueNames()
  .filter((name) => name !== "core")
  .map((name) => `import "ward:${name}"\n`)
  .join("");
