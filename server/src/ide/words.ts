// Words that several features share: counted things, states in a row, the signature of a declaration.
import type { Declaration } from "../../../grammar/syntax.ts";
import { type Analysis, states, type ThreatInstance } from "../analysis/types.ts";
import type { Entity } from "../model/types.ts";

const plurals: Readonly<Record<string, string>> = {
  boundary: "boundaries",
  process: "processes",
  data: "data",
  evidence: "pieces of evidence",
  property: "properties",
};

/** "1 flow", "3 processes". */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : (plurals[noun] ?? `${noun}s`)}`;
}

/** "2 devices, 1 process": entities counted by keyword, in the order in which keywords first appear. */
export function countedByKeyword(entities: Iterable<Entity>): string {
  const counts = new Map<string, number>();
  for (const { keyword } of entities) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  return [...counts].map(([keyword, count]) => counted(count, keyword)).join(", ");
}

/** "3 open · 5 mitigated": how many instances are in each state, open first. */
export function stateCounts(instances: readonly ThreatInstance[]): string {
  return states
    .map((state) => [state, instances.filter((instance) => instance.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(" · ");
}

/** The worst residual risk of some instances, by the catalogue's scale. */
export function worstRisk({ catalogue }: Analysis, instances: readonly ThreatInstance[]): string | undefined {
  const { risk } = catalogue.scales;
  const worst = Math.max(-1, ...instances.map((instance) => risk.indexOf(instance.risk.residual)));
  return risk[worst];
}

/** A declaration without its body, on one line: `device Pump "Infusion pump" : MedicalDevice`. */
export function signature(text: string, node: Declaration): string {
  const slice = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end).replace(/\s+/g, " ");
  const kinds = node.kinds.length > 0 ? `: ${node.kinds.map(slice).join(", ")}` : undefined;
  const parts = [
    node.modifier?.text,
    node.keyword.text,
    node.name?.text,
    node.title && slice(node.title),
    kinds,
    ...node.headers.map(slice),
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}
