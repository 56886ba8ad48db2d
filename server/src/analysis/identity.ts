// The lasting identity of a threat instance: by the first path its element ever had, so that a move keeps it.
import type { ThreatInstance } from "./types.ts";

/** `Threat@Path`, with the oldest path that `formerly` states, else the present one. */
export function lastingId({ id, threat, element }: ThreatInstance): string {
  const [first] = element.properties.get("formerly")?.values ?? [];
  return typeof first?.value === "string" ? `${threat.entity.name}@${first.value}` : id;
}
