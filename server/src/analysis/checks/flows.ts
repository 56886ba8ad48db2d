// Flows that would leave the analysis blind: without data, or without a protocol where they leave their device.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import { type Entity, nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";

// A property that is there but unreadable was reported where it stands.
const lacks = (entity: Entity, name: string): boolean => !entity.properties.has(name);

/** Reports flows that do not say what they carry. */
export const flowDataCheck: Check = (facts) =>
  facts.model
    .of("flow")
    .filter((flow) => inScope(facts, flow) && lacks(flow, "carries") && facts.model.refs(flow, "carries").length === 0)
    .map((flow) => diagnostic("flow-without-data", nameLocation(flow), { name: flow.id }));

/** Reports networked flows that name no protocol. */
export const flowProtocolCheck: Check = (facts) =>
  facts.model
    .of("flow")
    .filter(
      (flow) =>
        inScope(facts, flow) && facts.yes(flow, "networked") && lacks(flow, "protocol") && facts.model.refs(flow, "protocol").length === 0,
    )
    .map((flow) => diagnostic("flow-without-protocol", nameLocation(flow), { name: flow.id }));
