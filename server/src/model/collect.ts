// First pass over the trees: every declaration becomes an entity with its path; places, names and duplicates are checked.
import { type Keyword, modelKeywords } from "../../../grammar/keywords.ts";
import type { Declaration, Item } from "../../../grammar/syntax.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import { withArticle } from "../diagnostics/words.ts";
import type { SourceFile } from "../source/types.ts";
import { declarationSpec, declarations } from "../vocabulary/index.ts";
import { sameName } from "./names.ts";
import { didYouMean } from "./suggest.ts";
import { noteText } from "./texts.ts";
import { type BoundProperty, type BoundValue, type Entity, nameLocation } from "./types.ts";

const modelWords: ReadonlySet<string> = new Set(modelKeywords);

/** Whether a keyword declares part of a model (and not of a catalogue). */
export function isModelKeyword(keyword: string): boolean {
  return modelWords.has(keyword);
}

// A declaration as it stands after this pass. Its title is read from the tree, so that another title needs no other entity.
class Declared implements Entity {
  readonly id: string;
  readonly name: string;
  readonly keyword: Keyword;
  readonly rank: number;
  readonly file: SourceFile;
  readonly node: Declaration;
  readonly parent: Entity | undefined;
  readonly children: Entity[] = [];
  readonly kinds: Entity[] = [];
  readonly properties = new Map<string, BoundProperty>();
  source: Entity | undefined = undefined;
  target: Entity | undefined = undefined;
  readonly on: BoundValue[] = [];
  readonly appliesTo: Keyword[] = [];
  subject: Entity | undefined = undefined;
  disabledBy: Entity | undefined = undefined;
  readonly overrides: Entity[] = [];
  private retitled: string | undefined = undefined;

  constructor(id: string, name: string, keyword: Keyword, rank: number, file: SourceFile, node: Declaration, parent: Entity | undefined) {
    this.id = id;
    this.name = name;
    this.keyword = keyword;
    this.rank = rank;
    this.file = file;
    this.node = node;
    this.parent = parent;
  }

  get title(): string {
    if (this.retitled !== undefined) return this.retitled;
    const written = this.node.title;
    if (written === undefined) return this.name;
    noteText(written);
    return written.value || this.name;
  }

  set title(given: string) {
    this.retitled = given;
  }
}

/** Collects the entities of files; `register` is called for each that can be referred to. */
export class Collector {
  readonly entities: Entity[] = [];
  private readonly byId = new Map<string, Entity>();
  private readonly problems: Diagnostic[];
  private decisions = new Map<string, number>();

  constructor(problems: Diagnostic[]) {
    this.problems = problems;
  }

  /** Collects one file. */
  file(file: SourceFile): void {
    this.items(file.tree.items, undefined, file);
  }

  private items(items: readonly Item[], parent: Entity | undefined, file: SourceFile): void {
    for (const item of items) {
      if (item.type === "declaration") this.declaration(item, parent, file);
      else if (item.type === "property" && parent === undefined) {
        this.problems.push(
          diagnostic(
            "misplaced-declaration",
            { file, range: item.name },
            { what: `property \`${item.name.text}\``, where: "outside a declaration", allowed: "between the braces of one" },
          ),
        );
      } else if (item.type === "import" && parent !== undefined) {
        this.problems.push(
          diagnostic(
            "misplaced-declaration",
            { file, range: item },
            { what: "import", where: "inside a declaration", allowed: "at the top of a file" },
          ),
        );
      }
    }
  }

  private declaration(node: Declaration, parent: Entity | undefined, file: SourceFile): void {
    const spec = declarationSpec(node.keyword.text);
    if (spec === undefined) {
      this.unknownDeclaration(node, parent, file);
      return;
    }
    const allowed = spec.within.includes(parent === undefined ? "file" : parent.keyword);
    if (!allowed) {
      const where = parent === undefined ? "at the top level" : `in ${withArticle(parent.keyword)}`;
      const places = spec.within.map((place) => (place === "file" ? "at the top level" : `in ${withArticle(place)}`)).join(" or ");
      this.problems.push(
        diagnostic("misplaced-declaration", { file, range: node.keyword }, { what: spec.keyword, where, allowed: places }),
      );
    }
    const entity = this.entity(node, spec.keyword, spec.name === "subject", parent, file);
    this.entities.push(entity);
    parent?.children.push(entity);
    if (spec.name === "own") this.checkName(entity, spec.example);
    if (node.body) this.items(node.body.items, entity, file);
  }

  private entity(node: Declaration, keyword: Keyword, isSubject: boolean, parent: Entity | undefined, file: SourceFile): Entity {
    const name = sameName(node.name?.text ?? "");
    // Decisions have no name of their own; theirs says what they are on, and a count keeps two of a kind apart.
    let id = parent ? `${parent.id}.${name}` : name;
    if (isSubject) {
      const on = node.headers.find((header) => header.type === "on");
      const targets = on?.type === "on" ? on.targets.map((path) => sameName(file.tree.text.slice(path.start, path.end))).join(", ") : "";
      const base = `${keyword} ${name} on ${targets}`;
      const count = (this.decisions.get(base) ?? 0) + 1;
      this.decisions.set(base, count);
      id = count === 1 ? base : `${base} (${count})`;
    }
    return new Declared(id, name, keyword, this.entities.length, file, node, parent);
  }

  private checkName(entity: Entity, example: string): void {
    const { node, file, name } = entity;
    if (node.name === undefined) {
      this.problems.push(diagnostic("missing-name", { file, range: node.keyword }, { what: entity.keyword, example }));
      return;
    }
    if (name.includes("-") && entity.keyword !== "property" && entity.keyword !== "row") {
      const help = `write \`${name.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase())}\``;
      this.problems.push(diagnostic("invalid-name", { file, range: node.name }, { name }, { help }));
    }
    // An override names again what it overrides, a matrix also its rows.
    if (node.modifier || entity.parent?.node.modifier) return;
    const key = `${isModelKeyword(entity.keyword) ? "model" : entity.keyword === "property" || entity.keyword === "row" ? entity.keyword : "catalogue"} ${entity.id}`;
    const first = this.byId.get(key);
    if (first === undefined) {
      this.byId.set(key, entity);
      return;
    }
    const help =
      first.file.origin === "catalogue" ? `the catalogue has it: write \`override ${entity.keyword} ${name}\` to change it` : undefined;
    this.problems.push(
      diagnostic(
        "duplicate-name",
        nameLocation(entity),
        { name: entity.id },
        { help, related: [{ message: "first declared here", location: nameLocation(first) }] },
      ),
    );
  }

  private unknownDeclaration(node: Declaration, parent: Entity | undefined, file: SourceFile): void {
    const word = node.keyword.text;
    const spec = parent ? declarationSpec(parent.keyword) : undefined;
    const isProperty = spec?.properties.some((property) => property.name === word);
    const keywords = declarations.filter((d) => d.within.includes(parent === undefined ? "file" : parent.keyword)).map((d) => d.keyword);
    const help = isProperty ? `write \`${word}:\` with a colon before its value` : didYouMean(word, keywords);
    this.problems.push(diagnostic("unknown-declaration", { file, range: node.keyword }, { word }, { help }));
    // What stands inside is still read as if it stood outside, so that nothing else is lost.
    if (node.body)
      this.items(
        node.body.items.filter((item) => item.type === "declaration"),
        parent,
        file,
      );
  }
}
