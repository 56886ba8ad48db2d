// A workspace that lives: files on disk with open documents laid over them, checked again after each change. Trees are
// kept by text, and models whose files did not change are kept whole.
import { parse } from "../../../grammar/parser/index.ts";
import type { SyntaxTree } from "../../../grammar/syntax.ts";
import type { FileSystem, FileText } from "../host/types.ts";
import type { ReadTexts } from "../model/texts.ts";
import { adopt } from "./adopt.ts";
import { type Checked, type CheckedModel, check } from "./check.ts";
import { type Loaded, load } from "./load.ts";
import { isWithin } from "./paths.ts";
import { noSettings, readSettings, type Settings } from "./settings.ts";

/** What a workspace needs from outside. */
export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  /** The folder that bounds imports; file names are shown relative to it. */
  readonly root: string;
  /** The day of the analysis. */
  readonly today: () => string;
}

/** Files, open documents and what is known about them. */
export class Workspace {
  readonly root: string;
  private readonly options: WorkspaceOptions;
  private readonly open = new Map<string, string>();
  private readonly onDisk = new Set<string>();
  /** Open documents whose text changed since the last check. */
  private readonly typed = new Set<string>();
  /** Texts that decided something in any check. */
  private readonly read: ReadTexts = new WeakSet();
  private trees = new Map<string, { readonly text: string; readonly tree: SyntaxTree }>();
  private contents = new Map<string, FileText>();
  private settings: Settings | undefined;
  private override: Partial<Settings> = {};
  private current: { readonly checked: Checked; readonly loaded: Loaded; readonly today: string } | undefined;
  /** Problems of `ward.json`, as sentences. */
  settingProblems: readonly string[] = [];

  constructor(options: WorkspaceOptions) {
    this.options = options;
    this.root = options.root;
  }

  /** Makes files on disk part of the workspace, by absolute path. */
  add(paths: Iterable<string>): void {
    for (const path of paths) this.onDisk.add(path);
    this.outdate();
  }

  /** Makes these the files on disk that are part of the workspace. */
  replace(paths: Iterable<string>): void {
    this.onDisk.clear();
    this.add(paths);
  }

  /** Whether a file on disk is part of the workspace. */
  has(path: string): boolean {
    return this.onDisk.has(path);
  }

  /** Takes a file or a folder that is gone out of the workspace; gives whether anything of it was in it. */
  remove(path: string): boolean {
    const gone = new Set([...this.onDisk, ...this.contents.keys()].filter((one) => isWithin(path, one)));
    for (const one of gone) {
      this.onDisk.delete(one);
      this.refresh(one);
    }
    return gone.size > 0;
  }

  /** Reads a file again that changed on disk. */
  refresh(path: string): void {
    this.contents.delete(path);
    if (path.endsWith("/ward.json")) this.settings = undefined;
    this.outdate();
  }

  /** Lays an open document over the file on disk. */
  setText(path: string, text: string): void {
    if (this.open.get(path) === text) return;
    this.open.set(path, text);
    this.typed.add(path);
  }

  /** Goes back to the file on disk. */
  close(path: string): void {
    if (this.open.delete(path)) this.refresh(path);
  }

  /** Settings of the editor laid over those of `ward.json`. */
  configure(override: Partial<Settings>): void {
    this.override = override;
    this.settings = undefined;
    this.outdate();
  }

  /** How documents look, as `ward.json` says it. */
  get reportSettings(): unknown {
    return this.currentSettings().report;
  }

  /** Absolute paths of all files of the workspace, open ones included. */
  paths(): string[] {
    return [...new Set([...this.onDisk, ...this.open.keys()])].sort();
  }

  /** What is known now. Computed when something changed, or when the day did. */
  check(): Checked {
    const today = this.options.today();
    if (this.current?.today === today && this.isStill()) return this.current.checked;
    if (this.current !== undefined) this.outdate();
    const { fileSystem, root } = this.options;
    const loaded = load(this.paths(), {
      fileSystem: this.overlay(fileSystem),
      root,
      shownFrom: root,
      parse: (path, text) => this.tree(path, text),
    });
    const previous = this.current === undefined ? this.last : undefined;
    const checked = check(loaded, today, this.currentSettings(), previous?.today === today ? previous.models : [], this.read);
    this.last = { models: checked.models, today };
    this.current = { checked, loaded, today };
    this.forget(loaded);
    return checked;
  }

  // Something other than the text of open documents changed, or a text in more than its layout.
  private outdate(): void {
    this.current = undefined;
    this.typed.clear();
  }

  // Whether what is known still holds of the texts that were typed since, once it is moved to where they stand now.
  private isStill(): boolean {
    if (this.current === undefined) return false;
    for (const path of this.typed) {
      const text = this.open.get(path);
      const known = this.trees.get(path);
      if (text === undefined || known === undefined) return false;
      if (known.text !== text) {
        const next = parse(text);
        const adopted = adopt(this.current.checked, known.tree, next, this.read, this.currentSettings());
        this.trees.set(path, { text, tree: adopted?.tree ?? next });
        if (adopted === undefined) return false;
        this.current = { ...this.current, checked: adopted.checked };
        this.last = { models: adopted.checked.models, today: this.current.today };
      }
      this.typed.delete(path);
    }
    return true;
  }

  private last: { readonly models: readonly CheckedModel[]; readonly today: string } | undefined;

  private tree(path: string, text: string): SyntaxTree {
    const known = this.trees.get(path);
    if (known?.text === text) return known.tree;
    const tree = parse(text);
    this.trees.set(path, { text, tree });
    return tree;
  }

  private overlay(below: FileSystem): FileSystem {
    return {
      kind: (path) => (this.open.has(path) ? "file" : below.kind(path)),
      list: (folder) => below.list(folder),
      real: (path) => (this.open.has(path) && below.kind(path) === undefined ? path : below.real(path)),
      read: (path) => {
        const text = this.open.get(path);
        if (text !== undefined) return { text };
        const known = this.contents.get(path);
        if (known) return known;
        const content = below.read(path);
        this.contents.set(path, content);
        return content;
      },
    };
  }

  private currentSettings(): Settings {
    if (this.settings) return this.settings;
    const { settings, problems } = readSettings(this.options.fileSystem, this.root);
    this.settingProblems = problems;
    this.settings = { ...noSettings, ...settings, severity: { ...this.override.severity, ...settings.severity } };
    return this.settings;
  }

  private forget(loaded: Loaded): void {
    for (const path of this.trees.keys()) if (!loaded.files.has(path)) this.trees.delete(path);
    for (const path of this.contents.keys()) if (!loaded.files.has(path) && this.open.has(path)) this.contents.delete(path);
  }
}
