// The language server: life cycle, documents, configuration, and the handlers by group. Knows no file system of its own:
// a door (Node or browser) gives it one.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Severity } from "../diagnostics/types.ts";
import type { FileSystem } from "../host/types.ts";
import { capabilities } from "./capabilities.ts";
import { type ClientAbilities, type Context, type Drawing, defaultSettings, type EditorSettings } from "./context.ts";
import { Publisher } from "./diagnostics.ts";
import { registerHandlers } from "./handlers/index.ts";
import { type FilesParams, filesNotification } from "./protocol.ts";
import { pathOf } from "./uris.ts";
import { Workspaces } from "./workspaces.ts";

/** What a door gives: files, the day, and what to do with files that a client sends in place of a file system. */
export interface ServerHost {
  readonly fileSystem: FileSystem;
  readonly today: () => string;
  readonly version: string;
  /** Address of the folder with the pages of diagnostic codes. */
  readonly documentation: string | undefined;
  readonly drawing: Drawing;
  /** Takes a file of a client without file system; no text means it is gone. */
  readonly receive?: (path: string, text: string | undefined) => void;
}

/** Starts serving on a connection; returns when the connection listens. */
export function serve(connection: Connection, host: ServerHost): void {
  const workspaces = new Workspaces(host.fileSystem, host.today);
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities = noAbilities;
  let settings: EditorSettings = defaultSettings;
  let folders: string[] = [];
  let finishLoading = (): void => {};
  const loaded = new Promise<void>((resolve) => {
    finishLoading = resolve;
  });
  const context: Context = {
    connection,
    workspaces,
    abilities: () => abilities,
    settings: () => settings,
    documentation: host.documentation,
    drawing: host.drawing,
    today: host.today,
    loaded,
  };
  const publisher = new Publisher(context, () => documents.keys());

  connection.onInitialize((params): InitializeResult => {
    abilities = abilitiesOf(params);
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    // Before any document comes: one that is opened while its folder is still being read belongs to that folder.
    for (const folder of folders) workspaces.openFolder(folder);
    return { capabilities: capabilities(abilities), serverInfo: { name: "ward", version: host.version } };
  });

  connection.onInitialized(async () => {
    if (abilities.watchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: "ward" });
    if (abilities.watchFiles) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.ward" }, { globPattern: "**/ward.json" }],
      });
    }
    if (abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) workspaces.removeFolder(uri);
        for (const { uri } of added) workspaces.addFolder(uri);
        publisher.changed("workspace");
      });
    }
    try {
      await configure();
      await loadFolders();
    } finally {
      finishLoading();
    }
  });

  const configure = async (): Promise<void> => {
    if (abilities.configuration) settings = mergeSettings(await connection.workspace.getConfiguration("ward"));
    workspaces.configure({ severity: settings.severity as Record<string, Severity | "off"> });
    publisher.changed("workspace");
  };

  const loadFolders = async (): Promise<void> => {
    const progress = abilities.progress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin("Ward", 0, "Reading models", false);
    folders.forEach((folder, index) => {
      workspaces.addFolder(folder);
      progress?.report(Math.round(((index + 1) / folders.length) * 50), folder.split("/").at(-1) ?? "");
    });
    for (const room of workspaces.all()) room.workspace.check();
    progress?.done();
    publisher.changed("workspace");
  };

  connection.onDidChangeConfiguration(() => configure().catch((error: Error) => connection.console.error(error.message)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      const { workspace } = workspaces.of(uri);
      if (type === FileChangeType.Deleted) workspace.remove(path);
      else if (path.endsWith(".ward")) {
        workspace.add([path]);
        workspace.refresh(path);
      } else workspace.refresh(path);
    }
    publisher.changed("workspace");
  });
  connection.onNotification(filesNotification, ({ files }: FilesParams) => {
    for (const { uri, text } of files) {
      const path = pathOf(uri);
      host.receive?.(path, text);
      const { workspace } = workspaces.of(uri);
      if (text === undefined) workspace.remove(path);
      else {
        if (path.endsWith(".ward")) workspace.add([path]);
        workspace.refresh(path);
      }
    }
    publisher.changed("workspace");
  });

  documents.onDidChangeContent(({ document }) => {
    if (!document.uri.startsWith("ward-catalogue:"))
      workspaces.of(document.uri).workspace.setText(pathOf(document.uri), document.getText());
    publisher.changed("typing");
  });
  documents.onDidClose(({ document }) => {
    if (!document.uri.startsWith("ward-catalogue:")) workspaces.of(document.uri).workspace.close(pathOf(document.uri));
    publisher.closed(document.uri);
    publisher.changed("typing");
  });

  registerHandlers(context);
  documents.listen(connection);
  connection.listen();
}

const noAbilities: ClientAbilities = {
  pullDiagnostics: false,
  refreshDiagnostics: false,
  refreshLenses: false,
  refreshTokens: false,
  refreshHints: false,
  configuration: false,
  watchConfiguration: false,
  workspaceFolders: false,
  watchFiles: false,
  progress: false,
  snippets: false,
  fixes: false,
};

function abilitiesOf({ capabilities: client }: InitializeParams): ClientAbilities {
  return {
    pullDiagnostics: client.textDocument?.diagnostic !== undefined,
    refreshDiagnostics: client.workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: client.workspace?.codeLens?.refreshSupport === true,
    refreshTokens: client.workspace?.semanticTokens?.refreshSupport === true,
    refreshHints: client.workspace?.inlayHint?.refreshSupport === true,
    configuration: client.workspace?.configuration === true,
    watchConfiguration: client.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: client.workspace?.workspaceFolders === true,
    watchFiles: client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: client.window?.workDoneProgress === true,
    snippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
    fixes: client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
  };
}

function mergeSettings(given: Partial<EditorSettings> | null): EditorSettings {
  return {
    severity: given?.severity ?? defaultSettings.severity,
    inlayHints: { enabled: given?.inlayHints?.enabled ?? defaultSettings.inlayHints.enabled },
    codeLens: { enabled: given?.codeLens?.enabled ?? defaultSettings.codeLens.enabled },
  };
}
