// `--watch`: runs again whenever something changes below the folders in question. Folders are watched one by one, because
// not every system can watch a tree, and anew after each run, because folders come and go.
import { type FSWatcher, statSync, watch } from "node:fs";
import { folderOf } from "../workspace/paths.ts";
import { type ExitStatus, Failure } from "./command.ts";
import { optimise } from "./engine.ts";
import { NothingThere } from "./inputs.ts";
import type { Terminal } from "./terminal.ts";

/** One run: which folders matter for the next one, and how to show its result. */
export interface Run {
  readonly folders: readonly string[];
  readonly show: () => void;
}

const debounce = 80;

/** Runs at once and after each change; ends with status 0 on Ctrl-C. */
export function watchAndRun(terminal: Terminal, operands: readonly string[], run: () => Run): Promise<ExitStatus> {
  optimise();
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const start = operands.length === 0 ? ["."] : operands;

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(again, debounce);
  };
  const changed = (folder: string, name: string | null): void => {
    if (name === null || matters(folder, name)) schedule();
  };
  const watchFolders = (folders: readonly string[]): void => {
    const wanted = new Set(folders.map(existing));
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_, name) => changed(folder, name));
        // A folder that goes away is no longer watched; the next run finds what is left.
        watcher.on("error", () => {
          watcher.close();
          watchers.delete(folder);
          schedule();
        });
        watchers.set(folder, watcher);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        terminal.err(`ward: cannot watch ${folder}: ${code === "ENOSPC" ? "the system allows no more watched folders" : message}\n`);
      }
    }
  };
  const again = (): void => {
    let folders: readonly string[] = [...watchers.keys()];
    if (terminal.isTerminal) terminal.out("\u001b[2J\u001b[3J\u001b[H");
    try {
      const result = run();
      folders = result.folders;
      result.show();
    } catch (error) {
      if (error instanceof NothingThere) folders = [...new Set([...folders, ...error.folders])];
      if (error instanceof Failure) terminal.err(`ward: ${error.message}\n`);
      else terminal.err(`ward: internal error: ${(error as Error).message}; waiting for the next change\n`);
      if (process.env.WARD_DEBUG && !(error instanceof Failure)) terminal.err(`${(error as Error).stack}\n`);
    }
    watchFolders(folders);
    terminal.err("Watching for changes; Ctrl-C ends.\n");
  };

  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      resolve(0);
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    watchFolders(start.map((one) => existing(one.startsWith("/") ? one : `${terminal.cwd}/${one}`)));
    again();
  });
}

function matters(folder: string, name: string): boolean {
  if (name.endsWith(".ward") || name === "ward.json" || name === ".gitignore") return true;
  if (name.startsWith(".") || name === "node_modules") return false;
  const stat = statSync(`${folder}/${name}`, { throwIfNoEntry: false });
  // What is gone and had no ending was perhaps a folder.
  return stat === undefined ? !name.includes(".") : stat.isDirectory();
}

// The nearest folder that is there: a change in it tells when the folder itself comes back.
function existing(folder: string): string {
  let at = folder;
  while (at !== folderOf(at) && !statSync(at, { throwIfNoEntry: false })?.isDirectory()) at = folderOf(at);
  return at;
}
