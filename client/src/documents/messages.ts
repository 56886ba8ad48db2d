// What a document panel and its page say to each other. Plain data, used by both.
import type { DocumentContent, DocumentLanguage } from "../../../server/src/lsp/protocol.ts";

/** What a panel shows; kept by VS Code over reloads. */
export interface DocumentState {
  /** A document of the model. */
  readonly uri: string;
  readonly model?: string;
  readonly kind?: string;
  /** The language asked for; none: what `ward.json` says. */
  readonly language?: DocumentLanguage;
  /** Where the page stands: the section or row at its top, and how far above the top that begins, in pixels. */
  readonly scroll?: { readonly anchor: string; readonly offset: number };
}

/** What the panel says about the document: none yet, as the text has it, or kept although the text is another. */
export type DocumentStatus = "waiting" | "fresh" | "none" | "broken" | "failed";

/** From the panel to its page. */
export type ToDocumentPage =
  | { readonly type: "state"; readonly state: DocumentState }
  | { readonly type: "document"; readonly document: DocumentContent }
  | { readonly type: "status"; readonly kind: DocumentStatus; readonly text: string }
  /** The declarations around the cursor in the text, innermost first. */
  | { readonly type: "cursor"; readonly keys: readonly string[] };

/** From the page to its panel. */
export type FromDocumentPage =
  | { readonly type: "ready" }
  /** The user chose something; the panel asks for the document that follows from it. */
  | { readonly type: "state"; readonly state: DocumentState }
  | { readonly type: "reveal"; readonly key: string; readonly focus: boolean }
  | { readonly type: "write" }
  | { readonly type: "new-model" }
  | ({ readonly type: "shown" } & Shown);

/** A document that is on the page, by its key. */
export interface Shown {
  readonly key: string;
}
