// An executable that starts a desktop VS Code with the arguments it got, and attaches to its window for keys, clicks and pictures.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
import { parseArguments } from "./arguments.ts";
import { type Page, startDriver } from "./driver.ts";
import { load } from "./install.ts";
import { variables } from "./protocol.ts";

interface Playwright {
  readonly chromium: { connectOverCDP(address: string): Promise<{ contexts(): { pages(): (Page & { url(): string })[] }[] }> };
}

const list = process.argv.slice(2);
const given = parseArguments(list);
const executable = process.env[variables.executable] ?? "";
const bundle = process.env[variables.package];
if (bundle) {
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  const folders = [`--user-data-dir=${given.userDataDir}`, `--extensions-dir=${given.extensionsDir}`];
  spawnSync(cli, [...folders, "--install-extension", bundle], { stdio: "inherit", shell: process.platform === "win32" });
}
const driver = await startDriver();
const port = await freePort();
const editor = spawn(executable, [`--remote-debugging-port=${port}`, ...list], {
  stdio: "inherit",
  env: { ...process.env, [variables.driver]: driver.address },
});
editor.on("exit", (code) => process.exit(code ?? 1));
await attach();

async function attach(): Promise<void> {
  const { chromium } = load<Playwright>("playwright-core");
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((one) => one.url().includes("workbench"));
      if (page) return driver.attach(page);
    } catch {
      // The window is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the window of VS Code cannot be reached");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
