// Runs the suite in a VS Code, against the sources or against a packaged extension, and gives back how each of its tests ended.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { root } from "./install.ts";
import { type Result, variables } from "./protocol.ts";
import type { Target } from "./target.ts";

/** What to run. */
export interface Plan {
  readonly name: string;
  readonly cases: "sources" | "packaged" | "web" | "diagram";
  /** A packaged extension; the sources otherwise. */
  readonly bundle?: string;
}

/** What came out. */
export interface Outcome {
  readonly results: readonly Result[];
  /** Why the run as a whole failed; undefined when VS Code ended as it should. */
  readonly problem: string | undefined;
}

const settings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Light 2026",
  "workbench.iconTheme": "vs-seti",
  "window.title": "Ward",
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.fontSize": 13,
  "editor.stickyScroll.enabled": false,
  "files.autoSave": "off",
  "files.refactoring.autoSave": false,
  "files.simpleDialog.enable": true,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "extensions.ignoreRecommendations": true,
};

/** Runs a plan in a VS Code. */
export async function run(target: Target, { name, cases, bundle }: Plan): Promise<Outcome> {
  const output = join(root, "test-results/editor", name);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const suite = join(output, "suite.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, cases === "web" ? "suite/web.ts" : "suite/index.ts")],
    bundle: true,
    platform: cases === "web" ? "browser" : "node",
    format: "cjs",
    external: ["vscode", "mocha"],
    outfile: suite,
    logLevel: "warning",
  });
  const profile = mkdtempSync(join(tmpdir(), "ward-editor-"));
  const folder = join(profile, "clinic");
  cpSync(join(import.meta.dirname, "workspace"), folder, { recursive: true });
  const user = join(profile, "user/User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify(settings));
  // A packaged extension is installed; what is under development is then an extension that does nothing.
  const developed = bundle === undefined ? root : join(import.meta.dirname, "nothing");
  // In the browser's worker the suite can write nowhere else.
  const results = join(cases === "web" ? folder : output, "results.json");
  let problem: string | undefined;
  try {
    await runTests({
      vscodeExecutablePath: target.executable,
      extensionDevelopmentPath: developed,
      extensionTestsPath: suite,
      launchArgs: [
        folder,
        ...(cases === "web" ? ["--extensionDevelopmentKind=web"] : []),
        `--user-data-dir=${join(profile, "user")}`,
        `--extensions-dir=${join(profile, "extensions")}`,
      ],
      extensionTestsEnv: {
        ...target.environment,
        [variables.results]: results,
        [variables.pictures]: output,
        [variables.cases]: cases,
        ...(bundle === undefined ? {} : { [variables.package]: bundle }),
      },
    });
  } catch (error) {
    problem = (error as Error).message;
  }
  const found = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : [];
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { results: found, problem };
}
