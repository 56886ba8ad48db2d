// Which documents state a control, an assumption or a requirement: from the table of items and from what whole registers list, so that no
// document has to be written to know it.
import type { Facts } from "../../model/derived/facts.ts";
import type { Entity } from "../../model/types.ts";
import { fillingOf, items } from "./index.ts";
import { itemLists } from "./lists.ts";
import type { Found } from "./types.ts";

/** A document with those of its sections that state something. */
export interface Mention {
  /** The kind of the document, as `ward report` takes it. */
  readonly kind: string;
  /** What it is called in a sentence. */
  readonly name: string;
  /** Titles of sections, in their order. */
  readonly sections: readonly string[];
}

/** Documents that list all declarations of a sort, or all that answer a threat. */
const registers: readonly {
  readonly kind: string;
  readonly name: string;
  readonly section: string;
  readonly lists: (found: Found, entity: Entity) => boolean;
}[] = [
  {
    kind: "environment",
    name: "requirements on the operating environment",
    section: "Requirements",
    lists: ({ requirements }, entity) => requirements.some(({ requirement }) => requirement.entity === entity),
  },
  {
    kind: "environment",
    name: "requirements on the operating environment",
    section: "Assumptions",
    lists: (_, { keyword }) => keyword === "assumption",
  },
  {
    kind: "controls",
    name: "list of security controls",
    section: "Security controls",
    lists: (_, { keyword }) => keyword === "control",
  },
  {
    kind: "threats",
    name: "threat register",
    section: "Answers to threats",
    lists: ({ threats }, entity) =>
      (entity.keyword === "control" || entity.keyword === "assumption") && threats.some(({ answers }) => answers.includes(entity)),
  },
];

/** Items that tell of every requirement on the environment, whatever declarations state it. */
const requirementItems: ReadonlySet<string> = new Set(["RecommendedEnvironmentControls", "HcpRecommendedControls"]);

const known = new WeakMap<Facts, ReadonlyMap<Entity, readonly { readonly kind: string; readonly section: string }[]>>();

/** The documents that state an entity, each with its sections. */
export function mentionsOf(found: Found, entity: Entity): readonly Mention[] {
  const told = new Map<string, { readonly name: string; readonly sections: string[] }>();
  const add = (kind: string, name: string, section: string): void => {
    const one = told.get(kind) ?? { name, sections: [] };
    one.sections.push(section);
    told.set(kind, one);
  };
  for (const { kind, section } of itemsOf(found, entity)) add(kind, itemLists.find((one) => one.kind === kind)?.name ?? kind, section);
  for (const { kind, name, section, lists } of registers) if (lists(found, entity)) add(kind, name, section);
  return [...told].map(([kind, rest]) => ({ kind, ...rest }));
}

function itemsOf(found: Found, entity: Entity): readonly { readonly kind: string; readonly section: string }[] {
  if (entity.keyword === "requirement") {
    if (!found.requirements.some(({ requirement }) => requirement.entity === entity)) return [];
    return items.filter(({ id }) => requirementItems.has(id)).map(({ list, title }) => ({ kind: kindOf(list), section: title }));
  }
  return byEntity(found).get(entity) ?? [];
}

// Worked out once for an analysis, with the first question.
function byEntity(found: Found): ReadonlyMap<Entity, readonly { readonly kind: string; readonly section: string }[]> {
  const before = known.get(found.facts);
  if (before) return before;
  const all = new Map<Entity, { kind: string; section: string }[]>();
  for (const item of items) {
    for (const source of new Set(fillingOf(found, item).sources)) {
      const list = all.get(source) ?? [];
      list.push({ kind: kindOf(item.list), section: item.title });
      all.set(source, list);
    }
  }
  known.set(found.facts, all);
  return all;
}

function kindOf(list: string): string {
  return itemLists.find((one) => one.list === list)?.kind ?? list;
}
