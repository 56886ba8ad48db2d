// The one table of output formats of `ward check`.
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";
import type { Format } from "./types.ts";

/** Every format by the word after `--format`. */
export const formats = { text, json, sarif, github, junit } as const satisfies Record<string, Format>;

/** A word after `--format`. */
export type FormatName = keyof typeof formats;
