// The rows of the view of threats, as plain data: how threats are filtered, grouped, ordered and counted.
import type { WireModel, WireThreat } from "../../../server/src/lsp/protocol.ts";

/** How the view groups. */
export type Grouping = "element" | "state" | "stride";

/** What the view shows: how it groups, only what calls for an act or all, only what has a text in its words. */
export interface Shown {
  readonly grouping: Grouping;
  readonly onlyCalling: boolean;
  readonly text: string;
}

/** A row: a model, a group in it, or a threat instance. Its key is the same as long as it stands for the same thing. */
export type ThreatRow = ModelRow | GroupRow | InstanceRow;

interface ModelRow {
  readonly row: "model";
  readonly key: string;
  readonly model: WireModel;
  /** Those of its threats that are shown. */
  readonly threats: readonly WireThreat[];
}

interface GroupRow {
  readonly row: "group";
  readonly key: string;
  readonly parent: ModelRow | undefined;
  readonly label: string;
  readonly threats: readonly WireThreat[];
}

interface InstanceRow {
  readonly row: "threat";
  readonly key: string;
  readonly parent: GroupRow;
  readonly threat: WireThreat;
}

const calling: ReadonlySet<string> = new Set(["open", "planned"]);
const states = ["open", "planned", "assumed", "accepted", "transferred", "dismissed", "mitigated"];
const classes = ["spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"];
const severities = ["critical", "high", "medium", "low"];

/** The uppermost rows: models, or the groups of the only one. */
export function topRows(models: readonly WireModel[], shown: Shown): ThreatRow[] {
  // Models of two folders may have one name.
  const rows = models.map((model, index): ModelRow => {
    return { row: "model", key: `${index} ${model.name}`, model, threats: model.threats.filter((one) => fits(one, shown)) };
  });
  if (rows.length > 1) return rows.filter(({ threats }) => threats.length > 0);
  return rows.length === 1 && rows[0] ? groupRows(rows[0].model, undefined, shown) : [];
}

/** The rows below a row. */
export function rowsBelow(row: ThreatRow, shown: Shown): ThreatRow[] {
  if (row.row === "model") return groupRows(row.model, row, shown);
  if (row.row === "threat") return [];
  return row.threats.map((threat) => ({ row: "threat", key: `${row.key} ${threat.id}`, parent: row, threat }));
}

/** A word of the language as a title: "Denial of service". */
export function titleOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("-", " ")}`;
}

/** "2 open · 5 answered", for the rows that a row stands for. */
export function summary(threats: readonly WireThreat[]): string {
  const open = threats.filter((one) => one.state === "open").length;
  const planned = threats.filter((one) => one.state === "planned").length;
  const parts = [
    [open, "open"],
    [planned, "planned"],
    [threats.length - open - planned, "answered"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(" · ");
}

function groupRows(model: WireModel, parent: ModelRow | undefined, shown: Shown): GroupRow[] {
  const groups = new Map<string, WireThreat[]>();
  for (const threat of model.threats.filter((one) => fits(one, shown))) {
    for (const label of labels(threat, shown.grouping)) groups.set(label, [...(groups.get(label) ?? []), threat]);
  }
  const rows = [...groups].map(([label, threats]): GroupRow => {
    return {
      row: "group",
      key: `${parent?.key ?? model.name} ${shown.grouping} ${label}`,
      parent,
      label,
      threats: threats.sort(byUrgency),
    };
  });
  // Elements stay in the order of the model.
  const order: readonly string[] = { element: [], state: states, stride: classes }[shown.grouping];
  return rows.sort((a, b) => order.indexOf(a.label) - order.indexOf(b.label));
}

function fits(threat: WireThreat, { onlyCalling, text }: Shown): boolean {
  if (onlyCalling && !calling.has(threat.state)) return false;
  const words = [threat.id, threat.title, threat.elementTitle, threat.severity, ...threat.stride].join("\n").toLowerCase();
  return words.includes(text.trim().toLowerCase());
}

function labels(threat: WireThreat, grouping: Grouping): readonly string[] {
  if (grouping === "state") return [threat.state];
  return grouping === "stride" ? threat.stride : [threat.element];
}

function byUrgency(a: WireThreat, b: WireThreat): number {
  return states.indexOf(a.state) - states.indexOf(b.state) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
