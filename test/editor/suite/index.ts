// The tests' entry in the extension host: runs Mocha on the cases and leaves the results in a file.
import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import { type Result, variables } from "../protocol.ts";
import { commandCases } from "./commands.ts";
import { crashCases } from "./crash.ts";
import { diagramCases } from "./diagram.ts";
import { diagramPictureCases } from "./diagram-pictures.ts";
import { diagramSpeedCases } from "./diagram-speed.ts";
import { documentCases } from "./documents.ts";
import { editingCases } from "./editing.ts";
import { findingCases } from "./findings.ts";
import { installedCases } from "./installed.ts";
import { navigationCases } from "./navigation.ts";
import { page } from "./page.ts";
import { viewCases } from "./views.ts";

const everywhere = [findingCases, editingCases, navigationCases, viewCases];
const suites: Readonly<Record<string, readonly (() => void)[]>> = {
  sources: [...everywhere, commandCases, documentCases, crashCases],
  packaged: [installedCases, ...everywhere],
  diagram: [diagramCases, diagramSpeedCases, diagramPictureCases],
};

/** Called by VS Code; resolves when all is done, rejects when something failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 180_000, reporter: "spec", grep: process.env[variables.grep] ?? "" });
  mocha.suite.emit("pre-require", globalThis as never, "", mocha);
  for (const define of suites[process.env[variables.cases] ?? "sources"] ?? []) define();
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const add = (test: Mocha.Test | Mocha.Hook, state: Result["state"], error?: Error): void => {
      const title = test.titlePath();
      results.push({ title, state, milliseconds: test.duration ?? 0, ...(error ? { error: error.stack ?? error.message } : {}) });
    };
    // What the screen showed is often all that is needed to see why.
    runner.on("fail", (test) => void page.picture(`failed ${test.title.replaceAll(/\W+/g, " ")}`).catch(() => {}));
    runner.on("pass", (test) => add(test, "passed"));
    runner.on("fail", (test, error) => add(test, "failed", error));
    runner.on("pending", (test) => add(test, "skipped"));
  });
  writeFileSync(process.env[variables.results] ?? "results.json", JSON.stringify(results, null, 2));
  if (failures > 0) throw new Error(`${failures} of ${results.length} tests failed`);
}
