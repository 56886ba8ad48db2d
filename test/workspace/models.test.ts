// Which files make a model: groups that nothing else imports, with all that they import.
import assert from "node:assert/strict";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { load } from "../../server/src/workspace/load.ts";
import { modelFiles } from "../../server/src/workspace/models.ts";

/** Imports by file; and the models, each as its files. */
const rows: readonly (readonly [what: string, imports: Readonly<Record<string, string>>, models: readonly string[]])[] = [
  ["a file alone", { a: "" }, ["a"]],
  ["two files that do not know each other", { a: "", b: "" }, ["a", "b"]],
  ["a file and what it imports", { a: "b", b: "" }, ["a b"]],
  ["an import of an import", { a: "b", b: "c", c: "" }, ["a b c"]],
  ["a file that two models share", { a: "c", b: "c", c: "" }, ["a c", "b c"]],
  ["a circle", { a: "b", b: "c", c: "a" }, ["a b c"]],
  ["a circle with a root above it", { a: "b", b: "c", c: "b", d: "c" }, ["a b c", "b c d"]],
  ["a file that imports itself", { a: "a", b: "" }, ["a", "b"]],
  ["two circles, one above the other", { a: "b c", b: "a", c: "d", d: "c" }, ["a b c d"]],
  ["a diamond", { a: "b c", b: "d", c: "d", d: "" }, ["a b c d"]],
  ["an import that leads nowhere", { a: "x b", b: "" }, ["a b"]],
  ["the same import twice", { a: "b b", b: "" }, ["a b"]],
];

function models(imports: Readonly<Record<string, string>>, order = Object.keys(imports)): string[] {
  const files = Object.fromEntries(
    Object.entries(imports).map(([name, targets]) => [
      `/m/${name}.ward`,
      targets
        .split(" ")
        .filter(Boolean)
        .map((target) => `import "./${target}.ward"`)
        .join("\n"),
    ]),
  );
  const loaded = load(
    order.map((name) => `/m/${name}.ward`),
    { fileSystem: memoryFiles(files), root: "/m", shownFrom: "/m" },
  );
  return modelFiles(loaded.files.values()).map((members) => members.map((file) => file.path.replace(".ward", "")).join(" "));
}

describe("models of a workspace", () => {
  for (const [what, imports, expected] of rows) {
    it(what, () => {
      assert.deepEqual(models(imports), expected);
      assert.deepEqual(models(imports, Object.keys(imports).reverse()), expected, "in another order");
    });
  }

  it("a chain of thousands of imports", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        `f${String(index).padStart(5, "0")}`,
        index < 4999 ? `f${String(index + 1).padStart(5, "0")}` : "",
      ]),
    );
    assert.equal(models(chain)[0]?.split(" ").length, 5000);
  });

  it("a shipped catalogue belongs to the model that imports it", () => {
    const loaded = load(["/a.ward"], { fileSystem: memoryFiles({ "/a.ward": 'import "ward:medical"' }), root: "/", shownFrom: "/" });
    const [model] = modelFiles(loaded.files.values());
    assert.ok(model?.some((file) => file.path.startsWith("ward:medical/")));
  });
});
