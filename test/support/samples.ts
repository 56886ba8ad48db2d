// The sample models of the repository: every folder of `samples/` with a README and at least one `.ward` file.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { nodeFiles } from "../../server/src/host/node.ts";
import { type Loaded, load } from "../../server/src/workspace/load.ts";

const folder = path.resolve(import.meta.dirname, "../../samples").replaceAll("\\", "/");

/** Names of the samples. */
export const samples: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/README.md`) && wardFiles(entry.name).length > 0)
  .map((entry) => entry.name)
  .sort();

function wardFiles(name: string): string[] {
  return readdirSync(`${folder}/${name}`).filter((file) => file.endsWith(".ward"));
}

/** Loads a sample with all that it imports. */
export function loadSample(name: string): Loaded {
  return load(
    wardFiles(name).map((file) => `${folder}/${name}/${file}`),
    { fileSystem: nodeFiles, root: folder, shownFrom: folder },
  );
}
