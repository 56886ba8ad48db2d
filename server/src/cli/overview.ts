// An overview as people read it: what a declaration is, its threats by state, what is asked of its environment, and where to read on.
import type { Overview } from "../analysis/overview.ts";
import { type Node, place, section, unfolded, write } from "./explanation.ts";
import type { Style } from "./terminal.ts";
import { visible, wrapped } from "./words.ts";

const answered: ReadonlySet<string> = new Set(["mitigated", "accepted", "transferred", "dismissed", "assumed", "stated"]);

/** Writes an overview; the system is named where several have the declaration. */
export function overviewText(overview: Overview, system: string | undefined, style: Style, width: number): string {
  const { id, subject, explain, threats, requirements } = overview;
  const lines = [
    style.bold(visible(id)) + (system === undefined ? "" : style.dim(`  in ${visible(system)}`)),
    wrapped(`${subject.keyword} “${subject.title}” at ${place(subject.place)}`, width),
  ];
  if (explain !== "") lines.push("", wrapped(unfolded(explain), width, "  ", "  "));
  const sections = [
    section("Threats", style, threats.length > 0 ? threats.map(threatNode) : [{ text: "none" }]),
    section("Required of the environment", style, requirements.map(requirementNode)),
  ];
  for (const one of sections) if (one.children?.length !== 0) lines.push("", ...write(one, "", "", style, width));
  const next = threats[0]?.id ?? requirements[0]?.id;
  if (next !== undefined) lines.push("", `${style.bold("Next:")} ward explain ${visible(next)}  shows each part of the reasons`);
  return `${lines.join("\n")}\n`;
}

function threatNode({ id, title, state, residual, answers, missing }: Overview["threats"][number]): Node {
  const how =
    state === "open"
      ? missing.length > 0
        ? `, lacks ${missing.join(" and ")}`
        : ""
      : answers.length > 0
        ? ` by ${answers.join(", ")}`
        : "";
  return { text: `${id}: ${title}; ${state}${how}, risk ${residual}`, sign: answered.has(state) ? "yes" : "no" };
}

function requirementNode({ id, title, state, force, assumptions }: Overview["requirements"][number]): Node {
  const how = assumptions.length > 0 ? ` by ${assumptions.join(", ")}` : "";
  return { text: `${id}: ${title}; ${force}, ${state}${how}`, sign: answered.has(state) ? "yes" : "no" };
}
