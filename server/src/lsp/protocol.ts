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

/** A text of the model has syntax errors; the first of them, and how many. */
export interface BrokenText {
  readonly state: "broken";
  readonly file: string;
  readonly line: number;
  readonly count: number;
}

/** Answer to `ward/diagram`. All but `picture` leave the panel's picture as it is. */
export type DiagramResult =
  /** The document belongs to no model. */
  | { readonly state: "none" }
  /** Nothing has changed. */
  | { readonly state: "same" }
  | BrokenText
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

/** Client → server: the documents that can be written about a document's model. */
export const documentKindsRequest = "ward/documentKinds";
/** Parameters of `ward/documentKinds`. */
export interface DocumentKindsParams {
  readonly uri: string;
  readonly model?: string;
}
/** A document that can be written. */
export interface DocumentKind {
  readonly kind: string;
  readonly title: string;
  readonly purpose: string;
  /** The model says in `documents` that it is written from it. */
  readonly wanted: boolean;
}
/** Answer to `ward/documentKinds`. */
export interface DocumentKindsResult {
  /** The name of the model; undefined where the document belongs to none. */
  readonly model?: string;
  readonly kinds: readonly DocumentKind[];
  /** Formats in which a set can be written. */
  readonly formats: readonly { readonly name: string; readonly title: string }[];
  readonly language: DocumentLanguage;
}
/** Languages of documents. */
export type DocumentLanguage = "en" | "de";

/** Client → server: one document of a model, for a panel. */
export const documentRequest = "ward/document";
/** Parameters of `ward/document`. */
export interface DocumentParams extends DocumentKindsParams {
  /** The first that the model is said to be for, else the first of all, where it is left out or gone. */
  readonly kind?: string;
  /** What `ward.json` says, else English, where it is left out. */
  readonly language?: DocumentLanguage;
  /** Key of what the panel shows; where nothing has changed it is not sent again. */
  readonly known?: string;
}

/** Answer to `ward/document`. All but `document` leave the panel's document as it is. */
export type DocumentResult =
  /** The document belongs to no model. */
  | { readonly state: "none" }
  /** Nothing has changed. */
  | { readonly state: "same" }
  | BrokenText
  /** The document could not be written. */
  | { readonly state: "failed"; readonly message: string }
  | DocumentContent;

/** A document with what the panel needs to know of it. */
export interface DocumentContent {
  readonly state: "document";
  readonly key: string;
  readonly uri: string;
  readonly model: string;
  readonly kind: string;
  readonly language: DocumentLanguage;
  readonly title: string;
  /** The system that it is about. */
  readonly subject: string;
  readonly kinds: readonly DocumentKind[];
  /** The body of the document as HTML; widths are in `data-style`. */
  readonly html: string;
  /** Its style sheet. */
  readonly style: string;
  /** How much is to be written. */
  readonly gaps: number;
  /** The declarations that it rests on, by their ids in the HTML. */
  readonly declarations: readonly { readonly anchor: string; readonly key: string }[];
  /** What is wrong with `ward.json`, as sentences. */
  readonly problems: readonly string[];
  /** Written from a text with errors, since there was no earlier document to keep. */
  readonly broken: boolean;
}

/** Client → server: keys of the declarations around a place of a document, innermost first. */
export const documentKeysRequest = "ward/documentKeys";
/** Parameters of `ward/documentKeys`. */
export interface DocumentKeysParams extends DocumentKindsParams {
  readonly position: WireRange["start"];
}

/** Client → server: where the declaration of a key is; null when it is gone. */
export const documentPlaceRequest = "ward/documentPlace";
/** Parameters of `ward/documentPlace`. */
export interface DocumentPlaceParams extends DocumentKindsParams {
  readonly key: string;
}

/** Client → server: every document of a model, an index and the list of gaps, as files. Tells its progress; can be cancelled. */
export const documentSetRequest = "ward/documentSet";
/** Parameters of `ward/documentSet`. */
export interface DocumentSetParams extends DocumentKindsParams {
  readonly formats: readonly string[];
  readonly language?: DocumentLanguage;
  readonly workDoneToken?: string | number;
}
/** Answer to `ward/documentSet`: the files, or why there are none. */
export type DocumentSetResult =
  | {
      readonly files: readonly { readonly name: string; readonly text: string }[];
      /** Documents that could not be written; the others are there all the same. */
      readonly failures: readonly { readonly kind: string; readonly message: string }[];
      readonly problems: readonly string[];
    }
  | { readonly problem: string };

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
  /** Address of the program that writes documents, where the server does not find it by itself. */
  readonly documents?: string;
}

/** The scheme of the read-only documents that show shipped catalogue files. */
export const catalogueScheme = "ward-catalogue";
