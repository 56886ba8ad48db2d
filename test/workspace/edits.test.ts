// Whatever is typed into samples and generated models, one character or many, what is known is what a fresh check knows.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { generateModel } from "../../bench/model.ts";
import { Random } from "../../bench/random.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { isEntity, isPattern } from "../../server/src/model/types.ts";
import type { Location } from "../../server/src/source/types.ts";
import type { Checked, CheckedModel } from "../../server/src/workspace/check.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { today } from "../support/models.ts";

type Files = Record<string, string>;

const samples = new URL("../../samples/", import.meta.url);
const sampleNames = readdirSync(samples, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);

function sample(name: string): Files {
  const folder = new URL(`${name}/`, samples);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".ward"));
  return Object.fromEntries(names.map((one) => [`/${one.replaceAll("\\", "/")}`, readFileSync(new URL(one, folder), "utf8")]));
}

function generated(): Files {
  return Object.fromEntries(Object.entries(generateModel({ elements: 60, flows: 60, seed: 3 })).map(([name, text]) => [`/${name}`, text]));
}

// Answers and entries of the workspace's own, whose texts are read by findings.
const overrides = `import "./main.ward"
override threat UnsignedUpdate "No way back" { explain: "Nobody can recover it." }
property ward-note of device : text { explain: "What the ward notes." }
threat OwnThreat "Own threat" on device { when: supplied-by = manufacturer severity: high explain: "Ours." mitigated-by: UserAuthentication }
accept OwnThreat on * { reason: "Looked at." until: 2020-01-01 }
`;

function workspaceOf(files: Files): Workspace {
  const workspace = new Workspace({ fileSystem: memoryFiles(files), root: "/", today: () => today });
  workspace.add(Object.keys(files));
  return workspace;
}

const at = ({ file, range }: Location): string => `${file.path}:${range.start}-${range.end}`;

function shownValue(value: unknown): unknown {
  if (isEntity(value)) return value.id;
  if (isPattern(value)) return `${value.container?.id}.*`;
  return typeof value === "object" && value !== null && "start" in value && "end" in value ? `${value.start}-${value.end}` : value;
}

function modelKnown({ name, analysis }: CheckedModel): unknown {
  const { model, threats, requirements, autonomy, diagnostics } = analysis;
  return {
    name,
    diagnostics: diagnostics.map((one) => [one.code, at(one.location), one.message]),
    entities: model.entities.map((one) => [
      one.id,
      one.title,
      one.rank,
      `${one.node.start}-${one.node.end}`,
      one.node.doc,
      one.source?.id,
      one.target?.id,
      one.file.tree.text.length,
      [...one.properties].map(([property, { values }]) => [property, ...values.map(({ value }) => shownValue(value))]),
    ]),
    references: model.references.map((one) => `${at(one)} ${one.target.id} ${one.from.id}`),
    threats: threats.map((one) => [
      one.id,
      one.threat.entity.title,
      one.state,
      one.status,
      one.severity,
      one.answers.map(({ id }) => id),
      one.missing.map(({ id }) => id),
      one.harms.map(({ harm, path }) => [harm.title, ...path.map(({ id }) => id)]),
      one.access?.text,
      one.risk,
      one.decisions.map(({ decision, why }) => [decision.id, why]),
      one.assumptions.map(({ assumption, why }) => [assumption.id, why]),
    ]),
    requirements: requirements.map((one) => [one.id, one.state, one.responsible, one.clauses.map(({ title }) => title)]),
    autonomy: autonomy.map((one) => [one.requirement.entity.id, one.place.id, one.measure.id]),
  };
}

function known(checked: Checked): unknown {
  return {
    models: checked.models.map(modelKnown),
    diagnostics: checked.diagnostics.map((one) => ({
      ...one,
      location: at(one.location),
      related: one.related.map(({ message, location }) => `${message} ${at(location)}`),
    })),
    texts: checked.files.map((file) => [file.path, file.tree.text, file.tree.problems, file.tree.comments]),
  };
}

type Edit = (text: string, random: Random) => string;

const put = (text: string, start: number, end: number, piece: string): string => text.slice(0, start) + piece + text.slice(end);

function somewhere(pattern: RegExp, change: (found: RegExpMatchArray, random: Random) => string): Edit {
  return (text, random) => {
    const all = [...text.matchAll(pattern)];
    const found = random.pick(all);
    if (found === undefined) return text;
    return put(text, found.index, found.index + found[0].length, change(found, random));
  };
}

const letter = (random: Random): string => random.pick([..."abcdefghij xyz-_.,é\\"]) as string;

/** What people do to a text, by name; words are what is typed most. */
const edits: Readonly<Record<string, Edit>> = {
  "a letter in a text": somewhere(/"[^"\n]+"/g, ([text], random) => {
    const where = random.between(1, text.length - 1);
    return put(text, where, where, random.pick(["a", "é", " ", "x"]) as string);
  }),
  "a letter less in a text": somewhere(/"[^"\n\\]+"/g, ([text]) => put(text, 1, 2, "")),
  "a text emptied": somewhere(/"[^"\n]+"/g, () => '""'),
  "a text without its end": somewhere(/"[^"\n]+"/g, ([text]) => text.slice(0, -1)),
  "an end of a text": somewhere(/"[^"\n]*$/gm, ([text]) => `${text}"`),
  "any letter": (text, random) => {
    const where = random.between(0, text.length);
    return put(text, where, where, letter(random));
  },
  "any letter less": (text, random) => {
    const where = random.between(0, text.length);
    return put(text, where, where + 1, "");
  },
  "another name": somewhere(/(?<=^ *(?:device|process|flow|control|data) )\w+/gm, ([name]) => `${name}X`),
  "a line less": somewhere(/^.*\n/gm, () => ""),
  "a comment": somewhere(/\n/g, () => "\n// noted\n"),
  "a flow": (text, random) => {
    const names = [...text.matchAll(/^ *(?:device|process|external) (\w+)/gm)].map(([, name]) => name as string);
    if (names.length === 0) return text;
    return `${text}\nflow Added${random.between(0, 99)} "Added" ${random.pick(names)} -> ${random.pick(names)} { purpose: "to try" commands: yes }\n`;
  },
  "another status": somewhere(
    /(?<=status: )\w+/g,
    (_, random) => random.pick(["planned", "designed", "implemented", "verified"]) as string,
  ),
  "an import": (text) => `import "./nowhere.ward"\n${text}`,
  "a word that begins nothing": somewhere(/\n/g, (_, random) => `\n${random.pick(["flo", "p", "pur", "?"])}\n`),
  "a word that begins nothing, at the end": (text) => `${text}\nflo`,
  "a brace": somewhere(/[{}]/g, () => ""),
};

/** Makes edits, compares after each, and gives how many needed no analysis of the first model. */
function tryEdits(start: Files, seed: number, count: number): number {
  const random = new Random(seed);
  const workspace = workspaceOf(start);
  const files = { ...start };
  const names = Object.keys(edits);
  let kept = 0;
  let before = workspace.check().models[0]?.analysis.threats;
  const trail: string[] = [];
  for (let step = 0; step < count; step++) {
    const path = random.pick(Object.keys(files)) as string;
    // Mostly small edits that leave a text whole, now and then back to where it began, so that errors do not pile up.
    const name = random.pick(names) as string;
    files[path] = step % 12 === 11 ? (start[path] as string) : (edits[name] as Edit)(files[path] as string, random);
    trail.push(`${path}: ${step % 12 === 11 ? "undone" : name}`);
    workspace.setText(path, files[path] as string);
    const checked = workspace.check();
    assert.deepEqual(known(checked), known(workspaceOf(files).check()), `after ${trail.join("; ")}`);
    if (checked.models[0]?.analysis.threats === before) kept++;
    before = checked.models[0]?.analysis.threats;
  }
  return kept;
}

const rounds = Number(process.env.WARD_EDITS ?? 25);

describe("what is known after any edit is what a fresh check knows", () => {
  for (const name of sampleNames) {
    it(`in ${name}`, function () {
      this.timeout(600_000);
      assert.ok(tryEdits(sample(name), 1, rounds) > 0);
    });
  }

  it("in a generated model with entries of its own", function () {
    this.timeout(600_000);
    assert.ok(tryEdits({ ...generated(), "/own.ward": overrides }, 2, rounds) > 0);
  });

  // Texts that may decide something, each with what is typed there.
  const read: readonly (readonly [what: string, from: string, to: string])[] = [
    ["the title of a threat", '"Own threat"', '"Our own threat"'],
    ["the title that an override gives", '"No way back"', '"No way back at all"'],
    ["a text that findings ask for", 'reason: "Looked at."', 'reason: ""'],
    ["a text that only people read", '"Nobody can recover it."', '"Nobody can recover it now."'],
  ];
  for (const [what, from, to] of read) {
    it(`where somebody types ${what}`, () => {
      const files: Files = { ...generated(), "/own.ward": overrides };
      const workspace = workspaceOf(files);
      workspace.check();
      files["/own.ward"] = overrides.replace(from, to);
      assert.notEqual(files["/own.ward"], overrides);
      workspace.setText("/own.ward", files["/own.ward"]);
      assert.deepEqual(known(workspace.check()), known(workspaceOf(files).check()));
    });
  }

  it("and typing what cannot be read yet finds nothing anew", () => {
    const text = (last: string): string => `system S "S" {}\ndevice A "A" {}\n${last}`;
    const workspace = workspaceOf({ "/main.ward": text("") });
    const { threats } = workspace.check().models[0]?.analysis ?? assert.fail();
    for (const last of ["f", "fl", "flo", "?", ""]) {
      workspace.setText("/main.ward", text(last));
      const checked = workspace.check();
      assert.equal(checked.models[0]?.analysis.threats, threats);
      assert.deepEqual(known(checked), known(workspaceOf({ "/main.ward": text(last) }).check()));
    }
  });

  it("where a declaration that lacks something can be read again", () => {
    const text = (inside: string): string =>
      `system S "S" {}\ndevice A "A" {}\nflow F "F" A -> A {}\ncontrol C "C" : UserAuthentication { ${inside} }`;
    const workspace = workspaceOf({ "/main.ward": text("protects: A") });
    workspace.check();
    for (const inside of ["protects: A ?", "?", "", "? ?", "status", "protects: A"]) {
      workspace.setText("/main.ward", text(inside));
      assert.deepEqual(known(workspace.check()), known(workspaceOf({ "/main.ward": text(inside) }).check()), inside);
    }
  });

  it("where an old path of an element is typed, which names may use", () => {
    const text = (path: string): string => `system S "S" {}
device New "New" { formerly: "${path}" }
device Other "Other" {}
flow F "F" Old -> Other {}
`;
    const workspace = workspaceOf({ "/main.ward": text("Old") });
    assert.deepEqual(
      workspace.check().diagnostics.filter((one) => one.code === "unknown-name"),
      [],
    );
    workspace.setText("/main.ward", text("Olden"));
    assert.deepEqual(known(workspace.check()), known(workspaceOf({ "/main.ward": text("Olden") }).check()));
    assert.ok(workspace.check().diagnostics.some((one) => one.code === "unknown-name"));
  });

  it("and typing a purpose, even while its quote is open, finds nothing anew", () => {
    const text = (purpose: string): string =>
      `system S "S" {}\ndevice A "A" {}\ndevice B "B" {}\nflow F "F" A -> B {\n  purpose: ${purpose}`;
    const workspace = workspaceOf({ "/main.ward": text('"') });
    const { threats } = workspace.check().models[0]?.analysis ?? assert.fail();
    for (const purpose of ['"f', '"fo', '"for the round', '"for the ward round']) {
      workspace.setText("/main.ward", text(purpose));
      const checked = workspace.check();
      assert.equal(checked.models[0]?.analysis.threats, threats);
      assert.deepEqual(known(checked), known(workspaceOf({ "/main.ward": text(purpose) }).check()));
    }
  });
});
