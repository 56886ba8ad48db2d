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
  private readonly fileSystem: FileSystem;
  private readonly today: () => string;
  private settings: Partial<Settings> = {};

  constructor(fileSystem: FileSystem, today: () => string) {
    this.fileSystem = fileSystem;
    this.today = today;
  }

  /** Makes the workspace of a folder of the editor; its files follow with `addFolder`. */
  openFolder(uri: string): void {
    this.room(pathOf(uri), uri);
  }

  /** Adds a folder of the editor with every `.ward` file below it. */
  addFolder(uri: string): void {
    const root = pathOf(uri);
    const room = this.room(root, uri);
    const { settings } = readSettings(this.fileSystem, root);
    room.workspace.add(walkFolder(this.fileSystem, root, root, settings.exclude).files);
  }

  /** Takes a folder away. */
  removeFolder(uri: string): void {
    this.rooms.delete(pathOf(uri));
  }

  /** Settings of the editor. */
  configure(settings: Partial<Settings>): void {
    this.settings = settings;
    for (const { workspace } of this.rooms.values()) workspace.configure(settings);
  }

  /** The workspace of a document: the innermost folder around it, or one made for it. */
  of(uri: string): Room {
    const path = pathOf(uri);
    let best: string | undefined;
    for (const root of this.rooms.keys()) if (isWithin(root, path) && (best === undefined || root.length > best.length)) best = root;
    if (best !== undefined) return this.rooms.get(best) as Room;
    const folder = folderOf(path);
    return this.room(findRoot(this.fileSystem, folder) ?? folder, uri);
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

  private room(root: string, uri: string): Room {
    const known = this.rooms.get(root);
    if (known) return known;
    const workspace = new Workspace({ fileSystem: this.fileSystem, root, today: this.today });
    workspace.configure(this.settings);
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
