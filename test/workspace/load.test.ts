// Loading: imports are followed inside the root and nowhere else, each file is read once, and what fails is told.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { nodeFiles } from "../../server/src/host/node.ts";
import type { FileSystem } from "../../server/src/host/types.ts";
import { load } from "../../server/src/workspace/load.ts";
import { checkFiles } from "../support/models.ts";

/** Loads `/r/m/main.ward` with the given imports; gives what became of each, and the files that were read. */
function follow(imports: readonly string[], files: Readonly<Record<string, string>>, root = "/r"): { imports: string[]; read: string[] } {
  const read: string[] = [];
  const below = memoryFiles({ "/r/m/main.ward": imports.map((one) => `import "${one}"`).join("\n"), ...files });
  const fileSystem: FileSystem = { ...below, read: (path) => (read.push(path) > 0 ? below.read(path) : assert.fail()) };
  const loaded = load(["/r/m/main.ward"], { fileSystem, root, shownFrom: "/r" });
  const main = loaded.files.get("/r/m/main.ward") ?? assert.fail();
  return { imports: main.imports.map((one) => one.problem?.reason ?? one.files.map((file) => file.path).join()), read };
}

describe("loading", () => {
  const paths: readonly (readonly [target: string, result: string])[] = [
    ["./a.ward", "m/a.ward"],
    ["a.ward", "m/a.ward"],
    ["../b.ward", "b.ward"],
    ["./sub/../a.ward", "m/a.ward"],
    ["sub/c.ward", "m/sub/c.ward"],
    ["sub\\\\c.ward", "m/sub/c.ward"],
    ["/r/b.ward", "b.ward"],
    ["./gone.ward", "missing"],
    ["", "missing"],
    ["./sub", "unreadable"],
    ["../../out.ward", "outside"],
    ["../../../../out.ward", "outside"],
    ["/out.ward", "outside"],
    ["../../r2/near.ward", "outside"],
    ["../../gone.ward", "outside"],
    ["ward:nothing", "unknown-catalogue"],
    ["ward:", "unknown-catalogue"],
  ];
  for (const [target, result] of paths) {
    it(`import "${target}" is ${result}`, () => {
      const { imports, read } = follow([target], {
        "/r/m/a.ward": "",
        "/r/b.ward": "",
        "/r/m/sub/c.ward": "",
        "/out.ward": "",
        "/r2/near.ward": "",
      });
      assert.deepEqual(imports, [result]);
      assert.deepEqual(
        read.filter((path) => !path.startsWith("/r/")),
        [],
        "nothing outside the root is read",
      );
    });
  }

  it("the root may be the whole machine", () =>
    assert.deepEqual(follow(["../../out.ward"], { "/out.ward": "" }, "/").imports, ["/out.ward"]));

  it("each file is read once, also in a circle, also when it is missing", () => {
    const { imports, read } = follow(["./a.ward", "./a.ward", "./x.ward", "./x.ward", "./main.ward"], {
      "/r/m/a.ward": 'import "./b.ward"',
      "/r/m/b.ward": 'import "./a.ward"\nimport "./main.ward"',
    });
    assert.deepEqual(imports, ["m/a.ward", "m/a.ward", "missing", "missing", "m/main.ward"]);
    assert.deepEqual(
      read.filter((path, index) => read.indexOf(path) !== index),
      [],
    );
  });

  it("an import without a path, or inside a declaration, is not followed", () => {
    const loaded = load(["/a.ward"], {
      fileSystem: memoryFiles({ "/a.ward": 'import\nboundary B { import "./b.ward" }', "/b.ward": "" }),
      root: "/",
      shownFrom: "/",
    });
    assert.deepEqual([...loaded.files.keys()], ["/a.ward"]);
  });

  it("a file that was asked for and cannot be read is a diagnostic of that file", () => {
    const { diagnostics } = checkFiles({ "/a.ward": "" });
    assert.deepEqual(diagnostics, []);
    const loaded = load(["/w/gone.ward", "/w"], { fileSystem: memoryFiles({ "/w/a.ward": "" }), root: "/w", shownFrom: "/w" });
    assert.deepEqual(loaded.unreadable, [
      { path: "gone.ward", reason: "there is no such file" },
      { path: ".", reason: "it is a folder" },
    ]);
  });

  it("a caller may keep trees between runs", () => {
    const asked: string[] = [];
    const plain = load(["/a.ward"], { fileSystem: memoryFiles({ "/a.ward": "harm H" }), root: "/", shownFrom: "/" });
    const tree = plain.files.get("/a.ward")?.tree ?? assert.fail();
    const loaded = load(["/a.ward"], {
      fileSystem: memoryFiles({ "/a.ward": "harm H" }),
      root: "/",
      shownFrom: "/",
      parse: (path) => (asked.push(path) > 0 ? tree : assert.fail()),
    });
    assert.equal(loaded.files.get("/a.ward")?.tree, tree);
    assert.deepEqual(asked, ["/a.ward"]);
  });

  describe("on a real file system", () => {
    const top = mkdtempSync(`${tmpdir()}/ward-load-`).replaceAll("\\", "/");
    after(() => rmSync(top, { recursive: true }));

    it("links that lead out of the root are not followed, links inside are", () => {
      mkdirSync(`${top}/inside`);
      writeFileSync(`${top}/secret.ward`, "harm Secret { severity: minor }");
      writeFileSync(`${top}/inside/real.ward`, "");
      symlinkSync(`${top}/secret.ward`, `${top}/inside/out.ward`);
      symlinkSync(`${top}/inside/real.ward`, `${top}/inside/in.ward`);
      writeFileSync(`${top}/inside/main.ward`, 'import "./out.ward"\nimport "./in.ward"\nimport "./none.ward"');
      const loaded = load([`${top}/inside/main.ward`], { fileSystem: nodeFiles, root: `${top}/inside`, shownFrom: top });
      const results = loaded.files.get(`${top}/inside/main.ward`)?.imports.map((one) => one.problem?.reason ?? "followed");
      assert.deepEqual(results, ["outside", "followed", "missing"]);
    });

    it("a root that is itself reached by a link is a root like any other", () => {
      symlinkSync(`${top}/inside`, `${top}/linked`);
      const loaded = load([`${top}/linked/main.ward`], { fileSystem: nodeFiles, root: `${top}/linked`, shownFrom: top });
      const results = loaded.files.get(`${top}/linked/main.ward`)?.imports.map((one) => one.problem?.reason ?? "followed");
      assert.deepEqual(results, ["outside", "followed", "missing"]);
    });

    it("what is no UTF-8 text is said so", () => {
      writeFileSync(`${top}/inside/latin.ward`, Buffer.from([0x68, 0xe9, 0x0a]));
      writeFileSync(`${top}/inside/utf16.ward`, Buffer.from([0xff, 0xfe, 0x68, 0x00]));
      writeFileSync(`${top}/inside/binary.ward`, Buffer.from([0x00, 0x01]));
      const paths = ["latin", "utf16", "binary"].map((name) => `${top}/inside/${name}.ward`);
      const { unreadable } = load(paths, { fileSystem: nodeFiles, root: top, shownFrom: `${top}/inside` });
      assert.deepEqual(
        unreadable.map((one) => `${one.path}: ${one.reason}`),
        [
          "latin.ward: it is not UTF-8; save it as UTF-8",
          "utf16.ward: it is UTF-16; save it as UTF-8",
          "binary.ward: it is a binary file, not text",
        ],
      );
    });
  });
});
