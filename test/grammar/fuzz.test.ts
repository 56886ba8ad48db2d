// Every text of the repository, damaged in some twenty thousand deterministic ways: no stage that reads a text may
// throw, look outside it, or lose any of it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "../../grammar/parser/index.ts";
import { formatTree } from "../../grammar/print.ts";
import type { SyntaxTree } from "../../grammar/syntax.ts";
import { mutate, pick, random } from "../support/mutate.ts";
import { rangeOutside } from "../support/tree.ts";

/** What must hold for each text, whatever stands in it. A new stage adds a line; a check says what is wrong by throwing. */
const checks: Readonly<Record<string, (text: string, tree: SyntaxTree) => void>> = {
  "ranges inside the text": (_, tree) => assert.equal(rangeOutside(tree), undefined),
  "every name where it is written": (text, tree) => {
    for (const item of tree.items) {
      const name = item.type === "property" ? item.name : item.type === "declaration" ? item.name : undefined;
      if (name) assert.equal(text.slice(name.start, name.end), name.text);
    }
  },
  "a layout that stays": (text, tree) => {
    const formatted = formatTree(tree);
    if (formatted === text) return;
    const after = parse(formatted);
    assert.equal(formatTree(after), formatted);
    assert.deepEqual(commentsOf(after), commentsOf(tree));
    assert.deepEqual(
      after.problems.map(({ message }) => message),
      tree.problems.map(({ message }) => message),
    );
  },
};

const commentsOf = (tree: SyntaxTree): string[] => tree.comments.map(({ text }) => text.replace(/\s+/g, " ").trim());

const root = new URL("../../", import.meta.url);
const mutated = 18_000;
const truncated = 2_000;

interface Source {
  readonly file: string;
  readonly text: string;
}

function sources(): Source[] {
  return ["samples", "server/catalogue"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ward"))
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(new URL(`${folder}/${name}`, root), "utf8") })),
  );
}

// Most inputs are some neighbouring declarations of a file: as many places to damage, in a fraction of the time.
function excerpt(text: string, next: () => number): string {
  if (next() < 0.02) return text;
  const starts = [0, ...[...text.matchAll(/\n(?=[a-z/])/g)].map(({ index }) => index + 1)];
  const from = pick(starts, next);
  return text.slice(from, from + 200 + Math.floor(next() * 1500));
}

function* inputs(files: readonly Source[]): Generator<Source> {
  const next = random(81_001);
  for (let count = 0; count < mutated; count++) {
    const { file, text } = files[count % files.length] as Source;
    yield { file, text: mutate(excerpt(text, next), next) };
  }
  // The first file of each folder grows letter by letter, as under a typist's hands.
  const typed = [...new Map(files.map((source) => [source.file.split("/")[0], source])).values()];
  for (const { file, text } of typed) {
    const share = Math.ceil(truncated / typed.length);
    const shown = text.slice(0, 6000);
    for (let count = 0; count < share; count++) yield { file, text: shown.slice(0, Math.ceil((count * shown.length) / share)) };
  }
}

describe("damaged texts", () => {
  const files = sources();

  it("has texts to damage", () => assert.ok(files.length > 0, fileURLToPath(root)));

  it("says of the texts themselves that they are in order", () => {
    for (const { file, text } of files) {
      const tree = parse(text);
      assert.deepEqual(tree.problems, [], file);
      for (const check of Object.values(checks)) check(text, tree);
    }
  });

  it(`holds for ${(mutated + truncated).toLocaleString("en")} inputs: ${Object.keys(checks).join(", ")}`, () => {
    let count = 0;
    for (const { file, text } of inputs(files)) {
      count++;
      let stage = "parsing";
      try {
        const tree = parse(text);
        for (const [name, check] of Object.entries(checks)) {
          stage = name;
          check(text, tree);
        }
      } catch (error) {
        assert.fail(`${stage}, input ${count} from ${file}: ${JSON.stringify(text)}\n${error instanceof Error ? error.stack : error}`);
      }
    }
    assert.ok(count >= 20_000, `${count} inputs`);
  }).timeout(180_000);
});
