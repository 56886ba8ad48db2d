// Ways from text to pictures that the tests of diagrams share.
import type { Analysis } from "../../server/src/analysis/types.ts";
import { graph, layoutHere, scene } from "../../server/src/diagram/index.ts";
import type { Graph, GraphOptions, Scene } from "../../server/src/diagram/types.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { today } from "../support/models.ts";
import { loadSample } from "../support/samples.ts";

const known = new Map<string, Analysis>();

/** The analysis of a sample's system. */
export function sampleAnalysis(name: string): Analysis {
  const found = known.get(name);
  if (found) return found;
  const models = check(loadSample(name), today, noSettings).models.map((model) => model.analysis);
  const analysis = models.find((one) => one.model.system !== undefined);
  if (!analysis) throw new Error(`the sample ${name} has no system`);
  known.set(name, analysis);
  return analysis;
}

/** The graph of a view that must exist. */
export function graphOf(analysis: Analysis, view = "full", options: GraphOptions = {}): Graph {
  const made = graph(analysis, view, options);
  if (!made) throw new Error(`there is no view ${view}`);
  return made;
}

/** The picture of a view. */
export async function pictureOf(analysis: Analysis, view = "full", options: GraphOptions = {}): Promise<Scene> {
  const made = graphOf(analysis, view, options);
  return scene(made, await layoutHere(made));
}

/** A model with a system and what is given. */
export function modelText(body: string): string {
  return `import "ward:medical"\nsystem S "Tested system" { regulation: MDR  environment: hospital }\ndata Order "Order" { classification: health }\n${body}`;
}
