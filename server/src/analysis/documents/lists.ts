// The documents that hold the lists of items: how a system names each in `documents`, and what it is called in a sentence.
import type { ForWhom } from "./types.ts";

/** A document of items. */
export interface ItemList {
  /** The word of `documents`, and the kind of the document. */
  readonly kind: string;
  readonly list: ForWhom;
  readonly name: string;
}

/** All of them. */
export const itemLists: readonly ItemList[] = [
  { kind: "instructions", list: "instructions", name: "instructions for use" },
  { kind: "administration", list: "accompanying", name: "documents for administration" },
  { kind: "provider", list: "provider", name: "documents for the healthcare provider" },
];
