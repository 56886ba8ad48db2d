// The one table of deliverables: a new one is a file and a line here.
import { firewall, hosting, roles } from "./access.ts";
import { controls } from "./controls.ts";
import { environment } from "./environment.ts";
import { gspr } from "./gspr.ts";
import { seriousIncidents } from "./incidents.ts";
import { lifecycle, summary } from "./lifecycle.ts";
import { administration, instructions, provider } from "./lists.ts";
import { mds2 } from "./mds2.ts";
import { interfaces, streams } from "./network.ts";
import { sbom } from "./parts.ts";
import { risks, threats } from "./threats.ts";
import { trend } from "./trend.ts";
import type { Deliverable } from "./types.ts";
import { pms, views } from "./views.ts";
import { vex, vulnerabilities } from "./vulnerabilities.ts";

/** Every deliverable, in the order of the index. */
export const deliverables: readonly Deliverable[] = [
  summary,
  instructions,
  administration,
  provider,
  environment,
  interfaces,
  streams,
  firewall,
  roles,
  hosting,
  sbom,
  vulnerabilities,
  vex,
  controls,
  threats,
  risks,
  gspr,
  mds2,
  views,
  lifecycle,
  pms,
  trend,
  seriousIncidents,
];
