// Times each phase of a check inside one process: the first time, while nothing is compiled yet, and then warm.
import { parse } from "../grammar/parser/index.ts";
import { WardParser } from "../grammar/parser/parser.ts";
import type { SyntaxTree } from "../grammar/syntax.ts";
import { createLexer } from "../grammar/tokens.ts";
import { analyse, findings } from "../server/src/analysis/analyse.ts";
import { Coverage } from "../server/src/analysis/reach.ts";
import { requirementInstances } from "../server/src/analysis/requirements.ts";
import { threatInstances } from "../server/src/analysis/threats.ts";
import { compileCatalogue } from "../server/src/catalogue/catalogue.ts";
import { memoryFiles } from "../server/src/host/memory.ts";
import { shippedFiles, shippedNames } from "../server/src/host/shipped.ts";
import { bind } from "../server/src/model/bind.ts";
import { Facts } from "../server/src/model/derived/facts.ts";
import { load } from "../server/src/workspace/load.ts";
import { coreCatalogue, shippedCatalogue, shippedSources } from "../server/src/workspace/shipped.ts";
import { spread } from "./measure.ts";
import { generateModel, type ModelSize } from "./model.ts";

/** The day of the analysis; a fixed one, so that decisions end alike in every run. */
export const day = "2026-06-01";

/** Milliseconds of a phase: the first run, and the median of the later ones. */
export interface Phase {
  readonly name: string;
  readonly cold: number;
  readonly warm: number;
}

/** Times all phases for a model of a size; only the first call in a process is cold. */
export function timePhases(size: ModelSize, rounds: number): Phase[] {
  const files = Object.entries(generateModel(size)).map(([name, text]) => [`/model/${name}`, text] as const);
  const all = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    let last = performance.now();
    onePass(files, (name) => {
      const now = performance.now();
      all.set(name, [...(all.get(name) ?? []), now - last]);
      last = performance.now();
    });
  }
  return [...all].map(([name, [cold = 0, ...warm]]) => ({ name, cold, warm: spread(warm).median }));
}

function onePass(files: readonly (readonly [path: string, text: string])[], done: (phase: string) => void): void {
  const lexer = createLexer();
  new WardParser();
  done("build lexer and parser");
  for (const [, text] of files) lexer.tokenize(text);
  done("lex the model");
  for (const name of shippedNames()) for (const { text } of shippedFiles(name)) parse(text);
  done("parse the catalogue");
  shippedSources();
  const trees = new Map<string, SyntaxTree>(files.map(([path, text]) => [path, parse(text)]));
  done("parse the model (lexing again)");
  const fileSystem = memoryFiles(Object.fromEntries(files));
  const paths = files.map(([path]) => path);
  const loaded = load(paths, { fileSystem, root: "/model", shownFrom: "/model", parse: (path) => trees.get(path) as SyntaxTree });
  const core = coreCatalogue();
  done("follow imports");
  const medical = shippedCatalogue("medical") ?? [];
  const model = bind([...core, ...medical, ...loaded.files.values()], core);
  done("bind");
  const catalogue = compileCatalogue(model);
  done("compile the catalogue");
  const facts = new Facts(model, day);
  const coverage = new Coverage(facts);
  done("coverage");
  const threats = threatInstances(facts, catalogue, coverage);
  done("threats");
  const { raised, autonomy } = requirementInstances(facts, catalogue, coverage);
  done("requirements");
  findings({ facts, catalogue, threats, requirements: raised, autonomy });
  done("diagnostics");
  analyse(model, day);
  done("the analysis as a whole, again");
}
