// Elements that the analysis could not judge: devices outside any boundary, interfaces without port or direction,
// processes and stores that nothing flows to.
import { diagnostic } from "../../diagnostics/create.ts";
import { boundaryOf, inScope, isPutOut } from "../../model/derived/containment.ts";
import { isEnabled } from "../../model/derived/flows.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";

/** Reports devices whose surroundings nobody is known to manage. */
export const deviceBoundaryCheck: Check = (facts) =>
  facts.model
    .of("device")
    .filter(
      (device) => facts.model.container(device)?.keyword !== "device" && boundaryOf(facts, device) === undefined && inScope(facts, device),
    )
    .map((device) => diagnostic("device-without-boundary", nameLocation(device), { name: device.id }));

/** Reports wired network interfaces without port or direction, and wireless ones without direction. */
export const interfaceCheck: Check = (facts) =>
  facts.model.of("interface").flatMap((entity) => {
    const medium = facts.model.text(entity, "medium");
    if (!inScope(facts, entity) || !isEnabled(facts, entity) || (medium !== "wired" && medium !== "wireless")) return [];
    const direction = facts.model.property(entity, "direction");
    // Radio links below IP have no ports; an interface that only opens connections listens on none.
    const needsPort = medium === "wired" && facts.model.text(entity, "direction") !== "outbound";
    const missing = [...(needsPort && !facts.model.property(entity, "port") ? ["`port`"] : []), ...(direction ? [] : ["`direction`"])];
    return missing.length === 0
      ? []
      : [diagnostic("incomplete-interface", nameLocation(entity), { name: entity.id, missing: missing.join(" and ") })];
  });

/** Reports processes, stores, externals and actors that no flow touches. */
export const isolationCheck: Check = (facts) =>
  (["process", "store", "external", "actor"] as const).flatMap((keyword) =>
    facts.model
      .of(keyword)
      .filter((entity) => !isPutOut(facts, entity))
      .filter((entity) => facts.model.flowsFrom(entity).length + facts.model.flowsTo(entity).length === 0)
      .filter((entity) => keyword !== "store" || facts.model.container(entity)?.keyword !== "device")
      .map((entity) => diagnostic("isolated-element", nameLocation(entity), { what: keyword, name: entity.id })),
  );
