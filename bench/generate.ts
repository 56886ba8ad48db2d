// `npm run --silent generate -- --elements N --flows M --seed S --output DIR` writes a model of that size, always the same.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fewestElements, generateModel, type ModelSize, mark } from "./model.ts";

const usage = `usage: npm run --silent generate -- --elements N --flows M --seed S --output DIR

  --elements N   boundaries, actors, externals, devices, processes, stores and interfaces together (at least ${fewestElements})
  --flows M      data flows (default: one and a half for each element)
  --seed S       which of the models of that size (default: 1)
  --output DIR   folder for the files; files that an earlier run left there are removed

example: npm run --silent generate -- --elements 1000 --flows 1500 --seed 1 --output generated`;

/** A mistake of who calls, told without a stack. */
class UsageError extends Error {}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const code = (error as NodeJS.ErrnoException).code;
  if (!(error instanceof UsageError) && code === undefined) throw error;
  console.error(`generate: ${error.message}`);
  if (error instanceof UsageError) console.error(usage);
  process.exitCode = 2;
}

function run(args: string[]): void {
  const options = read(args);
  if (options === undefined) {
    console.log(usage);
    return;
  }
  const { folder, size } = options;
  const files = generateModel(size);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.endsWith(".ward") && isGenerated(path.join(folder, name))) rmSync(path.join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  console.log(`${folder}: ${size.elements} elements and ${size.flows} flows in ${Object.keys(files).length} files`);
}

function read(args: string[]): { folder: string; size: ModelSize } | undefined {
  const text = { type: "string" } as const;
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args, options: { elements: text, flows: text, seed: text, output: text, help: { type: "boolean" } } }));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (values.help) return undefined;
  const elements = whole("elements", values.elements, fewestElements, 1_000_000);
  const flows = values.flows === undefined ? Math.floor(elements * 1.5) : whole("flows", values.flows, 0, 2_000_000);
  const seed = values.seed === undefined ? 1 : whole("seed", values.seed, 0, 0xffffffff);
  if (typeof values.output !== "string" || values.output === "") throw new UsageError("--output needs a folder");
  return { folder: values.output, size: { elements, flows, seed } };
}

function whole(name: string, value: string | boolean | undefined, lowest: number, highest: number): number {
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  const number = Number(value);
  if (typeof value !== "string" || !/^\d+$/.test(value) || number < lowest || number > highest) {
    throw new UsageError(`--${name} takes a whole number from ${lowest} to ${highest}, not "${value}"`);
  }
  return number;
}

function isGenerated(file: string): boolean {
  return readFileSync(file, "utf8").startsWith(mark);
}
