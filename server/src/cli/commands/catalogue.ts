// `ward catalogue`: what the catalogue knows, with house catalogues where paths are given.
import { compileCatalogue } from "../../catalogue/catalogue.ts";
import { version } from "../../host/version.ts";
import { bind } from "../../model/bind.ts";
import type { Model } from "../../model/model.ts";
import type { Entity } from "../../model/types.ts";
import type { SourceFile } from "../../source/types.ts";
import { load } from "../../workspace/load.ts";
import { relative } from "../../workspace/paths.ts";
import { coreCatalogue, shippedSources } from "../../workspace/shipped.ts";
import { type Command, counted } from "../command.ts";
import { findInputs } from "../inputs.ts";
import type { Style, Terminal } from "../terminal.ts";
import { padded, visible, widthOf, wrapped } from "../words.ts";

/** The sorts of entries, as listed, with the keyword of each. */
const sections = [
  { key: "threats", title: "Threats", keyword: "threat" },
  { key: "measures", title: "Measures", keyword: "measure" },
  { key: "requirements", title: "Requirements on the operating environment", keyword: "requirement" },
  { key: "kinds", title: "Kinds", keyword: "kind" },
  { key: "protocols", title: "Protocols", keyword: "protocol" },
] as const;

/** `ward catalogue [PATH…]`. */
export const catalogue: Command = {
  name: "catalogue",
  summary: "List threats, measures, requirements, kinds and protocols",
  operands: "[PATH…]",
  fewest: 0,
  most: Number.POSITIVE_INFINITY,
  about: "Lists the catalogues that ship with Ward, and what the files at PATH add to them.",
  options: { format: { type: "text", words: ["text", "json"], default: "text", doc: "How entries are written" } },
  examples: [
    { line: "ward catalogue", what: "Lists every entry with its title." },
    { line: "ward catalogue house/ --format json", what: "Includes a catalogue of your own, for other programs." },
  ],
  run: (input, terminal) => {
    const { files, incomplete } = input.operands.length === 0 ? { files: [], incomplete: false } : houseFiles(input.operands, terminal);
    const model = bind([...shippedSources(), ...files], coreCatalogue());
    terminal.out(input.text("format") === "json" ? json(model) : text(model, terminal.style, terminal.width));
    return incomplete ? 2 : 0;
  },
};

function houseFiles(operands: readonly string[], terminal: Terminal): { files: readonly SourceFile[]; incomplete: boolean } {
  const { workspaces, problems, fileSystem } = findInputs(operands, terminal.cwd);
  for (const problem of problems) terminal.err(`ward: ${problem}\n`);
  const files: SourceFile[] = [];
  let incomplete = problems.length > 0;
  for (const { root, files: paths } of workspaces) {
    const loaded = load(paths, { fileSystem, root, shownFrom: terminal.cwd });
    files.push(...loaded.files.values());
    for (const { path, reason } of loaded.unreadable) {
      terminal.err(`ward: ${visible(relative(terminal.cwd, path))} cannot be read: ${reason}\n`);
      incomplete = true;
    }
  }
  return { files, incomplete };
}

function entriesOf(model: Model, keyword: (typeof sections)[number]["keyword"]): readonly Entity[] {
  return [...model.of(keyword)].filter((entity) => entity.disabledBy === undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function originOf({ file }: Entity): string {
  return file.origin === "catalogue" ? (file.path.split("/")[0] as string) : file.path;
}

function text(model: Model, style: Style, width: number): string {
  const out: string[] = [];
  const origins = new Set<string>();
  for (const { title, keyword } of sections) {
    const entries = entriesOf(model, keyword);
    if (entries.length === 0) continue;
    out.push(style.bold(`${title} (${entries.length})`));
    const groups = new Map<string, Entity[]>();
    for (const entry of entries) groups.set(originOf(entry), [...(groups.get(originOf(entry)) ?? []), entry]);
    for (const [origin, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      origins.add(origin);
      out.push(`  ${style.dim(visible(origin))}`);
      const column = Math.min(36, Math.max(...members.map((one) => widthOf(one.name))));
      for (const { name, title: words } of members) {
        const lead = `    ${padded(visible(name), column)}  `;
        const lines = wrapped(words, width, " ".repeat(column + 6), lead);
        out.push(style.cyan(lines.slice(0, lead.length)) + lines.slice(lead.length));
      }
    }
    out.push("");
  }
  out.push(`From ${counted(origins.size, "source")}: ${[...origins].map(visible).join(", ")}`);
  return `${out.join("\n")}\n`;
}

function json(model: Model): string {
  const compiled = compileCatalogue(model);
  const threats = new Map(compiled.threats.map((threat) => [threat.entity, threat]));
  const requirements = new Map(compiled.requirements.map((requirement) => [requirement.entity, requirement]));
  const names = (entities: readonly Entity[]): string[] => entities.map((entity) => entity.name);
  const details = (entity: Entity): object => {
    const threat = threats.get(entity);
    if (threat) {
      return {
        on: threat.on,
        stride: threat.stride,
        linddun: threat.linddun,
        difficulty: threat.difficulty,
        mitigatedBy: threat.alternatives.map(names),
        refines: names(threat.refines),
        references: threat.references,
      };
    }
    const requirement = requirements.get(entity);
    if (requirement) {
      const { per, force, responsible, answers, clauses, unless } = requirement;
      return { per, force, responsible, answers: names(answers), clauses: names(clauses), unless: names(unless) };
    }
    const provides = names(model.refs(entity, "provides"));
    return {
      ...(entity.kinds.length > 0 ? { specialises: names(entity.kinds) } : {}),
      ...(entity.keyword === "kind" ? { of: entity.appliesTo } : {}),
      ...(entity.keyword === "measure"
        ? {
            capability: names(model.refs(entity, "capability")),
            reaches: model.texts(entity, "reaches"),
            layer: model.text(entity, "layer"),
          }
        : {}),
      ...(provides.length > 0 ? { provides } : {}),
    };
  };
  const list = (keyword: (typeof sections)[number]["keyword"]) =>
    entriesOf(model, keyword).map((entity) => ({
      name: entity.name,
      title: entity.title,
      origin: originOf(entity),
      ...details(entity),
      ...(model.text(entity, "explain") === undefined ? {} : { explain: model.text(entity, "explain")?.trim() }),
    }));
  const content = {
    version: 1,
    tool: { name: "ward", version: version() },
    ...Object.fromEntries(sections.map(({ key, keyword }) => [key, list(keyword)])),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
