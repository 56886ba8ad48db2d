// The one table of deliverables: a new one is a file and a line here.
import { controls } from "./controls.ts";
import { environment } from "./environment.ts";
import { instructions } from "./lists.ts";
import { interfaces, streams } from "./network.ts";
import { risks, threats } from "./threats.ts";
import type { Deliverable } from "./types.ts";

/** Every deliverable, in the order of the index. */
export const deliverables: readonly Deliverable[] = [instructions, environment, interfaces, streams, controls, threats, risks];
