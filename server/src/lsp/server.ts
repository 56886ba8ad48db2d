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
  WatchKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileSystem } from "../host/types.ts";
import { capabilities } from "./capabilities.ts";
import {
  type ClientAbilities,
  type Context,
  type Drawing,
  defaultSettings,
  type EditorSettings,
  readEditorSettings,
  severities,
  type Writing,
} from "./context.ts";
import { Publisher } from "./diagnostics.ts";
import { registerHandlers } from "./handlers/index.ts";
import { catalogueScheme, type FilesParams, filesNotification, type InitializationOptions } from "./protocol.ts";
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
  readonly writing: (given: InitializationOptions) => Writing;
  /** Takes a file of a client without file system; no text means it is gone. */
  readonly receive?: (path: string, text: string | undefined) => void;
}

/** Starts serving on a connection; returns when the connection listens. */
export function serve(connection: Connection, host: ServerHost): void {
  const workspaces = new Workspaces(host.fileSystem, host.today);
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities = noAbilities;
  let settings: EditorSettings = defaultSettings;
  let writing = host.writing({});
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
    writing: () => writing,
    version: host.version,
    today: host.today,
    loaded,
  };
  const publisher = new Publisher(context, () => documents.keys());

  connection.onInitialize((params): InitializeResult => {
    abilities = abilitiesOf(params);
    writing = host.writing((params.initializationOptions as InitializationOptions | undefined) ?? {});
    const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    // Before any document comes: one that is opened while its folder is still being read belongs to that folder.
    for (const folder of folders) workspaces.openFolder(folder);
    return { capabilities: capabilities(abilities), serverInfo: { name: "ward", version: host.version } };
  });

  connection.onInitialized(async () => {
    if (abilities.watchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: "ward" });
    if (abilities.watchFiles) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/{*.ward,ward.json,.gitignore}" },
          // When a folder goes, its files are not named.
          { globPattern: "**/*", kind: WatchKind.Delete },
        ],
      });
    }
    if (abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const uris = (list: readonly { uri: string }[]): string[] => list.map(({ uri }) => uri);
        workspaces.changeFolders(uris(added), uris(removed));
        for (const document of documents.all()) lay(document);
        publisher.changed("workspace");
        configure().catch(complain);
      });
    }
    try {
      await configure();
      await loadFolders();
    } finally {
      finishLoading();
    }
  });

  const complain = (error: Error): void => connection.console.error(error.message);
  const lay = (document: TextDocument): void => {
    if (!document.uri.startsWith(`${catalogueScheme}:`)) workspaces.lay(document.uri, document.getText());
  };

  const configure = async (given?: unknown): Promise<void> => {
    const folders = workspaces.folderUris();
    const asked = [{ section: "ward" }, ...folders.map((scopeUri) => ({ scopeUri, section: "ward" }))];
    // A client that cannot be asked sends all its settings by itself.
    const [whole, ...own] = abilities.configuration
      ? await connection.workspace.getConfiguration(asked)
      : [(given as { ward?: unknown } | undefined)?.ward];
    settings = readEditorSettings(whole);
    const ofFolders = folders.map((uri, index) => [pathOf(uri), severities(readEditorSettings(own[index] ?? whole))] as const);
    workspaces.configure(severities(settings), new Map(ofFolders));
    publisher.changed("workspace");
  };

  const loadFolders = async (): Promise<void> => {
    const progress = abilities.progress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin("Ward", 0, "Reading models", false);
    const all = workspaces.folderUris().length;
    let count = 0;
    workspaces.discover((folder) => progress?.report(Math.round((++count / all) * 50), folder.split("/").at(-1) ?? ""));
    for (const room of workspaces.all()) room.workspace.check();
    progress?.done();
    publisher.changed("workspace");
  };

  connection.onDidChangeConfiguration(({ settings: given }) => configure(given).catch(complain));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (workspaces.changed(changes.map(({ uri, type }) => ({ path: pathOf(uri), gone: type === FileChangeType.Deleted }))))
      publisher.changed("workspace");
  });
  connection.onNotification(filesNotification, ({ files }: FilesParams) => {
    for (const { uri, text } of files) host.receive?.(pathOf(uri), text);
    if (workspaces.changed(files.map(({ uri, text }) => ({ path: pathOf(uri), gone: text === undefined })))) publisher.changed("workspace");
  });

  documents.onDidChangeContent(({ document }) => {
    lay(document);
    publisher.changed("typing");
  });
  documents.onDidClose(({ document }) => {
    if (!document.uri.startsWith(`${catalogueScheme}:`)) workspaces.of(document.uri).workspace.close(pathOf(document.uri));
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
  labelDetails: false,
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
    labelDetails: client.textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    fixes: client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
  };
}
