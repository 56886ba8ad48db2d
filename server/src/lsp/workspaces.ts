// Which workspace a document belongs to: one for each folder of the editor, and one for documents outside of all.
import type { FileSystem } from "../host/types.ts";
import { type Snapshot, snapshotOf } from "../ide/snapshot.ts";
import type { SourceFile } from "../source/types.ts";
import type { Checked } from "../workspace/check.ts";
import { walkFolder } from "../workspace/discover.ts";
import { folderOf, isWithin, relative } from "../workspace/paths.ts";
import { findRoot, readSettings, type Settings } from "../workspace/settings.ts";
import { Workspace } from "../workspace/workspace.ts";
import { pathOf, shippedPath, uriOf } from "./uris.ts";

/** A workspace with the URI that gives its documents' scheme. */
export interface Room {
  readonly workspace: Workspace;
  readonly uri: string;
}

/** All workspaces of the editor. */
export class Workspaces {
  private readonly rooms = new Map<string, Room>();
  private readonly folders = new Map<string, string>();
  private readonly fileSystem: FileSystem;
  private readonly today: () => string;
  private settings: Partial<Settings> = {};
  private own: ReadonlyMap<string, Partial<Settings>> = new Map();

  constructor(fileSystem: FileSystem, today: () => string) {
    this.fileSystem = fileSystem;
    this.today = today;
  }

  /** Makes the workspace of a folder of the editor; its files follow with `discover`. */
  openFolder(uri: string): void {
    this.folders.set(pathOf(uri), uri);
    this.room(pathOf(uri), uri);
  }

  /** The folders of the editor, by URI. */
  folderUris(): string[] {
    return [...this.folders.values()];
  }

  /** Other folders in the editor. Documents that stood outside of all may stand inside one now: lay them anew afterwards. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.folders.delete(pathOf(uri));
    for (const root of this.rooms.keys()) if (!this.folders.has(root)) this.rooms.delete(root);
    for (const uri of added) this.openFolder(uri);
    this.discover();
  }

  /** Finds the `.ward` files below the folders, by the patterns of `.gitignore` and `ward.json`; the innermost folder has a file. */
  discover(done: (folder: string) => void = () => {}): void {
    for (const [root, uri] of this.folders) {
      const room = this.room(root, uri);
      const { settings } = readSettings(this.fileSystem, root);
      const { files } = walkFolder(this.fileSystem, root, root, settings.exclude);
      room.workspace.replace(files.filter((path) => this.around(path) === room));
      done(root);
    }
  }

  /** Files on disk that changed, came or went; gives whether any of them matters. */
  changed(files: readonly { readonly path: string; readonly gone: boolean }[]): boolean {
    let matters = false;
    let discover = false;
    for (const { path, gone } of files) {
      const room = this.around(path);
      const configures = /\/(?:ward\.json|\.gitignore)$/.test(path);
      // What is gone may be a folder, of which nothing more is told than that.
      if (room && gone) matters = room.workspace.remove(path) || matters;
      if (room === undefined || !(configures || path.endsWith(".ward"))) continue;
      matters = true;
      room.workspace.refresh(path);
      discover ||= configures || (!gone && !room.workspace.has(path));
    }
    if (discover) this.discover();
    return matters;
  }

  /** Settings of the editor, and those of single folders by path. */
  configure(settings: Partial<Settings>, own: ReadonlyMap<string, Partial<Settings>> = new Map()): void {
    this.settings = settings;
    this.own = own;
    for (const [root, { workspace }] of this.rooms) workspace.configure(own.get(root) ?? settings);
  }

  /** Lays an open document into the workspace that has it, and nowhere else. */
  lay(uri: string, text: string): void {
    const path = pathOf(uri);
    const room = this.of(uri);
    for (const other of this.rooms.values()) if (other !== room) other.workspace.close(path);
    room.workspace.setText(path, text);
  }

  /** The workspace of a document: the innermost folder around it, or one made for it. */
  of(uri: string): Room {
    const path = pathOf(uri);
    const found = this.around(path);
    if (found) return found;
    const folder = folderOf(path);
    return this.room(findRoot(this.fileSystem, folder) ?? folder, uri);
  }

  /** Whether a workspace speaks for a file: others may know it too, when they import it. */
  speaksFor(room: Room, uri: string): boolean {
    return (this.around(pathOf(uri)) ?? room) === room;
  }

  /** All workspaces. */
  all(): Iterable<Room> {
    return this.rooms.values();
  }

  /** What features work on for a document; shipped catalogue files are seen from the first workspace that has a model. */
  snapshot(uri: string): { snapshot: Snapshot; room: Room } | undefined {
    const shipped = shippedPath(uri);
    const rooms = shipped === undefined ? [this.of(uri)] : [...this.rooms.values()];
    for (const room of rooms) {
      const shown = shipped ?? relative(room.workspace.root, pathOf(uri));
      const snapshot = snapshotOf(room.workspace.check(), shown);
      if (snapshot) return { snapshot, room };
    }
    return undefined;
  }

  private around(path: string): Room | undefined {
    let best: string | undefined;
    for (const root of this.rooms.keys()) if (isWithin(root, path) && (best === undefined || root.length > best.length)) best = root;
    return best === undefined ? undefined : this.rooms.get(best);
  }

  private room(root: string, uri: string): Room {
    const known = this.rooms.get(root);
    if (known) return known;
    const workspace = new Workspace({ fileSystem: this.fileSystem, root, today: this.today });
    workspace.configure(this.own.get(root) ?? this.settings);
    const room = { workspace, uri };
    this.rooms.set(root, room);
    return room;
  }
}

/** The URI of a file of a workspace. */
export function fileUri({ workspace, uri }: Room, file: SourceFile): string {
  return uriOf(file.path, workspace.root, uri);
}

/** All findings of all workspaces. */
export function* allChecked(workspaces: Workspaces): Iterable<{ room: Room; checked: Checked }> {
  for (const room of workspaces.all()) yield { room, checked: room.workspace.check() };
}
