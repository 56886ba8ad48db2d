// Runs the built command line as users do, in folders made for one test each.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");

/** The program that is tested. */
export const program = path.join(repository, "dist/ward.cjs");

/** The folder of the sample models. */
export const samples = path.join(repository, "samples");

/** What a run left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Colour and width must not come from whoever runs the tests. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, WARD_DEBUG: ___, ...rest } = process.env;
  return { ...rest, ...extra };
}

/** Runs `ward`; whatever happens, nobody may see a stack trace, and it has to end in time. */
export function ward(words: readonly string[], { cwd = repository, input = "", env = {} }: RunOptions = {}): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    input,
    env: environment(env),
    encoding: "utf8",
    timeout: 25_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  assert.equal(error, undefined, `ward ${words.join(" ")}: ${error}`);
  assert.doesNotMatch(stderr + stdout, /\n\s+at \S/, `ward ${words.join(" ")} showed a stack trace`);
  assert.doesNotMatch(stderr, /internal error/);
  return { status, stdout, stderr };
}

let built = false;

/** Builds the program when it is missing or older than what it is made of. Meant for `before`. */
export function build(): void {
  if (built) return;
  built = true;
  const made = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ["build.mjs", "package.json", "grammar", "server"].map((name) => newest(path.join(repository, name)));
  if (Math.max(...sources) > made) execFileSync(process.execPath, ["build.mjs"], { cwd: repository, stdio: "inherit" });
}

function newest(place: string): number {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

const made: string[] = [];

after(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that holds these files; it is its own workspace. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "ward-cli-")));
  made.push(root);
  mkdirSync(path.join(root, ".git"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** The sample models that there are. */
export function sampleFolders(): readonly string[] {
  return readdirSync(samples, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

// One instance of most states. The threat is its own and sits on data, so that the findings stay the same when the shipped
// catalogue grows.
const smallModel = `system Pump "Test pump" { regulation: MDR  environment: home }

harm Overdose "Overdose" { severity: critical }
data Dose "Dose" { classification: internal  harms: Overdose }
data Log "Log" { classification: internal }
data Rate "Rate" { classification: internal }
data Name "Name" { classification: internal }

measure Seal "Seal" { capability: TXIG  layer: data }
threat Smudge "Someone smudges it" on data {
  stride: tampering
  when: classification = internal
  severity: high
  mitigated-by: Seal
  references: CWE-345
  explain: "Ink runs."
}

control LogSeal "Seal of the log" : Seal { protects: Log  status: verified  evidence: "TR-1" }
control RateSeal "Seal of the rate" : Seal { protects: Rate  status: planned }
accept Smudge on Name { reason: "Nobody < reads & writes \\"it\\""  until: 2027-05-31 }
`;

/** The small model as a workspace. Nobody reaches its data, so its open threat would be no error by itself. */
export const small: Readonly<Record<string, string>> = {
  "model.ward": smallModel,
  "ward.json": '{ "severity": { "uncovered-threat": "error" } }',
};

/** The day on which the small model is judged. */
export const day = "2026-11-25";
