// A real browser that opens what the diagram writes.
import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Starts a browser without a window; `CHROMIUM` says which where it has another name. */
export async function startBrowser(): Promise<Browser> {
  const candidates = process.env.CHROMIUM === undefined ? names : [process.env.CHROMIUM];
  for (const name of candidates) {
    const found = spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
    if (found !== "") return await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
  }
  throw new Error(`this test opens exports in a browser: install one of ${candidates.join(", ")}, or set CHROMIUM`);
}
