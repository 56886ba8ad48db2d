// Text of cells and what no format may carry: control characters, marks that turn the direction of what stands around them.
import type { Content } from "../types.ts";

// A letter of a pair without its other half is no character.
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text without characters that steer instead of show. */
export function clean(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(steering, "\ufffd").replace(halves, "\ufffd");
}

/** The plain text of marked text. */
export function plain(content: Content): string {
  return clean(content.map(({ text }) => text).join(""));
}
