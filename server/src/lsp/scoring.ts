// Scores of CVSS vectors for hovers: what scores them is large, and loaded when the first model with a vector is hovered over.
import type { Scoring } from "../cvss/score.ts";
import type { Snapshot } from "../ide/snapshot.ts";

let loaded: Scoring | undefined;
let loading: Promise<Scoring | undefined> | undefined;

/** What scores the vectors of a document's models, where there are any. A browser cannot load it, and shows vectors without scores. */
export function scoringFor({ models }: Snapshot): Scoring | undefined | Promise<Scoring | undefined> {
  if (loaded) return loaded;
  const hasVectors = models.some(({ analysis: { model } }) => model.of("vulnerability").some((one) => model.property(one, "cvss")));
  if (!hasVectors) return undefined;
  loading ??= import("../cvss/score.ts").then(
    ({ scoreOf }) => {
      loaded = scoreOf;
      return loaded;
    },
    () => undefined,
  );
  return loading;
}
