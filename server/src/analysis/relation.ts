// How a threat instance and patients' safety hang together, in the five relations of MDCG 2019-16.
import type { ThreatInstance } from "./types.ts";

/** A word of `safety-relation`: as the threat says, or by its classes and the harms at stake here. */
export function safetyRelation({ threat, harms }: Pick<ThreatInstance, "threat" | "harms">): string {
  const stated = threat.entity.properties.get("safety-relation")?.values[0]?.value;
  if (typeof stated === "string") return stated;
  if (harms.length === 0) return "security-risk-only";
  return threat.stride.every((one) => one === "denial-of-service") ? "indirect-safety-impact" : "security-risk-with-safety-impact";
}
