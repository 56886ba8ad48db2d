// What a deliverable is: a name, a title, what it is for, and a pure function that writes it.
import type { DocumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import type { Text } from "../types.ts";

/** A document that Ward can write. */
export interface Deliverable {
  /** How it is asked for: `ward report KIND`. */
  readonly kind: string;
  readonly title: Text;
  /** What it is for, in one sentence. */
  readonly purpose: Text;
  readonly write: (document: DocumentBuilder, context: Context) => void;
  /** The views whose pictures it shows. */
  readonly views?: (context: Context) => readonly string[];
  /** A standard's own data format, which takes the place of the document's JSON. */
  readonly data?: { readonly extension: string; readonly write: (context: Context) => Promise<string> };
}
