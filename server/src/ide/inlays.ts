// Inlay hints: the worst residual risk after an element's name, and the boundary that a flow crosses after its ends.
import type { Range } from "../../../grammar/syntax.ts";
import type { Analysis } from "../analysis/types.ts";
import { crossed } from "../model/derived/flows.ts";
import type { Entity } from "../model/types.ts";
import { lookupOf } from "./lookup.ts";
import { analysisOf, type Snapshot } from "./snapshot.ts";
import { declarationsIn, touches } from "./tree.ts";
import type { InlayHint } from "./types.ts";
import { counted, stateCounts, worstRisk } from "./words.ts";

const mostBorders = 2;

/** The hints of the declarations whose heads stand in a range. */
export function inlayHints(snapshot: Snapshot, range: Range): InlayHint[] {
  const analysis = analysisOf(snapshot);
  if (analysis === undefined || snapshot.file.origin === "catalogue") return [];
  const lookup = lookupOf(analysis);
  const hints: InlayHint[] = [];
  for (const node of declarationsIn(snapshot.file.tree.items.filter((item) => touches(item, range)))) {
    if (!touches({ start: node.start, end: node.body?.start ?? node.end }, range)) continue;
    const entity = lookup.entityOf(node);
    if (entity) hints.push(...riskHint(analysis, entity), ...borderHint(analysis, entity));
  }
  return hints;
}

function riskHint(analysis: Analysis, entity: Entity): InlayHint[] {
  const { node } = entity;
  const instances = lookupOf(analysis).threatsOn(entity);
  const risk = worstRisk(analysis, instances);
  if (risk === undefined || node.name === undefined) return [];
  const tooltip = `Worst residual risk of ${counted(instances.length, "threat")} here: ${stateCounts(instances)}`;
  return [{ offset: node.name.end, text: `risk: ${risk}`, tooltip, before: false }];
}

// Devices are borders too, but nearly every flow crosses one: only zones are worth a word in the line.
function borderHint({ facts }: Analysis, flow: Entity): InlayHint[] {
  const arrow = flow.node.headers.find(({ type }) => type === "arrow");
  if (flow.keyword !== "flow" || arrow === undefined) return [];
  const all = crossed(facts, flow);
  const borders = all.filter(({ keyword }) => keyword === "boundary");
  if (borders.length === 0) return [];
  const shown = borders.slice(0, mostBorders).map(({ name }) => name);
  const more = borders.length > mostBorders ? ` and ${borders.length - mostBorders} more` : "";
  return [
    {
      offset: arrow.end,
      text: `crosses ${shown.join(", ")}${more}`,
      tooltip: `Crosses the border of ${all.map(({ id }) => id).join(", ")}`,
      before: false,
    },
  ];
}
