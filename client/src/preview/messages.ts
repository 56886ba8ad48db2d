// What a panel and its page say to each other. Plain data, used by both.
import type { Filter } from "../../../server/src/diagram/types.ts";
import type { DiagramPicture } from "../../../server/src/lsp/protocol.ts";
import type { PicturePatch } from "./patch.ts";

/** What a panel shows, and how; kept by VS Code over reloads. */
export interface PanelState {
  /** A document of the model. */
  readonly uri: string;
  readonly model?: string;
  readonly view?: string;
  readonly folded: readonly string[];
  readonly unfolded: readonly string[];
  readonly filter: Filter;
  /** Leaves out what the filter does not keep, instead of dimming it. */
  readonly hide: boolean;
  /** Stays with its model when another becomes active. */
  readonly pinned: boolean;
  /** The step of the scenario that is shown; 0 shows all. */
  readonly step: number;
  /** The part of the picture that is shown: place and size. None: all of it. */
  readonly viewport?: { readonly x: number; readonly y: number; readonly scale: number };
}

/** What the panel says about the picture: none yet, as the text has it, or kept although the text is another. */
export type StatusKind = "waiting" | "fresh" | "none" | "broken" | "overrun" | "failed";

/** From the panel to its page. */
export type ToPage =
  | { readonly type: "state"; readonly state: PanelState }
  | { readonly type: "picture"; readonly picture: DiagramPicture; readonly serial: number }
  /** What changed since the picture of a serial number. */
  | { readonly type: "patch"; readonly patch: PicturePatch; readonly since: number; readonly serial: number }
  | { readonly type: "status"; readonly kind: StatusKind; readonly text: string }
  /** The elements around the cursor in the text, innermost first. */
  | { readonly type: "cursor"; readonly ids: readonly string[] }
  | { readonly type: "fixes"; readonly id: string; readonly titles: readonly string[] };

/** From the page to its panel. */
export type FromPage =
  | { readonly type: "ready"; readonly aspect: number }
  /** The user chose something; the panel asks for the picture that follows from it. */
  | { readonly type: "state"; readonly state: PanelState }
  | { readonly type: "reveal"; readonly id: string; readonly focus: boolean }
  | { readonly type: "explain"; readonly id: string }
  | { readonly type: "fixes"; readonly id: string }
  | { readonly type: "fix"; readonly id: string; readonly title: string }
  | { readonly type: "export" }
  | { readonly type: "new-model" }
  /** Arranges everything from the start, in the shape that the panel has now. */
  | { readonly type: "arrange"; readonly aspect: number }
  /** The picture is on the screen, since when, in milliseconds since 1970, and whether anything moved for it. */
  | ({ readonly type: "painted" } & Painted);

/** A picture that was painted. */
export interface Painted {
  readonly serial: number;
  readonly at: number;
  readonly moved: boolean;
}
