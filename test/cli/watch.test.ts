// `ward check --watch`: checks again when something changes, survives what happens to files, and ends with status 0.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, environment, folder, program } from "./ward.ts";

const good = 'data A "A" { classification: internal }\n';
const bad = 'data A "A" { classification: nonsense }\n';

/** A watching program: what it wrote so far, and waiting for more. */
class Watcher {
  readonly child: ChildProcess;
  private output = "";
  private readonly waiting = new Set<() => void>();

  constructor(cwd: string, ...words: string[]) {
    this.child = spawn(process.execPath, [program, "check", "--watch", ...words], { cwd, env: environment() });
    const add = (chunk: Buffer): void => {
      this.output += chunk;
      for (const wake of this.waiting) wake();
    };
    this.child.stdout?.on("data", add);
    this.child.stderr?.on("data", add);
  }

  /** Waits until a run ended whose output matches; what came before is forgotten. */
  async run(expected: RegExp): Promise<void> {
    const isDone = (): boolean => expected.test(this.output) && /Watching for changes; Ctrl-C ends\.\n$/.test(this.output);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`never came: ${expected}\n${this.output}`)), 15_000);
      const look = (): void => {
        if (!isDone()) return;
        clearTimeout(late);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
    assert.doesNotMatch(this.output, /\n\s+at \S|internal error/);
    this.output = "";
  }

  async end(): Promise<number | null> {
    const closed = new Promise<number | null>((resolve) => this.child.once("close", resolve));
    this.child.kill("SIGINT");
    return await closed;
  }
}

describe("cli: watch", () => {
  before(build);

  const running: Watcher[] = [];
  const start = (cwd: string, ...words: string[]): Watcher => {
    const watcher = new Watcher(cwd, ...words);
    running.push(watcher);
    return watcher;
  };
  afterEach(() => {
    for (const { child } of running.splice(0)) child.kill("SIGKILL");
  });

  it("sees a change, a broken file, a new file, a new folder, a deleted file; Ctrl-C ends with status 0", async () => {
    const cwd = folder({ "a.ward": good });
    const watcher = start(cwd);
    await watcher.run(/1 file checked: 0 errors/);
    writeFileSync(path.join(cwd, "a.ward"), bad);
    await watcher.run(/1 file checked: 1 error,/);
    writeFileSync(path.join(cwd, "a.ward"), "device {{{ \u0000");
    await watcher.run(/binary file/);
    writeFileSync(path.join(cwd, "a.ward"), good);
    await watcher.run(/1 file checked: 0 errors/);
    writeFileSync(path.join(cwd, "b.ward"), bad);
    await watcher.run(/2 files checked: 1 error,/);
    mkdirSync(path.join(cwd, "sub/deep"), { recursive: true });
    writeFileSync(path.join(cwd, "sub/deep/c.ward"), bad);
    await watcher.run(/3 files checked: 2 errors,/);
    rmSync(path.join(cwd, "b.ward"));
    await watcher.run(/2 files checked: 1 error,/);
    rmSync(path.join(cwd, "sub"), { recursive: true });
    await watcher.run(/1 file checked: 0 errors/);
    assert.equal(await watcher.end(), 0);
  });

  it("waits for the first file, and for one that was named and comes back", async () => {
    const cwd = folder({ "x/.keep": "" });
    const empty = start(cwd, "x");
    await empty.run(/there is no \.ward file in `x`/);
    writeFileSync(path.join(cwd, "x/a.ward"), good);
    await empty.run(/1 file checked: 0 errors/);
    rmSync(path.join(cwd, "x"), { recursive: true });
    await empty.run(/there is no such file|no \.ward file/);
    mkdirSync(path.join(cwd, "x"));
    writeFileSync(path.join(cwd, "x/a.ward"), bad);
    await empty.run(/1 file checked: 1 error,/);
    assert.equal(await empty.end(), 0);
  });

  it("sees a change of an imported file and of ward.json", async () => {
    const cwd = folder({ "m/a.ward": 'import "../lib/b.ward"', "lib/b.ward": good });
    const watcher = start(cwd, "m");
    await watcher.run(/2 files checked: 0 errors/);
    writeFileSync(path.join(cwd, "lib/b.ward"), bad);
    await watcher.run(/2 files checked: 1 error,/);
    writeFileSync(path.join(cwd, "ward.json"), '{ "severity": { "invalid-value": "off" } }');
    await watcher.run(/2 files checked: 0 errors/);
    assert.equal(await watcher.end(), 0);
  });
});
