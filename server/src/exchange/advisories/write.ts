// Writes what files say about a model's components as declarations of vulnerabilities, and notes what was left out and why.
import { vectorProblem } from "../../cvss/vector.ts";
import type { Model } from "../../model/model.ts";
import type { Entity } from "../../model/types.ts";
import { vulnerabilityJustification } from "../../vocabulary/words.ts";
import { componentsOf } from "./match.ts";
import type { Advisory, Statement } from "./types.ts";

/** What came of files. */
export interface Imported {
  /** The declarations, in Ward, not laid out yet; empty when there are none. */
  readonly text: string;
  readonly count: number;
  /** The components that the declarations refer to. */
  readonly components: readonly Entity[];
  /** What was left out, and why, as sentences. */
  readonly notes: readonly string[];
}

const longestTitle = 200;
const longestText = 2000;

interface Draft {
  readonly advisory: Advisory;
  readonly statement: Statement;
  readonly components: Set<Entity>;
}

/** Makes declarations of what advisories say about the components of a model. Ids that the model has already stay as they are. */
export function importAdvisories(model: Model, advisories: readonly Advisory[]): Imported {
  const notes: string[] = [];
  const known = new Map<string, Entity>();
  for (const one of model.of("vulnerability")) for (const id of [one.name, ...model.texts(one, "id")]) known.set(id.toUpperCase(), one);
  const drafts = new Map<string, Draft>();
  let unmatched = 0;
  for (const advisory of [...advisories].sort(byId)) {
    const name = advisory.ids[0] ?? advisory.title;
    if (name === "") continue;
    const declared = advisory.ids.map((id) => known.get(id.toUpperCase())).find((one) => one !== undefined);
    if (declared) {
      notes.push(`${name} is in the model already (\`${declared.name}\`) and stays as it is`);
      continue;
    }
    const own = draftsOf(model, advisory, notes);
    if (own.length === 0 && !advisory.statements.some(({ product }) => componentsOf(model, product).length > 0)) unmatched++;
    for (const draft of own) drafts.set(keyOf(draft), merged(drafts.get(keyOf(draft)), draft));
  }
  if (unmatched > 0) {
    const none = unmatched === 1 ? "1 vulnerability is" : `${unmatched} vulnerabilities are`;
    notes.push(`${none} about no component of the model; components are found by \`identifier\` (package URL or CPE), or by name`);
  }
  const names = new Set(model.entities.map((entity) => entity.name));
  const texts = [...drafts.values()].map((draft) => declarationOf(model, draft, names, notes));
  const components = [...new Set([...drafts.values()].flatMap((draft) => [...draft.components]))].sort((a, b) => a.rank - b.rank);
  return { text: texts.length === 0 ? "" : `${texts.join("\n\n")}\n`, count: texts.length, components, notes };
}

function byId(a: Advisory, b: Advisory): number {
  const [one, other] = [a.ids[0] ?? a.title, b.ids[0] ?? b.title];
  return one < other ? -1 : one > other ? 1 : 0;
}

function draftsOf(model: Model, advisory: Advisory, notes: string[]): Draft[] {
  const found: Draft[] = [];
  const others = new Set<Entity>();
  const id = advisory.ids[0] ?? advisory.title;
  for (const statement of advisory.statements) {
    for (const component of componentsOf(model, statement.product)) {
      const version = model.text(component, "version");
      const holds = version === undefined ? undefined : statement.holds(version);
      if (holds === false) {
        others.add(component);
        continue;
      }
      found.push({ advisory, statement, components: new Set([component]) });
    }
  }
  for (const component of others)
    if (!found.some(({ components }) => components.has(component)))
      notes.push(`${shown(id)} is not about version ${shown(model.text(component, "version") ?? "")} of \`${component.id}\``);
  return found;
}

// What is said in the same words about several components, or by several files, is said once.
function keyOf({ advisory, statement }: Draft): string {
  const { status, justification, statement: words, response, action } = statement;
  return JSON.stringify([advisory.ids[0] ?? advisory.title, status, justification, words, response, action]);
}

function merged(known: Draft | undefined, draft: Draft): Draft {
  if (known === undefined) return draft;
  const { advisory } = known;
  const ids = [...new Set([...advisory.ids, ...draft.advisory.ids])];
  const vectors = [...new Set([...advisory.vectors, ...draft.advisory.vectors])];
  return { ...known, advisory: { ...advisory, ids, vectors }, components: new Set([...known.components, ...draft.components]) };
}

function declarationOf(model: Model, { advisory, statement, components }: Draft, names: Set<string>, notes: string[]): string {
  const { ids, title, found } = advisory;
  const vectors = advisory.vectors.filter((vector) => vectorProblem(vector) === undefined);
  const id = ids[0] ?? title;
  for (const vector of advisory.vectors) {
    const problem = vectorProblem(vector);
    if (problem) notes.push(`${shown(id)}: the vector ${shown(vector)} is left out: ${problem.problem}`);
  }
  const justification = vulnerabilityJustification.words.find(([word]) => word === statement.justification)?.[0];
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["id", ids.map(identifier).join(", ")],
    [
      "component",
      [...components]
        .sort((a, b) => a.rank - b.rank)
        .map((one) => pathOf(model, one))
        .join(", "),
    ],
    ["versions", quoted(statement.versions)],
    ["cvss", vectors.map((vector) => quoted(vector)).join(", ")],
    ["status", statement.status],
    ["justification", justification],
    ["statement", quoted(statement.statement)],
    ["response", statement.response.join(", ")],
    ["action", quoted(statement.action)],
    ["found", found],
  ];
  const lines = properties.flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : []));
  return `vulnerability ${nameOf(id, names)} ${quoted(title || id, longestTitle)} {\n${lines.join("\n")}\n}`;
}

// The shortest end of the path that no other component has.
function pathOf(model: Model, component: Entity): string {
  const segments = component.id.split(".");
  for (let count = 1; count < segments.length; count++) {
    const end = segments.slice(-count).join(".");
    if (model.entities.filter(({ id }) => id === end || id.endsWith(`.${end}`)).length === 1) return end;
  }
  return component.id;
}

function nameOf(id: string, taken: Set<string>): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const [first = "", ...rest] = words;
  const joined = [/^[A-Z]+$/.test(first) ? (first[0] ?? "") + first.slice(1).toLowerCase() : first, ...rest].join("_").slice(0, 60);
  const base = /^[\p{L}_]/u.test(joined) ? joined : `V_${joined}`;
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  taken.add(name);
  return name;
}

function identifier(id: string): string {
  return /^CVE-\d{4}-\d{4,}$/.test(id) ? id : (quoted(id) ?? "");
}

/** A text of others as a string of the language: on one line, without anything that is not seen. */
function quoted(text: string | undefined, longest = longestText): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  return `"${shown(text, longest).replace(/["\\]/g, "\\$&")}"`;
}

function shown(text: string, longest = longestText): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
