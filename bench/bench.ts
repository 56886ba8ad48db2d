// `npm run bench`: how fast and how large `ward check` is, in ratios that another machine can be held to.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import v8 from "node:v8";
import { runInNewContext } from "node:vm";
import { percentile, timeEditing } from "./editing.ts";
import { alternate, memoryMethod, peakMemory, type Spread, spread } from "./measure.ts";
import { fewestElements, generateModel } from "./model.ts";
import { day, timePhases } from "./phases.ts";

const usage = `usage: npm run bench -- [--assert] [--phases] [--elements N] [--rounds N] [--program FILE]

  --assert        exit status 1 when a limit is passed: ratio 6, memory 150 MiB, growth 1.3 times linear
  --editing       time keystrokes, completion and memory inside the server instead; --assert holds them to 16 ms, 30 ms and 10 %
  --phases        time the phases of a check inside one process instead, first cold and then warm
  --elements N    size of the model for --phases (default: 1000)
  --rounds N      runs of each command (default: 15)
  --program FILE  what to measure (default: dist/ward.cjs, built when sources are newer)`;

const limits = { ratio: 6, memory: 150, growth: 1.3, keystroke: 16, completion: 30, grown: 0.1 };
const sizes = [100, 1_000, 10_000] as const;
const seed = 1;

try {
  const { values } = readArguments();
  const rounds = whole("rounds", values.rounds, 1, 15);
  const elements = whole("elements", values.elements, fewestElements, 1_000);
  if (values.help) console.log(usage);
  else if (values.phases) showPhases(elements);
  else if (values.editing) process.exitCode = showEditing(elements, values.assert === true);
  else process.exitCode = measure(values.program ?? built(), rounds, values.assert === true);
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 2;
}

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  return parseArgs({ options: { assert: flag, phases: flag, editing: flag, help: flag, elements: text, rounds: text, program: text } });
}

function whole(name: string, value: string | undefined, lowest: number, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d+$/.test(value) || Number(value) < lowest) throw new Error(`--${name} takes a whole number from ${lowest}, not "${value}"`);
  return Number(value);
}

function measure(program: string, rounds: number, asserted: boolean): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ward-bench-"));
  try {
    const commands = new Map([fewestElements, ...sizes].map((elements) => [elements, command(program, folder, elements)]));
    const found = [...startUp(commands, rounds), ...memory(commands), ...growth(commands, Math.max(3, Math.ceil(rounds / 3)))];
    // Node, too, ends with 1 when there is no such program.
    for (const args of commands.values()) if (!existsSync(args.at(-1) as string)) throw new Error(`${program} wrote no result`);
    for (const miss of found) console.log(`over the limit: ${miss}`);
    return asserted && found.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function command(program: string, folder: string, elements: number): string[] {
  const model = path.join(folder, String(elements));
  mkdirSync(model);
  const files = generateModel({ elements, flows: elements === fewestElements ? 0 : elements * 1.5, seed });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(model, name), text);
  return [program, "check", model, "--today", day, "--format", "json", "--output", path.join(folder, `${elements}.json`)];
}

type Commands = ReadonlyMap<number, readonly string[]>;

// A cold run of the usual size against a Node that does nothing.
function startUp(commands: Commands, rounds: number): string[] {
  const [node = [], ward = []] = alternate([["-e", "0"], commands.get(1_000) ?? []], rounds);
  const ratio = spread(ward.map((time, index) => time / (node[index] ?? time)));
  console.log(`cold check of 1,000 elements and 1,500 flows, ${rounds} alternating runs with ${process.version}`);
  console.log(`  node -e 0     ${shown(spread(node), 0)} ms`);
  console.log(`  ward check    ${shown(spread(ward), 0)} ms`);
  console.log(`  ratio         ${shown(ratio, 2)}   (limit ${limits.ratio})`);
  return ratio.median > limits.ratio ? [`ratio ${ratio.median.toFixed(2)} > ${limits.ratio}`] : [];
}

function memory(commands: Commands): string[] {
  const peak = (args: readonly string[]): Spread => spread(Array.from({ length: 5 }, () => peakMemory(args)));
  const ward = peak(commands.get(1_000) ?? []);
  console.log(`\npeak memory, by ${memoryMethod}`);
  console.log(`  node -e 0     ${shown(peak(["-e", "0"]), 0)} MiB`);
  console.log(`  ward check    ${shown(ward, 0)} MiB   (limit ${limits.memory})`);
  return ward.median > limits.memory ? [`memory ${ward.median.toFixed(0)} MiB > ${limits.memory} MiB`] : [];
}

// What is not growth: starting Node, and what Ward does for any model. The stricter second start-up, a check of the
// smallest model, is the one that the limit is held against.
function growth(commands: Commands, rounds: number): string[] {
  const all = [["-e", "0"], commands.get(fewestElements) ?? [], ...sizes.map((size) => commands.get(size) ?? [])];
  const [node = 0, least = 0, ...times] = alternate(all, rounds).map((times) => spread(times).median);
  console.log(
    `\ngrowth, 1.5 flows for each element; medians of ${rounds} runs, without start-up (node -e 0: ${node.toFixed(0)} ms; check of ${fewestElements} elements: ${least.toFixed(0)} ms)`,
  );
  console.log("  elements   check ms   less node, µs per element   less smallest check, µs per element   times linear");
  const misses: string[] = [];
  sizes.forEach((size, index) => {
    const time = times[index] ?? 0;
    const each = (start: number, at = index): number => ((times[at] ?? 0) - start) / (sizes[at] ?? 1);
    const linear = (start: number): number => each(start) / each(start, index - 1);
    const columns = [
      size.toLocaleString("en").padStart(10),
      time.toFixed(0).padStart(10),
      (each(node) * 1000).toFixed(0).padStart(27),
      (each(least) * 1000).toFixed(0).padStart(37),
    ];
    if (index > 0) {
      columns.push(`${linear(least).toFixed(2)} (less node ${linear(node).toFixed(2)}; limit ${limits.growth})`.padStart(15));
      if (linear(least) > limits.growth)
        misses.push(`growth to ${size} elements ${linear(least).toFixed(2)} > ${limits.growth} times linear`);
    }
    console.log(columns.join(" "));
  });
  return misses;
}

function shown({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits).padStart(6)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

function showPhases(elements: number): void {
  console.log(`${elements} elements and ${Math.floor(elements * 1.5)} flows, in one process from source: ms cold, ms warm`);
  for (const { name, cold, warm } of timePhases({ elements, flows: Math.floor(elements * 1.5), seed }, 10)) {
    console.log(`  ${name.padEnd(32)} ${cold.toFixed(1).padStart(8)} ${warm.toFixed(1).padStart(8)}`);
  }
}

function showEditing(elements: number, asserted: boolean): number {
  v8.setFlagsFromString("--expose-gc");
  globalThis.gc ??= runInNewContext("gc") as NodeJS.GCFunction;
  const flows = Math.floor(elements * 1.5);
  const { keystrokes, completions, memory } = timeEditing({ elements, flows, seed }, 4, 2_000);
  const all = Object.values(keystrokes).flat();
  const row = (name: string, times: readonly number[]): void =>
    console.log(
      `  ${name.padEnd(28)} ${[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1).padStart(8)).join(" ")}   ${times.length}`,
    );
  console.log(`${elements} elements and ${flows} flows, inside the server from source: ms p50, p95, p99, how many`);
  for (const [name, times] of Object.entries(keystrokes)) row(`keystroke in ${name}`, times);
  row("keystroke, all", all);
  row("completion", completions);
  const grown = memory.after / memory.before - 1;
  console.log(
    `  memory ${memory.before.toFixed(1)} MiB, after ${memory.edits} edits ${memory.after.toFixed(1)} MiB (${(grown * 100).toFixed(1)} %)`,
  );
  const misses = [
    ...(percentile(all, 0.95) > limits.keystroke ? [`keystroke p95 ${percentile(all, 0.95).toFixed(1)} ms > ${limits.keystroke} ms`] : []),
    ...(percentile(completions, 0.95) > limits.completion ? [`completion p95 > ${limits.completion} ms`] : []),
    ...(grown > limits.grown ? [`memory grew by more than ${limits.grown * 100} %`] : []),
  ];
  for (const miss of misses) console.log(`over the limit: ${miss}`);
  return asserted && misses.length > 0 ? 1 : 0;
}

// The program in dist/, built first when it is not there or a source is newer.
function built(): string {
  const root = path.dirname(import.meta.dirname);
  const program = path.join(root, "dist", "ward.cjs");
  const sources = [...["grammar", "server"].flatMap((folder) => filesBelow(path.join(root, folder))), path.join(root, "build.mjs")];
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(program) && statSync(program).mtimeMs >= newest) return program;
  const { status } = spawnSync(process.execPath, ["build.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("the build failed");
  return program;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
