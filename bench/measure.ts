// Measures whole processes: wall time in alternating runs, and the most memory one held.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Median, smallest and largest of some numbers. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The spread of some numbers. */
export function spread(all: readonly number[]): Spread {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Wall time in milliseconds of this Node with arguments; throws what the process said when it could not do its work. */
export function timeOf(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return elapsed;
}

/**
 * Wall times of several commands, one run of each in every round, so that whatever else the machine does meets all alike.
 * One round before is not counted: it fills the code cache and the disk cache.
 */
export function alternate(commands: readonly (readonly string[])[], rounds: number): readonly (readonly number[])[] {
  const times = commands.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    commands.forEach((command, index) => {
      const time = timeOf(command);
      if (round >= 0) times[index]?.push(time);
    });
  }
  return times;
}

const gnuTime = "/usr/bin/time";

/** How peak memory is measured here, in words. */
export const memoryMethod = existsSync(gnuTime)
  ? `${gnuTime} -v`
  : process.platform === "linux"
    ? "VmHWM of /proc/self/status"
    : "resourceUsage of the process";

// Reads the process's own peak when it ends, and writes it to the error stream.
const witness = `
import { readFileSync } from "node:fs";
process.on("exit", () => {
  const peak = process.platform === "linux" ? /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1] : process.resourceUsage().maxRSS;
  process.stderr.write("\\nMaximum resident set size (kbytes): " + peak + "\\n");
});`;

/**
 * The most memory in MiB that this Node held with arguments. The kernel counts into a process's maximum what it was before
 * it became that program: a copy of whoever started it. GNU time is small, so that what it starts is measured rightly; a
 * benchmark that asked the kernel about its own child would see itself. Without GNU time the child reads VmHWM, which begins
 * anew with the program.
 */
export function peakMemory(args: readonly string[]): number {
  const [file, ...all] = existsSync(gnuTime)
    ? [gnuTime, "-v", process.execPath, ...args]
    : [process.execPath, "--import", `data:text/javascript,${encodeURIComponent(witness)}`, ...args];
  const { stderr, error } = spawnSync(file as string, all, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const found = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr ?? "");
  if (error || found === null) throw error ?? new Error(`no peak memory in:\n${stderr}`);
  return Number(found[1]) / 1024;
}
