// Which files PATH arguments stand for, and input that nobody should have: every time a clear sentence and the right status.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, folder, ward } from "./ward.ts";

const ok = 'data Order "Order" { classification: internal }\n';

/** The files that a check of these paths looked at. */
function checkedFiles(cwd: string, ...paths: string[]): string[] {
  const { stdout } = ward(["check", "--format", "json", ...paths], { cwd });
  const { models } = JSON.parse(stdout) as { models: { files: string[] }[] };
  return models.flatMap((model) => model.files).sort();
}

describe("cli: inputs", () => {
  before(build);

  it("walks folders, and leaves out node_modules, dot folders and other files", () => {
    const cwd = folder({
      "a.ward": ok,
      "b/c.ward": ok,
      "b/node_modules/x.ward": ok,
      ".hidden/y.ward": ok,
      "b/.#lock.ward": ok,
      "d.txt": ok,
    });
    assert.deepEqual(checkedFiles(cwd), ["a.ward", "b/c.ward"]);
    assert.deepEqual(checkedFiles(cwd, "b"), ["b/c.ward"]);
    assert.deepEqual(checkedFiles(path.join(cwd, "b"), ".."), ["../a.ward", "c.ward"]);
    assert.deepEqual(checkedFiles(cwd, "d.txt"), ["d.txt"]);
  });

  it("honours .gitignore at every level, as git does", () => {
    const cwd = folder({
      ".gitignore": "/build/\n*.tmp.ward\n",
      "a.ward": ok,
      "a.tmp.ward": ok,
      "build/b.ward": ok,
      "sub/.gitignore": "!keep.tmp.ward\nlocal.ward\n",
      "sub/keep.tmp.ward": ok,
      "sub/local.ward": ok,
      "sub/build/c.ward": ok,
    });
    assert.deepEqual(checkedFiles(cwd), ["a.ward", "sub/build/c.ward", "sub/keep.tmp.ward"]);
    assert.deepEqual(checkedFiles(cwd, "sub"), ["sub/build/c.ward", "sub/keep.tmp.ward"]);
    assert.deepEqual(checkedFiles(cwd, "build"), ["build/b.ward"], "who names an ignored folder means it");
    assert.deepEqual(checkedFiles(cwd, "a.tmp.ward"), ["a.tmp.ward"], "who names an ignored file means it");
  });

  it("honours exclude and severity of ward.json, from below the root as well", () => {
    const settings = JSON.stringify({ exclude: ["drafts/"], severity: { "wrong-type": "off", "invalid-value": "info" } });
    const cwd = folder({
      "ward.json": settings,
      "a.ward": ok,
      "drafts/b.ward": ok,
      "m/c.ward": 'data Order "Order" { classification: nonsense }',
    });
    assert.deepEqual(checkedFiles(cwd), ["a.ward", "m/c.ward"]);
    const { stdout } = ward(["check", "--format", "json"], { cwd: path.join(cwd, "m") });
    assert.deepEqual(
      (JSON.parse(stdout) as { diagnostics: { severity: string }[] }).diagnostics
        .map((one) => one.severity)
        .filter((one) => one !== "warning"),
      ["info"],
    );
  });

  it("reports a broken ward.json with its path, checks all the same, status 2", () => {
    const cwd = folder({ "ward.json": '{ "severty": {} }', "m/a.ward": ok });
    const { status, stdout, stderr } = ward(["check"], { cwd: path.join(cwd, "m") });
    assert.equal(status, 2);
    assert.match(stderr, /\.\.\/ward\.json: unknown setting "severty"; did you mean "severity"\?/);
    assert.match(stdout, /1 file checked/);
    assert.equal(ward(["check"], { cwd: folder({ "ward.json": "{", "a.ward": ok }) }).status, 2);
  });

  it("checks paths of several workspaces, each by its own settings", () => {
    const bad = 'data Order "Order" { classification: nonsense }';
    const one = folder({ "a.ward": bad, "ward.json": '{ "severity": { "invalid-value": "off" } }' });
    const two = folder({ "b.ward": bad });
    const { stdout } = ward(["check", "--format", "json", one, two], { cwd: one });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file: string }[] };
    assert.deepEqual(
      diagnostics.filter(({ code }) => code === "invalid-value").map(({ file }) => path.basename(file)),
      ["b.ward"],
    );
  });

  const wide = `${"{".repeat(10_000)}`;
  const deep = `${"device A { ".repeat(10_000)}${"}".repeat(10_000)}`;
  const parentheses = `threat T "T" on flow { stride: spoofing  severity: high  when: ${"(".repeat(10_000)}commands${")".repeat(10_000)} }`;
  const bad: readonly (readonly [string, Record<string, string | Uint8Array>, readonly string[], number, RegExp])[] = [
    ["a missing file", {}, ["gone.ward"], 2, /cannot be read: there is no such file\n *--> gone\.ward\n/],
    ["a path through a file", { "a.ward": ok }, ["a.ward/b.ward"], 2, /this file cannot be read/],
    ["a folder without models", { "a.txt": "" }, ["."], 2, /there is no \.ward file in `\.`/],
    [
      "a folder whose models are all excluded",
      { ".gitignore": "*.ward", "a.ward": ok },
      [],
      2,
      /no \.ward file in `\.` but 1 that \.gitignore or ward\.json exclude/,
    ],
    ["an empty file", { "a.ward": "" }, [], 0, /1 file checked: 0 errors/],
    ["a file of spaces", { "a.ward": " \r\n\t\n" }, [], 0, /0 errors/],
    ["a binary file", { "a.ward": Uint8Array.from({ length: 5000 }, (_, at) => at % 256) }, [], 2, /it is a binary file, not text/],
    ["UTF-16", { "a.ward": Buffer.from(`\ufeff${ok}`, "utf16le") }, [], 2, /it is UTF-16; save it as UTF-8/],
    ["Latin-1", { "a.ward": Buffer.from('data A "\u00e9"', "latin1") }, [], 2, /it is not UTF-8; save it as UTF-8/],
    ["a file of 50 MB", { "a.ward": Buffer.alloc(50 * 1024 * 1024, "// x\n") }, [], 2, /it is larger than 16 MB/],
    ["an import of nothing", { "a.ward": 'import "./b.ward"' }, [], 2, /cannot import "\.\/b\.ward"/],
    ["an import of a folder", { "a.ward": 'import "./b"', "b/x.txt": "" }, ["a.ward"], 2, /cannot import "\.\/b"/],
    ["an import of an unknown catalogue", { "a.ward": 'import "ward:medcal"' }, [], 2, /cannot import "ward:medcal"[\s\S]*ward:medical/],
    ["an import out of the workspace", { "a.ward": 'import "../../etc/passwd"' }, [], 2, /it lies outside the workspace/],
    ["an import of an absolute path", { "a.ward": 'import "/etc/passwd"' }, [], 2, /it lies outside the workspace/],
    [
      "circular imports",
      { "a.ward": `import "./b.ward"\n${ok}`, "b.ward": 'import "./a.ward"\nimport "./b.ward"' },
      [],
      0,
      /2 files checked/,
    ],
    ["10,000 opening braces", { "a.ward": wide }, [], 1, /error\[syntax-error\]/],
    ["10,000 nested declarations", { "a.ward": deep }, [], 1, /nested more than \d+ levels deep/],
    ["10,000 nested parentheses", { "a.ward": parentheses }, [], 1, /nested more than \d+ levels deep/],
    [
      "a line of a million characters",
      { "a.ward": `data A "${"x".repeat(1_000_000)}" { classification: nonsense }` },
      [],
      1,
      /invalid-value/,
    ],
  ];
  for (const [what, files, paths, expected, message] of bad) {
    it(`${what}: status ${expected}`, () => {
      const { status, stdout, stderr } = ward(["check", ...paths], { cwd: folder(files) });
      assert.match(stdout + stderr, message);
      assert.equal(status, expected);
      for (const line of stdout.split("\n")) assert.ok(line.length < 300, "a line runs on");
    });
  }

  it("a missing file beside a good one: both are told of, status 2", () => {
    const { status, stdout } = ward(["check", "gone.ward", "a.ward"], {
      cwd: folder({ "a.ward": 'data A "A" { classification: nonsense }' }),
    });
    assert.equal(status, 2);
    assert.match(stdout, /unreadable-file/);
    assert.match(stdout, /invalid-value/);
  });

  it("a file that is no regular file (a FIFO, since root may read everything): status 2, and no waiting", () => {
    const cwd = folder({});
    execFileSync("mkfifo", [path.join(cwd, "pipe.ward")]);
    const { status, stdout } = ward(["check", "pipe.ward"], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /it is no regular file/);
  });

  it("links that lead in a circle are walked once", () => {
    const cwd = folder({ "a.ward": ok, "sub/b.ward": ok });
    symlinkSync("..", path.join(cwd, "sub/up"));
    symlinkSync("self", path.join(cwd, "self"));
    symlinkSync("nowhere.ward", path.join(cwd, "broken.ward"));
    assert.deepEqual(checkedFiles(cwd), ["a.ward", "sub/b.ward"]);
    const { status, stdout } = ward(["check", "self"], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /this file cannot be read/);
  });

  it("an import that leaves the workspace through a link is not read", () => {
    const secret = folder({ "secret.ward": 'data Secret "Secret" { classification: nonsense }' });
    const cwd = folder({ "a.ward": 'import "./link.ward"\nimport "./folder/secret.ward"' });
    symlinkSync(path.join(secret, "secret.ward"), path.join(cwd, "link.ward"));
    symlinkSync(secret, path.join(cwd, "folder"));
    const { status, stdout } = ward(["check", "a.ward"], { cwd });
    assert.equal(status, 2);
    assert.equal(stdout.match(/lies outside the workspace/g)?.length, 2);
    assert.doesNotMatch(stdout, /nonsense/);
  });

  it("standard input of 50 MB, of UTF-16, and none at all", () => {
    const cwd = folder({});
    const large = ward(["check", "-"], { cwd, input: Buffer.alloc(50 * 1024 * 1024, "// x\n") });
    assert.equal(large.status, 2);
    assert.match(large.stdout, /larger than 16 MB/);
    assert.match(ward(["check", "-"], { cwd, input: Buffer.from("\ufeffdata", "utf16le") }).stdout, /UTF-16/);
    assert.equal(ward(["check", "-"], { cwd }).status, 0);
  });

  it("names with spaces, quotes and letters of other scripts work", () => {
    const cwd = folder({});
    mkdirSync(path.join(cwd, "dos\u00e9 \u6ce8\u5c04 'x' #1"));
    writeFileSync(path.join(cwd, "dos\u00e9 \u6ce8\u5c04 'x' #1/m%20.ward"), ok);
    assert.deepEqual(checkedFiles(cwd), ["dos\u00e9 \u6ce8\u5c04 'x' #1/m%20.ward"]);
  });
});
