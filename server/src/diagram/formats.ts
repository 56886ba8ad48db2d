// The formats of diagrams that are texts: one line each. PNG needs a rasteriser, which every door brings itself.
import { drawio } from "./drawio.ts";
import { json } from "./json.ts";
import { mermaid } from "./mermaid.ts";
import { svg } from "./svg/index.ts";
import type { Scene, SvgOptions } from "./types.ts";

/** Writes a scene as text; only SVG has options. */
export const textFormats = { svg, drawio, mermaid, json } as const satisfies Record<string, (scene: Scene, options?: SvgOptions) => string>;
