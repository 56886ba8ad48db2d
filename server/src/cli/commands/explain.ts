// `ward explain`: why a threat or a requirement stands as it does.
import { explain as explanationOf } from "../../analysis/explain.ts";
import { overviews } from "../../analysis/overview.ts";
import { version } from "../../host/version.ts";
import { nearest } from "../../model/suggest.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { type Command, Failure } from "../command.ts";
import { explanationText } from "../explanation.ts";
import { overviewText } from "../overview.ts";
import { checkPaths, dayOf } from "../project.ts";

/** `ward explain ID [PATH…]`. */
export const explain: Command = {
  name: "explain",
  summary: "Explain why a threat or requirement applies, what answers it, what would",
  operands: "ID [PATH…]",
  fewest: 1,
  most: Number.POSITIVE_INFINITY,
  about:
    "ID is Threat@Element or Requirement@Place, as `ward check` shows it. The name of an element, a threat, a requirement, a control, an assumption or a decision gives an overview of what bears on it. PATH as for `ward check`.",
  options: {
    format: { type: "text", words: ["text", "json"], default: "text", doc: "How the explanation is written" },
    today: { type: "text", value: "DAY", doc: "Day on which decisions are judged, YYYY-MM-DD (default: today)" },
  },
  examples: [
    { line: "ward explain UnauthenticatedCommands@SendOrder", what: "Looks in every model below this folder." },
    { line: "ward explain SendOrder", what: "The threats to one flow, what answers them and what does not." },
    { line: "ward explain NetworkSegmentation@Clinical pump.ward --format json", what: "The same data for other programs." },
  ],
  run: (input, terminal) => {
    const [id = "", ...paths] = input.operands;
    const result = checkPaths(paths, terminal.cwd, dayOf(input.text("today")));
    for (const problem of result.problems) terminal.err(`ward: ${problem}\n`);
    for (const one of result.diagnostics)
      if (one.code === "unreadable-file") terminal.err(`ward: ${one.location.file.path}: ${one.message}\n`);
    const found = result.models.flatMap(({ name, analysis }) => {
      const explanation = explanationOf(analysis, id);
      const all = explanation === undefined ? overviews(analysis, id) : [explanation];
      return all.map((one) => ({ system: name, explanation: one }));
    });
    if (found.length === 0) throw unknownId(id, result.models);
    if (input.text("format") === "json") {
      const content = {
        version: 1,
        tool: { name: "ward", version: version() },
        explanations: found.map(({ system, explanation }) => ({ system, ...explanation })),
      };
      terminal.out(`${JSON.stringify(content, undefined, 2)}\n`);
    } else {
      const shown = (system: string) => [found.length > 1 ? system : undefined, terminal.style, terminal.width] as const;
      const texts = found.map(({ system, explanation }) =>
        explanation.kind === "overview" ? overviewText(explanation, ...shown(system)) : explanationText(explanation, ...shown(system)),
      );
      terminal.out(texts.join("\n"));
    }
    return result.incomplete ? 2 : 0;
  },
};

function unknownId(id: string, models: readonly CheckedModel[]): Failure {
  const ids = models.flatMap(({ analysis }) => [...analysis.threats, ...analysis.requirements].map((one) => one.id));
  if (ids.length === 0) return new Failure(`nothing has the id \`${id}\`: no threat and no requirement applies to these models`);
  const names = models.flatMap(({ analysis }) => analysis.model.entities.filter(({ file }) => file.origin === "user").map((one) => one.id));
  const name = id.includes("@") ? undefined : nearest(id, [...names, ...names.map((one) => one.slice(one.lastIndexOf(".") + 1))]);
  const near = [...new Set([...(name === undefined ? [] : [name]), ...nearIds(id, ids)])].slice(0, 4);
  return new Failure(
    `nothing has the id \`${id}\``,
    near.length === 0 ? "`ward check --format json` lists every id" : `did you mean ${near.map((one) => `\`${one}\``).join(" or ")}?`,
  );
}

// The same threat elsewhere or another threat at the same element first: people rarely misspell both halves.
function nearIds(id: string, ids: readonly string[]): string[] {
  const [name = "", place = ""] = id.split("@");
  const known = ids.map((one) => ({ id: one, name: one.slice(0, one.indexOf("@")), place: one.slice(one.indexOf("@") + 1) }));
  const whole = nearest(id, ids);
  const nameMeant = nearest(name, new Set(known.map((one) => one.name)));
  const placeMeant = nearest(place, new Set(known.flatMap((one) => [one.place, one.place.split(".").at(-1) as string])));
  const fits = (one: (typeof known)[number]): boolean => one.place === placeMeant || one.place.endsWith(`.${placeMeant}`);
  const both = known.filter((one) => one.name === nameMeant && fits(one));
  const either = both.length > 0 ? both : known.filter((one) => one.name === nameMeant || (place !== "" && fits(one)));
  return [...new Set([...(whole === undefined ? [] : [whole]), ...either.map((one) => one.id)])].slice(0, 4);
}
