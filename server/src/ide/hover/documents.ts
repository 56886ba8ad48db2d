// What a hover tells about documents: which of them state a control, an assumption or a requirement.
import { mentionsOf } from "../../analysis/documents/mentions.ts";
import type { Analysis } from "../../analysis/types.ts";
import type { Entity } from "../../model/types.ts";
import { code, plainLine, section } from "./markdown.ts";

/** "**In the documents**", with a line for each document. */
export function statedIn(analysis: Analysis, entity: Entity): string | undefined {
  const lines = mentionsOf(analysis, entity).map(
    ({ kind, name, sections }) => `${plainLine(name)} (${code(kind)}): ${sections.map(plainLine).join(" · ")}`,
  );
  return section("In the documents", lines);
}
