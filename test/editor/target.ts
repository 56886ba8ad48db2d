// Which VS Code the tests run in: a desktop one where there is one or it can be downloaded, else one in a headless browser.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { install, root } from "./install.ts";
import { variables } from "./protocol.ts";

/** A VS Code, as an executable for `runTests`, with the environment it needs. */
export interface Target {
  readonly name: string;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A file system path of a desktop VS Code's executable may be given by this variable. */
const given = "WARD_VSCODE";

let chosen: Promise<Target> | undefined;

/** The VS Code to test in, chosen and installed once; rejected with the reason where none can be had. */
export function target(): Promise<Target> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<Target> {
  const desktop = process.env[given] ?? (await download());
  if (desktop !== undefined) {
    install("driver");
    return { name: desktop, executable: script("desktop"), environment: { [variables.executable]: desktop } };
  }
  const browser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(onPath).find((path) => path !== undefined);
  if (browser === undefined) throw new Error(`no desktop VS Code (${given}), and no Chromium for one in a browser`);
  install("workbench");
  return { name: `code-server in ${browser}`, executable: script("workbench"), environment: { [variables.executable]: browser } };
}

/** A downloaded desktop VS Code; undefined where no window can be opened, or nothing can be downloaded. */
async function download(): Promise<string | undefined> {
  const windows = process.platform !== "linux" || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (!windows) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: join(root, ".cache/vscode"), timeout: 30_000 });
  } catch (error) {
    console.log(`No VS Code can be downloaded: ${(error as Error).message}`);
    return undefined;
  }
}

/** `runTests` wants one executable file: a script that starts one of ours with this Node. */
function script(name: "desktop" | "workbench"): string {
  const program = join(import.meta.dirname, `${name}.ts`);
  const folder = join(root, "test-results/editor");
  mkdirSync(folder, { recursive: true });
  const windows = process.platform === "win32";
  const path = join(folder, windows ? `${name}.cmd` : name);
  const text = windows ? `@"${process.execPath}" "${program}" %*\r\n` : `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

function onPath(name: string): string | undefined {
  const paths = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return paths.find((path) => existsSync(path) && executable(path));
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
