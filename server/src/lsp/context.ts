// What every handler gets: the connection, the workspaces, the client's abilities; and a guard, so that one broken
// request never takes the server down.
import type { CancellationToken, Connection } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { severities as severityLevels } from "../diagnostics/types.ts";
import type { Graph, Layout, LayoutRun } from "../diagram/types.ts";
import type { Snapshot } from "../ide/snapshot.ts";
import type { ImageFile } from "../report/template.ts";
import { offsetAt, type Position } from "../source/lines.ts";
import type { SourceFile } from "../source/types.ts";
import type { Settings } from "../workspace/settings.ts";
import { fileUri, type Room, type Workspaces } from "./workspaces.ts";

/** Settings of the editor under `ward`. */
export interface EditorSettings {
  readonly severity: Settings["severity"];
  readonly inlayHints: { readonly enabled: boolean };
  readonly codeLens: { readonly enabled: boolean };
}

/** What holds until the client says something else. */
export const defaultSettings: EditorSettings = { severity: {}, inlayHints: { enabled: false }, codeLens: { enabled: true } };

/** The settings of an editor as far as they are well-formed; what it says not holds as by default. */
export function readEditorSettings(given: unknown): EditorSettings {
  const all = isRecord(given) ? given : {};
  const enabled = (name: "inlayHints" | "codeLens"): boolean => {
    const own = all[name];
    return isRecord(own) && typeof own.enabled === "boolean" ? own.enabled : defaultSettings[name].enabled;
  };
  const severity = Object.entries(isRecord(all.severity) ? all.severity : {}).filter(([, level]) => levels.includes(level));
  return {
    severity: Object.fromEntries(severity) as EditorSettings["severity"],
    inlayHints: { enabled: enabled("inlayHints") },
    codeLens: { enabled: enabled("codeLens") },
  };
}

/** The part of them that a workspace takes. */
export function severities({ severity }: EditorSettings): Partial<Settings> {
  return { severity };
}

const levels: readonly unknown[] = [...severityLevels, "off"];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the client can do, as far as the server adapts to it. */
export interface ClientAbilities {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshLenses: boolean;
  readonly refreshTokens: boolean;
  readonly refreshHints: boolean;
  readonly configuration: boolean;
  /** Says when settings change, once it is asked to. */
  readonly watchConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchFiles: boolean;
  readonly progress: boolean;
  readonly snippets: boolean;
  /** Shows words beside the labels of suggestions. */
  readonly labelDetails: boolean;
  /** Offers fixes beside findings. */
  readonly fixes: boolean;
}

/** Lays a graph of a diagram out in a worker; the previous layout is a hint on where to keep things. */
export type LayOut = (graph: Graph, run: LayoutRun, previous: Layout | undefined) => Promise<Layout>;

/** What draws diagrams. A door gives it, since not all can do all of it. */
export interface Drawing {
  /** The engine, loaded when the first diagram is wanted. */
  readonly load: () => Promise<Pick<typeof import("../diagram/index.ts"), "views" | "graph" | "scene" | "svg" | "textFormats">>;
  readonly layOut: LayOut;
  /** A picture in pixels, where there is a rasteriser. */
  readonly png?: (picture: string) => Promise<Uint8Array>;
}

/** What writes documents. A door gives it. */
export interface Writing {
  /** The program, loaded when the first document is wanted. */
  readonly load: () => Promise<typeof import("../report/editor.ts")>;
  /** Reads an image inside a folder, where there are files. */
  readonly image?: (root: string, path: string, largest: number) => ImageFile;
}

/** What handlers work with. */
export interface Context {
  readonly connection: Connection;
  readonly workspaces: Workspaces;
  readonly abilities: () => ClientAbilities;
  readonly settings: () => EditorSettings;
  /** Address of the folder with the pages of diagnostic codes, where there is one. */
  readonly documentation: string | undefined;
  readonly drawing: Drawing;
  readonly writing: () => Writing;
  /** Of the tool, as documents name it. */
  readonly version: string;
  readonly today: () => string;
  /** Kept when the folders have been read for the first time. */
  readonly loaded: Promise<void>;
}

/** A document's snapshot, with how its files are named. */
export interface Opened {
  readonly snapshot: Snapshot;
  readonly room: Room;
  readonly uriOf: (file: SourceFile) => string;
}

/** The snapshot of a document, or undefined when it is not known. */
export function opened(context: Context, uri: string): Opened | undefined {
  const found = context.workspaces.snapshot(uri);
  return found && { ...found, uriOf: (file) => fileUri(found.room, file) };
}

/** The offset of a position in a document. */
export function offsetIn({ snapshot }: Opened, position: Position): number {
  return offsetAt(snapshot.file.tree.text, position);
}

/** Wraps a handler: cancelled requests are answered as such; a crash is logged by name and answered with nothing. */
export function guard<Params, Result>(
  context: Context,
  name: string,
  nothing: Result,
  handle: (params: Params) => Result,
): (params: Params, token: CancellationToken) => Result {
  return (params, token) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    try {
      return handle(params);
    } catch (error) {
      context.connection.console.error(
        `${name} failed; please report it with the file and the position: ${(error as Error).stack ?? String(error)}`,
      );
      return nothing;
    }
  };
}
