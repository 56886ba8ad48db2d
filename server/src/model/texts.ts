// Which texts were read while something was worked out: what was worked out without reading a text holds whatever the text says.
import type { StringLiteral } from "../../../grammar/syntax.ts";
import type { BoundValue } from "./types.ts";

/** Texts that were read, by their nodes. */
export type ReadTexts = WeakSet<StringLiteral>;

let noted: ReadTexts | undefined;

/** Runs something and keeps in `texts` which texts it read. */
export function withReadsNoted<Result>(texts: ReadTexts, run: () => Result): Result {
  const before = noted;
  noted = texts;
  try {
    return run();
  } finally {
    noted = before;
  }
}

/** Has to be called by whatever lets what a text says decide anything. */
export function noteText(text: StringLiteral): void {
  noted?.add(text);
}

/** The value of a property that is text: what its node says now. */
export class TextValue implements BoundValue {
  readonly node: StringLiteral;

  constructor(node: StringLiteral) {
    this.node = node;
  }

  get value(): string {
    noteText(this.node);
    return this.node.value;
  }
}
