// The requests and notifications that Ward adds to the Language Server Protocol, shared by server and client. Plain
// data; ranges as in the protocol.

/** A range as the protocol has it. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A threat instance for the view of threats. */
export interface WireThreat {
  readonly id: string;
  readonly threat: string;
  readonly title: string;
  readonly element: string;
  readonly elementTitle: string;
  readonly keyword: string;
  readonly stride: readonly string[];
  readonly state: string;
  readonly severity: string;
  readonly residual: string;
  readonly answers: readonly string[];
  readonly uri: string;
  readonly range: WireRange;
}

/** A requirement on the operating environment for its view. */
export interface WireRequirement {
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly force: string;
  readonly group: string;
  readonly assumptions: readonly { readonly name: string; readonly uri: string; readonly range: WireRange }[];
  readonly uri: string;
  readonly range: WireRange;
}

/** One model with all that its views show. */
export interface WireModel {
  readonly name: string;
  readonly title: string;
  readonly threats: readonly WireThreat[];
  readonly requirements: readonly WireRequirement[];
}

/** Server → client: something changed; views that are shown ask again. Counts are for the status bar. */
export const changedNotification = "ward/changed";
/** Parameters of `ward/changed`. */
export interface ChangedParams {
  readonly open: number;
  readonly missing: number;
  readonly errors: number;
  readonly warnings: number;
  readonly models: number;
}

/** Client → server: all models with their threats and requirements. */
export const modelsRequest = "ward/models";

/** Client → server: the text of a shipped catalogue file by its URI. */
export const catalogueTextRequest = "ward/catalogueText";
/** Parameters of `ward/catalogueText`. */
export interface CatalogueTextParams {
  readonly uri: string;
}

/** Client → server: why an instance stands as it does, as Markdown; undefined when nothing has the id. */
export const explainRequest = "ward/explain";
/** Parameters of `ward/explain`. */
export interface ExplainParams {
  readonly id: string;
}

/** Client → server, where the server has no file system: the files of the workspace and their changes; no text means gone. */
export const filesNotification = "ward/files";
/** Parameters of `ward/files`. */
export interface FilesParams {
  readonly files: readonly { readonly uri: string; readonly text?: string }[];
}

/** Options that the client gives when it starts the server. */
export interface InitializationOptions {
  /** The client keeps the server's files by `ward/files`; the server has no file system. */
  readonly virtual?: boolean;
}

/** The scheme of the read-only documents that show shipped catalogue files. */
export const catalogueScheme = "ward-catalogue";
