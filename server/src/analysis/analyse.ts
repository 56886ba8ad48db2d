// Model and day in, everything that is known out: threats, requirements, risks, diagnostics. Pure; never throws on what
// a user wrote.
import { type Catalogue, compileCatalogue } from "../catalogue/catalogue.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { Facts } from "../model/derived/facts.ts";
import type { Model } from "../model/model.ts";
import type { SourceFile } from "../source/types.ts";
import { benefitFindings } from "./benefit.ts";
import { checks } from "./checks/index.ts";
import { documentFindings } from "./documents/findings.ts";
import { partFindings } from "./documents/parts.ts";
import { decisionFindings, requirementFindings, threatFindings, vulnerabilityFindings } from "./findings.ts";
import { marketFindings } from "./market.ts";
import { Coverage } from "./reach.ts";
import { requirementInstances } from "./requirements.ts";
import { threatInstances } from "./threats.ts";
import type { Analysis } from "./types.ts";
import { unusedAssumptions, unusedControls } from "./unused.ts";

/** Analyses a model as of a day (`YYYY-MM-DD`). */
export function analyse(model: Model, today: string, catalogue: Catalogue = compileCatalogue(model)): Analysis {
  const facts = new Facts(model, today);
  const coverage = new Coverage(facts);
  const threats = threatInstances(facts, catalogue, coverage);
  const { raised, autonomy } = requirementInstances(facts, catalogue, coverage);
  const found = { facts, catalogue, threats, requirements: raised, autonomy };
  const diagnostics = [...syntaxDiagnostics(model.files), ...model.problems, ...catalogue.problems, ...findings(found)];
  return { model, ...found, diagnostics };
}

/** Everything that is worth telling about a model whose text, names and catalogue are in order. */
export function findings({ facts, catalogue, threats, requirements, autonomy }: Omit<Analysis, "model" | "diagnostics">): Diagnostic[] {
  const found = [
    ...Object.values(checks).flatMap((check) => check(facts)),
    ...threats.flatMap((instance) => threatFindings(facts, catalogue, instance)),
    ...requirements.flatMap((instance) => requirementFindings(facts, instance)),
    ...partFindings({ facts, catalogue, threats, requirements, autonomy }),
    ...benefitFindings(facts, threats, catalogue.scales),
    ...decisionFindings(facts, threats),
    ...marketFindings(facts, threats),
    ...vulnerabilityFindings(facts, threats),
    ...unusedControls(facts, catalogue, threats, autonomy),
    ...unusedAssumptions(facts, threats, requirements),
  ];
  return [...found, ...documentFindings({ facts, catalogue, threats, requirements, autonomy }, found)];
}

/** More problems of one text than this help nobody: it is another kind of file, or one slip that all else follows from. */
const mostSyntaxErrors = 100;

/** What cannot be read in some files. */
export function syntaxDiagnostics(files: readonly SourceFile[]): Diagnostic[] {
  return files.flatMap((file) => {
    const { problems } = file.tree;
    const found = problems
      .slice(0, mostSyntaxErrors)
      .map((problem) => diagnostic("syntax-error", { file, range: problem }, { problem: problem.message }, { help: problem.help }));
    const next = problems[mostSyntaxErrors];
    if (next === undefined) return found;
    const rest = problems.length - mostSyntaxErrors;
    const problem = `and ${rest} more ${rest === 1 ? "place" : "places"} from here on ${rest === 1 ? "is" : "are"} not well formed`;
    return [
      ...found,
      diagnostic("syntax-error", { file, range: next }, { problem }, { help: "repair the first ones: others often follow from them" }),
    ];
  });
}
