// Brings VS Code in a browser (code-server) and the means to drive a page (playwright-core) under `.cache/`: 600 MB that only the
// tests of the extension need. An installation that was interrupted is removed and done anew.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Root of the repository. */
export const root = join(import.meta.dirname, "../..");

const folder = join(root, ".cache/workbench");
const stamp = join(folder, "installed.txt");
const files = ["package.json", "package-lock.json", ".npmrc"];

/** What is needed: all of it, or only the means to drive the page of a desktop VS Code. */
export type Needed = "workbench" | "driver";

/** The program that serves VS Code to a browser. */
export const codeServer = join(folder, "node_modules/code-server/out/node/entry.js");

/** Installs what is needed; throws when that fails. */
export function install(needed: Needed): void {
  const wanted = `${needed} ${digest()}`;
  const found = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (found === wanted || (needed === "driver" && found === `workbench ${digest()}`)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(import.meta.dirname, file), join(folder, file));
  console.log("Installing VS Code for the browser; this takes some minutes, once.");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", ...(needed === "driver" ? ["--omit=dev"] : [])], {
    cwd: folder,
    // Its native modules must be built for the Node that runs them, which is the one that runs this.
    env: { ...withoutNpm(process.env), PATH: `${join(process.execPath, "..")}:${process.env.PATH}`, npm_config_loglevel: "error" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0 || (needed === "workbench" && !existsSync(codeServer))) throw new Error("npm ci of test/editor failed");
  writeFileSync(stamp, wanted);
}

// An `npm run` around this one tells its own settings to what it starts: to be silent, and that it runs in another Node.
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toLowerCase().startsWith("npm_")));
}

/** A package of the installation. */
export function load<Module>(name: string): Module {
  return createRequire(join(folder, "package.json"))(name) as Module;
}

function digest(): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex");
}
