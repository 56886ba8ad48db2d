// The requests and notifications that Ward adds to the Language Server Protocol, shared by server and client. Plain
// data; ranges as in the protocol.
import type { Graph, GraphOptions, Layout, LayoutOptions, Scene, ViewInfo } from "../diagram/types.ts";

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

/** Client → server: the picture of one view, for a panel. */
export const diagramRequest = "ward/diagram";
/** Parameters of `ward/diagram`. */
export interface DiagramParams {
  /** A document of the model. */
  readonly uri: string;
  /** The model's name, where several include the document. */
  readonly model?: string;
  /** The view's name; the first of the model where it is left out or gone. */
  readonly view?: string;
  /** Who asks: what a panel was given before is where its next picture keeps things. */
  readonly panel: string;
  /** Width to height of the panel. */
  readonly aspect?: number;
  readonly options: GraphOptions;
  /** Keys of the picture that the panel shows; where nothing has changed it is not sent again. */
  readonly known?: string;
  /** Arranges from the start, whatever was shown before. */
  readonly anew?: boolean;
}

/** What a panel can choose from. */
export interface DiagramChoices {
  readonly views: readonly ViewInfo[];
  readonly containers: readonly DiagramChoice[];
  readonly data: readonly DiagramChoice[];
  readonly scenarios: readonly DiagramChoice[];
  readonly stride: readonly string[];
  readonly states: readonly string[];
}

/** One thing to choose. */
export interface DiagramChoice {
  readonly id: string;
  readonly title: string;
}

/** Answer to `ward/diagram`. All but `picture` leave the panel's picture as it is. */
export type DiagramResult =
  /** The document belongs to no model. */
  | { readonly state: "none" }
  /** Nothing has changed. */
  | { readonly state: "same" }
  /** A text of the model has syntax errors; the first of them, and how many. */
  | { readonly state: "broken"; readonly file: string; readonly line: number; readonly count: number }
  /** The layout took too long, or failed. */
  | { readonly state: "failed"; readonly reason: "overrun" | "error"; readonly message: string }
  | DiagramPicture;

/** A picture with what the panel needs to know of it. */
export interface DiagramPicture {
  readonly state: "picture";
  readonly key: string;
  /** Key of the arrangement: the same while nothing moves. */
  readonly arrangement: string;
  readonly uri: string;
  readonly model: string;
  readonly view: ViewInfo;
  readonly choices: DiagramChoices;
  readonly scene: Scene;
  readonly svg: string;
  /** The signs that the picture uses and what they mean, as a picture of its own; empty without any. */
  readonly legend: string;
  /** Drawn from a text with errors, since there was no earlier picture to keep. */
  readonly broken: boolean;
}

/** Client → server: ids of the elements around a place of a document, innermost first. */
export const diagramElementsRequest = "ward/diagramElements";
/** Parameters of `ward/diagramElements`. */
export interface DiagramElementsParams {
  readonly uri: string;
  readonly model?: string;
  readonly position: WireRange["start"];
}

/** Client → server: where an element is declared; null when it is gone. */
export const diagramPlaceRequest = "ward/diagramPlace";
/** Parameters of `ward/diagramPlace`. */
export interface DiagramPlaceParams {
  readonly uri: string;
  readonly model?: string;
  readonly id: string;
}
/** A place in a document. */
export interface WirePlace {
  readonly uri: string;
  readonly range: WireRange;
}

/** Client → server: a view as a file, the same bytes as `ward diagram` writes. */
export const diagramExportRequest = "ward/diagramExport";
/** Parameters of `ward/diagramExport`. */
export interface DiagramExportParams {
  readonly uri: string;
  readonly model?: string;
  readonly view?: string;
  readonly format: string;
}
/** Answer to `ward/diagramExport`: the file, or why there is none. */
export type DiagramExportResult = { readonly base64: string } | { readonly problem: string };

/** Client → server: the picture of a text that stands by itself, such as a block of a Markdown document. */
export const diagramOfTextRequest = "ward/diagramOfText";
/** Parameters of `ward/diagramOfText`. */
export interface DiagramOfTextParams {
  readonly text: string;
  /** Starts ids inside the picture. */
  readonly id: string;
}
/** Answer to `ward/diagramOfText`. */
export type DiagramOfTextResult = { readonly svg: string } | { readonly problem: string };

/** Server → client, where the server cannot start a worker: lays a graph out. */
export const layoutRequest = "ward/layout";
/** Parameters of `ward/layout`. */
export interface LayoutParams {
  readonly graph: Graph;
  readonly options: LayoutOptions;
  readonly previous: Layout | undefined;
  readonly timeout: number;
}

/** Options that the client gives when it starts the server. */
export interface InitializationOptions {
  /** The client keeps the server's files by `ward/files`; the server has no file system. */
  readonly virtual?: boolean;
}

/** The scheme of the read-only documents that show shipped catalogue files. */
export const catalogueScheme = "ward-catalogue";
